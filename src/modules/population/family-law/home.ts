import { invalidField } from '#kernel/errors.ts'
import type { CoupleHome } from '#modules/people/index.ts'
import type { EffectInput } from '#modules/services/index.ts'
import { openPlace } from '../moving/answers.ts'
import type { Couple } from './spouses.ts'

/** Where the couple chose to stand, as the register takes it. */
export async function homeOf(input: EffectInput, couple: Pick<Couple, 'applicant' | 'other'>): Promise<CoupleHome> {
  const { answers } = input
  const childIds = Array.isArray(answers['children']) ? answers['children'].map(String) : []
  const hostId = (answers['home'] === 'mine' ? couple.applicant : couple.other).person?.id
  if ((answers['home'] === 'mine' || answers['home'] === 'theirs') && hostId) {
    return { kind: 'join', hostId, childIds }
  }
  if (answers['home'] !== 'new') return { kind: 'stay' }
  return { kind: 'new-card', place: await placeOf(input), childIds }
}

/** The address of a new card: in this region, and in a neighbourhood that stands. @throws invalid-input at `newAddress` */
export async function placeOf({ tx, answers, territoryCode }: EffectInput) {
  const place = await openPlace(tx, answers['newAddress'] as Parameters<typeof openPlace>[1])
  if (regencyOf(place.villageCode) === regencyOf(territoryCode)) return place
  throw invalidField(
    'newAddress',
    'Alamat ini di luar daerah kami. Kartu keluarga di sana terbit setelah pindah keluar.',
    'This address is outside our region. A card is issued there after a move out of this one.',
  )
}

const regencyOf = (code: string) => code.split('.').slice(0, 2).join('.')
