import type { DocumentData, SignatureData } from './template-data.ts'

/**
 * An extract of any civil register that has no form of its own: marriage, divorce, annulment, recognition, legitimation,
 * adoption, change of name, of sex, of citizenship. One party is printed large, two stand side by side.
 * @basis Permendagri 109/2019 (kutipan akta pencatatan sipil)
 */
export interface CivilCertificateData extends DocumentData {
  /** `Kutipan Akta Perkawinan`. */
  readonly title: string
  /** The register that the extract is taken from: `Akta Perkawinan`. */
  readonly register: string
  /** Of the register entry: `9901-KW-23112026-0003`. */
  readonly number: string
  /** Above the title, after `PENCATATAN SIPIL`: `Warga Negara Indonesia`. */
  readonly citizenship?: string
  readonly event: {
    /** What the sentence above the names says: `telah dilangsungkan perkawinan antara`. */
    readonly happened: string
    readonly on: string
    readonly place?: string
    /** Besides place and day, which the sentence says: court and decision, before whom, witnesses. */
    readonly rows?: readonly CivilRow[]
  }
  /** Whom it is about: one, or two beside each other. */
  readonly parties: readonly [CivilParty] | readonly [CivilParty, CivilParty]
  /** Father and mother of a child, where the extract names them. */
  readonly parents?: readonly CivilRow[]
  /** Photo of both side by side, as of a couple. */
  readonly photo?: CivilPhoto
  readonly issued: { readonly place: string; readonly on: string }
  /** Marginal notes and the legal remark, one paragraph each. */
  readonly remarks?: readonly string[]
  readonly signature: SignatureData
}

export interface CivilRow {
  readonly label: string
  readonly value: string
}

export interface CivilParty {
  /** Above the name when there are two: `Suami`, `Istri`. */
  readonly role: string
  readonly name: string
  /** Absent for a foreigner without a NIK. */
  readonly nik?: string
  /** Two parties have the same labels; a label that one lacks is left empty. */
  readonly rows: readonly CivilRow[]
}

export interface CivilPhoto {
  readonly type: 'image/jpeg' | 'image/png'
  readonly base64: string
  readonly caption: string
}
