import { demoBirths, demoPeople } from '../../src/demo/known-people.ts'
import { systemActor } from '../../src/kernel/access/access.ts'
import { rupiah } from '../../src/kernel/money/money.ts'
import { sealAll } from '../../src/kernel/proof-log/seal.ts'
import { issueBill } from '../../src/modules/billing/index.ts'
import { type Applicant, fillBirth, openAccounts, personByNik, send } from './applicant.ts'
import { act, type OfficerKey, officerAt, sentCaseOf } from './officers.ts'
import type { Person } from './person.ts'
import type { World } from './world.ts'

export { noPages } from './no-pages.ts'

export interface Visit {
  readonly who: 'stranger' | 'mother' | OfficerKey
  readonly path: string
  /** Of an address that once worked: the page that says so. */
  readonly status?: number
  readonly before?: (person: Person) => Promise<void>
}

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
  await sealAll(world.tenant, { now: Temporal.Now.instant(), origin: 'localhost/bukti/log' })
  return {
    ...bill,
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

/** Who opens which address of each route. */
export function visitsOf(at: Addresses): Readonly<Record<string, Visit>> {
  const stranger = (path: string, more: Partial<Visit> = {}): Visit => ({ who: 'stranger', path, ...more })
  const mother = (path: string): Visit => ({ who: 'mother', path })
  const yusuf = (path: string): Visit => ({ who: 'yusuf', path })
  const treasurer = (path: string): Visit => ({ who: 'treasurer', path })
  return {
    '/': stranger('/'),
    '/_ui': stranger('/_ui'),
    '/_ui/:name': stranger('/_ui/decision-panel'),
    '/admin/akun': yusuf('/admin/akun'),
    '/admin/akun/:accountId': yusuf(`/admin/akun/${at.accountId}`),
    '/admin/akun/baru': yusuf('/admin/akun/baru'),
    '/admin/aturan': yusuf('/admin/aturan'),
    '/admin/aturan/baris/:key': yusuf('/admin/aturan/baris/civil-registration.document-fee'),
    '/admin/aturan/hari-libur': yusuf('/admin/aturan/hari-libur'),
    '/admin/aturan/periksa/:id': yusuf(`/admin/aturan/periksa/${at.ruleId}`),
    '/admin/arsip': { who: 'wening', path: '/admin/arsip' },
    '/admin/arsip/:id': { who: 'wening', path: `/admin/arsip/${at.documentId}` },
    '/admin/layanan': yusuf('/admin/layanan'),
    '/admin/layanan/:serviceId': yusuf('/admin/layanan/birth-certificate'),
    '/admin/layanan/:serviceId/:version': yusuf('/admin/layanan/birth-certificate/1'),
    '/admin/layanan/:serviceId/pindah-versi': yusuf('/admin/layanan/birth-certificate/pindah-versi'),
    '/admin/layanan/periksa': yusuf('/admin/layanan/periksa'),
    '/admin/nomor': yusuf('/admin/nomor'),
    '/admin/nomor/:key': yusuf('/admin/nomor/surat-keluar?periksa=1'),
    '/admin/nomor/:key/:id': yusuf(`/admin/nomor/surat-keluar/${at.numberId}`),
    '/admin/nomor/:key/ambil': yusuf('/admin/nomor/surat-keluar/ambil'),
    '/admin/nomor/:key/blok/:id/tutup': yusuf(`/admin/nomor/surat-keluar/blok/${at.blockId}/tutup`),
    '/admin/nomor/:key/cadangkan': yusuf('/admin/nomor/surat-keluar/cadangkan'),
    '/admin/nomor/:key/pola': yusuf('/admin/nomor/surat-keluar/pola'),
    '/admin/nomor/:key/sisip': yusuf('/admin/nomor/surat-keluar/sisip'),
    '/admin/nomor/baru': yusuf('/admin/nomor/baru'),
    '/admin/organisasi': yusuf('/admin/organisasi'),
    '/admin/organisasi/baru': yusuf('/admin/organisasi/baru'),
    '/admin/organisasi/jabatan/:positionId': yusuf(`/admin/organisasi/jabatan/${at.positionId}`),
    '/admin/organisasi/jabatan/:positionId/mandat': yusuf(`/admin/organisasi/jabatan/${at.positionId}/mandat`),
    '/admin/organisasi/jabatan/:positionId/tugaskan': yusuf(`/admin/organisasi/jabatan/${at.positionId}/tugaskan`),
    '/admin/organisasi/jabatan/:positionId/tutup': yusuf(`/admin/organisasi/jabatan/${at.positionId}/tutup`),
    '/admin/organisasi/jabatan/:positionId/ubah': yusuf(`/admin/organisasi/jabatan/${at.positionId}/ubah`),
    '/admin/organisasi/mandat/:mandateId/akhiri': yusuf(`/admin/organisasi/mandat/${at.mandateId}/akhiri`),
    '/admin/organisasi/penugasan/:assignmentId/akhiri': yusuf(`/admin/organisasi/penugasan/${at.assignmentId}/akhiri`),
    '/admin/organisasi/unit/:unitId': yusuf(`/admin/organisasi/unit/${at.unitId}`),
    '/admin/organisasi/unit/:unitId/jabatan': yusuf(`/admin/organisasi/unit/${at.unitId}/jabatan`),
    '/admin/organisasi/unit/:unitId/tutup': yusuf(`/admin/organisasi/unit/${at.unitId}/tutup`),
    '/admin/organisasi/unit/:unitId/ubah': yusuf(`/admin/organisasi/unit/${at.unitId}/ubah`),
    '/admin/pengiriman': yusuf('/admin/pengiriman'),
    '/admin/peran': yusuf('/admin/peran'),
    '/admin/peran/:key': yusuf('/admin/peran/verifier'),
    '/admin/peran/baru': yusuf('/admin/peran/baru'),
    '/admin/sertifikat': yusuf('/admin/sertifikat'),
    '/admin/sertifikat/:serial': yusuf(`/admin/sertifikat/${at.serial}`),
    '/admin/templat-pesan': yusuf('/admin/templat-pesan'),
    '/admin/templat-pesan/:key': yusuf('/admin/templat-pesan/visit-reminder'),
    '/aksesibilitas': stranger('/aksesibilitas'),
    '/akun': mother('/akun'),
    '/akun/bukti': mother('/akun/bukti?lanjut=%2Fakun'),
    '/akun/jabatan': { who: 'laras', path: '/akun/jabatan' },
    '/akun/kabar': mother('/akun/kabar'),
    '/akun/keamanan': mother('/akun/keamanan'),
    '/akun/keamanan/autentikator': mother('/akun/keamanan/autentikator'),
    '/akun/kontak': mother('/akun/kontak'),
    '/akun/pesan': mother('/akun/pesan'),
    '/bendahara': treasurer('/bendahara'),
    '/bendahara/dana-tertahan': treasurer('/bendahara/dana-tertahan'),
    '/bendahara/harian': treasurer('/bendahara/harian'),
    '/bendahara/pengembalian': treasurer('/bendahara/pengembalian'),
    '/bendahara/tagihan/:billId': treasurer(`/bendahara/tagihan/${at.billId}`),
    '/berkas-saya': mother('/berkas-saya'),
    '/berkas-saya/:caseId': mother(`/berkas-saya/${at.issued}`),
    '/berkas-saya/:caseId/perbaiki': mother(`/berkas-saya/${at.returned}/perbaiki`),
    '/berkas-saya/:caseId/tanda-terima': mother(`/berkas-saya/${at.received}/tanda-terima`),
    '/berkas-saya/:caseId/tarik': mother(`/berkas-saya/${at.received}/tarik`),
    '/bukti': stranger('/bukti'),
    '/bukti/catatan/:id': stranger(`/bukti/catatan/${at.eventId}`),
    '/bukti/kepala/:size': stranger(`/bukti/kepala/${at.headSize}`),
    '/daftar': stranger('/daftar'),
    '/daftar/akun': stranger('/daftar/akun', { before: beginSignUp }),
    '/kios-pasar': stranger('/kios-pasar'),
    '/hukum': stranger('/hukum'),
    '/hukum/:key': stranger('/hukum/civil-registration.document-fee'),
    '/kalender': stranger('/kalender'),
    '/kantor': stranger('/kantor'),
    '/kuasa': mother('/kuasa'),
    '/lacak': stranger('/lacak'),
    '/lacak/:number': stranger(`/lacak/${at.number.replaceAll('/', '-')}`, { before: (person) => track(person, at) }),
    '/layanan': stranger('/layanan?q=akta'),
    '/layanan/:slug': stranger('/layanan/akta-kelahiran'),
    '/layanan/:slug/biaya': stranger('/layanan/persetujuan-bangunan-gedung/biaya'),
    '/layanan/:slug/mulai': mother('/layanan/akta-kelahiran/mulai'),
    '/layanan/:slug/peringkat': stranger('/layanan/beasiswa-daerah/peringkat'),
    '/layanan/:slug/prosedur': stranger('/layanan/akta-kelahiran/prosedur'),
    '/masuk': stranger('/masuk'),
    '/meja': { who: 'bagas', path: '/meja' },
    '/meja/:caseId': { who: 'bagas', path: `/meja/${at.received}` },
    '/meja/:caseId/putar-ulang': { who: 'bagas', path: `/meja/${at.received}/putar-ulang` },
    '/meja/agenda': { who: 'bagas', path: '/meja/agenda' },
    '/meja/beban-kerja': { who: 'wening', path: '/meja/beban-kerja' },
    '/meja/cari': { who: 'laras', path: '/meja/cari?q=Berkas' },
    '/meja/penetapan/:slug': { who: 'head of schools', path: '/meja/penetapan/beasiswa-daerah' },
    '/meja/tugas/:taskId/alihkan': { who: 'wening', path: `/meja/tugas/${at.taskId}/alihkan` },
    '/mulai/:token': stranger('/mulai/sudah-dipakai-tautan-ini', { status: 404 }),
    '/pemerintah': stranger('/pemerintah'),
    '/pengajuan/:draftId/isi/:pageId': mother(`${at.draft}/isi/anak`),
    '/pengajuan/:draftId/periksa': mother(`${at.draft}/periksa`),
    '/pengawasan/jurnal': { who: 'kartika', path: '/pengawasan/jurnal' },
    '/pengawasan/saksi': { who: 'kartika', path: '/pengawasan/saksi' },
    '/percontohan/whatsapp': stranger('/percontohan/whatsapp'),
    '/percontohan/surat': stranger('/percontohan/surat'),
    '/peristiwa/:slug': stranger('/peristiwa/kelahiran'),
    '/register': { who: 'ratih', path: '/register?q=a' },
    '/register/keluarga/:familyId': { who: 'ratih', path: `/register/keluarga/${at.familyId}` },
    '/register/orang/:personId': { who: 'ratih', path: `/register/orang/${at.personId}` },
    '/sandi-lupa': stranger('/sandi-lupa'),
    '/sandi/:token': stranger('/sandi/sudah-dipakai-tautan-ini', { status: 404 }),
    '/siapa-melihat-data-saya': mother('/siapa-melihat-data-saya'),
    '/simulator/pembayaran/:number': stranger(`/simulator/pembayaran/${at.billNumber}`),
    '/tagihan-saya': mother('/tagihan-saya'),
    '/tagihan-saya/:billId': mother(`/tagihan-saya/${at.billId}`),
    '/surel/:token': stranger('/surel/sudah-dipakai-tautan-ini', { status: 404 }),
    '/V/:code/:statement': stranger(at.scanned),
    '/v/:code': stranger(`/v/${at.code}`),
    '/verifikasi': stranger('/verifikasi'),
    '/verifikasi/luring': stranger('/verifikasi/luring'),
  }
}

/** Further looks of the same routes: refused forms, other pages of an application, a closed file. */
export function otherLooks(at: Addresses): readonly Visit[] {
  const mother = (path: string): Visit => ({ who: 'mother', path })
  return [
    ...['kelahiran', 'orang-tua', 'pelapor', 'bukti', 'pernyataan'].map((page) => mother(`${at.draft}/isi/${page}`)),
    mother(`/berkas-saya/${at.returned}`),
    { who: 'wening', path: `/meja/${at.issued}` },
    { who: 'stranger', path: '/tidak-ada', status: 404 },
    { who: 'stranger', path: '/layanan?q=zzz' },
  ]
}

async function beginSignUp(person: Person): Promise<void> {
  const { sekar } = demoPeople
  await person.open('/daftar')
  await person.type('nik', sekar.nik)
  await person.type('kkNumber', sekar.kkNumber)
  await person.date('birthOn', Temporal.PlainDate.from(sekar.birthOn))
  await person.press('Lanjut')
}

async function track(person: Person, at: Addresses): Promise<void> {
  await person.open('/lacak')
  await person.type('number', at.number)
  await person.type('pin', at.pin)
  await person.press('Lihat status')
}
