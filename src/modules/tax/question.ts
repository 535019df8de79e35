import { AppError, type FieldError } from '#kernel/errors.ts'
import { readDay } from './calculation/read-input.ts'

/** A question as programs send it and as a file of the command line holds it. */
export interface RawQuestion {
  readonly kind: string
  /** Undefined is today. */
  readonly day: Temporal.PlainDate | undefined
  /** Undefined is the region of the installation. */
  readonly region: string | undefined
  readonly input: unknown
  readonly trace: boolean
}

const known = new Set(['kind', 'date', 'region', 'input', 'trace'])

/** @throws AppError invalid-input with every field that is wrong */
export function readQuestion(body: unknown): RawQuestion {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new AppError('invalid-input', {
      text: {
        id: 'Kirim JSON berbentuk {"kind": "…", "date": "2026-06-30", "region": "99.01", "input": {…}}.',
        en: 'Send JSON of the form {"kind": "…", "date": "2026-06-30", "region": "99.01", "input": {…}}.',
      },
    })
  }
  const { kind, date, region, input, trace } = body as Record<string, unknown>
  const fields: FieldError[] = []
  const refuse = (path: string, id: string, en: string) => fields.push({ path, message: { id, en } })
  for (const name of Object.keys(body)) {
    if (!known.has(name)) refuse(name, `Isian “${name}” tidak dikenal.`, `There is no field “${name}”.`)
  }
  if (typeof kind !== 'string') refuse('kind', 'Sebutkan jenis perhitungannya.', 'Name the kind of calculation.')
  const day = date === undefined || date === null ? undefined : readDay(date)
  if (day && 'kind' in day)
    refuse(
      'date',
      'Tulis tanggal yang ada pada kalender, misalnya 2026-06-30.',
      'Write a day of the calendar, for example 2026-06-30.',
    )
  if (region !== undefined && region !== null && (typeof region !== 'string' || region.length > 20))
    refuse('region', 'Tulis kode wilayah, misalnya 99.01.', 'Write the code of a region, for example 99.01.')
  if (trace !== undefined && typeof trace !== 'boolean')
    refuse('trace', 'Tulis true atau false.', 'Write true or false.')
  if (fields.length > 0) throw new AppError('invalid-input', { fields })
  return {
    kind: kind as string,
    day: day as Temporal.PlainDate | undefined,
    region: (region ?? undefined) as string | undefined,
    input: input ?? {},
    trace: trace !== false,
  }
}

export function unknownKind(kind: string): AppError {
  return new AppError('invalid-input', {
    fields: [
      {
        path: 'kind',
        message: {
          id: `Tidak ada perhitungan “${kind.slice(0, 80)}”. Daftarnya ada di /api/v1/tax/kinds.`,
          en: `There is no calculation “${kind.slice(0, 80)}”. They are listed at /api/v1/tax/kinds.`,
        },
      },
    ],
  })
}
