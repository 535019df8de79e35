import type { DocumentData, SignatureData } from './template-data.ts'

/** The two layouts of official letters. @basis Permendagri 1/2023 pasal 14 (tata naskah dinas) */
export type LetterLayout = 'correspondence' | 'titled'

/**
 * How a layout is laid out where it is not the usual way. `memo`: correspondence within the office under its own title,
 * from and to as rows. `wall`: one framed page to hang up. `sheet`: a form or list without number and signature line of a letter.
 */
export type LetterArrangement = 'memo' | 'wall' | 'sheet'

/** Whose letterhead: of the unit with the region's emblem, of the regional head with the name of the post, or none. */
export type LetterHeadKind = 'unit' | 'head' | 'none'

export type LetterPaper = 'a4' | 'f4'

/** Biasa, terbatas, rahasia, sangat rahasia. */
export type LetterSecurity = 'biasa' | 'terbatas' | 'rahasia' | 'sangat-rahasia'

/** Biasa, segera, amat segera. */
export type LetterUrgency = 'biasa' | 'segera' | 'amat-segera'

export type LetterFieldType =
  | 'text'
  | 'paragraph'
  | 'date'
  | 'number'
  | 'money'
  | 'choice'
  | 'list'
  | 'table'
  | 'official'
export type LetterColumnType = 'text' | 'number' | 'money' | 'date'

/** What typesetting needs to know of a field to print its value. */
export interface PrintedField {
  /** Lower case with hyphens; the template writes it `isian.<key>`. */
  readonly key: string
  readonly type: LetterFieldType
  /** Dots are printed where such a value is missing in a draft. */
  readonly required?: boolean | undefined
  /** Of a choice: what each value prints. */
  readonly options?: readonly { readonly value: string; readonly label: string }[] | undefined
  /** Of officials: whether there may be several. */
  readonly several?: boolean | undefined
  /** Of a table. */
  readonly columns?:
    | readonly { readonly key: string; readonly label: string; readonly type: LetterColumnType }[]
    | undefined
}

/** An official named in a letter: who is sent, who was present. */
export interface LetterOfficial {
  readonly name: string
  readonly employeeNumber?: string | undefined
  readonly rank?: string | undefined
  readonly position?: string | undefined
  readonly unit?: string | undefined
}

/**
 * text, paragraph, choice: as written. date: `YYYY-MM-DD`. number: digits with a decimal point. money: whole rupiah as
 * digits. list: one string a line. table: rows by column key. official: one or several.
 */
export type LetterValue =
  | string
  | readonly string[]
  | readonly Readonly<Record<string, string>>[]
  | LetterOfficial
  | readonly LetterOfficial[]

export type LetterValues = Readonly<Record<string, LetterValue>>

export interface LetterRecipient {
  /** `Kepala Dinas Kesehatan`, `Sdr. Hartono Wiryawan`. */
  readonly name: string
  /** Address, one string a line; the last one mostly `di Arunika`. */
  readonly lines?: readonly string[] | undefined
}

/** Somebody who put his initials (paraf) to a draft. */
export interface LetterInitials {
  readonly name: string
  readonly position: string
  /** ISO 8601 with offset; absent while it is waited for. */
  readonly at?: string | undefined
}

/** A letter of an office (naskah dinas) from a template; holds everything that its pages are made of. */
export interface OfficialLetterData extends DocumentData {
  readonly layout: LetterLayout
  readonly arrangement?: LetterArrangement | undefined
  /** Of the template: `surat-tugas`. */
  readonly kind: string
  /** Heading of a titled letter or memo: `Surat Tugas`. Printed in capitals. */
  readonly title?: string | undefined
  /** Of a titled letter, below the number, after TENTANG. */
  readonly about?: string | undefined
  /** Absent in a draft that has not taken one. */
  readonly number?: string | undefined
  readonly security?: LetterSecurity | undefined
  readonly urgency?: LetterUrgency | undefined
  /** Lampiran: `1 (satu) berkas`; a hyphen is printed when absent. */
  readonly attachmentsNote?: string | undefined
  /** Hal. */
  readonly subject?: string | undefined
  readonly recipients?: readonly LetterRecipient[] | undefined
  /** Dari, of a memo. */
  readonly sender?: string | undefined
  /** Tembusan. */
  readonly copies?: readonly string[] | undefined
  readonly issued: { readonly place: string; readonly on: string }
  readonly paper?: LetterPaper | undefined
  readonly letterhead?: LetterHeadKind | undefined
  /** The body as Typst text. One that is not shipped with the program is compiled in a process of its own. */
  readonly source: string
  readonly fields: readonly PrintedField[]
  readonly values: LetterValues
  /** One, or several beside each other; empty only in a sheet. */
  readonly signatures: readonly SignatureData[]
  /** Printed on a draft, above its foot. */
  readonly initials?: readonly LetterInitials[] | undefined
  /** Printed at the head of every page: a copy that is as good as the original. */
  readonly mark?: 'salinan' | undefined
}
