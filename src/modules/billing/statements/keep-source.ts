import { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import { dateOf } from '#kernel/clock/clock.ts'
import { command } from '#kernel/command/command.ts'
import { invalidField } from '#kernel/errors.ts'
import { labelOf } from '#kernel/journal/journal.ts'
import { formats, layoutSchema, sides } from './layout.ts'

const id = z
  .string()
  .trim()
  .regex(/^[a-z][a-z0-9-]{1,30}$/)

/** Registers a kind of bank file, or says anew how it is read. Files that were read before stay as they were read. */
export const keepStatementSource = command({
  name: 'billing.keep-statement-source',
  event: 'billing.statement-source-kept.v1',
  access: permitted('billing.reconcile'),
  input: z.object({
    id,
    name: z.string().trim().min(3).max(80),
    side: z.enum(sides),
    channel: z.union([z.literal('').transform(() => null), id]),
    format: z.enum(formats),
    layout: layoutSchema,
    settles: z.array(z.string().max(31)).max(40),
  }),
  async run(tx, input, context) {
    const { columns } = input.layout
    if (input.side === 'channel' && !input.channel) {
      throw invalidField(
        'channel',
        'Pilih kanal yang dilaporkan berkas ini.',
        'Choose the channel that this file reports.',
      )
    }
    if (input.format !== 'mt940') {
      for (const [field, id, en] of [
        ['day', 'Sebutkan kolom tanggal.', 'Name the column of the day.'],
        ['amount', 'Sebutkan kolom jumlah.', 'Name the column of the amount.'],
      ] as const) {
        if (!columns[field]) throw invalidField(`column-${field}`, id, en)
      }
    }
    if (input.format === 'fixed') {
      for (const [field, place] of Object.entries(columns)) {
        if (place === '' || isPlace(place)) continue
        throw invalidField(
          `column-${field}`,
          'Untuk lebar tetap, tulis tempat hurufnya, misalnya 1-8.',
          'For fixed widths write the places of its signs, for instance 1-8.',
        )
      }
    }
    const row = {
      ...input,
      channel: input.side === 'channel' ? input.channel : null,
      settles: input.side === 'treasury' ? input.settles : [],
      layout: JSON.stringify(input.layout),
      changed_at: dateOf(context.now),
      changed_by: labelOf(context.actor),
    }
    await tx
      .insertInto('billing.statement_source')
      .values(row)
      .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
      .execute()
    return { result: undefined, event: { subject: { type: 'statement-source', id: input.id }, payload: input } }
  },
})

function isPlace(place: string): boolean {
  const match = /^(\d{1,4})-(\d{1,4})$/.exec(place)
  return match !== null && Number(match[1]) >= 1 && Number(match[2]) >= Number(match[1])
}
