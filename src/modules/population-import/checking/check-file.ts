import type { PeopleStaging } from '#modules/people/index.ts'
import type { Inspection } from '../checking/inspect-file.ts'
import type { Mapping } from '../mapping/mapping.ts'
import { tableRows } from '../reading/open-table.ts'
import type { FileShape } from '../reading/raw-row.ts'
import type { ByteSource } from '../reading/stored-file.ts'
import { rowConverter } from './convert-row.ts'
import { isNumbering } from './inspect-file.ts'
import type { Neighbourhoods, Villages } from './villages.ts'

export interface CheckInput {
  readonly source: ByteSource
  readonly shape: FileShape
  readonly sheet: string | undefined
  readonly inspection: Pick<Inspection, 'headingRow' | 'columns'>
  readonly mapping: Mapping
  readonly villages: Villages
  readonly neighbourhoods?: Neighbourhoods | undefined
  /** ISO day. */
  readonly today: string
  /** Years; who is older is looked at. */
  readonly oldest?: number | undefined
}

/** A row can hold many mistakes; the first of them are enough to mend it by. */
const mostPerRow = 8
const flushEvery = 4000
/** Pages that other people wait for come in between. */
const breathEveryMs = 12

/** Reads every row with its mapping and stages it, or what is wrong with it. @returns rows read, and rows with an error */
export async function checkFile(
  input: CheckInput,
  staging: PeopleStaging,
  onRows: (rows: number) => Promise<void>,
): Promise<{ rows: number; badRows: number }> {
  const convert = rowConverter(
    input.mapping,
    input.inspection.columns,
    input.villages,
    input.today,
    input.neighbourhoods,
    input.oldest,
  )
  let rows = 0
  let badRows = 0
  let breath = performance.now()
  for await (const batch of tableRows(input.source, input.shape, input.sheet)) {
    for (const raw of batch) {
      if (raw.number <= input.inspection.headingRow || (rows === 0 && isNumbering(raw))) continue
      rows += 1
      const { person, findings, hasError } = convert(raw)
      const kkNumber = person.kkNumber || undefined
      const report = (severity: 'error' | 'warning', code: string, field: string, shown?: string) =>
        staging.problem({ row: raw.number, kkNumber, severity, code, field, shown })
      if (!hasError) {
        const differing = staging.add(person)
        if (differing === 'other-village') report('error', 'village-differs', 'villageCode')
        if (differing === 'other-address') report('warning', 'address-differs', 'address')
      } else {
        badRows += 1
        if (kkNumber) staging.noteFamily(person)
      }
      for (const finding of findings.slice(0, mostPerRow))
        report(finding.severity, finding.code, finding.field, finding.shown)
      if (rows % flushEvery === 0) {
        await staging.flush()
        await onRows(rows)
      }
      if (performance.now() - breath > breathEveryMs) {
        await new Promise(setImmediate)
        breath = performance.now()
      }
    }
  }
  return { rows, badRows }
}
