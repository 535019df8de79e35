import type { Answers } from '../definition/expressions.ts'
import type { PageDefinition } from '../definition/schema-form.ts'
import type { Excerpt } from './excerpt.ts'
import { type FormDefinition, type Journey, journeyOf } from './journey.ts'

const forms = new WeakMap<Excerpt, FormDefinition>()

/** The page of an excerpt. */
export function livePage(excerpt: Excerpt): PageDefinition {
  const page = excerpt.pages.find((candidate) => candidate.id === excerpt.pageId)
  if (!page) throw new Error(`no page ${excerpt.pageId}`)
  return page
}

/** The journey over an excerpt with what is typed on the page now: the same rules as on the server, on fewer facts. */
export function evaluateExcerpt(excerpt: Excerpt, typed: Readonly<Record<string, unknown>>): Journey {
  let form = forms.get(excerpt)
  if (!form) {
    form = { form: { pages: excerpt.pages } }
    forms.set(excerpt, form)
  }
  const answers = { ...excerpt.answers, ...typed } as Answers
  return journeyOf(form, { answers, known: excerpt.known, today: excerpt.today, seen: [] })
}
