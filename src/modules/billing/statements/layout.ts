import { z } from 'zod'
import type { Sen } from '#kernel/money/money.ts'

export const sides = ['channel', 'treasury'] as const
export type Side = (typeof sides)[number]
export const formats = ['csv', 'mt940', 'fixed'] as const
export type FileFormat = (typeof formats)[number]

/** What of a line is read. Reference and time may be missing in a bank's file; the others may not. */
export const layoutFields = ['day', 'time', 'amount', 'reference', 'number', 'description', 'fee', 'mark'] as const
export type LayoutField = (typeof layoutFields)[number]

export const separators = ['auto', ';', ',', 'tab', '|'] as const

/**
 * How the lines of a file are read. A column is named by its heading or its number in a CSV, by the places of its signs
 * ("1-8") in a file of fixed widths; MT940 says itself where everything is.
 */
export const layoutSchema = z.object({
  separator: z.enum(separators),
  /** Lines before the first receipt; the last of them names the columns. */
  headLines: z.number().int().min(0).max(30),
  columns: z.partialRecord(z.enum(layoutFields), z.string().trim().max(60)),
  dayOrder: z.enum(['dmy', 'ymd', 'mdy']),
  decimal: z.enum([',', '.']),
  /** What the column of the mark holds for a receipt: "K", "CR". Others are no receipts. */
  creditMark: z.string().trim().max(10),
})
export type Layout = z.infer<typeof layoutSchema>

export const lineProblems = ['columns', 'amount', 'day', 'future', 'reference', 'fee'] as const
export type LineProblem = (typeof lineProblems)[number]

export interface Receipt {
  readonly line: number
  readonly reference: string
  /** Billing code; empty when the line holds none. */
  readonly number: string
  readonly amount: Sen
  readonly fee: Sen | undefined
  readonly paidAt: Temporal.Instant
  readonly description: string
}

export interface BrokenLine {
  readonly line: number
  readonly raw: string
  readonly problem: LineProblem
}

export interface FileContent {
  readonly receipts: readonly Receipt[]
  readonly broken: readonly BrokenLine[]
  readonly skipped: number
}

export const fileFaults = [
  'empty',
  'workbook',
  'not-text',
  'too-large',
  'too-many-lines',
  'no-columns',
  'not-mt940',
  'balance',
] as const
export type FileFault = (typeof fileFaults)[number]

/** The file as a whole cannot be what it is said to be. */
export class UnreadableFile extends Error {
  readonly fault: FileFault
  constructor(fault: FileFault) {
    super(`a bank file cannot be read: ${fault}`)
    this.fault = fault
  }
}

export const largestFile = 5 * 1024 * 1024
export const mostLines = 50_000
