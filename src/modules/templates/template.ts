import type { LocalText } from '#kernel/i18n/texts.ts'
import type {
  Act,
  LetterArrangement,
  LetterColumnType,
  LetterFieldType,
  LetterHeadKind,
  LetterLayout,
  LetterPaper,
} from '#modules/documents/index.ts'
import type { LetterGroup, LetterKind } from './kinds.ts'

export interface TemplateColumn {
  readonly key: string
  readonly label: LocalText
  readonly type: LetterColumnType
}

/** One thing that whoever drafts a letter fills in. The body writes it `isian.<key>`. */
export interface TemplateField {
  readonly key: string
  readonly type: LetterFieldType
  readonly label: LocalText
  readonly hint?: LocalText | undefined
  readonly required: boolean
  /** Of a choice. */
  readonly options?: readonly { readonly value: string; readonly label: LocalText }[] | undefined
  /** Of a table. */
  readonly columns?: readonly TemplateColumn[] | undefined
  /** Most lines of a list, rows of a table, officials; default 1 official, 100 rows. */
  readonly most?: number | undefined
  /** Asked for only while the choice has one of these values. */
  readonly when?: { readonly field: string; readonly is: readonly string[] } | undefined
}

/** What one version of a template says. */
export interface TemplateContent {
  readonly name: LocalText
  readonly kind: LetterKind
  readonly layout: LetterLayout
  readonly arrangement?: LetterArrangement | undefined
  /** Heading of a titled letter or memo, printed in capitals: `Surat Tugas`. */
  readonly title?: string | undefined
  readonly letterhead: LetterHeadKind
  readonly paper: LetterPaper
  /** Class of act that signing it is: which of them a Plt or Plh may not sign is a dated rule. */
  readonly act: Act
  /** Key of the register that numbers it; none for forms and lists. */
  readonly register?: string | undefined
  /** Who signs, one label each where there are several (`PIHAK KESATU`); none for forms and lists. */
  readonly signers: readonly { readonly role?: string | undefined }[]
  readonly fields: readonly TemplateField[]
  /** The body as Typst text. */
  readonly source: string
}

/** One version as letters use it. It never changes once it is published. */
export interface LetterTemplate extends TemplateContent {
  readonly versionId: string
  readonly templateId: string
  readonly key: string
  readonly version: number
  readonly group: LetterGroup
  /** Shipped with the program. */
  readonly isBuiltIn: boolean
}
