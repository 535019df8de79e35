import { AppError, invalidField } from '#kernel/errors.ts'
import type { FamilyRelation } from '../../domain.ts'
import { isAdult, relationToHead } from '../../family-head.ts'
import type { Person } from '../../queries/rows.ts'
import type { OpenEvent } from '../event/event.ts'
import { kinOf } from '../event/places.ts'

/**
 * Children who move without an adult need the statement of their guardian.
 * @throws invalid-input at `guardianStatement`
 * @basis Permendagri 108/2019 (perpindahan anak di bawah 17 tahun); formulir F-1.03
 */
export function refuseUnaccompanied(
  movers: readonly Person[],
  today: Temporal.PlainDate,
  guardianConsents: boolean | undefined,
): void {
  if (guardianConsents || movers.some((mover) => isAdult(kinOf(mover), today))) return
  throw invalidField(
    'guardianStatement',
    'Yang pindah hanya anak-anak. Lampirkan pernyataan orang tua atau wali yang mengizinkan.',
    'Only children move. Attach the statement of a parent or guardian who allows it.',
  )
}

/** How somebody stood to the old head only tells something among those of one card; nobody brings along being head. */
export function stoodWith(mover: Person, head: Person): FamilyRelation {
  const stood = mover.familyId === head.familyId ? mover.familyRelation : 'relative'
  return stood === 'head' && mover.id !== head.id ? 'relative' : stood
}

/** Puts people on a card that stands, each as the register or the applicant says. @throws conflict for a card that no longer holds */
export async function takeOnto(
  event: OpenEvent,
  familyId: string,
  movers: readonly Person[],
  relations: Readonly<Record<string, FamilyRelation>>,
): Promise<void> {
  const family = await event.family(familyId)
  if (family.status !== 'active') throw new AppError('conflict')
  const hosts = await event.members(familyId)
  const head = hosts.find((member) => member.id === family.headPersonId) ?? hosts[0]
  const everybody = [...hosts, ...movers].map(kinOf)
  for (const mover of movers) {
    const known = head && relationToHead({ ...kinOf(mover), relation: 'relative' }, kinOf(head), everybody)
    const told = known === undefined || known === 'relative' ? (relations[mover.id] ?? 'relative') : known
    await event.moveMember(mover.id, familyId, told === 'head' ? 'relative' : told)
  }
}

/** Names the head of a new card. Who headed them before goes on to, and everybody stays to him what he was. */
export async function headAs(event: OpenEvent, familyId: string, headId: string, stood: FamilyRelation): Promise<void> {
  if (stood === 'head') await event.changeFamily(familyId, { headPersonId: headId })
  else await event.setHead(familyId, headId)
}
