// Made by bin/docs from the migrated database. Change the migrations, then run bin/docs.
import type { ColumnType, Generated } from 'kysely'

/** Read as Date; written as Date or ISO text. */
type Moment = ColumnType<Date, Date | string, Date | string>
type DefaultMoment = ColumnType<Date, Date | string | undefined, Date | string>
type MaybeMoment = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
type MaybeJson = ColumnType<unknown, string | null | undefined, string | null>

export interface IdempotencyTable {
  key: string
  command: string
  actor: string
  input_hash: Buffer
  answer: MaybeJson
  created_at: DefaultMoment
}

export interface KeptInputTable {
  id: string
  account_id: string | null
  path: string
  body: Buffer
  created_at: DefaultMoment
}

export interface MigrationTable {
  module: string
  name: string
  hash: string
  applied_at: DefaultMoment
}

export interface ProofKeyTable {
  id: string
  origin: string
  public_key: Buffer
  key_sealed: Buffer
  created_at: Moment
}

export interface ProofPendingTable {
  id: string
  at: Moment
  source: string
  commitment: Buffer
  leaf: Buffer
}

export interface ProofTileTable {
  level: number
  index: number
  hashes: Buffer
}

export interface ProofWitnessTable {
  id: string
  name: string
  key: string
  registered_at: Moment
  retired_at: MaybeMoment
}

export interface RateLimitTable {
  bucket: string
  hits: number
  resets_at: Moment
}

export interface TenantProfileTable {
  only_row: Generated<boolean>
  name: string
  short_name: string
  motto: string
  time_zone: string
  accent: string
  accent_deep: string
  accent_wash: string
  is_demo: Generated<boolean>
  updated_at: DefaultMoment
}

export interface AccessTable {
  id: string
  at: Moment
  person_id: string
  account_id: string | null
  reader_person_id: string | null
  position_id: string | null
  reader_label: string
  object_type: string
  object_id: string
  purpose: string
  unmasked: Generated<boolean>
  salt: Buffer | null
  commitment: Buffer | null
  leaf: Buffer | null
}

export interface CosignatureTable {
  size: number
  witness_id: string
  at: Moment
  line: string
  received_at: Moment
}

export interface EventTable {
  id: string
  at: Moment
  name: string
  command: string
  actor_kind: 'anonymous' | 'citizen' | 'staff' | 'partner' | 'system'
  account_id: string | null
  person_id: string | null
  position_id: string | null
  on_behalf_of_id: string | null
  actor_label: string
  subject_type: string
  subject_id: string
  payload: MaybeJson
  salt: Buffer | null
  leaf: Buffer
  request_id: string | null
  commitment: Buffer | null
}

export interface LeafTable {
  leaf_index: number
  source: 'event' | 'access' | 'document'
  id: string
  at: Moment
  commitment: Buffer
}

export interface TreeHeadTable {
  size: number
  root: Buffer
  at: Moment
  note: string
}

declare module '#kernel/db/database.ts' {
  interface Database {
    'kernel.idempotency': IdempotencyTable
    'kernel.kept_input': KeptInputTable
    'kernel.migration': MigrationTable
    'kernel.proof_key': ProofKeyTable
    'kernel.proof_pending': ProofPendingTable
    'kernel.proof_tile': ProofTileTable
    'kernel.proof_witness': ProofWitnessTable
    'kernel.rate_limit': RateLimitTable
    'kernel.tenant_profile': TenantProfileTable
    'journal.access': AccessTable
    'journal.cosignature': CosignatureTable
    'journal.event': EventTable
    'journal.leaf': LeafTable
    'journal.tree_head': TreeHeadTable
  }
}
