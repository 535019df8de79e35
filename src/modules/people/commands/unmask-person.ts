import { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import { command } from '#kernel/command/command.ts'
import { invalidField } from '#kernel/errors.ts'
import { recordAccess } from '#kernel/journal/journal.ts'
import { getPerson } from '../queries/persons.ts'
import { territoryOf } from '../queries/search.ts'

const shortestReason = 10

/**
 * Shows somebody's numbers in the clear, for a reason. It enters the journal and, in the same
 * transaction, the record that the person can read.
 * @basis UU 27/2022 pasal 36
 */
export const unmaskPerson = command({
  name: 'people.unmask-person',
  event: 'people.person-unmasked.v1',
  access: permitted('people.unmask'),
  input: z.object({
    personId: z.uuid(),
    reason: z.string().trim().max(300),
  }),
  async run(tx, { personId, reason }, { actor, now, require }) {
    if (reason.length < shortestReason) {
      throw invalidField(
        'reason',
        'Tulis alasan yang dapat dipahami oleh orang ini, paling sedikit 10 huruf.',
        'Write a reason that this person will understand, at least 10 letters.',
      )
    }
    const person = await getPerson(tx, personId)
    require('people.unmask', { territory: await territoryOf(tx, person) })
    const object = { type: 'person', id: personId }
    await recordAccess(tx, actor, [{ personId, object, purpose: reason, unmasked: true }], now)
    return { result: { personId }, event: { subject: object, payload: { reason } } }
  },
})
