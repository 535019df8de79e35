import type { DocumentData, Sex, SignatureData } from './template-data.ts'

/**
 * The letter with which people move: to another region (SKPWNI), inside this one, or abroad (SKPLN).
 * @basis Permendagri 109/2019; Perpres 96/2018 pasal 25, 27
 */
export interface MovingLetterData extends DocumentData {
  /** `Surat Keterangan Pindah WNI`. */
  readonly title: string
  /** `SKPWNI/9901/23112026/0003` */
  readonly number: string
  /** What it says above the names: `telah pindah ke daerah lain`. */
  readonly lead: string
  readonly family: { readonly number: string; readonly head: string }
  readonly from: readonly string[]
  readonly to: readonly string[]
  readonly movedOn: string
  /** Last day on which it can be handed in; absent where none is set. */
  readonly validTo?: string
  /** Reason, kind of move, what becomes of who stays. */
  readonly rows: readonly { readonly label: string; readonly value: string }[]
  readonly people: readonly MovingPerson[]
  readonly issued: { readonly place: string; readonly on: string }
  readonly remarks?: readonly string[]
  readonly signature: SignatureData
}

export interface MovingPerson {
  readonly name: string
  readonly nik: string
  readonly sex: Sex
  readonly bornOn: string
  /** On the card they leave: `Istri`. */
  readonly relation: string
}
