import { extensionPoint } from '#kernel/define/extension-point.ts'
import type { LocalText } from '#kernel/i18n/texts.ts'

/** What is taken of a person, in the order in which an officer takes it. */
export const biometricItems = [
  'face',
  'right-thumb',
  'right-index',
  'right-middle',
  'right-ring',
  'right-little',
  'left-thumb',
  'left-index',
  'left-middle',
  'left-ring',
  'left-little',
  'right-iris',
  'left-iris',
  'signature',
] as const
export type BiometricItem = (typeof biometricItems)[number]

/** What a device says is wrong with what it took. */
export const qualityCodes = [
  'too-dry',
  'too-wet',
  'too-faint',
  'moved',
  'wrong-finger',
  'eyes-closed',
  'too-dark',
  'off-centre',
  'partial',
  'glasses',
] as const
export type QualityCode = (typeof qualityCodes)[number]

export type DeviceAnswer =
  | {
      readonly kind: 'taken'
      /** 0 to 100, as NFIQ 2 and ISO/IEC 29794 count. */
      readonly quality: number
      readonly codes: readonly QualityCode[]
      /** MIME type or name of a template format. */
      readonly format: string
      readonly data: Uint8Array
    }
  /** Nobody put a finger on it in time, or it is not connected. */
  | { readonly kind: 'away'; readonly words: LocalText }

/** A recording set at a counter: camera, finger scanner, iris scanner, pad. */
export interface BiometricDevice {
  readonly name: string
  /** Makes everything up; said on the page, and never used where a real one is there. */
  readonly isSimulated: boolean
  take(wanted: {
    readonly item: BiometricItem
    readonly attempt: number
    readonly subject: string
  }): Promise<DeviceAnswer>
}

/** Recording sets by name. The one called "counter" is used when it is there, else the simulator. */
export const biometricDevices = extensionPoint<BiometricDevice>('population.biometric-device')

/** From this quality on a recording is good enough; after the last attempt the best one counts, marked as poor. */
const goodEnough: Readonly<Record<'face' | 'finger' | 'iris' | 'signature', number>> = {
  face: 60,
  finger: 40,
  iris: 50,
  signature: 0,
}
export const mostAttempts = 3

export function partOf(item: BiometricItem): 'face' | 'finger' | 'iris' | 'signature' {
  if (item === 'face' || item === 'signature') return item
  return item.endsWith('iris') ? 'iris' : 'finger'
}

export function isGoodEnough(item: BiometricItem, quality: number, codes: readonly QualityCode[]): boolean {
  return quality >= goodEnough[partOf(item)] && !codes.includes('wrong-finger') && !codes.includes('eyes-closed')
}

/** Only what a person may lack can be missing; everybody has a face. */
export function mayBeMissing(item: BiometricItem): boolean {
  return item !== 'face'
}

export interface Taken {
  readonly item: string
  readonly attempt: number
  readonly outcome: 'accepted' | 'poor' | 'missing'
}

/** How far the recording of one part is. */
export type ItemProgress = 'open' | 'accepted' | 'poor' | 'missing'

/**
 * Where each part stands. What stays poor after the last attempt counts all the same: dry and worn fingers are no
 * reason to send somebody away. @basis Perpres 96/2018 pasal 15
 */
export function progressOf(taken: readonly Taken[]): ReadonlyMap<BiometricItem, ItemProgress> {
  return new Map(
    biometricItems.map((item) => {
      const own = taken.filter((one) => one.item === item)
      const settled = own.find((one) => one.outcome !== 'poor')
      if (settled) return [item, settled.outcome]
      return [item, own.length >= mostAttempts ? 'poor' : 'open']
    }),
  )
}

export function isComplete(taken: readonly Taken[]): boolean {
  return [...progressOf(taken).values()].every((progress) => progress !== 'open')
}
