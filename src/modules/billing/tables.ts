// Made by bin/docs from the migrated database. Change the migrations, then run bin/docs.
import type { ColumnType, Generated } from 'kysely'

/** Read as Date; written as Date or ISO text. */
type Moment = ColumnType<Date, Date | string, Date | string>
type MaybeMoment = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
/** A date, as "2026-11-23". */
type Day = string
/** A decimal number, as text, so that no digit is lost. */
type Decimal = ColumnType<string, string | number, string | number>
/** Read as the value; written as JSON text, because an array would become an array of SQL. */
type Json = ColumnType<unknown, string, string>
type MaybeDecimal = ColumnType<string | null, string | number | null | undefined, string | number | null>

export interface BankTable {
  id: string
  name: string
  is_open: Generated<boolean>
  partner_id: string
  partner_service_id: string
  client_key: string
  public_key: string
  secret_sealed: Buffer
  old_secret_sealed: Buffer | null
  old_secret_until: MaybeMoment
  addresses: Generated<string[]>
  base_url: string | null
  our_client_key: string | null
  our_secret_sealed: Buffer | null
  our_private_key_sealed: Buffer | null
  our_public_key: string | null
  merchant_id: string | null
  registered_at: Moment
  changed_at: Moment
}

export interface BankCallTable {
  bank_id: string
  called_on: Day
  external_id: string
  path: string
  body_hash: Buffer
  status: number
  answer: Json
  answered_at: Moment
}

export interface BankTokenTable {
  token_hash: Buffer
  bank_id: string
  expires_at: Moment
}

export interface BeneficiaryTable {
  id: string
  kind: 'region' | 'province' | 'other'
  name: string
  bank: Generated<string>
  account_number: Generated<string>
  changed_at: MaybeMoment
}

export interface BillTable {
  id: string
  number: string
  state: 'issued' | 'partly-paid' | 'paid' | 'expired' | 'cancelled' | 'refunding' | 'refunded'
  payer_person_id: string | null
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
  expires_at: MaybeMoment
  allows_part: Generated<boolean>
  interest_source: string | null
  received_amount: Decimal
  refunded_amount: Decimal
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
  beneficiary_id: Generated<string>
  rule_ids: Generated<string[]>
  citation: Generated<string>
}

export interface BillNewsTable {
  bill_id: string
  step: string
  told_at: Moment
}

export interface BillReferenceTable {
  bill_id: string
  kind: 'npwpd' | 'nop' | 'plate' | 'nik' | 'number'
  value: string
}

