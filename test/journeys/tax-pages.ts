import pg from 'pg'
import { fillTaxes } from '../../src/demo/fill-taxes.ts'
import { systemActor } from '../../src/kernel/access/access.ts'
import { systemClock } from '../../src/kernel/clock/clock.ts'
import { runCommand } from '../../src/kernel/command/command.ts'
import { connectSimulatedBank } from '../../src/modules/billing/testing.ts'
import type { Visit } from './pages.ts'
import type { World } from './world.ts'

/** What the addresses of regional taxes and of the banks lead to, of the demo region. */
export interface TaxAddresses {
  readonly taxpayerId: string
  readonly objectId: string
  readonly runId: string
  readonly assessmentId: string
  readonly bankId: string
  /** A billboard, which the office assesses. */
  readonly billboardId: string
  readonly proposalId: string
  readonly printId: string
  readonly nop: string
  /** An assessment of a firm that the mother answers for. */
  readonly ownAssessmentId: string
  /** A return that the same mother has to file, and one that is examined. */
  readonly ownReturnId: string
  readonly returnId: string
}

/** Taxpayers, their land and its assessment, as the demo has them. */
export async function fillTaxRegion(world: World, motherId: string): Promise<TaxAddresses> {
  const owner = new pg.Client({ connectionString: world.ownerUrl })
  await owner.connect()
  try {
    const now = Temporal.Now.instant()
    const today = now.toZonedDateTimeISO(world.tenant.profile.zone).toPlainDate()
    await fillTaxes({ tenant: world.tenant, owner, now, today, seed: 'journeys' })
    await owner.query(
      `update local_tax.taxpayer set responsible_person_id = $1, responsible_name = 'Ibu'
       where id in (select taxpayer_id from local_tax.object where kind in ('billboard', 'restaurant'))`,
      [motherId],
    )
    await owner.query(
      `update tax_returns.return set draft = '{"manner":"month","turnover":"62.500.000"}' where state = 'open' and tax = 'restaurant'`,
    )
  } finally {
    await owner.end()
  }
  // A job does it as well, at some time: the list is looked at with a bank in it.
  const actor = systemActor('journeys')
  await runCommand(connectSimulatedBank, {}, { tenant: world.tenant, actor, clock: systemClock })
  const one = async (text: string) => {
    const [row] = await world.rows<{ found: string }>(text)
    if (!row) throw new Error(`nothing found by ${text}`)
    return row.found
  }
  return {
    taxpayerId: await one('select id as found from local_tax.taxpayer order by npwpd limit 1'),
    objectId: await one('select object_id as found from local_tax.land order by object_id limit 1'),
    runId: await one('select id as found from local_tax.run order by year, id limit 1'),
    bankId: await one('select id as found from billing.bank limit 1'),
    assessmentId: await one(`select id as found from local_tax.assessment where state = 'dunned' order by id limit 1`),
    billboardId: await one(`select id as found from local_tax.object where kind = 'billboard' limit 1`),
    proposalId: await one(`select id as found from local_tax.proposal where state = 'done' order by made_at limit 1`),
    printId: await one('select id as found from local_tax.print limit 1'),
    nop: await one(`select code as found from local_tax.assessment where state = 'dunned' order by id limit 1`),
    ownAssessmentId: await one(
      `select id as found from local_tax.assessment where kind = 'skpd' and state = 'issued' limit 1`,
    ),
    ownReturnId: await one(`select id as found from tax_returns.return where draft is not null limit 1`),
    returnId: await one(`select id as found from tax_returns.return where state = 'examining' limit 1`),
  }
}

export function taxVisits(at: TaxAddresses): Readonly<Record<string, Visit>> {
  const officer = (path: string): Visit => ({ who: 'tax officer', path: `/pajak-daerah${path}` })
  return {
    '/bendahara/bank/:bankId': { who: 'treasurer', path: `/bendahara/bank/${at.bankId}` },
    '/pajak-daerah': officer(''),
    '/pajak-daerah/wajib-pajak': officer('/wajib-pajak'),
    '/pajak-daerah/wajib-pajak/baru': officer('/wajib-pajak/baru'),
    '/pajak-daerah/wajib-pajak/:id': officer(`/wajib-pajak/${at.taxpayerId}`),
    '/pajak-daerah/wajib-pajak/:id/ubah': officer(`/wajib-pajak/${at.taxpayerId}/ubah`),
    '/pajak-daerah/objek': officer('/objek'),
    '/pajak-daerah/objek/baru': officer('/objek/baru'),
    '/pajak-daerah/objek/:id': officer(`/objek/${at.objectId}`),
    '/pajak-daerah/objek/:id/ubah': officer(`/objek/${at.objectId}/ubah`),
    '/pajak-daerah/objek/:id/ketetapan': officer(`/objek/${at.billboardId}/ketetapan`),
    '/pajak-daerah/tunggakan': officer('/tunggakan'),
    '/pajak-daerah/usulan': officer('/usulan'),
    '/pajak-daerah/usulan/:id': officer(`/usulan/${at.proposalId}`),
    '/pajak-daerah/cetak': officer('/cetak'),
    '/pajak-daerah/cetak/:id': officer(`/cetak/${at.printId}`),
    '/pajak-daerah/realisasi': officer('/realisasi'),
    '/cek-pbb': { who: 'stranger', path: `/cek-pbb?nop=${at.nop}` },
    '/pajak-saya': { who: 'mother', path: '/pajak-saya' },
    '/pajak-saya/:id': { who: 'mother', path: `/pajak-saya/${at.ownAssessmentId}` },
    '/lapor-pajak': { who: 'mother', path: '/lapor-pajak' },
    '/lapor-pajak/:id': { who: 'mother', path: `/lapor-pajak/${at.ownReturnId}` },
    '/lapor-pajak/:id/periksa': { who: 'mother', path: `/lapor-pajak/${at.ownReturnId}/periksa` },
    '/pajak-daerah/laporan': officer('/laporan'),
    '/pajak-daerah/laporan/:id': officer(`/laporan/${at.returnId}`),
    '/pajak-daerah/penetapan': officer('/penetapan'),
    '/pajak-daerah/penetapan/:id': officer(`/penetapan/${at.runId}`),
    '/pajak-daerah/penetapan/:id/catatan': officer(`/penetapan/${at.runId}/catatan`),
    '/pajak-daerah/ketetapan': officer('/ketetapan'),
    '/pajak-daerah/ketetapan/:id': officer(`/ketetapan/${at.assessmentId}`),
    '/pajak-daerah/ketetapan/:id/cetak': officer(`/ketetapan/${at.assessmentId}/cetak`),
  }
}

/** Routes of regional taxes that answer with no page. */
export const taxNoPages: Readonly<Record<string, string>> = {
  '/pajak-daerah/ketetapan/:id/surat/:documentId': 'PDF',
  '/pajak-saya/:id/surat/:documentId': 'PDF',
  '/lapor-pajak/:id/bukti/:ordinal': 'PDF',
  '/lapor-pajak/:id/lampiran/:attachmentId': 'file of the taxpayer',
  '/pajak-daerah/laporan/:id/lampiran/:attachmentId': 'file of the taxpayer',
  '/pajak-daerah/cetak/:id/berkas/:ordinal': 'PDF',
}
