import { sql } from 'kysely'
import { type Actor, systemActor } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { type Command, type RunOptions, runCommand } from '#kernel/command/command.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import type { Signer } from '#modules/organization/index.ts'
import { simulatedBankId } from '../banks/simulated.ts'
import { fromChannel } from '../channel/from-channel.ts'
import { decideClosing, prepareClosing } from '../closing/close-days.ts'
import { takePayment } from '../commands/pay-bill.ts'
import { reconcileDay } from '../reconciliation/reconcile-day.ts'
import { connectSimulatedBank } from '../simulator/open-bank.ts'
import { noteBooked } from '../statements/book.ts'
import { keepStatementSource } from '../statements/keep-source.ts'
import { listRowsToBook } from '../statements/queries.ts'
import { decideStatement, receiveStatement } from '../statements/receive-file.ts'

export interface BooksDemo {
  readonly tenant: Tenant
  readonly now: Temporal.Instant
  readonly treasurer: Signer
  readonly second: Signer
}

const layout = {
  separator: ';',
  headLines: 1,
  columns: {
    day: 'Tanggal',
    time: 'Jam',
    amount: 'Jumlah',
    reference: 'Rujukan',
    number: 'Nomor VA',
    description: 'Uraian',
  },
  dayOrder: 'dmy',
  decimal: ',',
  creditMark: '',
} as const

/** A report of the bank and a treasury statement of two days ago, compared; the books until then closed by two officers. */
export async function loadDemoBooks(demo: BooksDemo): Promise<number> {
  const { tenant, now } = demo
  const { zone } = tenant.profile
  const day = dayOf(now, zone).subtract({ days: 2 })
  let moment = day.toZonedDateTime({ timeZone: zone, plainTime: '20:00' }).toInstant()
  const run = <Input, Result>(command: Command<Input, Result>, input: unknown, options: RunOptions = {}) =>
    runCommand(command, input, {
      tenant,
      clock: { now: () => moment },
      actor: options.actor ?? systemActor('billing.demo'),
    })
  const as = (holder: Signer) => ({ actor: actorOf(holder) })
  const officer = as(demo.treasurer)
  await run(connectSimulatedBank, {})
  const bank = {
    id: 'laporan-bank',
    name: 'Laporan Bank Percontohan',
    side: 'channel',
    channel: simulatedBankId,
    settles: [],
  }
  await run(keepStatementSource, { ...bank, format: 'csv', layout }, officer)
  const account = {
    id: 'rkud',
    name: 'Rekening koran kas daerah',
    side: 'treasury',
    channel: '',
    settles: [simulatedBankId],
  }
  await run(keepStatementSource, { ...account, format: 'mt940', layout }, officer)
  const date = (on: Temporal.PlainDate) => on.toString().split('-').reverse().join('/')
  const report = [
    'Tanggal;Jam;Rujukan;Nomor VA;Jumlah;Uraian',
    `${date(day)};08:14;BP0001;;350.000;Setoran retribusi pasar blok C`,
    `${date(day)};09:40;BP0002;;180.000;Retribusi kios 12`,
    `${date(day)};13:05;BP0003;;215.000;PBB tanpa kode bayar`,
    `${date(day)};13:20;BP0004;;dua ratus ribu;Baris yang salah tulis di bank`,
  ]
  const bring = async (sourceId: string, fileName: string, text: string) => {
    const { id } = await run(receiveStatement, { sourceId, fileName, bytes: Buffer.from(text) }, officer)
    await run(decideStatement, { statementId: id, book: true }, officer)
    return id
  }
  const kept = await bring(bank.id, `laporan-${day}.csv`, report.join('\r\n'))
  const rows = await listRowsToBook(tenant.pools.write, kept, 0, 100)
  for (const { reference, amount, paidAt } of rows) {
    const told = { channel: simulatedBankId, reference, number: 'tanpa-kode', amount, paidAt: paidAt.toString() }
    await takePayment(run, told, fromChannel(simulatedBankId))
  }
  for (const upTo of [rows.at(-1)?.line ?? null, null]) await run(noteBooked, { statementId: kept, upTo })

  moment = moment.add({ hours: 21 })
  const next = day.add({ days: 1 })
  const short = (on: Temporal.PlainDate) => on.toString().replaceAll('-', '').slice(2)
  const statement = [
    ':20:RKUD',
    ':25:0010000099',
    `:60F:C${short(day)}IDR12500000,00`,
    `:61:${short(next)}C745000,00NTRFNONREF//KD0001`,
    ':86:SETORAN BANK PERCONTOHAN',
    `:61:${short(next)}C95000,00NTRFNONREF//KD0002`,
    ':86:TRANSFER LANGSUNG SEWA LAPANGAN',
    `:62F:C${short(next)}IDR13340000,00`,
  ]
  const credits = await bring(account.id, `rkud-${next}.sta`, statement.join('\r\n'))
  await run(noteBooked, { statementId: credits, upTo: null })
  const { rows: days } = await sql<{ day: string }>`select distinct (paid_at at time zone ${zone})::date::text as day
    from billing.payment where (paid_at at time zone ${zone})::date <= ${day.toString()}::date order by day`.execute(
    tenant.pools.read,
  )
  for (const each of days) await run(reconcileDay, { day: each.day, words: [] })
  const closingId = await run(prepareClosing, { toOn: day.toString() }, officer)
  await run(decideClosing, { closingId, close: true, note: '' }, as(demo.second))
  moment = now
  await run(reconcileDay, { day: next.toString(), words: [] })
  return rows.length
}

function actorOf(holder: Signer): Actor {
  const { unit, positionId, positionTitle, displayName, personId, manner } = holder
  const names = ['reconcile', 'close', 'resolve', 'read']
  return {
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
    grants: names.map((name) => ({ permission: `billing.${name}`, unitPath: '', territory: '' })),
    elevatedUntil: Number.MAX_SAFE_INTEGER,
  }
}
