import { z } from 'zod'
import { systemOnly } from '#kernel/access/access.ts'
import { command } from '#kernel/command/command.ts'
import { getFamily, getPerson } from '#modules/people/index.ts'
import { findBirthOf } from '../effects/birth-entry.ts'

/** Announces a child that was entered, after the signature holds. A birth that was voided meanwhile is not announced. */
export const announceChild = command({
  name: 'population.announce-child',
  event: 'population.child-registered.v1',
  access: systemOnly,
  isolation: 'repeatable read',
  input: z.object({ personId: z.uuid(), caseId: z.uuid() }),
  async run(tx, { personId, caseId }) {
    const [child, birth] = [await getPerson(tx, personId), await findBirthOf(tx, personId)]
    if (!birth || child.status !== 'active') return { result: undefined, event: undefined }
    const village = child.familyId ? (await getFamily(tx, child.familyId)).villageCode : ''
    return {
      result: undefined,
      event: {
        subject: { type: 'person', id: personId },
        payload: {
          personId,
          motherPersonId: child.motherId ?? null,
          bornOn: child.birthOn,
          villageCode: village,
          registerNumber: birth.number,
          caseId,
        },
      },
    }
  },
})
