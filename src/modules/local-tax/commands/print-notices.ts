import { z } from 'zod'
import { permitted, systemOnly } from '#kernel/access/access.ts'
import { command } from '#kernel/command/command.ts'
import { invalidField, notFound } from '#kernel/errors.ts'
import { newId } from '#kernel/ids.ts'
import { labelOf } from '#kernel/journal/journal.ts'
import { requireAt, requireVillage } from './place.ts'

export const printTask = 'local-tax.work-on-print'

/** Begins to set the notices of one village and year as files for printing. */
export const startPrint = command({
  name: 'local-tax.start-print',
  event: 'local-tax.print-started.v1',
  access: permitted('local-tax.assess'),
  input: z.object({
    year: z.coerce.number('Tulis tahun pajaknya.').int('Tulis tahun pajaknya.'),
    villageCode: z.string().trim().min(1, 'Pilih desa atau kelurahan.').max(20),
  }),
  async run(tx, { year, villageCode }, context) {
    const own = await requireAt(tx, context, 'local-tax.assess', villageCode)
    await requireVillage(tx, own, villageCode)
    const { all } = await tx
      .selectFrom('local_tax.assessment')
      .select((build) => build.fn.countAll<string>().as('all'))
      .where('kind', '=', 'sppt')
      .where('year', '=', year)
      .where('village_code', '=', villageCode)
      .where('state', 'not in', ['draft', 'cancelled'])
      .executeTakeFirstOrThrow()
    if (Number(all) === 0)
      throw invalidField(
        'villageCode',
        `Belum ada SPPT ${year} yang terbit di sini.`,
        `No notices of ${year} were issued here yet.`,
      )
    const busy = await tx
      .selectFrom('local_tax.print')
      .select('id')
      .where('year', '=', year)
      .where('village_code', '=', villageCode)
      .where('state', '=', 'working')
      .executeTakeFirst()
    if (busy) return { result: { printId: busy.id }, event: undefined }
    const id = newId(context.now.epochMilliseconds) as string
    await tx
      .insertInto('local_tax.print')
      .values({
        id,
        year,
        village_code: villageCode,
        state: 'working',
        total: Number(all),
        made_by: labelOf(context.actor),
        made_at: context.now.toString(),
      })
      .execute()
    await context.enqueue(printTask, { printId: id }, { key: `${printTask}:${id}` })
    return {
      result: { printId: id },
      event: { subject: { type: 'tax-print', id }, payload: { year, villageCode, total: Number(all) } },
    }
  },
})

/**
 * Keeps one file of a print. The file itself was stored before; it counts only when nobody kept one for the same place, so
 * that a killed program leaves neither a gap nor a double.
 */
export const keepPrintFile = command({
  name: 'local-tax.keep-print-file',
  event: 'local-tax.print-file-kept.v1',
  access: systemOnly,
  input: z.object({
    printId: z.uuid(),
    after: z.string(),
    /** Absent when nothing was left. */
    file: z
      .object({ from: z.string(), to: z.string(), notices: z.number().int(), hash: z.string(), size: z.number().int() })
      .optional(),
  }),
  async run(tx, { printId, after, file }, context) {
    const row = await tx
      .selectFrom('local_tax.print')
      .selectAll()
      .where('id', '=', printId)
      .forUpdate()
      .executeTakeFirst()
    if (!row) throw notFound()
    if (row.state !== 'working' || row.done_to !== after) return { result: 'known' as const, event: undefined }
    const payload = { to: file?.to ?? null, notices: file?.notices ?? 0 }
    const event = { subject: { type: 'tax-print', id: printId }, payload }
    if (!file) {
      await tx
        .updateTable('local_tax.print')
        .set({ state: 'done', finished_at: context.now.toString() })
        .where('id', '=', printId)
        .execute()
      return { result: 'done' as const, event }
    }
    const { files } = await tx
      .selectFrom('local_tax.print_file')
      .select((build) => build.fn.countAll<string>().as('files'))
      .where('print_id', '=', printId)
      .executeTakeFirstOrThrow()
    await tx
      .insertInto('local_tax.print_file')
      .values({
        print_id: printId,
        ordinal: Number(files) + 1,
        from_code: file.from,
        to_code: file.to,
        notices: file.notices,
        file_hash: file.hash,
        size_bytes: file.size,
      })
      .execute()
    await tx
      .updateTable('local_tax.print')
      .set({ done: row.done + file.notices, done_to: file.to })
      .where('id', '=', printId)
      .execute()
    return { result: 'more' as const, event }
  },
})

/** Who took which file of notices along: names and amounts of a village. */
export const notePrintTaken = command({
  name: 'local-tax.note-print-taken',
  event: 'local-tax.print-taken.v1',
  access: permitted('local-tax.read'),
  input: z.object({ printId: z.uuid(), ordinal: z.number().int(), notices: z.number().int() }),
  async run(_tx, { printId, ...payload }) {
    return { result: null, event: { subject: { type: 'tax-print', id: printId }, payload } }
  },
})
