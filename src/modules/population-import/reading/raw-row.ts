/** A row as the file has it. */
export interface RawRow {
  /** As a spreadsheet counts, from 1. */
  readonly number: number
  readonly cells: readonly string[]
  /**
   * What kind of cell each is, one letter a column: `t` text, `n` number, `d` date (then the cell is an ISO day).
   * Left out for text files, where everything is text.
   */
  readonly kinds?: string | undefined
}

/** How a file is to be read, found out once and kept. */
export interface FileShape {
  readonly kind: 'csv' | 'xlsx'
  /** Of a text file. */
  readonly encoding?: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | undefined
  readonly separator?: ',' | ';' | '\t' | '|' | undefined
  /** Of a workbook: the sheets in their order. */
  readonly sheets?: readonly string[] | undefined
}

export const mostColumns = 200
/** Rows that are handed on together. */
export const rowsAtOnce = 500
