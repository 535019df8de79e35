import { fillBooks } from '../../src/demo/fill-books.ts'
import type { Actor } from '../../src/kernel/access/access.ts'
import { systemClock } from '../../src/kernel/clock/clock.ts'
import { runCommand } from '../../src/kernel/command/command.ts'
import { makeOrder } from '../../src/modules/billing/testing.ts'
import type { Visit } from './pages.ts'
import type { World } from './world.ts'

/** What the addresses of bank files, reconciliation, closings and joint codes lead to, of the demo region. */
export interface BookAddresses {
  readonly statementId: string
  readonly differenceId: string
  readonly closingId: string
  readonly orderId: string
}

/** Files of the bank, compared days and a closing, as the demo has them; and a code for the bill of the mother. */
export async function fillBookRegion(world: World, billId: string): Promise<BookAddresses> {
  const now = Temporal.Now.instant()
  const today = now.toZonedDateTimeISO(world.tenant.profile.zone).toPlainDate()
  await fillBooks({ tenant: world.tenant, now, today })
  const grants = [{ permission: 'billing.receive', unitPath: '', territory: '' }]
  const actor: Actor = { kind: 'staff', accountId: 'journeys', name: 'Petugas loket', grants }
  const { orderId } = await runCommand(
    makeOrder,
    { billIds: [billId] },
    { tenant: world.tenant, actor, clock: systemClock },
  )
  const one = async (text: string) => {
    const [row] = await world.rows<{ found: string }>(text)
    if (!row) throw new Error(`nothing found by ${text}`)
    return row.found
  }
  return {
    orderId,
    statementId: await one(`select id as found from billing.statement order by id limit 1`),
    differenceId: await one(`select id as found from billing.difference order by day, id limit 1`),
    closingId: await one('select id as found from billing.day_close limit 1'),
  }
}

export function billingVisits(at: BookAddresses): Readonly<Record<string, Visit>> {
  const treasurer = (path: string): Visit => ({ who: 'treasurer', path: `/bendahara${path}` })
  return {
    '/bendahara/bank/program': treasurer('/bank/program'),
    '/bendahara/berkas-bank': treasurer('/berkas-bank'),
    '/bendahara/berkas-bank/:statementId': treasurer(`/berkas-bank/${at.statementId}`),
    '/bendahara/jenis-berkas': treasurer('/jenis-berkas'),
    '/bendahara/jenis-berkas/baru': treasurer('/jenis-berkas/baru'),
    '/bendahara/jenis-berkas/:sourceId/ubah': treasurer('/jenis-berkas/rkud/ubah'),
    '/bendahara/rekonsiliasi': treasurer('/rekonsiliasi'),
    '/bendahara/selisih': treasurer('/selisih'),
    '/bendahara/selisih/:differenceId': treasurer(`/selisih/${at.differenceId}`),
    '/bendahara/tutup-buku': treasurer('/tutup-buku'),
    '/bendahara/tutup-buku/:closingId': treasurer(`/tutup-buku/${at.closingId}`),
    '/bendahara/kode-bayar/:orderId': treasurer(`/kode-bayar/${at.orderId}`),
    '/tagihan-saya/bayar/:orderId': { who: 'mother', path: `/tagihan-saya/bayar/${at.orderId}` },
    '/cek-tagihan': { who: 'stranger', path: '/cek-tagihan' },
  }
}
