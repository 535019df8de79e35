import type { LocalText } from '#kernel/i18n/texts.ts'

/** Where somebody lives within a village. */
export interface NeighbourhoodPlace {
  readonly villageCode: string
  readonly rw: string
  readonly rt: string
}

/** So many may be opened with one form. */
export const mostAtOnce = 200

/** "3", "03" and "RT 3" are 003. @returns undefined for what is no number of one to three digits, and for 000 */
export function threeDigits(text: string): string | undefined {
  const [, digits] = /^(?:r[tw])?[\s.]*0*(\d{1,3})$/i.exec(text.trim()) ?? []
  return digits && Number(digits) > 0 ? digits.padStart(3, '0') : undefined
}

/** "001-012, 15" as numbers in order, each once. @returns undefined when a part is no number or range, or there are too many */
export function readNumbers(text: string): string[] | undefined {
  const numbers = new Set<number>()
  for (const part of text.split(/[,;]/).filter((each) => each.trim() !== '')) {
    const [first, last = first, more] = part.split(/\s*(?:[-–]|s\.?d\.?|sampai)\s*/i)
    const from = Number(threeDigits(first ?? ''))
    const to = Number(threeDigits(last ?? ''))
    if (more !== undefined || !(from <= to)) return undefined
    for (let number = from; number <= to; number += 1) numbers.add(number)
    if (numbers.size > mostAtOnce) return undefined
  }
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted.length > 0 ? sorted.map((number) => String(number).padStart(3, '0')) : undefined
}

/** "RT 003 RW 005", as addresses write it. */
export function neighbourhoodName({ rt, rw }: Pick<NeighbourhoodPlace, 'rt' | 'rw'>): string {
  return `RT ${rt} RW ${rw}`
}

/** How a place stands in the register of neighbourhoods. */
export type NeighbourhoodStanding =
  | { readonly kind: 'open' }
  /** The village has no list yet, so that every RT and RW is accepted. */
  | { readonly kind: 'unlisted' }
  | { readonly kind: 'unknown' }
  | {
      readonly kind: 'closed'
      readonly closedOn: string
      readonly reason: string
      readonly successor: Pick<NeighbourhoodPlace, 'rt' | 'rw'> | undefined
    }

/** Why nobody can live or move there; undefined for a place that stands. */
export function whyNotThere(place: NeighbourhoodPlace, standing: NeighbourhoodStanding): LocalText | undefined {
  const name = neighbourhoodName(place)
  if (standing.kind === 'unknown') {
    return {
      id: `${name} tidak ada pada daftar RT/RW desa ini. Periksa kembali nomornya, atau tanyakan kepada ketua RT.`,
      en: `${name} is not in the list of neighbourhoods of this village. Check the numbers, or ask the head of the neighbourhood.`,
    }
  }
  if (standing.kind !== 'closed') return undefined
  const { closedOn, reason, successor } = standing
  const to = successor && neighbourhoodName(successor)
  return {
    id: `${name} ditutup sejak ${closedOn}: ${reason}.${to ? ` Rumah-rumahnya kini masuk ${to}; pakai alamat itu.` : ' Pilih RT lain, atau hubungi kantor desa.'}`,
    en: `${name} has been closed since ${closedOn}: ${reason}.${to ? ` Its houses now belong to ${to}; use that address.` : ' Choose another one, or ask the village office.'}`,
  }
}
