import type { DocumentData } from './template-data.ts'

/** One notice of land and building tax (SPPT). Amounts come as they are printed: `Rp150.000`. */
export interface TaxNoticeData {
  /** In groups, as people read it. */
  readonly nop: string
  readonly taxpayer: string
  readonly npwpd: string
  readonly address: string
  /** What the tax is computed from, line by line. */
  readonly rows: readonly { readonly label: string; readonly value: string }[]
  readonly amount: string
  /** Whole rupiah as digits, for the sum in words. */
  readonly amountRupiah: string
  readonly dueOn: string
  /** Fifteen digits in groups; absent when there is nothing left to pay. */
  readonly code?: string | undefined
  /** The public page of this parcel: what the QR holds, and the address as one types it. */
  readonly check: { readonly url: string; readonly address: string }
}

/** Notices for printing, one on a page. Each stands for itself; what it says is checked at the public page of its parcel. */
export interface TaxNoticesData extends DocumentData {
  readonly title: string
  readonly year: number
  readonly notices: readonly TaxNoticeData[]
}
