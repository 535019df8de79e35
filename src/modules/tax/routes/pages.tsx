import { z } from 'zod'
import { anyone } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { AppError, type FieldError, notFound } from '#kernel/errors.ts'
import { FormValues } from '#kernel/http/form-values.ts'
import { get, page, type RouteContext, redirect } from '#kernel/http/route.ts'
import { calculate, type Result } from '../calculation/calculate.ts'
import type { AnyCalculator } from '../calculation/calculator.ts'
import { readDay, readInput } from '../calculation/read-input.ts'
import { subjectKeys } from '../calculation/subjects.ts'
import { calculators, findCalculator } from '../calculators/index.ts'
import { type RawInput, readForm } from '../forms/read-form.ts'
import { taxPaths } from '../paths.ts'
import { lawBookFor, regionFor } from '../queries/law-book.ts'
import { CalculatorPage, CataloguePage } from '../views/calculator-pages.tsx'
import { SheetPage } from '../views/sheet-page.tsx'

const catalogueQuery = z.object({
  q: z.string().max(120).catch(''),
  kelompok: z.enum(subjectKeys).optional().catch(undefined),
})

export const catalogue = get(taxPaths.all, {
  access: anyone,
  audit: 'none',
  query: catalogueQuery,
  cache: { tags: () => [] },
  handle({ query }) {
    const words = plain(query.q).split(' ').filter(Boolean)
    const found = calculators.filter((calculator) => {
      if (query.kelompok && calculator.subject !== query.kelompok) return false
      const { title, lead, words: more = '', kind } = calculator
      const text = plain([title.id, title.en, lead.id, lead.en, more, kind].join(' '))
      return words.every((word) => text.includes(word))
    })
    return page(<CataloguePage calculators={found} query={query.q} subject={query.kelompok} />)
  },
})

const kindParams = z.object({ kind: z.string().max(60) })
const formQuery = z
  .record(z.string().max(80), z.union([z.string().max(4000), z.array(z.string().max(4000)).max(60)]))
  .catch({})
const form = { access: anyone, audit: 'none', params: kindParams, query: formQuery, perMinute: 120 } as const
type FormContext = RouteContext<z.infer<typeof kindParams>, z.infer<typeof formQuery>>

/** A plain GET form: the result has an address of its own, and nothing is stored. */
export const calculator = get('/pajak/hitung/:kind', {
  ...form,
  async handle(context) {
    const asked = await ask(context)
    const { calculator: found, values, isAsked, isWork, errors } = asked
    const path = taxPaths.calculator(found.kind)
    // An address to keep and share holds only what was filled in.
    if (isAsked && !isWork && values.entries().some(([, value]) => value === '')) return redirect(short(path, values))
    const view = (
      <CalculatorPage
        calculator={found}
        raw={asked.raw}
        day={asked.day}
        region={asked.region}
        errors={errors}
        result={asked.result}
        sheetHref={short(taxPaths.sheet(found.kind), values)}
      />
    )
    return page(view, errors.length > 0 ? 422 : 200)
  },
})

/** The same result on a sheet of paper. */
export const sheet = get('/pajak/hitung/:kind/lembar', {
  ...form,
  async handle(context) {
    const { calculator: found, values, raw, result } = await ask(context)
    const back = short(taxPaths.calculator(found.kind), values)
    // Without a result there is nothing to print; the form says what is missing.
    if (!result) return redirect(back)
    const { now, tenant } = context
    return page(
      <SheetPage
        calculator={found}
        raw={raw}
        result={result}
        now={now}
        zone={tenant.profile.zone}
        backHref={`${back}#hasil`}
      />,
    )
  },
})

interface Asked {
  readonly calculator: AnyCalculator
  readonly values: FormValues
  readonly raw: RawInput
  readonly day: string
  readonly region: string
  readonly isAsked: boolean
  /** A row is added or taken away, and nothing is wrong yet. */
  readonly isWork: boolean
  readonly errors: readonly FieldError[]
  readonly result: Result | undefined
}

async function ask(context: FormContext): Promise<Asked> {
  const { db, now, tenant, query } = context
  const found = findCalculator(context.params.kind)
  if (!found) throw notFound()
  const values = new FormValues(
    Object.entries(query).flatMap(([name, value]) => [value].flat().map((each): [string, string] => [name, each])),
  )
  const isAsked = values.has('hitung')
  const isWork = values.has('add-row') || values.has('remove-row')
  const raw = readForm(found.fields, values)
  const parts = ['year', 'month', 'day'].map((part) => values.get(`date-${part}`))
  const typedDay = parts.some(Boolean) ? isoOf(parts) : dayOf(now, tenant.profile.zone).toString()
  const own = found.law === 'region' ? await regionFor(db, undefined) : ''
  const region = values.has('region') ? values.get('region') : own
  const asked = { calculator: found, values, raw, day: typedDay, region, isAsked, isWork }
  if (!isAsked || isWork) return { ...asked, errors: [], result: undefined }
  try {
    const day = readDay(typedDay)
    if ('kind' in day) {
      const read = readInput(found.fields, raw)
      throw new AppError('invalid-input', { fields: [...(read.ok ? [] : read.errors), noDay] })
    }
    const place = found.law === 'region' ? await regionFor(db, region) : ''
    const result = calculate(found, await lawBookFor(db, found), { day, region: place, input: raw })
    return { ...asked, errors: [], result }
  } catch (error) {
    if (!(error instanceof AppError) || error.fields.length === 0) throw error
    return { ...asked, errors: error.fields, result: undefined }
  }
}

const noDay: FieldError = {
  path: 'date',
  message: {
    id: 'Tanggal itu tidak ada pada kalender. Tulis hari, bulan, dan tahun yang berlaku.',
    en: 'There is no such day in the calendar. Write day, month and year.',
  },
}

function isoOf([year = '', month = '', day = '']: readonly string[]): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

/** The address without what was left empty and without the buttons. */
function short(path: string, values: FormValues): string {
  const kept = values.entries().filter(([name, value]) => value !== '' && name !== 'add-row' && name !== 'remove-row')
  return kept.length > 0 ? `${path}?${new URLSearchParams(kept)}` : path
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}.]+/gu, ' ')
    .trim()
}
