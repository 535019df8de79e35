// Made by bin/docs from the migrated database. Change the migrations, then run bin/docs.
import type { ColumnType, Generated } from 'kysely'

/** Read as Date; written as Date or ISO text. */
type Moment = ColumnType<Date, Date | string, Date | string>
type MaybeMoment = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
/** A decimal number, as text, so that no digit is lost. */
type Decimal = ColumnType<string, string | number, string | number>

export interface BillTable {
  id: string
  number: string
  state: 'issued' | 'paid' | 'expired' | 'cancelled' | 'refunding' | 'refunded'
  payer_person_id: string
  payer_name: string
  account_id: string | null
  title_id: string
  title_en: string
  subject_type: string
  subject_id: string
  unit_id: string
  unit_path: string
  total_amount: Decimal
  issued_by: string
  issued_at: Moment
  due_at: Moment
  paid_at: MaybeMoment
  closed_at: MaybeMoment
  closed_reason: string | null
}

export interface BillLineTable {
  bill_id: string
  position: number
  label_id: string
  label_en: string
  amount: Decimal
  account_code: string
  rule_ids: Generated<string[]>
  citation: Generated<string>
}

export interface ChannelCheckTable {
  channel: string
  checked_at: Moment
  listed: number
  added: number
}

export interface ChannelNonceTable {
  channel: string
  nonce: string
  seen_at: Moment
}

export interface PaymentTable {
  id: string
  channel: string
  reference: string
  number_given: string
  amount: Decimal
  paid_at: Moment
  received_at: Moment
  received_by: string
}

export interface PlacementTable {
  id: string
  payment_id: string
  bill_id: string | null
  claimed_bill_id: string | null
  unit_path: string | null
  amount: Decimal
  state: 'on-bill' | 'in-suspense' | 'refunding' | 'refunded'
  reason: 'unknown-number' | 'wrong-amount' | 'late' | 'cancelled' | 'already-paid' | 'remainder' | null
  placed_at: Moment
}

export interface RefundTable {
  id: string
  placement_id: string
  bill_id: string | null
  amount: Decimal
  state: 'requested' | 'approved' | 'refused'
  reason: string
  payee_name: string
  payee_bank: string
  payee_account: Buffer
  requested_by: string
  requested_by_account: string
  requested_by_person: string | null
  requested_at: Moment
  decided_by: string | null
  decided_by_account: string | null
  decided_at: MaybeMoment
  decision_note: string | null
  transfer_reference: string | null
}

export interface SimulatedPaymentTable {
  reference: string
  number: string
  amount: Decimal
  paid_at: Moment
  is_lost: boolean
  made_at: Moment
}

declare module '#kernel/db/database.ts' {
  interface Database {
    'billing.bill': BillTable
    'billing.bill_line': BillLineTable
    'billing.channel_check': ChannelCheckTable
    'billing.channel_nonce': ChannelNonceTable
    'billing.payment': PaymentTable
    'billing.placement': PlacementTable
    'billing.refund': RefundTable
    'billing.simulated_payment': SimulatedPaymentTable
  }
}
