import { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import { dateOf } from '#kernel/clock/clock.ts'
import { command } from '#kernel/command/command.ts'
import { AppError, notFound } from '#kernel/errors.ts'
import { labelOf } from '#kernel/journal/journal.ts'
import { findShipped } from '../templates/shipped.ts'
import { findUnknownPlaceholders, templateTexts } from '../templates/template.ts'

/** A new version of the texts of a template. Earlier versions stay: messages were sent with them. */
export const writeTemplate = command({
  name: 'messaging.write-template',
  event: 'messaging.template-written.v1',
  access: permitted('messaging.edit-templates'),
  input: z.object({ key: z.string().max(80), texts: templateTexts, validFrom: z.iso.date() }),
  async run(tx, input, context) {
    const shipped = findShipped(input.key)
    if (!shipped) throw notFound()
    const unknown = findUnknownPlaceholders(input.texts, shipped.placeholders)
    if (unknown.length) {
      const known = shipped.placeholders.map((name) => `{${name}}`).join(', ')
      throw new AppError('invalid-input', {
        fields: unknown.map(({ path, names }) => {
          const shown = names.map((name) => `{${name}}`).join(', ')
          return {
            path,
            message: {
              id: `Tidak ada isian untuk ${shown}. Yang dapat dipakai: ${known}.`,
              en: `Nothing fills ${shown}. You can use: ${known}.`,
            },
          }
        }),
      })
    }
    const last = await tx
      .selectFrom('messaging.template')
      .select((eb) => eb.fn.max('version').as('version'))
      .where('key', '=', input.key)
      .executeTakeFirst()
    const version = Number(last?.version ?? 0) + 1
    await tx
      .insertInto('messaging.template')
      .values({
        key: input.key,
        version,
        texts: JSON.stringify(input.texts),
        valid_from: input.validFrom,
        written_by: labelOf(context.actor),
        written_at: dateOf(context.now),
      })
      .execute()
    return {
      result: version,
      event: { subject: { type: 'message-template', id: input.key }, payload: { version, validFrom: input.validFrom } },
    }
  },
})
