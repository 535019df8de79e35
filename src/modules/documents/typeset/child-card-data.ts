import type { DocumentData, SignatureData } from './template-data.ts'

/**
 * The card of a child as a signed file: both sides in the size of the plastic card, to be cut out or shown from a phone.
 * @basis Permendagri 2/2016 lampiran; ISO/IEC 7810 (85,6 x 53,98 mm)
 */
export interface ChildCardData extends DocumentData {
  /** On its sleeve: `K7FM-3QXT`. */
  readonly code: string
  readonly province: string
  readonly regency: string
  readonly nik: string
  readonly front: readonly CardRow[]
  readonly back: readonly CardRow[]
  /** A place for the photo, for children who have to have one. */
  readonly withPhoto: boolean
  /** Last day of the card. */
  readonly validUntil: string
  readonly issued: { readonly place: string; readonly on: string }
  readonly signature: SignatureData
}

interface CardRow {
  readonly label: string
  readonly value: string
}
