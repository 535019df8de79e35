import type { Sex } from '#modules/people/index.ts'
import type { Answers } from '#modules/services/index.ts'

/** One of the children of a report. */
export interface ReportedChild {
  readonly name: string
  readonly sex: Sex
  /** ISO day. */
  readonly bornOn: string
  readonly bornAt: string | undefined
  readonly order: number | undefined
  readonly weight: string | undefined
}

/** The children of a report in the order of birth: one, or twins and more with the sisters and brothers after the first. */
export function reportedChildren(answers: Answers): ReportedChild[] {
  const text = (value: unknown) => (value === undefined || value === '' ? undefined : String(value))
  const sexOf = (value: unknown): Sex => (value === 'male' ? 'male' : 'female')
  const order = Number(answers['childOrder']) || undefined
  const first: ReportedChild = {
    name: String(answers['childName'] ?? ''),
    sex: sexOf(answers['childSex']),
    bornOn: String(answers['birthOn'] ?? ''),
    bornAt: text(answers['birthTime']),
    order,
    weight: text(answers['weight']),
  }
  const rows = Array.isArray(answers['siblings']) ? (answers['siblings'] as readonly Record<string, unknown>[]) : []
  const others = rows.map(
    (row, index): ReportedChild => ({
      name: String(row['name'] ?? ''),
      sex: sexOf(row['sex']),
      bornOn: text(row['bornOn']) ?? first.bornOn,
      bornAt: text(row['time']),
      order: order === undefined ? undefined : order + index + 1,
      weight: text(row['weight']),
    }),
  )
  return [first, ...others]
}
