import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError } from '#kernel/errors.ts'
import type { LocalText } from '#kernel/i18n/texts.ts'
import { ageOn } from '../domain.ts'
import { findKinship, type Kinship } from '../queries/kinship.ts'
import { findSpouse, listSpouses } from '../queries/persons.ts'
import type { Person } from '../queries/rows.ts'
import { requireOnRegister } from './card-guards.ts'

export const kinshipLabels: Readonly<Record<Kinship, LocalText>> = {
  'direct-line': { id: 'orang tua dan anak, atau garis keturunan lurus', en: 'parent and child, or a direct line' },
  siblings: { id: 'saudara seayah atau seibu', en: 'brother and sister' },
  'aunt-or-uncle': { id: 'paman atau bibi dengan keponakan', en: 'uncle or aunt and niece or nephew' },
  'great-aunt-or-uncle': { id: 'saudara kakek atau nenek', en: 'a brother or sister of a grandparent' },
  step: { id: 'anak tiri', en: 'a stepchild' },
  'in-law': { id: 'mertua', en: 'a parent-in-law' },
}

interface Couple {
  readonly husband: Person | undefined
  readonly wife: Person | undefined
  readonly marriedOn: string
  readonly minimumAge: number | undefined
  /** A court allows the husband a further wife. @basis UU 1/1974 pasal 3 ayat (2), pasal 4, pasal 5 */
  readonly hasPermission?: boolean | undefined
}

/**
 * What the register knows against a marriage.
 * @throws conflict for who is not active, married to another, or too closely related; invalid-input for who is too young
 * @basis UU 1/1974 pasal 3, 7, 8, 9
 */
export async function requireMayMarry(tx: WriteHandle, couple: Couple): Promise<void> {
  const { husband, wife } = couple
  if ((husband && husband.sex !== 'male') || (wife && wife.sex !== 'female')) {
    throw refused(
      'Perkawinan dicatat antara seorang pria dan seorang wanita. Periksa NIK dan jenis kelaminnya.',
      'A marriage is recorded between a man and a woman. Check the NIK and the sex.',
    )
  }
  for (const [person, partner] of [
    [husband, wife],
    [wife, husband],
  ] as const) {
    if (!person) continue
    requireOnRegister(person)
    if (person !== husband || !couple.hasPermission) await requireUnmarried(tx, person, partner)
    requireOldEnough(person, couple)
  }
  if (couple.hasPermission && husband && wife) await refuseKinOfWife(tx, husband, wife)
  const kinship = husband && wife && (await findKinship(tx, husband, wife))
  if (kinship) {
    throw refused(
      `Menurut register keduanya ${kinshipLabels[kinship].id}, sehingga dilarang kawin (UU 1/1974 pasal 8).`,
      `In the register they are ${kinshipLabels[kinship].en}, and may not marry (UU 1/1974 art. 8).`,
    )
  }
}

/** @basis UU 1/1974 pasal 8 huruf e: saudara, bibi atau kemenakan isteri, selama isteri itu masih isterinya */
async function refuseKinOfWife(tx: WriteHandle, husband: Person, wife: Person): Promise<void> {
  for (const present of await listSpouses(tx, husband)) {
    const kinship = await findKinship(tx, present, wife)
    if (kinship !== 'siblings' && kinship !== 'aunt-or-uncle') continue
    throw refused(
      `${wife.fullName} menurut register ${kinshipLabels[kinship].id} dengan isteri yang ada, sehingga dilarang kawin (UU 1/1974 pasal 8 huruf e).`,
      `In the register ${wife.fullName} is ${kinshipLabels[kinship].en} of the present wife, and may not marry (UU 1/1974 art. 8 e).`,
    )
  }
}

/** A marriage that was not recorded so far is recorded now; any other that stands is in the way. */
async function requireUnmarried(tx: WriteHandle, person: Person, partner: Person | undefined): Promise<void> {
  const spouse = await findSpouse(tx, person)
  const isUnrecordedCouple = person.maritalStatus === 'married-unrecorded' && (!spouse || spouse.id === partner?.id)
  if (isUnrecordedCouple || (person.maritalStatus !== 'married' && person.maritalStatus !== 'married-unrecorded'))
    return
  throw refused(
    `${person.fullName} menurut register masih terikat perkawinan. Perceraian atau kematian pasangannya dicatat lebih dahulu.`,
    `In the register ${person.fullName} is still married. A divorce or the death of the spouse has to be recorded first.`,
  )
}

function requireOldEnough(person: Person, { marriedOn, minimumAge }: Couple): void {
  if (minimumAge === undefined || ageOn(person.birthOn, Temporal.PlainDate.from(marriedOn)) >= minimumAge) return
  const message = {
    id: `${person.fullName} belum berumur ${minimumAge} tahun pada hari perkawinan. Diperlukan dispensasi pengadilan.`,
    en: `${person.fullName} was not ${minimumAge} years old on the day of the marriage. A court’s dispensation is needed.`,
  }
  throw new AppError('invalid-input', { fields: [{ path: 'belowAge', message }] })
}

function refused(id: string, en: string): AppError {
  return new AppError('conflict', { text: { id, en } })
}
