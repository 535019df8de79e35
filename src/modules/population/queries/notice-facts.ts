import type { AnyHandle } from '#kernel/db/database.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { findOpenNotice } from '#modules/notices/index.ts'

/** Kinds of birth as the form names them. */
const birthKinds: Readonly<Record<string, string>> = {
  single: 'single',
  twins: 'twin',
  triplets: 'triplet',
  more: 'triplet',
}
/** Where somebody gives birth, by what kind of partner tells of it. */
const facilities: Readonly<Record<string, string>> = {
  hospital: 'hospital',
  clinic: 'health-centre',
  midwife: 'midwife',
  village: 'home',
}

/** What a hospital or midwife told of a birth of these parents that is not registered yet, as the form can be filled with. */
export async function birthNoticeFacts(
  tenant: Tenant,
  db: AnyHandle,
  parentIds: readonly (string | undefined)[],
): Promise<Record<string, string | boolean>> {
  for (const personId of parentIds) {
    const found = personId && (await findOpenNotice(tenant, db, personId, 'birth'))
    if (!found) continue
    const { details, notice } = found
    return {
      hasNotice: true,
      noticeSex: details['sex'] ?? '',
      noticeBornOn: details['bornOn'] ?? '',
      noticeBornTime: details['bornTime'] ?? '',
      noticeBirthKind: birthKinds[details['birthKind'] ?? ''] ?? '',
      noticeFacility: facilities[notice.partnerKind] ?? '',
      noticeLetterNumber: details['letterNumber'] ?? '',
    }
  }
  return {}
}
