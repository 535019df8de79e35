// Made by bin/docs from the migrated database. Change the migrations, then run bin/docs.
import type { ColumnType, Generated, GeneratedAlways } from 'kysely'

/** Read as Date; written as Date or ISO text. */
type Moment = ColumnType<Date, Date | string, Date | string>
type MaybeMoment = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
/** A date, as "2026-11-23". */
type Day = string
/** A decimal number, as text, so that no digit is lost. */
type Decimal = ColumnType<string, string | number, string | number>
/** Read as the value; written as JSON text, because an array would become an array of SQL. */
type Json = ColumnType<unknown, string, string>
type MaybeJson = ColumnType<unknown, string | null | undefined, string | null>
type MaybeDecimal = ColumnType<string | null, string | number | null | undefined, string | number | null>

export interface AcquisitionTable {
  id: string
  case_id: string
  case_number: string
  object_id: string
  code: string
  buyer_key: string
  buyer_person_id: string
  taxpayer_id: string | null
  seller_name: string
  acquisition: string
  acquired_on: Day
  value: Decimal
  njop: Decimal
  amount: Decimal
  untaxed_in: string | null
  state: 'checked' | 'validated' | 'void'
  assessment_id: string | null
  checked_at: Moment
  validated_at: MaybeMoment
  void_reason: string | null
  passed_on: Day | null
}

export interface AssessmentTable {
  id: string
  kind: 'sppt' | 'skpd' | 'skpdkb' | 'skpdkbt' | 'skpdn' | 'skpdlb' | 'stpd' | 'self'
  tax: 'pbb' | 'bphtb' | 'restaurant' | 'electricity' | 'hotel' | 'parking' | 'entertainment' | 'billboard' | 'groundwater' | 'minerals' | 'swallow-nests'
  run_id: string | null
  object_id: string | null
  taxpayer_id: string
  object_version: number | null
  number: string
  year: number
  period_from: Day | null
  period_to: Day | null
  state: 'draft' | 'issued' | 'delivered' | 'overdue' | 'dunned' | 'warned' | 'seizure' | 'paid' | 'refunded' | 'nil' | 'cancelled' | 'written-off'
  village_code: string | null
  code: Generated<string>
  basis: Json
  ground: Generated<string>
  source_type: string | null
  source_id: string | null
  assessed_amount: Decimal
  amount: Decimal
  paid_amount: Decimal
  written_off_amount: Decimal
  last_year_amount: MaybeDecimal
  bill_id: string | null
  issued_on: Day | null
  due_on: Day
  delivered_on: Day | null
  delivered_to: string | null
  paid_on: Day | null
  disputed_by: string | null
  cancel_reason: string | null
}

export interface CounterTable {
  key: string
  last: number
}

export interface DescentTable {
  from_object_id: string
  to_object_id: string
  how: 'split' | 'merge'
  happened_on: Day
  ground: string
}

export interface LandTable {
  object_id: string
  land_area: Decimal
  land_price: number
  building_area: Decimal
  building_price: number
  land_use: Generated<'general' | 'food-land'>
  value: GeneratedAlways<Decimal>
}

export interface ObjectTable {
  id: string
  kind: 'land' | 'restaurant' | 'hotel' | 'parking' | 'entertainment' | 'billboard' | 'well'
  code: string
  taxpayer_id: string | null
  name: string
  address: string
  village_code: string
  state: Generated<'active' | 'ended'>
  end_reason: string | null
  details: MaybeJson
  search_text: string
  version: Generated<number>
  registered_on: Day
  ended_on: Day | null
  registered_at: Moment
  updated_at: Moment
}

export interface OwnershipTable {
  id: string
  object_id: string
  taxpayer_id: string
  from_on: Day
  to_on: Day | null
  ground: string
  recorded_at: Moment
  recorded_by: string
}

export interface PlanTable {
  assessment_id: string
  case_id: string
  case_number: string
  manner: 'instalments' | 'deferral'
  state: 'running' | 'kept' | 'missed'
  parts: Json
  next_due_on: Day
  decided_at: Moment
  ended_on: Day | null
}

export interface PrintTable {
  id: string
  year: number
  village_code: string
  state: 'working' | 'done'
  done_to: Generated<string>
  total: number
  done: Generated<number>
  made_by: string
  made_at: Moment
  finished_at: MaybeMoment
}

