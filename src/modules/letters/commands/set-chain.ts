import { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { command } from '#kernel/command/command.ts'
import { AppError, invalidField, notFound } from '#kernel/errors.ts'
import { newId } from '#kernel/ids.ts'
import { labelOf } from '#kernel/journal/journal.ts'
import { mayDraft, mayRead } from '../access.ts'
import { stepsSchema } from '../content-schema.ts'
import { chainFault, isOpenForEditing } from '../domain.ts'
import { guardOf, lockLetter } from '../letter-row.ts'
import { chainFaults } from '../texts/chain-faults.ts'
import { writeChain } from './chain-rows.ts'
import { writeHistory } from './letter-changes.ts'

/** Who initials and who signs, in which order. Only while the letter is a draft. */
export const setChain = command({
  name: 'letters.set-chain',
  event: 'letters.chain-set.v1',
  access: permitted('letters.draft'),
  input: z.object({ letterId: z.uuid(), steps: stepsSchema }),
  async run(tx, { letterId, steps }, context) {
    const letter = await lockLetter(tx, letterId)
    const guard = guardOf(letter)
    if (!mayRead(context.actor, guard)) throw notFound()
    if (!mayDraft(context.actor, guard)) throw new AppError('forbidden')
    if (!isOpenForEditing(letter.row.state)) {
      throw new AppError('wrong-state', {
        text: {
          id: 'Rantai hanya dapat diubah selama naskah masih konsep. Tarik kembali dahulu.',
          en: 'The chain can be changed only while the letter is a draft. Take it back first.',
        },
      })
    }
    await writeChain(tx, [letterId], steps, dayOf(context.now, context.tenant.profile.zone).toString())
    await writeHistory(tx, context, letter.row, { what: 'chain-set', facts: { steps: steps.length } })
    return {
      result: null,
      event: { subject: { type: 'letter', id: letterId }, payload: { steps } },
    }
  },
})

/** Keeps a chain under a name, for the letters of the unit to come. */
export const saveChainTemplate = command({
  name: 'letters.save-chain',
  event: 'letters.chain-saved.v1',
  access: permitted('letters.keep'),
  input: z.object({ name: z.string().trim().min(3).max(80), steps: stepsSchema }),
  async run(tx, { name, steps }, context) {
    const unitPath = context.actor.position?.unitPath ?? ''
    context.require('letters.keep', { unitPath })
    const fault = chainFault(
      steps.map((step) => ({ ...step, kind: step.kind, posts: step.posts.map((post) => post.positionId) })),
    )
    if (fault) throw new AppError('invalid-input', { fields: [{ path: 'steps', message: chainFaults[fault] }] })
    const id = newId(context.now.epochMilliseconds)
    const made = await tx
      .insertInto('letters.chain_template')
      .values({
        id,
        unit_path: unitPath,
        name,
        steps: JSON.stringify(steps),
        made_at: context.now.toString(),
        made_by: labelOf(context.actor),
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!made) {
      throw invalidField('name', 'Unit Anda sudah memiliki rantai bernama ini.', 'Your unit has a chain of this name.')
    }
    return { result: { id }, event: { subject: { type: 'letter-chain', id }, payload: { name, unitPath } } }
  },
})

export const retireChainTemplate = command({
  name: 'letters.retire-chain',
  event: 'letters.chain-retired.v1',
  access: permitted('letters.keep'),
  input: z.object({ chainTemplateId: z.uuid() }),
  async run(tx, { chainTemplateId }, context) {
    const row = await tx
      .updateTable('letters.chain_template')
      .set({ retired_at: context.now.toString(), retired_by: labelOf(context.actor) })
      .where('id', '=', chainTemplateId)
      .where('retired_at', 'is', null)
      .returning(['unit_path', 'name'])
      .executeTakeFirst()
    if (!row) throw notFound()
    context.require('letters.keep', { unitPath: row.unit_path })
    return {
      result: null,
      event: { subject: { type: 'letter-chain', id: chainTemplateId }, payload: { name: row.name } },
    }
  },
})
