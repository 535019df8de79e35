import { type FormDefinition, journeyOf } from '#modules/services/testing-form.ts'

type Page = FormDefinition['form']['pages'][number]
type Field = Page['groups'][number]['fields'][number]

const label = { id: 'Pertanyaan', en: 'Question' }
const pages = 6
const perPage = 10

/** The form that the bench decides: every page has choices, texts, numbers, rows and what depends on them. */
export function checkForm() {
  const definition: FormDefinition = { form: { pages: Array.from({ length: pages }, (_, index) => pageOf(index)) } }
  const fields = definition.form.pages.flatMap((page) => page.groups.flatMap((group) => group.fields))
  const conditions = fields.reduce((sum, field) => sum + conditionsOf(field), 0) + pages - 1
  return {
    questions: fields.length,
    conditions,
    evaluate(run: number): void {
      const journey = journeyOf(definition, {
        answers: answersFor(fields, run),
        known: { name: 'Sekar Wulandari', hasFamily: true },
        today: '2026-11-22',
        seen: [],
      })
      if (journey.pages.length < 2) throw new Error('the form of the bench lost its pages')
    },
  }
}

function conditionsOf(field: Field): number {
  return [field.when, field.required, field.value, ...(field.checks ?? [])].filter(Boolean).length
}

function pageOf(page: number): Page {
  const id = (name: string) => `${name}${page}`
  const asked = `answers.${id('kind')} == "big"`
  const before = page === 0 ? {} : { when: `answers.kind${page - 1} != ""` }
  const fields: Field[] = [
    {
      id: id('kind'),
      kind: 'choice',
      label,
      options: [
        { value: 'big', label },
        { value: 'small', label },
      ],
    },
    { id: id('name'), kind: 'name', label, prefill: 'fact(known, "name")' },
    { id: id('reason'), kind: 'long-text', label, when: asked, checks: [check(`words(answers.${id('reason')}) >= 2`)] },
    { id: id('begins'), kind: 'date', label, checks: [check(`daysBetween(answers.${id('begins')}, today) >= 0`)] },
    { id: id('area'), kind: 'number', label, min: 1, max: 10000, decimals: 2 },
    { id: id('price'), kind: 'money', label, when: asked },
    { id: id('phone'), kind: 'phone', label, required: `answers.${id('kind')} == "small"` },
    {
      id: id('rows'),
      kind: 'table',
      label,
      minItems: 1,
      maxItems: 50,
      fields: [
        { id: 'what', kind: 'text', label },
        { id: 'price', kind: 'money', label },
      ],
    },
    { id: id('sum'), kind: 'computed', gives: 'money', label, value: `totalInt(answers.${id('rows')}, "price")` },
    { id: id('nik'), kind: 'nik', label, when: `answers.${id('sum')} > 1000000` },
  ]
  if (fields.length !== perPage) throw new Error('a page of the bench has lost a question')
  return { id: `page-${page}`, title: label, ...before, groups: [{ fields }] }
}

function check(holds: string) {
  return { holds, say: label }
}

function answersFor(fields: readonly Field[], run: number) {
  const value = (field: Field, index: number) => {
    switch (field.kind) {
      case 'choice':
        return (run + index) % 3 ? 'big' : 'small'
      case 'date':
        return '2026-05-04'
      case 'number':
        return 120.5 + (run % 7)
      case 'money':
        return 1_000_000 + run
      case 'phone':
        return '081234567890'
      case 'nik':
        return '9901014501700003'
      case 'table':
        return Array.from({ length: 5 }, (_, row) => ({ what: `Barang ${row}`, price: 100_000 * (row + (run % 5)) }))
      default:
        return 'Sekar Wulandari'
    }
  }
  return Object.fromEntries(
    fields.filter((field) => field.kind !== 'computed').map((field, index) => [field.id, value(field, index)]),
  )
}
