import type { WriteHandle } from '#kernel/db/database.ts'
import { listSpouses } from '../queries/persons.ts'
import type { Person } from '../queries/rows.ts'
import type { PersonFacts } from './event/fields.ts'

/** A man with another wife stays married when one marriage ends: his row names the latest of those that last. */
export async function otherMarriage(
  tx: WriteHandle,
  person: Person,
  ended: readonly Person[],
): Promise<PersonFacts | undefined> {
  const lasting = (await listSpouses(tx, person)).find((spouse) => !ended.some((one) => one.id === spouse.id))
  if (!lasting) return undefined
  return {
    spouseId: lasting.id,
    marriageCertificateNumber: lasting.marriageCertificateNumber,
    marriedOn: lasting.marriedOn,
  }
}
