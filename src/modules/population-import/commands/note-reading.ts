import { z } from 'zod'
import { systemOnly } from '#kernel/access/access.ts'
import { command } from '#kernel/command/command.ts'
import type { Inspection } from '../checking/inspect-file.ts'
import { guessMapping, type Mapping } from '../mapping/mapping.ts'
import type { FileShape } from '../reading/raw-row.ts'
import { unreadableReasons } from '../reading/unreadable.ts'
import { changeImport, eventOf, takeStep } from './import-row.ts'

/** Under what columns of the import are sealed. */
export const columnsContext = 'population_import.import.columns'
export const sampleContext = 'population_import.import.sample'
export const mappingContext = 'population_import.import.mapping'

interface Reading {
  readonly importId: string
  readonly hash: string
  readonly shape: FileShape
  readonly sheet: string | undefined
  readonly inspection: Inspection
}

/** What the program saw in the file, with a first proposal for its columns. */
export const noteInspection = command({
  name: 'population-import.note-inspection',
  event: 'population-import.file-inspected.v1',
  access: systemOnly,
  input: z.custom<Reading>((value) => typeof value === 'object' && value !== null),
  async run(tx, { importId, hash, shape, sheet, inspection }, context) {
    const { to } = await takeStep(tx, context, importId, 'inspect')
    const { cipher } = context.tenant
    const { columns, rows, sample, headingRow } = inspection
    const mapping: Mapping = guessMapping(columns.map((column) => column.heading))
    await changeImport(tx, context, importId, {
      state: to,
      file_hash: hash,
      shape: JSON.stringify(shape),
      sheet: sheet ?? null,
      heading_row: headingRow,
      columns_sealed: cipher.sealJson(columns, columnsContext),
      sample_sealed: cipher.sealJson(sample, sampleContext),
      mapping_sealed: cipher.sealJson(mapping, mappingContext),
      phase: null,
      total: rows,
    })
    return { result: null, event: eventOf(importId, { rows, columns: columns.length, kind: shape.kind }) }
  },
})

/** The file is no table that can be read: it ends here, with the reason. */
export const refuseFile = command({
  name: 'population-import.refuse-file',
  event: 'population-import.file-refused.v1',
  access: systemOnly,
  input: z.object({ importId: z.uuid(), reason: z.enum(unreadableReasons), row: z.number().int().optional() }),
  async run(tx, { importId, reason, row }, context) {
    const { to } = await takeStep(tx, context, importId, 'refuse')
    await changeImport(tx, context, importId, {
      state: to,
      unreadable: JSON.stringify({ reason, row }),
      phase: null,
      finished_at: context.now.toString(),
    })
    return { result: null, event: eventOf(importId, { reason }) }
  },
})
