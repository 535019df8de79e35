import type { DocumentData } from './template-data.ts'

/** A bill to pay by its code, or the receipt of its payment. Amounts come as they are printed: `Rp150.000`. */
export interface BillData extends DocumentData {
  readonly kind: 'bill' | 'receipt'
  readonly title: string
  readonly payer: string
  /** Fifteen digits; what the QR holds. */
  readonly code: string
  /** The same in groups. */
  readonly codeShown: string
  readonly issuedAt: string
  readonly dueAt: string
  /** False when nobody should pay it any more. */
  readonly isOpen: boolean
  readonly lines: readonly {
    readonly label: string
    readonly amount: string
    readonly account: string
    readonly citation: string
  }[]
  readonly total: string
  /** Whole rupiah as digits, for the sum in words. */
  readonly totalRupiah: string
  readonly payment?: { readonly paidAt: string; readonly channel: string; readonly reference: string } | undefined
  /** Address of the payer's bills, as one types it. */
  readonly page: string
}
