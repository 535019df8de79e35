import type { DocumentData } from './template-data.ts'

export interface BlankFormField {
  readonly label: string
  readonly hint?: string
  readonly required?: boolean
  /**
   * text: one writing line. paragraph: `lines` writing lines. boxes: one box a character, `length` of them.
   * date: DD MM YYYY boxes. choice: tick one option. choices: tick any. statement: one box before the label.
   * table: `lines` ruled rows under `columns`, over the whole width. sketch: an empty frame to draw in.
   */
  readonly kind: 'text' | 'paragraph' | 'boxes' | 'date' | 'choice' | 'choices' | 'statement' | 'table' | 'sketch'
  /** Of `boxes`, at most 24; default 16. */
  readonly length?: number
  /** Of `paragraph` and `table`; default 3. */
  readonly lines?: number
  /** Of `table`. */
  readonly columns?: readonly string[]
  /** Printed before and after a writing line: "Rp", "m²". */
  readonly prefix?: string
  readonly suffix?: string
  readonly options?: readonly string[]
}

export interface BlankFormGroup {
  readonly title?: string
  readonly hint?: string
  /** The group is printed this many times, numbered; default 1. */
  readonly repeat?: number
  readonly fields: readonly BlankFormField[]
}

export interface BlankFormData extends DocumentData {
  readonly title: string
  readonly service: string
  /** `F-2.01` or the like. */
  readonly code?: string
  readonly introduction?: string
  readonly pages: readonly {
    readonly title: string
    readonly hint?: string
    readonly groups: readonly BlankFormGroup[]
  }[]
  readonly attachments?: readonly string[]
  /** What the applicant declares above the signature. */
  readonly declaration?: string
  /** Where the same form can be filled in online. */
  readonly online?: { readonly url: string; readonly address: string }
}
