import type { Client } from 'pg'
import { type Actor, systemActor } from '#kernel/access/access.ts'
import { type Command, runCommand } from '#kernel/command/command.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { Random } from '../../../demo/random.ts'
import { compareMonth } from '../commands/compare-month.ts'
import { fileReturn } from '../commands/file-return.ts'
import { proposeFinding } from '../commands/findings.ts'
import { keepDraft } from '../commands/keep-draft.ts'
import { openMonth } from '../commands/open-month.ts'
import { beginExamination, recordReminder } from '../commands/return-acts.ts'

export interface ReturnsDemo {
  readonly tenant: Tenant
  readonly owner: Client
  readonly now: Temporal.Instant
  readonly seed: string
  /** Who examines, as `findSigner` names him. */
  readonly officer: {
    readonly personId: string
    readonly displayName: string
    readonly positionTitle: string
    readonly positionId: string
    readonly unit: { readonly id: string; readonly name: string; readonly path: string }
    readonly manner: 'definitif' | 'plt' | 'plh'
  }
}

const months = 6

/** What such a place turns over in a month, in million rupiah. */
const usual: Readonly<Record<string, readonly [number, number]>> = {
  restaurant: [55, 75],
  hotel: [210, 290],
  parking: [28, 40],
  entertainment: [90, 130],
}

interface Opened {
  readonly id: string
  readonly tax: string
  readonly month: string
  readonly person_id: string
  readonly name: string
}

/** Months of half a year: filed, late, marked, examined, and the last one waiting. @returns returns */
export async function loadDemoReturns({ tenant, owner, now, seed, officer }: ReturnsDemo): Promise<number> {
  const random = new Random(seed, 'tax-returns')
  const today = now.toZonedDateTimeISO(tenant.profile.zone).toPlainDate()
  let moment = now
  const run = <Input, Result>(command: Command<Input, Result>, input: unknown, actor: Actor) =>
    runCommand(command, input, { tenant, actor, clock: { now: () => moment } })
  const system = systemActor('tax-returns.demo')
  const last = today.toPlainYearMonth().subtract({ months: 1 })
  for (let back = months - 1; back >= 0; back -= 1)
    await run(openMonth, { month: last.subtract({ months: back }).toString() }, system)
  const { rows } = await owner.query<Opened>(
    `select r.id, r.tax, r.month::text, coalesce(t.person_id, t.responsible_person_id) as person_id, t.name
     from tax_returns.return r join local_tax.taxpayer t on t.id = r.taxpayer_id order by r.month, r.object_code`,
  )
  const latest = last.toPlainDate({ day: 1 }).toString()
  const beforeLatest = last.subtract({ months: 1 }).toPlainDate({ day: 1 }).toString()
  for (const { id, tax, month, person_id, name } of rows) {
    const isLast = month === latest
    // One place forgot the month before the last; of the last month only the hotel has reported, and little.
    if (isLast ? tax !== 'hotel' : tax === 'parking' && month === beforeLatest) continue
    const taxpayer: Actor = { kind: 'citizen', personId: person_id, name, grants: [] }
    const [from, to] = usual[tax] ?? [10, 20]
    const million = isLast ? Math.trunc(from / 4) : random.between(from, to)
    const typed = {
      manner: 'month',
      turnover: `${million}.${String(random.between(0, 999)).padStart(3, '0')}.000`,
      service: 'entertainment',
    }
    moment = isLast
      ? now
      : Temporal.PlainDate.from(month)
          .add({ months: 1, days: random.between(3, 9) })
          .toZonedDateTime({
            timeZone: tenant.profile.zone,
            plainTime: '10:00',
          })
          .toInstant()
    await run(keepDraft, { returnId: id, typed }, taxpayer)
    await run(fileReturn, { returnId: id, after: 0 }, taxpayer)
  }
  moment = now
  for (const back of [2, 1, 0]) await run(compareMonth, { month: last.subtract({ months: back }).toString() }, system)
  const examiner = actorOf(officer)
  const examined = rows.find(({ tax, month }) => tax === 'restaurant' && month !== latest)
  if (examined) {
    const returnId = examined.id
    await run(beginExamination, { returnId, reason: 'Uji petik kas register (rekaan)' }, examiner)
    const typed = { turnover: '84.500.000', ground: 'Laporan hasil pemeriksaan 7/LHP (rekaan)' }
    await run(proposeFinding, { returnId, typed }, examiner)
  }
  const { rows: late } = await owner.query<{ id: string }>(
    `select id from tax_returns.return where state = 'open' and file_due_on < $1 order by month limit 1`,
    [today.toString()],
  )
  if (late[0])
    await run(recordReminder, { returnId: late[0].id, reason: 'Surat teguran 12/BAPENDA (rekaan)' }, examiner)
  return rows.length
}

const actorOf = ({
  personId,
  displayName,
  positionId,
  positionTitle,
  unit,
  manner,
}: ReturnsDemo['officer']): Actor => ({
  kind: 'staff',
  // No account of its own in the demo's past; the post is what counts for the second pair of eyes.
  accountId: positionId,
  personId,
  name: displayName,
  position: {
    id: positionId,
    title: positionTitle,
    unitId: unit.id,
    unitPath: unit.path,
    unitName: unit.name,
    manner,
  },
  grants: [{ permission: 'tax-returns.examine', unitPath: unit.path, territory: '' }],
  elevatedUntil: Number.MAX_SAFE_INTEGER,
})