export interface PrintFileTable {
  print_id: string
  ordinal: number
  from_code: string
  to_code: string
  notices: number
  file_hash: string
  size_bytes: number
}

export interface ProposalTable {
  id: string
  kind: 'assessment' | 'stpd' | 'warning' | 'seizure' | 'write-off'
  state: 'proposed' | 'working' | 'done' | 'returned'
  ground: string
  total: number
  done: Generated<number>
  left_out: Generated<number>
  amount: Decimal
  made_by_account: string
  made_by: string
  made_at: Moment
  decided_by_account: string | null
  decided_by: string | null
  decided_by_person: string | null
  decided_in: string | null
  decided_at: MaybeMoment
  decision_note: string | null
  finished_at: MaybeMoment
}

export interface ProposalItemTable {
  proposal_id: string
  ordinal: number
  assessment_id: string
  principal: Decimal
  interest: Decimal
  state: Generated<'waiting' | 'done' | 'left-out'>
  reason_id: string | null
  reason_en: string | null
  number: string | null
  document_id: string | null
}

export interface ReceiptTable {
  placement_id: string
  assessment_id: string
  tax: string
  year: number
  village_code: string | null
  received_on: Day
  principal: Decimal
  interest: Decimal
}

export interface RemarkTable {
  run_id: string
  code: string
  reason: 'no-owner' | 'owner-closed' | 'owner-dead' | 'no-land' | 'large-rise' | 'below-taxable' | 'changed' | 'already-assessed'
  object_id: string
  is_left_out: boolean
  before: MaybeDecimal
  after: MaybeDecimal
}

export interface RunTable {
  id: string
  year: number
  state: 'drafting' | 'drafted' | 'submitted' | 'issuing' | 'issued' | 'discarding' | 'discarded'
  village_code: string | null
  due_on: Day
  law_on: Day
  total: Generated<number>
  done: Generated<number>
  done_to: Generated<string>
  assessed: Generated<number>
  amount: Decimal
  last_year_amount: Decimal
  left_out: Generated<number>
  open_rules: MaybeJson
  rules: MaybeJson
  made_by_account: string
  made_by: string
  made_at: Moment
  submitted_by_account: string | null
  submitted_by: string | null
  decided_by_account: string | null
  decided_by: string | null
  decided_at: MaybeMoment
  decision_note: string | null
  finished_at: MaybeMoment
  phase_started_at: Moment
  updated_at: Moment
}

export interface StepTable {
  id: string
  ordinal: GeneratedAlways<number>
  assessment_id: string
  at: Moment
  verb: string
  from_state: string
  to_state: string
  by: string
  ground: Generated<string>
  amount: MaybeDecimal
  document_id: string | null
}

export interface TargetTable {
  id: string
  tax: string
  year: number
  amount: Decimal
  ground: string
  valid_from: Day
  recorded_by: string
  recorded_at: Moment
}

export interface TaxpayerTable {
  id: string
  npwpd: string
  kind: 'person' | 'firm'
  person_id: string | null
  name: string
  nib: string | null
  npwp: string | null
  address: string
  village_code: string | null
  phone: string | null
  email: string | null
  responsible_person_id: string | null
  responsible_name: string | null
  state: Generated<'active' | 'suspended' | 'closed'>
  state_reason: string | null
  search_text: string
  version: Generated<number>
  registered_on: Day
  closed_on: Day | null
  registered_at: Moment
  updated_at: Moment
}

declare module '#kernel/db/database.ts' {
  interface Database {
    'local_tax.acquisition': AcquisitionTable
    'local_tax.assessment': AssessmentTable
    'local_tax.counter': CounterTable
    'local_tax.descent': DescentTable
    'local_tax.land': LandTable
    'local_tax.object': ObjectTable
    'local_tax.ownership': OwnershipTable
    'local_tax.plan': PlanTable
    'local_tax.print': PrintTable
    'local_tax.print_file': PrintFileTable
    'local_tax.proposal': ProposalTable
    'local_tax.proposal_item': ProposalItemTable
    'local_tax.receipt': ReceiptTable
    'local_tax.remark': RemarkTable
    'local_tax.run': RunTable
    'local_tax.step': StepTable
    'local_tax.target': TargetTable
    'local_tax.taxpayer': TaxpayerTable
  }
}