export interface CalendarKeyTable {
  account_id: string
  key: string
  made_at: Moment
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

export interface DayCloseTable {
  id: string
  number: number
  from_on: Day
  to_on: Day
  state: 'prepared' | 'closed' | 'returned'
  totals: Json
  entries: number
  entries_hash: Buffer
  previous_hash: Buffer | null
  hash: Buffer
  prepared_by: string
  prepared_by_account: string
  prepared_by_person: string | null
  prepared_at: Moment
  decided_by: string | null
  decided_by_account: string | null
  decided_at: MaybeMoment
  note: string | null
}

export interface DifferenceTable {
  id: string
  day: Day
  kind: 'only-ours' | 'only-bank' | 'amount' | 'other-day' | 'twice' | 'less' | 'not-in-treasury' | 'only-treasury'
  channel: string
  reference: string
  payment_id: string | null
  reported_id: string | null
  ours_amount: MaybeDecimal
  theirs_amount: MaybeDecimal
  state: 'open' | 'asked' | 'explained' | 'settled'
  owner_account: string | null
  owner_name: string | null
  reason: string | null
  found_at: Moment
  closed_at: MaybeMoment
}

export interface DifferenceStepTable {
  difference_id: string
  position: number
  act: 'found' | 'taken' | 'booked' | 'asked' | 'explained' | 'vanished' | 'reopened'
  note: string
  made_by: string
  made_at: Moment
}

export interface GatewayTable {
  id: 'midtrans' | 'xendit'
  is_open: boolean
  base_url: string
  key_sealed: Buffer
  callback_sealed: Buffer
  changed_at: Moment
}

export interface GatewayPaymentTable {
  reference: string
  gateway_id: string
  number: string
  account_id: string | null
  amount: Decimal
  method: 'va' | 'qris'
  state: 'asked' | 'open' | 'done'
  external_id: string | null
  instruction: string | null
  bank: string | null
  made_at: Moment
  valid_until: Moment
}

export interface JournalAccountTable {
  code: string
  kind: 'cash' | 'suspense' | 'revenue' | 'due-to' | 'refunds-payable'
  account_code: string | null
  beneficiary_id: string | null
}

export interface JournalEntryTable {
  id: string
  kind: 'received' | 'matched' | 'released' | 'refund-requested' | 'refund-refused' | 'refunded'
  payment_id: string
  entry_on: Day
  made_at: Moment
  made_by: string
}

export interface JournalLineTable {
  entry_id: string
  position: number
  account: string
  bill_id: string | null
  debit: Decimal
  credit: Decimal
}

export interface PayOrderTable {
  id: string
  number: string
  state: 'open' | 'paid' | 'ended'
  payer_person_id: string | null
  payer_name: string
  account_id: string | null
  total_amount: Decimal
  quoted_on: Day
  made_by: string
  made_at: Moment
  valid_until: Moment
  closed_at: MaybeMoment
}

export interface PayOrderLineTable {
  order_id: string
  bill_id: string
  position: number
  component: 'principal' | 'interest'
  amount: Decimal
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
  order_id: string | null
  refund_id: string | null
  unit_path: string | null
  amount: Decimal
  state: 'on-bill' | 'reserved' | 'in-suspense' | 'refunding' | 'refunded'
  reason: 'unknown-number' | 'wrong-amount' | 'late' | 'cancelled' | 'already-paid' | 'remainder' | null
  placed_at: Moment
}

export interface PlacementLineTable {
  placement_id: string
  position: number
  component: 'principal' | 'interest'
  amount: Decimal
  account_code: string
  beneficiary_id: string
}

export interface ProgramPayerTable {
  partner_id: string
  kind: 'npwpd' | 'nop' | 'plate' | 'number'
  value: string
  added_by: string
  added_at: Moment
}

export interface QrCodeTable {
  partner_reference: string
  bank_id: string
  number: string
  account_id: string | null
  amount: Decimal
  state: 'asked' | 'open' | 'cancelled'
  content: string | null
  reference_no: string | null
  made_at: Moment
  valid_until: Moment
}

export interface ReconciliationTable {
  day: Day
  channel: string
  ours_count: number
  ours_amount: Decimal
  bank_count: number | null
  bank_amount: MaybeDecimal
  treasury_count: number | null
  treasury_amount: MaybeDecimal
  fee_amount: Decimal
  failure: string | null
  run_at: Moment
  run_by: string
}

export interface RefundTable {
  id: string
  placement_id: string | null
  bill_id: string | null
  is_part: Generated<boolean>
  claimed_bill_id: string | null
  unit_path: string | null
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

export interface ReportedTable {
  id: string
  side: 'channel' | 'treasury'
  source: string
  reference: string
  number: string
  amount: Decimal
  fee: MaybeDecimal
  reported_on: Day
  description: string
  statement_id: string | null
  found_at: Moment
}

export interface SettlementTable {
  payment_id: string
  reported_id: string
  matched_at: Moment
}

export interface SimulatedAccountTable {
  bank_id: string
  account_number: string
  amount: Decimal
  name: string
  expires_at: MaybeMoment
  kind: 'va' | 'qr'
  reference: string
  state: 'open' | 'paid' | 'gone'
  paid_at: MaybeMoment
}

export interface SimulatedBankTable {
  bank_id: string
  private_key_sealed: Buffer
}

export interface SimulatedPaymentTable {
  reference: string
  number: string
  amount: Decimal
  paid_at: Moment
  is_lost: boolean
  made_at: Moment
  channel: string
  mishap: string
  state: 'taken' | 'returned'
  answer_code: string | null
}

export interface StatementTable {
  id: string
  source_id: string
  file_name: string
  file_hash: Buffer
  state: 'read' | 'booking' | 'booked' | 'discarded'
  rows: number
  broken: number
  skipped: number
  amount: Decimal
  first_on: Day | null
  last_on: Day | null
  done_to: Generated<number>
  uploaded_by: string
  uploaded_at: Moment
  decided_by: string | null
  decided_at: MaybeMoment
  finished_at: MaybeMoment
}

export interface StatementRowTable {
  statement_id: string
  line: number
  state: 'read' | 'broken' | 'booked' | 'suspended' | 'known' | 'listed'
  reference: string
  number: string
  amount: MaybeDecimal
  fee: MaybeDecimal
  paid_at: MaybeMoment
  description: string
  problem: string | null
  raw: string
}

export interface StatementSourceTable {
  id: string
  name: string
  side: 'channel' | 'treasury'
  channel: string | null
  format: 'csv' | 'mt940' | 'fixed'
  layout: Json
  settles: Generated<string[]>
  changed_at: Moment
  changed_by: string
}

declare module '#kernel/db/database.ts' {
  interface Database {
    'billing.bank': BankTable
    'billing.bank_call': BankCallTable
    'billing.bank_token': BankTokenTable
    'billing.beneficiary': BeneficiaryTable
    'billing.bill': BillTable
    'billing.bill_line': BillLineTable
    'billing.bill_news': BillNewsTable
    'billing.bill_reference': BillReferenceTable
    'billing.calendar_key': CalendarKeyTable
    'billing.channel_check': ChannelCheckTable
    'billing.channel_nonce': ChannelNonceTable
    'billing.day_close': DayCloseTable
    'billing.difference': DifferenceTable
    'billing.difference_step': DifferenceStepTable
    'billing.gateway': GatewayTable
    'billing.gateway_payment': GatewayPaymentTable
    'billing.journal_account': JournalAccountTable
    'billing.journal_entry': JournalEntryTable
    'billing.journal_line': JournalLineTable
    'billing.pay_order': PayOrderTable
    'billing.pay_order_line': PayOrderLineTable
    'billing.payment': PaymentTable
    'billing.placement': PlacementTable
    'billing.placement_line': PlacementLineTable
    'billing.program_payer': ProgramPayerTable
    'billing.qr_code': QrCodeTable
    'billing.reconciliation': ReconciliationTable
    'billing.refund': RefundTable
    'billing.reported': ReportedTable
    'billing.settlement': SettlementTable
    'billing.simulated_account': SimulatedAccountTable
    'billing.simulated_bank': SimulatedBankTable
    'billing.simulated_payment': SimulatedPaymentTable
    'billing.statement': StatementTable
    'billing.statement_row': StatementRowTable
    'billing.statement_source': StatementSourceTable
  }
}
