import { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import { command } from '#kernel/command/command.ts'
import { invalidField } from '#kernel/errors.ts'
import { labelOf } from '#kernel/journal/journal.ts'
import { findOwnRegion } from '#modules/territory/index.ts'

/**
 * Adds a day off for this region. It counts for promises given from now on; a promise given before was counted
 * without it and stays (`calendarKnownAt`).
 */
export const addHoliday = command({
  name: 'rules.add-holiday',
  event: 'rules.holiday-added.v1',
  access: permitted('rules.edit', { stepUp: true }),
  input: z.object({
    day: z.iso.date(),
    nameId: z.string().trim().min(3).max(120),
    nameEn: z.string().trim().min(3).max(120),
    citation: z.string().trim().min(5).max(300),
  }),
  async run(tx, input, context) {
    const region = (await findOwnRegion(tx))?.code ?? ''
    context.require('rules.edit', { territory: region })
    const known = await tx
      .selectFrom('rules.holiday')
      .select(['name_id', 'name_en'])
      .where('day', '=', input.day)
      .where('region', 'in', ['', region])
      .executeTakeFirst()
    if (known) {
      throw invalidField(
        'day',
        `Hari ini sudah libur: ${known.name_id}.`,
        `This day is a holiday already: ${known.name_en}.`,
      )
    }
    await tx
      .insertInto('rules.holiday')
      .values({
        day: input.day,
        region,
        kind: 'regional',
        name_id: input.nameId,
        name_en: input.nameEn,
        citation: input.citation,
        status: 'verified',
        recorded_at: context.now.toString(),
        recorded_by: labelOf(context.actor),
      })
      .execute()
    context.invalidate('rules')
    return {
      result: { day: input.day },
      event: { subject: { type: 'holiday', id: input.day }, payload: { ...input, region } },
    }
  },
})
