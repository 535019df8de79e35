import { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import { command } from '#kernel/command/command.ts'
import { AppError, invalidField } from '#kernel/errors.ts'
import { mappingFaults } from '../mapping/faults.ts'
import { type ColumnFacts, mappingSchema } from '../mapping/mapping.ts'
import type { FileShape } from '../reading/raw-row.ts'
import { changeImport, eventOf, takeStep } from './import-row.ts'
import { columnsContext, mappingContext } from './note-reading.ts'

const prepares = permitted('population-import.prepare')

/** Keeps how the columns are read; with `check` the whole file is then checked with it. */
export const mapColumns = command({
  name: 'population-import.map-columns',
  event: 'population-import.columns-mapped.v1',
  access: prepares,
  input: z.object({ importId: z.uuid(), mapping: mappingSchema, check: z.boolean() }),
  async run(tx, { importId, mapping, check }, context) {
    const { row, to } = await takeStep(tx, context, importId, 'check')
    const { cipher } = context.tenant
    const sealed = cipher.sealJson(mapping, mappingContext)
    const columns = cipher.openJson<ColumnFacts[]>(row.columns_sealed as Buffer, columnsContext)
    const faults = check ? mappingFaults(mapping, columns) : []
    if (faults.length > 0) throw new AppError('invalid-input', { fields: faults })
    await changeImport(tx, context, importId, {
      mapping_sealed: sealed,
      ...(check
        ? {
            state: to,
            phase: 'checking',
            done: 0,
            phase_started_at: context.now.toString(),
            counts: null,
            problems: null,
          }
        : {}),
    })
    if (check)
      await context.enqueue('population-import.check', { importId }, { key: `population-import.check:${importId}` })
    return { result: null, event: eventOf(importId, { fields: Object.keys(mapping.columns), check }) }
  },
})

/** A workbook has several sheets; another one is read from the beginning. */
export const chooseSheet = command({
  name: 'population-import.choose-sheet',
  event: 'population-import.sheet-chosen.v1',
  access: prepares,
  input: z.object({ importId: z.uuid(), sheet: z.string().max(100) }),
  async run(tx, { importId, sheet }, context) {
    const { row, to } = await takeStep(tx, context, importId, 'choose-sheet')
    const shape = row.shape as FileShape | null
    if (!shape?.sheets?.includes(sheet))
      throw invalidField('sheet', 'Lembar ini tidak ada pada berkas.', 'The file has no such sheet.')
    await changeImport(tx, context, importId, {
      state: to,
      sheet,
      phase: 'inspecting',
      done: 0,
      phase_started_at: context.now.toString(),
    })
    await context.enqueue('population-import.inspect', { importId }, { key: `population-import.inspect:${importId}` })
    return { result: null, event: eventOf(importId, { sheet }) }
  },
})

/** Back to the columns after a check that showed they were read wrongly. */
export const remapColumns = command({
  name: 'population-import.remap-columns',
  event: 'population-import.mapping-reopened.v1',
  access: prepares,
  input: z.object({ importId: z.uuid() }),
  async run(tx, { importId }, context) {
    const { to } = await takeStep(tx, context, importId, 'remap')
    await changeImport(tx, context, importId, { state: to })
    return { result: null, event: eventOf(importId) }
  },
})
