import { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import { command } from '#kernel/command/command.ts'
import { invalidField } from '#kernel/errors.ts'
import { newId } from '#kernel/ids.ts'
import { mandateActs } from '../mandate-acts.ts'
import { listCandidates, listMandates } from '../queries/mandates.ts'
import { getPosition } from '../queries/positions.ts'

/**
 * Lets a subordinate post sign for a post, which stays responsible. `u.b.` hands down what the post itself has a.n. of
 * another, and never for longer than that.
 * @basis UU 30/2014 pasal 14 ayat (1), (3), (8): a mandate comes from the superior, who may take it back
 */
export const giveMandate = command({
  name: 'organization.give-mandate',
  event: 'organization.mandate-given.v1',
  access: permitted('organization.assign', { stepUp: true }),
  input: z.object({
    principalId: z.uuid(),
    holderId: z.uuid(),
    form: z.enum(['a.n.', 'u.b.']),
    acts: z.array(z.string().max(60)).min(1).max(30),
    orderNumber: z.string().trim().min(3).max(100),
    orderOn: z.iso.date(),
    from: z.iso.date(),
    to: z.iso.date(),
  }),
  async run(tx, input, context) {
    const principal = await getPosition(tx, input.principalId)
    context.require('organization.assign', { unitPath: principal.unit.path, territory: principal.territoryCode })
    if (input.to < input.from) {
      throw invalidField(
        'to',
        'Hari terakhir tidak boleh sebelum hari pertama.',
        'The last day cannot come before the first day.',
      )
    }
    const unknown = input.acts.find((act) => !mandateActs.find(act))
    if (unknown) throw invalidField('acts', 'Pilih dari daftar.', 'Choose from the list.')
    const candidates = await listCandidates(tx, principal.id, input.from)
    if (!candidates.some(({ id }) => id === input.holderId)) {
      throw invalidField(
        'holderId',
        'Mandat hanya diberikan kepada jabatan di bawahnya yang berlaku pada hari itu.',
        'A mandate goes only to a subordinate post that exists on that day.',
      )
    }
    if (input.form === 'u.b.') {
      const held = await listMandates(tx, { holderId: principal.id, day: input.from })
      const covers = held.some(
        (mandate) =>
          mandate.form === 'a.n.' &&
          mandate.validTo >= input.to &&
          input.acts.every((act) => mandate.acts.includes(act)),
      )
      if (!covers) {
        throw invalidField(
          'form',
          'Untuk u.b., jabatan ini sendiri harus memegang mandat a.n. atas tindakan yang sama selama itu.',
          'For u.b. this post must itself hold a mandate a.n. for the same acts all that time.',
        )
      }
    }
    const id = newId<'mandate'>(context.now.epochMilliseconds)
    await tx
      .insertInto('organization.mandate')
      .values({
        id,
        principal_id: principal.id,
        holder_id: input.holderId,
        form: input.form,
        acts: input.acts,
        order_number: input.orderNumber,
        order_on: input.orderOn,
        valid_from: input.from,
        valid_to: input.to,
      })
      .execute()
    const { principalId, holderId, form, acts, orderNumber, from, to } = input
    return {
      result: { mandateId: id as string },
      event: {
        subject: { type: 'mandate', id },
        payload: { principalId, holderId, form, acts, orderNumber, from, to },
      },
    }
  },
})
