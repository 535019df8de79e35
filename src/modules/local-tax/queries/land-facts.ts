import type { AnyHandle } from '#kernel/db/database.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import type { Answers, KnownSource, RegisterCheck } from '#modules/services/index.ts'
import { formatNop } from '../nop.ts'
import { findParcel } from './parcel.ts'
import { payerFacts } from './taxpayer-facts.ts'
import { findTaxpayerOf, listTaxpayersOf } from './taxpayers.ts'

/** The land that a request names: one's own, chosen, or somebody's, by its number. */
export const nopOfRequest = (answers: Answers): string =>
  String((answers['request'] === 'name' ? answers['nop'] : answers['ownNop']) ?? '')

/** Of who asks something for land: the parcel that he named, and whether it is his. */
export const landFacts: KnownSource = async (tenant, db, personId, answers) => {
  const facts = await payerFacts(tenant, db, personId)
  const parcel = await findParcel(db, nopOfRequest(answers))
  const owner = await activeOwner(db, String(answers['newOwnerNpwpd'] ?? ''))
  return {
    ...facts,
    parcelFound: parcel !== undefined,
    parcelIsMine: facts.taxpayers.some(({ id }) => id === parcel?.taxpayerId),
    parcelVillage: parcel?.villageCode ?? '',
    newOwnerFound: owner,
  }
}

async function activeOwner(db: AnyHandle, npwpd: string): Promise<boolean> {
  return npwpd !== '' && (await findTaxpayerOf(db, { npwpd }))?.state === 'active'
}

/** Owner, areas and arrears of the parcel as they stand in the register. */
export async function landChecks(
  _tenant: Tenant,
  db: AnyHandle,
  answers: Answers,
  personId: string,
): Promise<RegisterCheck[]> {
  if (answers['request'] === 'new') return []
  const field = answers['request'] === 'name' ? 'nop' : 'ownNop'
  const parcel = await findParcel(db, nopOfRequest(answers))
  if (!parcel)
    return [{ field, tone: 'late', say: { id: 'tidak aktif di register objek', en: 'not active in the register' } }]
  const mine = (await listTaxpayersOf(db, personId)).some(({ id }) => id === parcel.taxpayerId)
  const [land, building] = [Number(parcel.landArea), Number(parcel.buildingArea)]
  const name = mine ? undefined : (parcel.ownerName ?? '-')
  const years = parcel.arrears.join(', ')
  return [
    {
      field,
      tone: mine || field === 'nop' ? 'good' : 'late',
      say: {
        id: `${formatNop(parcel.code)}: ${name ? `atas nama ${name}` : 'milik pemohon'}, tanah ${land} m², bangunan ${building} m²`,
        en: `${formatNop(parcel.code)}: ${name ? `in the name of ${name}` : 'the applicant’s own'}, land ${land} m², buildings ${building} m²`,
      },
    },
    ...(years
      ? [
          {
            field,
            tone: 'soon' as const,
            say: { id: `PBB menunggak: ${years}`, en: `arrears of land tax: ${years}` },
          },
        ]
      : []),
  ]
}
