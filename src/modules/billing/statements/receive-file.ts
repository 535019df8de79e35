import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import { dateOf, dayOf } from '#kernel/clock/clock.ts'
import { command } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError, invalidField, notFound } from '#kernel/errors.ts'
import { newId } from '#kernel/ids.ts'
import { labelOf } from '#kernel/journal/journal.ts'
import { senToNumeric } from '#kernel/money/money.ts'
import { insertAll } from '../commands/insert-all.ts'
import { noteReported } from '../reconciliation/note-reported.ts'
import { type FileFault, type Layout, largestFile, UnreadableFile } from './layout.ts'
import { readFile } from './read-file.ts'
import { faultTexts } from './texts.ts'

/** Reads a bank's file and keeps its rows to be looked at; nothing is booked yet. The same file is kept once. */
export const receiveStatement = command({
  name: 'billing.receive-statement',
  event: 'billing.statement-received.v1',
  access: permitted('billing.reconcile'),
  input: z.object({
    sourceId: z.string().max(31),
    fileName: z.string().max(200),
    bytes: z.instanceof(Buffer),
  }),
  async run(tx, input, context) {
    const source = await tx
      .selectFrom('billing.statement_source')
      .selectAll()
      .where('id', '=', input.sourceId)
      .executeTakeFirst()
    if (!source) throw invalidField('source', 'Pilih jenis berkas.', 'Choose the kind of file.')
    const { zone } = context.tenant.profile
    const hash = createHash('sha256').update(input.bytes).digest()
    const before = await tx
      .selectFrom('billing.statement')
      .select('id')
      .where('source_id', '=', source.id)
      .where('file_hash', '=', hash)
      .where('state', '<>', 'discarded')
      .executeTakeFirst()
    if (before) return { result: { id: before.id, isKnown: true }, event: undefined }
    const read = () => {
      if (input.bytes.length > largestFile) throw new UnreadableFile('too-large')
      return readFile(input.bytes, { format: source.format, layout: source.layout as Layout, zone, now: context.now })
    }
    const { receipts, broken, skipped } = orRefused(read)
    if (receipts.length + broken.length === 0) throw refused('empty')
    const days = receipts.map((receipt) => dayOf(receipt.paidAt, zone).toString()).sort()
    const id = newId(context.now.epochMilliseconds) as string
    const amount = senToNumeric(receipts.reduce((sum, receipt) => sum + receipt.amount, 0n))
    await tx
      .insertInto('billing.statement')
      .values({
        id,
        source_id: source.id,
        file_name: input.fileName || 'berkas',
        file_hash: hash,
        state: 'read',
        rows: receipts.length,
        broken: broken.length,
        skipped,
        amount,
        first_on: days[0] ?? null,
        last_on: days.at(-1) ?? null,
        uploaded_by: labelOf(context.actor),
        uploaded_at: dateOf(context.now),
        decided_by: null,
      })
      .execute()
    await insertAll(tx, 'billing.statement_row', [
      ...receipts.map((receipt) => ({
        statement_id: id,
        line: receipt.line,
        state: 'read',
        reference: receipt.reference,
        number: receipt.number,
        amount: senToNumeric(receipt.amount),
        fee: receipt.fee === undefined ? null : senToNumeric(receipt.fee),
        paid_at: receipt.paidAt.toString(),
        description: receipt.description,
        problem: null,
        raw: '',
      })),
      ...broken.map((line) => ({
        statement_id: id,
        line: line.line,
        state: 'broken',
        reference: '',
        number: '',
        amount: null,
        fee: null,
        paid_at: null,
        description: '',
        problem: line.problem,
        raw: line.raw,
      })),
    ])
    const payload = { source: source.id, rows: receipts.length, broken: broken.length, amount }
    return { result: { id, isKnown: false }, event: { subject: { type: 'statement', id }, payload } }
  },
})

function orRefused<Read>(read: () => Read): Read {
  try {
    return read()
  } catch (error) {
    throw error instanceof UnreadableFile ? refused(error.fault) : error
  }
}

const refused = (fault: FileFault) => invalidField('file', faultTexts('id')(fault), faultTexts('en')(fault))

/** What was looked at is booked, by a job; or it is put away and can be uploaded again, read in another way. */
export const decideStatement = command({
  name: 'billing.decide-statement',
  event: 'billing.statement-decided.v1',
  access: permitted('billing.reconcile'),
  input: z.object({ statementId: z.uuid(), book: z.boolean() }),
  async run(tx, input, context) {
    const row = await tx
      .selectFrom('billing.statement')
      .selectAll()
      .where('id', '=', input.statementId)
      .forUpdate()
      .executeTakeFirst()
    if (!row) throw notFound()
    if (row.state !== 'read') throw new AppError('wrong-state', { text: decided })
    if (input.book && row.rows === 0) throw new AppError('wrong-state', { text: nothingToBook })
    await tx
      .updateTable('billing.statement')
      .set({
        state: input.book ? 'booking' : 'discarded',
        decided_by: labelOf(context.actor),
        decided_at: dateOf(context.now),
      })
      .where('id', '=', row.id)
      .execute()
    if (input.book) {
      await noteReported(tx, context, row.id)
      await sortRows(tx, row.id)
      await context.enqueue('billing.book-statement', { statementId: row.id }, { key: `book-statement:${row.id}` })
    }
    const payload = { source: row.source_id, book: input.book }
    return { result: undefined, event: { subject: { type: 'statement', id: row.id }, payload } }
  },
})

/** What is here already, from a notification or another file, is known; rows of a treasury account are kept, not booked. */
async function sortRows(tx: WriteHandle, statementId: string): Promise<void> {
  await sql`update billing.statement_row r
    set state = case when o.side = 'treasury' and p.statement_id = r.statement_id then 'listed' else 'known' end
    from billing.statement s join billing.statement_source o on o.id = s.source_id
    join billing.reported p on p.side = o.side and p.source = coalesce(o.channel, o.id)
    where s.id = r.statement_id and s.id = ${statementId}::uuid and r.state = 'read' and p.reference = r.reference
      and (o.side = 'treasury' or exists
        (select from billing.payment y where y.channel = o.channel and y.reference = r.reference))`.execute(tx)
}

const decided = {
  id: 'Berkas ini sudah dibukukan atau disisihkan orang lain. Muat ulang halamannya.',
  en: 'Somebody else has booked this file or put it away. Reload the page.',
}
const nothingToBook = {
  id: 'Tidak ada baris yang terbaca. Sisihkan berkasnya, perbaiki susunan kolom, lalu unggah lagi.',
  en: 'No line could be read. Put the file away, correct the columns and upload it again.',
}
