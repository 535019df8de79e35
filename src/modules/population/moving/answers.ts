import { dayOf } from '#kernel/clock/clock.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { invalidField } from '#kernel/errors.ts'
import {
  type Family,
  type FamilyRelation,
  findPersonByNik,
  getFamily,
  getPerson,
  listFamilyMembers,
  type MoveTo,
} from '#modules/people/index.ts'
import type { EffectInput } from '#modules/services/index.ts'
import { getAreaPath, requireOpenNeighbourhood, threeDigits } from '#modules/territory/index.ts'

export interface GivenAddress {
  readonly street: string
  readonly rt: string
  readonly rw: string
  readonly area: string
}

export const today = ({ context }: Pick<EffectInput, 'context'>) => dayOf(context.now, context.tenant.profile.zone)
export const textOf = (answer: unknown) => (typeof answer === 'string' && answer !== '' ? answer : undefined)

/** Who moves: the whole card of the applicant, or those who were chosen on it. */
export async function moversOf({ tx, answers, applicantPersonId }: EffectInput): Promise<{
  readonly family: Family
  readonly memberIds: readonly string[]
}> {
  const applicant = await getPerson(tx, applicantPersonId)
  if (!applicant.familyId) {
    throw invalidField(
      'moving',
      'Pemohon tidak lagi ada pada kartu keluarga. Kembalikan berkas kepada pemohon.',
      'The applicant is no longer on a family card. Return the file to the applicant.',
    )
  }
  const family = await getFamily(tx, applicant.familyId)
  const members = (await listFamilyMembers(tx, family.id)).map((member) => member.id)
  if (answers['moving'] === 'all') return { family, memberIds: members }
  const chosen = Array.isArray(answers['movers']) ? (answers['movers'] as string[]) : []
  if (chosen.some((id) => !members.includes(id))) {
    throw invalidField(
      'movers',
      'Seseorang yang dipilih tidak lagi ada pada kartu keluarga pemohon. Kembalikan berkas kepada pemohon.',
      'Somebody who was chosen is no longer on the applicant’s card. Return the file to the applicant.',
    )
  }
  return { family, memberIds: chosen }
}

/** Where they are going to live in this region: an address of their own, or the card of somebody who takes them in. */
export async function destinationOf(input: EffectInput): Promise<MoveTo & { readonly villageCode: string }> {
  const { tx, answers } = input
  if (answers['destination'] === 'card') {
    const host = await hostCard(input)
    return { kind: 'card', familyId: host.id, villageCode: host.villageCode }
  }
  const place = await openPlace(tx, answers['newAddress'] as GivenAddress | undefined)
  return { kind: 'address', place, headId: textOf(answers['newHead']), villageCode: place.villageCode }
}

/** An address of this region in a neighbourhood that stands. @throws invalid-input at `field` */
export async function openPlace(tx: WriteHandle, given: GivenAddress | undefined, field = 'newAddress') {
  if (!given) throw invalidField(field, 'Alamat baru belum diisi.', 'The new address is missing.')
  const { rt, rw, area: villageCode, street: address } = given
  const at = { rt: threeDigits(rt) ?? rt, rw: threeDigits(rw) ?? rw, villageCode }
  await requireOpenNeighbourhood(tx, at, field)
  return { ...at, address }
}

/** The card of the head who agreed, from his account or by letter. @throws invalid-input at the field of his NIK */
export async function hostCard({ tx, context, answers }: EffectInput): Promise<Family> {
  const field = answers['consent'] === 'letter' ? 'hostNikByLetter' : 'hostNik'
  const host = await findPersonByNik(context.tenant, tx, String(answers[field] ?? ''))
  const family = host?.familyId ? await getFamily(tx, host.familyId) : undefined
  if (!host || !family) {
    throw invalidField(
      field,
      'NIK ini tidak ada pada kartu keluarga daerah ini. Kembalikan berkas kepada pemohon.',
      'This NIK is on no family card of this region. Return the file to the applicant.',
    )
  }
  if (family.headPersonId === host.id) return family
  throw invalidField(
    field,
    `${host.fullName} bukan kepala keluarga pada kartunya, jadi persetujuannya belum cukup.`,
    `${host.fullName} does not head that card, so this consent is not enough.`,
  )
}

/** How each who joins stands to the head, as one answer says it. */
export function relationsOf(input: EffectInput, keys: readonly string[]): Record<string, FamilyRelation> {
  const relation = (textOf(input.answers['relation']) ?? 'relative') as FamilyRelation
  return Object.fromEntries(keys.map((key) => [key, relation]))
}

/** "Jalan Kenanga 14, RT 003 RW 005" and "Mekarsari, Mekarsari, Kabupaten Arunika". */
export async function addressLines(
  { tx }: Pick<EffectInput, 'tx'>,
  { street, rt, rw, area }: GivenAddress,
): Promise<[string, string]> {
  const path = await getAreaPath(tx, area).catch(() => [])
  const [, regency, district, village] = path
  const names = [village?.name, district && `Kecamatan ${district.name}`, regency?.name].filter(Boolean)
  return [`${street}, RT ${rt} RW ${rw}`, names.join(', ') || area]
}

export const addressOf = (family: Family): GivenAddress => ({
  street: family.address,
  rt: family.rt,
  rw: family.rw,
  area: family.villageCode,
})
