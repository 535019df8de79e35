import { demoBirths, demoPeople } from '../../src/demo/known-people.ts'
import { systemActor } from '../../src/kernel/access/access.ts'
import { rupiah } from '../../src/kernel/money/money.ts'
import { sealAll } from '../../src/kernel/proof-log/seal.ts'
import { issueBill } from '../../src/modules/billing/index.ts'
import { type Applicant, fillBirth, openAccounts, personByNik, send } from './applicant.ts'
import { type BookAddresses, fillBookRegion } from './billing-pages.ts'
import { fillPopulation, type PopulationAddresses } from './fill-population.ts'
import { act, officerAt, sentCaseOf } from './officers.ts'
import { fillTaxRegion, type TaxAddresses } from './tax-pages.ts'
import type { World } from './world.ts'

/** What the addresses of a filled region lead to. */
export interface Addresses {
  readonly mother: Applicant
  readonly returned: string
  readonly received: string
  readonly issued: string
  readonly code: string
  readonly draft: string
  readonly number: string
  readonly pin: string
  readonly personId: string
  readonly familyId: string
  readonly unitId: string
  readonly positionId: string
  readonly assignmentId: string
  readonly accountId: string
  readonly ruleId: string
  readonly taskId: string
  readonly billId: string
  readonly billNumber: string
  readonly eventId: string
  readonly headSize: string
  readonly numberId: string
  readonly blockId: string
  readonly documentId: string
  readonly scanned: string
  readonly serial: string
  readonly mandateId: string
  readonly letterDraft: string
  readonly letterReturned: string
  readonly letterToSign: string
  readonly letterIssued: string
  readonly letterBatchId: string
  readonly certificationId: string
  readonly population: PopulationAddresses
  readonly taxes: TaxAddresses
  readonly books: BookAddresses
}

/** One file in each state that looks different, and a row of everything that has a page. */
export async function fillRegion(world: World): Promise<Addresses> {
  const personId = await personByNik(world.tenant, demoBirths[1]?.mother.nik ?? '')
  const mother = (await openAccounts(world.tenant, world.url, [personId]))[0] as Applicant
  const sent = async (name: string) => sentCaseOf(await send(mother.browser, await fillBirth(mother.browser, name)))
  const bagas = await officerAt(world, 'bagas')
  const [returned, received, issued] = [
    await sent('Berkas Kembali'),
    await sent('Berkas Baru'),
    await sent('Berkas Terbit'),
  ]
  await act(bagas, returned, 'send-back', { mark: 'birthTime', 'note-birthTime': 'Jam tidak sama dengan surat.' })
  await act(bagas, issued, 'forward')
  await act(await officerAt(world, 'laras'), issued, 'accept')
  await act(await officerAt(world, 'wening', true), issued, 'sign')
  const draft = await fillBirth(mother.browser, 'Belum Dikirim')
  const receipt = await mother.browser.get(`/berkas-saya/${received}/tanda-terima`)
  const one = async (text: string, values: readonly unknown[] = []) => {
    const [row] = await world.rows<{ found: string }>(text, values)
    if (!row) throw new Error(`nothing found by ${text}`)
    return row.found
  }
  const positionOf = `from organization.assignment a join organization.official o on o.id = a.official_id where o.person_id = $1`
  const ofLaras = [await personByNik(world.tenant, demoPeople.laras.nik)]
  const bill = await issueDemoBill(world, mother)
  await keepRegister(world)
  const mandateId = await giveMandate(world)
  const documentId = await one('select id as found from documents.issued order by issued_at desc limit 1')
  const wening = await officerAt(world, 'wening', true)
  await wening.get('/tersertifikasi')
  await wening.post('/tersertifikasi/pilih', { dokumen: documentId })
  const certificationId = await one('select id as found from documents.certification_batch limit 1')
  await sealAll(world.tenant, { now: Temporal.Now.instant(), origin: 'localhost/bukti/log' })
  const letterIn = (state: string) =>
    one('select id as found from letters.letter where state = $1 order by changed_at limit 1', [state])
  return {
    ...bill,
    population: await fillPopulation(world, personId),
    taxes: await fillTaxRegion(world, personId),
    books: await fillBookRegion(world, bill.billId),
    letterDraft: await letterIn('draft'),
    letterReturned: await letterIn('returned'),
    letterIssued: await letterIn('issued'),
    letterToSign: await one(`select l.id as found from letters.letter l join letters.turn t on t.letter_id = l.id
      where t.role = 'signature' and l.state = 'running' and l.security = 'biasa' limit 1`),
    certificationId,
    letterBatchId: await one('select id as found from letters.batch limit 1'),
    eventId: await one('select id as found from journal.leaf limit 1'),
    headSize: await one('select size::text as found from journal.tree_head order by size desc limit 1'),
    numberId: await one(`select id as found from registers.number where status = 'reserved' limit 1`),
    blockId: await one('select id as found from registers.block limit 1'),
    mandateId,
    documentId,
    scanned: new URL(await qrOf(world, documentId)).pathname,
    serial: await one('select serial as found from documents.signing_certificate limit 1'),
    ruleId: await one(`select id as found from rules.rule where status = 'unverified' limit 1`),
    taskId: await one('select id as found from services.task where case_id = $1 and closed_at is null', [received]),
    mother,
    returned,
    received,
    issued,
    draft,
    personId,
    code: await one('select code as found from documents.issued limit 1'),
    number: /data-test="case-number">([^<]+)/.exec(receipt.text)?.[1] ?? '',
    pin: /data-test="case-pin">(\d+)/.exec(receipt.text)?.[1] ?? '',
    familyId: await one('select family_id as found from people.person where id = $1', [personId]),
    unitId: await one(`select id as found from organization.unit where path = 'disdukcapil'`),
    positionId: await one(`select a.position_id as found ${positionOf}`, ofLaras),
    assignmentId: await one(`select a.id as found ${positionOf}`, ofLaras),
    accountId: await one(`select id as found from accounts.account where kind = 'staff' and person_id = $1`, ofLaras),
  }
}

