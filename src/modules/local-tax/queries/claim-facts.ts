import { sql } from 'kysely'
import { dayOf, systemClock } from '#kernel/clock/clock.ts'
import type { AnyHandle } from '#kernel/db/database.ts'
import { senFromNumeric } from '#kernel/money/money.ts'
import { getRule, wholeNumber } from '#modules/rules/index.ts'
import type { KnownSource } from '#modules/services/index.ts'
import {
  type AssessmentKind,
  type AssessmentState,
  arrearStates,
  openStates,
  owedOf,
  type Tax,
  taxNames,
} from '../claims.ts'
import { payerFacts } from './taxpayer-facts.ts'
import { listTaxpayersOf } from './taxpayers.ts'

export interface OwnClaim {
  readonly id: string
  readonly number: string
  readonly kind: AssessmentKind
  readonly tax: Tax
  readonly year: number
  readonly state: AssessmentState
  readonly place: string
  readonly owner: string
  /** Whole rupiah. */
  readonly amount: number
  readonly paid: number
  readonly owed: number
  /** Since when it can be objected to: delivered, else issued. */
  readonly knownOn: string
  readonly dueOn: string
  readonly isDisputed: boolean
}

interface Row {
  id: string
  number: string
  kind: AssessmentKind
  tax: Tax
  year: number
  state: AssessmentState
  place: string | null
  owner: string
  amount: string
  paid_amount: string
  written_off_amount: string
  known_on: string
  due_on: string
  disputed_by: string | null
}

/** Assessments of a person and of the firms that he leads which can still be asked about, the latest first. */
export async function listOwnClaims(db: AnyHandle, personId: string): Promise<OwnClaim[]> {
  const ids = (await listTaxpayersOf(db, personId)).map(({ id }) => id)
  if (ids.length === 0) return []
  const { rows } = await sql<Row>`
    select a.id, a.number, a.kind, a.tax, a.year, a.state, o.address as place, t.name as owner, a.amount::text,
      a.paid_amount::text, a.written_off_amount::text, coalesce(a.delivered_on, a.issued_on)::text as known_on, a.due_on::text,
      a.disputed_by
    from local_tax.assessment a join local_tax.taxpayer t on t.id = a.taxpayer_id
    left join local_tax.object o on o.id = a.object_id
    where a.taxpayer_id in (${sql.join(ids)}) and a.state in (${sql.join([...openStates, 'paid'])})
      and a.issued_on is not null
    order by a.issued_on desc, a.number limit 60`.execute(db)
  return rows.map((row) => {
    const [amount, paid, writtenOff] = [row.amount, row.paid_amount, row.written_off_amount].map(senFromNumeric) as [
      bigint,
      bigint,
      bigint,
    ]
    return {
      id: row.id,
      number: row.number,
      kind: row.kind,
      tax: row.tax,
      year: row.year,
      state: row.state,
      place: row.place ?? '',
      owner: row.owner,
      amount: Number(amount / 100n),
      paid: Number(paid / 100n),
      owed: Number(owedOf({ state: row.state, amount, paid, writtenOff }) / 100n),
      knownOn: row.known_on,
      dueOn: row.due_on,
      isDisputed: row.disputed_by !== null,
    }
  })
}

/** Of who asks about an assessment: which there are, what is owed, and until when each may be asked about. */
export const claimFacts: KnownSource = async (tenant, db, personId) => {
  const facts = await payerFacts(tenant, db, personId)
  const today = dayOf(systemClock.now(), tenant.profile.zone)
  const months = async (key: string) => wholeNumber(await getRule(db, key, facts.regionCode, today))
  const [objection, reduction] = [
    await months('local-tax.objection.within'),
    await months('local-tax.reduction.within'),
  ]
  const claims = (await listOwnClaims(db, personId)).map((claim) => {
    const known = Temporal.PlainDate.from(claim.knownOn)
    return {
      id: claim.id,
      number: claim.number,
      kind: claim.kind,
      tax: `${taxNames[claim.tax].id} ${claim.year}`,
      amount: claim.amount,
      paid: claim.paid,
      owed: claim.owed,
      issuedOn: claim.knownOn,
      dueOn: claim.dueOn,
      objectionUntil: known.add({ months: objection }).toString(),
      reductionUntil: known.add({ months: reduction }).toString(),
      isDisputed: claim.isDisputed,
      isOpen: claim.owed > 0,
      isOverdue: (arrearStates as readonly string[]).includes(claim.state),
    }
  })
  return { ...facts, claims }
}
