import { z } from 'zod'
import { permitted, systemOnly } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { type CommandContext, command } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError } from '#kernel/errors.ts'
import { formatDay, formatMonth } from '#kernel/i18n/format.ts'
import { accountForPerson } from '#modules/accounts/index.ts'
import { findTaxpayerOf } from '#modules/local-tax/index.ts'
import { sendMessage } from '#modules/messaging/index.ts'
import { taxReturnPaths } from '../paths.ts'
import { eventOf, lockFor, lockReturn, monthOf, type ReturnRow, takeStep } from './return-row.ts'

const reason = (asks: string) => z.string().trim().min(5, asks).max(500)

/** Nothing was found that is to be examined. */
export const acceptReturn = command({
  name: 'tax-returns.accept',
  event: 'tax-returns.return-accepted.v1',
  access: permitted('tax-returns.examine'),
  input: z.object({ returnId: z.uuid() }),
  async run(tx, { returnId }, context) {
    const row = await lockFor(tx, context, returnId, 'tax-returns.examine')
    await takeStep(tx, context, row, 'accept')
    return { result: null, event: eventOf(returnId, {}) }
  },
})

/** From now on the taxpayer can no longer correct it. */
export const beginExamination = command({
  name: 'tax-returns.begin-examination',
  event: 'tax-returns.examination-begun.v1',
  access: permitted('tax-returns.examine'),
  input: z.object({ returnId: z.uuid(), reason: reason('Tuliskan mengapa laporan ini diperiksa.') }),
  async run(tx, input, context) {
    const row = await lockFor(tx, context, input.returnId, 'tax-returns.examine')
    await takeStep(tx, context, row, 'examine')
    await tell(tx, context, row, {
      title: `Laporan pajak ${row.object_name} diperiksa`,
      body: `Petugas memeriksa laporan masa ${formatMonth(monthOf(row), 'id')}. Siapkan catatan penjualan bulan itu. Selama diperiksa laporan tidak dapat dibetulkan.`,
    })
    return { result: null, event: eventOf(input.returnId, { reason: input.reason }) }
  },
})

/** A month for which nothing is owed after all: the business was closed, or was opened by mistake. */
export const voidReturn = command({
  name: 'tax-returns.void',
  event: 'tax-returns.return-voided.v1',
  access: permitted('tax-returns.approve'),
  input: z.object({ returnId: z.uuid(), reason: reason('Tuliskan mengapa masa ini ditiadakan.') }),
  async run(tx, input, context) {
    const row = await lockFor(tx, context, input.returnId, 'tax-returns.approve')
    await takeStep(tx, context, row, 'void', { end_reason: input.reason })
    return { result: null, event: eventOf(input.returnId, { reason: input.reason }) }
  },
})

/** A reminder in writing that was handed over to somebody who has no account. */
export const recordReminder = command({
  name: 'tax-returns.record-reminder',
  event: 'tax-returns.reminder-recorded.v1',
  access: permitted('tax-returns.examine'),
  input: z.object({ returnId: z.uuid(), reason: reason('Tuliskan nomor surat teguran dan penerimanya.') }),
  async run(tx, input, context) {
    const row = await lockFor(tx, context, input.returnId, 'tax-returns.examine')
    const today = dayOf(context.now, context.tenant.profile.zone).toString()
    if (row.state !== 'open' || row.file_due_on >= today || row.reminded_on) throw new AppError('wrong-state')
    await noteReminded(tx, context, row.id, today)
    return { result: null, event: eventOf(input.returnId, { reason: input.reason }) }
  },
})

/** Reminds once of a return that is late; who has no account is left for a letter. */
export const remindLate = command({
  name: 'tax-returns.remind-late',
  event: 'tax-returns.late-reminded.v1',
  access: systemOnly,
  input: z.object({ returnId: z.uuid() }),
  async run(tx, { returnId }, context) {
    const row = await lockReturn(tx, returnId)
    const today = dayOf(context.now, context.tenant.profile.zone).toString()
    if (row.state !== 'open' || row.file_due_on >= today || row.reminded_on) return { result: false, event: undefined }
    const due = formatDay(Temporal.PlainDate.from(row.file_due_on), 'id')
    const isTold = await tell(tx, context, row, {
      title: `Laporan pajak ${row.object_name} belum kami terima`,
      body: `Laporan masa ${formatMonth(monthOf(row), 'id')} jatuh tempo ${due}. Sampaikan sekarang, juga bila tidak ada omzet. Bila tetap tidak disampaikan, pajaknya dapat ditetapkan secara jabatan.`,
    })
    if (!isTold) return { result: false, event: undefined }
    await noteReminded(tx, context, returnId, today)
    return { result: true, event: eventOf(returnId, {}) }
  },
})

async function noteReminded(tx: WriteHandle, context: CommandContext, id: string, today: string): Promise<void> {
  await tx
    .updateTable('tax_returns.return')
    .set({ reminded_on: today, updated_at: context.now.toString() })
    .where('id', '=', id)
    .execute()
}

/** A message to whoever answers for the taxpayer. @returns whether there is anybody to tell */
export async function tell(
  tx: WriteHandle,
  context: CommandContext,
  row: ReturnRow,
  words: { readonly title: string; readonly body: string },
): Promise<boolean> {
  const taxpayer = await findTaxpayerOf(tx, { npwpd: row.npwpd })
  const personId = taxpayer?.personId ?? taxpayer?.responsiblePersonId
  const account = personId ? await accountForPerson(tx, personId, 'citizen') : undefined
  if (!account) return false
  await sendMessage(tx, context, { accountId: account.id, link: taxReturnPaths.ownReturn(row.id), ...words })
  return true
}
