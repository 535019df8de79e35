import { AppError, invalidField } from '#kernel/errors.ts'
import { isAdult } from '../family-head.ts'
import type { Person } from '../queries/rows.ts'
import { kinOf } from './event/places.ts'

/** From so many people on one card an officer looks twice; nothing forbids it. */
const crowdedFrom = 20

export const isCrowded = (members: number): boolean => members >= crowdedFrom

/** @throws conflict for who is not here any more, or whose data are under check */
export function requireOnRegister(person: Person): void {
  if (person.status !== 'active') {
    throw refusedFor(
      person,
      '{name} tidak lagi tercatat sebagai penduduk di sini, sehingga tidak dapat dimuat pada kartu keluarga.',
      '{name} is no longer registered here and cannot stand on a family card.',
    )
  }
  if (person.checkReason) {
    throw refusedFor(
      person,
      'Data {name} sedang diperiksa. Selesaikan pemeriksaannya dahulu, lalu ulangi.',
      'The data of {name} are under check. Finish that first, then try again.',
    )
  }
}

/** @throws invalid-input at `path` unless he is of age or was married @basis UU 24/2013 pasal 63 */
export function requireMayHead(person: Person, today: Temporal.PlainDate, path: string): void {
  if (isAdult(kinOf(person), today)) return
  throw invalidField(
    path,
    `${person.fullName} belum dewasa dan belum pernah kawin, jadi belum dapat menjadi kepala keluarga.`,
    `${person.fullName} is neither of age nor was ever married, and cannot head a family yet.`,
  )
}

/**
 * Children without an adult belong on the card of a guardian; a card is never left to them.
 * @throws invalid-input at `path`
 * @basis Perpres 96/2018 pasal 12; UU 23/2006 pasal 61
 */
export function refuseChildrenAlone(members: readonly Person[], today: Temporal.PlainDate, path: string): void {
  if (members.length === 0 || members.some((member) => isAdult(kinOf(member), today))) return
  const names = members.map((member) => member.fullName).join(', ')
  throw invalidField(
    path,
    `Pada kartu keluarga hanya akan tersisa anak-anak (${names}). Pindahkan mereka ke kartu keluarga walinya lebih dahulu.`,
    `Only children would be left on the card (${names}). Move them to the card of their guardian first.`,
  )
}

function refusedFor(person: Person, id: string, en: string): AppError {
  return new AppError('conflict', { params: { name: person.fullName }, text: { id, en } })
}

/** Of age by years, or because he was married. @basis UU 24/2013 pasal 63 */
export function isOfAge(person: Person, today: Temporal.PlainDate): boolean {
  return isAdult(kinOf(person), today)
}