/** What the QR of a document says. */
export async function qrOf(world: World, documentId: string): Promise<string> {
  const [row] = await world.rows<{ data: Buffer }>('select data from documents.issued where id = $1', [documentId])
  const kept = world.tenant.cipher.openJson<{ verification: { url: string } }>(
    row?.data ?? Buffer.alloc(0),
    'documents.issued.data',
  )
  return kept.verification.url
}

/** The head of an agency lets a post below sign for him. */
async function giveMandate(world: World): Promise<string> {
  const id = '00000000-0000-7000-8000-00000000000a'
  await world.rows(
    `insert into organization.mandate
     select $1, p.id, (select q.id from organization.position q where q.unit_id = p.unit_id and q.id <> p.id limit 1),
       'a.n.', '{routine}', 'SPM/1/2026', current_date, current_date, current_date + 60
     from organization.position p join organization.unit u on u.id = p.unit_id
     where u.path = 'disdukcapil' order by p.rank limit 1`,
    [id],
  )
  return id
}

/** A register of letters with a number and a block given away. */
async function keepRegister(world: World): Promise<void> {
  const yusuf = await officerAt(world, 'yusuf', true)
  const names = { key: 'surat-keluar', nameId: 'Surat keluar', nameEn: 'Outgoing letters' }
  const pattern = { countsBy: 'year', pattern: '000/{sequence}/{year}', citation: 'Perbup tata naskah dinas (rekaan)' }
  await yusuf.get('/admin/nomor/baru')
  await yusuf.post('/admin/nomor/baru', { ...names, ...pattern })
  await yusuf.post('/admin/nomor/surat-keluar/ambil', { purpose: 'Undangan rapat' })
  await yusuf.post('/admin/nomor/surat-keluar/cadangkan', { unitPath: 'disdukcapil', size: '3' })
}

/** A bill of the mother's, as a service with a fee would issue it. */
async function issueDemoBill(world: World, mother: Applicant): Promise<{ billId: string; billNumber: string }> {
  const [unit] = await world.rows<{ id: string }>(`select id from organization.unit where path = 'disdukcapil'`)
  const [account] = await world.rows<{ person_id: string }>('select person_id from accounts.account where id = $1', [
    mother.accountId,
  ])
  const context = { tenant: world.tenant, actor: systemActor('test'), now: Temporal.Now.instant() }
  const issued = await world.tenant.pools.write.transaction().execute((tx) =>
    issueBill(tx, { ...context, enqueue: async () => {}, invalidate: () => {} } as never, {
      title: { id: 'Retribusi pemakaian los pasar', en: 'Market stall fee' },
      payer: { personId: account?.person_id ?? '', name: 'Ibu', accountId: mother.accountId },
      subject: { type: 'test', id: '00000000-0000-7000-8000-000000000001' },
      unitId: unit?.id ?? '',
      lines: [{ label: { id: 'Retribusi', en: 'Fee' }, amount: rupiah(125_000), accountCode: 'kas-daerah' }],
      dueAt: Temporal.Now.instant().add({ hours: 72 }),
    }),
  )
  return { billId: issued.billId, billNumber: issued.number }
}
