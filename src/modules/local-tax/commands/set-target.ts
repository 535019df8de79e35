import { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { command } from '#kernel/command/command.ts'
import { invalidField } from '#kernel/errors.ts'
import { newId } from '#kernel/ids.ts'
import { labelOf } from '#kernel/journal/journal.ts'
import { senToNumeric } from '#kernel/money/money.ts'
import { taxes } from '../claims.ts'
import { requireAt } from './place.ts'

/** What the budget expects of a tax in a year. A revised budget is a further row; none is changed. */
export const setTarget = command({
  name: 'local-tax.set-target',
  event: 'local-tax.target-set.v1',
  access: permitted('local-tax.approve'),
  input: z.object({
    tax: z.enum(taxes, 'Pilih pajaknya.'),
    year: z.coerce.number('Tulis tahunnya.').int('Tulis tahunnya.'),
    amount: z.string().trim().min(1, 'Tulis jumlahnya.').max(30),
    ground: z.string().trim().min(5, 'Tuliskan dasarnya, misalnya Perda APBD.').max(300),
    validFrom: z.iso.date('Tulis sejak kapan target ini berlaku.'),
  }),
  async run(tx, { tax, year, amount, ground, validFrom }, context) {
    await requireAt(tx, context, 'local-tax.approve', null)
    const today = dayOf(context.now, context.tenant.profile.zone)
    if (year < today.year - 5 || year > today.year + 1)
      throw invalidField(
        'year',
        `Tahun yang dapat diisi: ${today.year - 5} sampai ${today.year + 1}.`,
        `Years that can be entered: ${today.year - 5} to ${today.year + 1}.`,
      )
    const digits = amount.replace(/^rp\.?\s*/i, '').replaceAll('.', '')
    if (!/^\d{1,15}$/.test(digits))
      throw invalidField(
        'amount',
        'Tulis jumlah rupiah tanpa sen, misalnya 12.500.000.000.',
        'Write whole rupiah, for example 12.500.000.000.',
      )
    const id = newId(context.now.epochMilliseconds) as string
    await tx
      .insertInto('local_tax.target')
      .values({
        id,
        tax,
        year,
        amount: senToNumeric(BigInt(digits) * 100n),
        ground,
        valid_from: validFrom,
        recorded_by: labelOf(context.actor),
        recorded_at: context.now.toString(),
      })
      .execute()
    return {
      result: null,
      event: { subject: { type: 'tax-target', id }, payload: { tax, year, amount: digits, ground } },
    }
  },
})
