import { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { command } from '#kernel/command/command.ts'
import { AppError, invalidField } from '#kernel/errors.ts'
import { newId } from '#kernel/ids.ts'
import { labelOf } from '#kernel/journal/journal.ts'
import { type Counting, countings, patternFault } from '../domain.ts'
import { findRegister, getRegister } from '../register-row.ts'
import { patternFaultTexts } from '../texts.ts'

const keeps = permitted('registers.keep', { stepUp: true })
const patternText = z.string().trim().min(3).max(120)
const citation = z.string().trim().min(5).max(300)

/** Opens a book of numbers. */
export const addRegister = command({
  name: 'registers.add-register',
  event: 'registers.register-added.v1',
  access: keeps,
  input: z.object({
    key: z
      .string()
      .trim()
      .regex(/^[a-z][a-z0-9-]{1,59}$/),
    nameId: z.string().trim().min(3).max(120),
    nameEn: z.string().trim().min(3).max(120),
    countsBy: z.enum(countings),
    pattern: patternText,
    citation,
  }),
  async run(tx, input, context) {
    requirePattern(input.pattern, input.countsBy)
    if (await findRegister(tx, input.key)) {
      throw invalidField('key', 'Kunci ini sudah dipakai buku lain.', 'Another register has this key.')
    }
    const id = newId(context.now.epochMilliseconds)
    const by = labelOf(context.actor)
    await tx
      .insertInto('registers.register')
      .values({
        id,
        key: input.key,
        name_id: input.nameId,
        name_en: input.nameEn,
        counts_by: input.countsBy,
        created_at: context.now.toString(),
        created_by: by,
      })
      .execute()
    await tx
      .insertInto('registers.pattern')
      .values({
        register_id: id,
        valid_from: dayOf(context.now, context.tenant.profile.zone).toString(),
        pattern: input.pattern,
        citation: input.citation,
        recorded_at: context.now.toString(),
        recorded_by: by,
      })
      .execute()
    return { result: { key: input.key }, event: { subject: { type: 'register', id }, payload: input } }
  },
})

/** Another way to write the numbers of a register, from a day on that has not passed. */
export const changePattern = command({
  name: 'registers.change-pattern',
  event: 'registers.pattern-changed.v1',
  access: keeps,
  input: z.object({ key: z.string(), pattern: patternText, citation, validFrom: z.iso.date() }),
  async run(tx, input, context) {
    const register = await getRegister(tx, input.key)
    requirePattern(input.pattern, register.counts_by as Counting)
    const today = dayOf(context.now, context.tenant.profile.zone).toString()
    if (input.validFrom < today) {
      throw invalidField('validFrom', 'Pilih hari ini atau sesudahnya.', 'Choose today or later.')
    }
    const row = {
      pattern: input.pattern,
      citation: input.citation,
      recorded_at: context.now.toString(),
      recorded_by: labelOf(context.actor),
    }
    await tx
      .insertInto('registers.pattern')
      .values({ register_id: register.id, valid_from: input.validFrom, ...row })
      // Decided twice for the same day: the journal keeps both, the later counts.
      .onConflict((conflict) => conflict.columns(['register_id', 'valid_from']).doUpdateSet(row))
      .execute()
    return { result: undefined, event: { subject: { type: 'register', id: register.id }, payload: input } }
  },
})

function requirePattern(pattern: string, countsBy: Counting): void {
  const fault = patternFault(pattern, countsBy)
  if (!fault) return
  const say = patternFaultTexts[fault]
  throw new AppError('invalid-input', { fields: [{ path: 'pattern', message: say }] })
}
