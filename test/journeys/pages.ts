import { demoPeople } from '../../src/demo/known-people.ts'
import { billingVisits } from './billing-pages.ts'
import type { Addresses } from './fill-region.ts'
import type { OfficerKey } from './officers.ts'
import type { Person } from './person.ts'
import { populationVisits } from './population-pages.ts'
import { taxVisits } from './tax-pages.ts'

export { type Addresses, fillRegion } from './fill-region.ts'
export { noPages } from './no-pages.ts'

export interface Visit {
  readonly who: 'stranger' | 'mother' | 'midwife' | OfficerKey
  readonly path: string
  /** Of an address that once worked: the page that says so. */
  readonly status?: number
  readonly before?: (person: Person) => Promise<void>
}

/** Who opens which address of each route. */
export function visitsOf(at: Addresses): Readonly<Record<string, Visit>> {
  const stranger = (path: string, more: Partial<Visit> = {}): Visit => ({ who: 'stranger', path, ...more })
  const mother = (path: string): Visit => ({ who: 'mother', path })
  const yusuf = (path: string): Visit => ({ who: 'yusuf', path })
  const ownTemplate = '/admin/templat/surat-tugas-lapangan'
  const treasurer = (path: string): Visit => ({ who: 'treasurer', path })
  return {
    ...populationVisits(at.population),
    ...taxVisits(at.taxes),
    ...billingVisits(at.books),
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
    '/admin/templat': yusuf('/admin/templat'),
    '/admin/templat/:key': yusuf(ownTemplate),
    '/admin/templat/:key/bandingkan': yusuf(`${ownTemplate}/bandingkan?lama=1&baru=2`),
    '/admin/templat/:key/hentikan': yusuf(`${ownTemplate}/hentikan`),
    '/admin/templat/:key/pakai-lagi': yusuf(`${ownTemplate}/pakai-lagi`),
    '/admin/templat/:key/salin': yusuf('/admin/templat/keputusan/salin'),
    '/admin/templat/:key/singkirkan': yusuf(`${ownTemplate}/singkirkan`),
    '/admin/templat/:key/terbitkan': yusuf(`${ownTemplate}/terbitkan`),
    '/admin/templat/:key/ubah': yusuf(`${ownTemplate}/ubah`),
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
    '/bendahara/bank': treasurer('/bendahara/bank'),
    '/bendahara/bank/baru': treasurer('/bendahara/bank/baru'),
    '/bendahara/bank/gerbang': treasurer('/bendahara/bank/gerbang'),
    '/bendahara/bank/penerima': treasurer('/bendahara/bank/penerima'),
    '/bendahara/dana-tertahan': treasurer('/bendahara/dana-tertahan'),
    '/bendahara/harian': treasurer('/bendahara/harian'),
    '/bendahara/jurnal': treasurer('/bendahara/jurnal'),
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
    '/pajak/hitung': stranger('/pajak/hitung'),
    '/pajak/hitung/:kind': stranger('/pajak/hitung/pph21.year?hitung=1&status=K%2F1&regular.each=10.000.000'),
    '/pajak/hitung/:kind/lembar': stranger(
      '/pajak/hitung/pph21.non-employee/lembar?hitung=1&payments.row=0&payments%5B0%5D.gross=10.000.000',
    ),
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
    '/naskah': { who: 'wening', path: '/naskah' },
    '/naskah/baru': { who: 'laras', path: '/naskah/baru' },
    '/naskah/draf': { who: 'laras', path: '/naskah/draf' },
    '/naskah/gabung': { who: 'laras', path: '/naskah/gabung' },
    '/naskah/massal': { who: 'wening', path: '/naskah/massal' },
    '/naskah/massal/:batchId': { who: 'wening', path: `/naskah/massal/${at.letterBatchId}` },
    '/naskah/rantai': { who: 'wening', path: '/naskah/rantai' },
    '/naskah/semua': { who: 'wening', path: '/naskah/semua?keadaan=issued' },
    '/naskah/surat/:letterId': { who: 'wening', path: `/naskah/surat/${at.letterToSign}` },
    '/naskah/surat/:letterId/akhiri': { who: 'wening', path: `/naskah/surat/${at.letterIssued}/akhiri` },
    '/naskah/surat/:letterId/bandingkan': {
      who: 'laras',
      path: `/naskah/surat/${at.letterReturned}/bandingkan?dari=1&ke=2`,
    },
    '/naskah/surat/:letterId/kembalikan': { who: 'wening', path: `/naskah/surat/${at.letterToSign}/kembalikan` },
    // No chain of the demo waits for a vacant post.
    '/naskah/surat/:letterId/lewati': { who: 'wening', path: `/naskah/surat/${at.letterToSign}/lewati`, status: 404 },
    '/naskah/surat/:letterId/rantai': { who: 'laras', path: `/naskah/surat/${at.letterReturned}/rantai` },
    '/naskah/surat/:letterId/sunting': { who: 'laras', path: `/naskah/surat/${at.letterDraft}/sunting` },
    '/naskah/surat/:letterId/tanda-tangan': { who: 'wening', path: `/naskah/surat/${at.letterToSign}/tanda-tangan` },
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
    '/tagihan-saya/bayar': mother('/tagihan-saya/bayar'),
    '/tagihan-saya/:billId': mother(`/tagihan-saya/${at.billId}`),
    '/surel/:token': stranger('/surel/sudah-dipakai-tautan-ini', { status: 404 }),
    '/V/:code/:statement': stranger(at.scanned),
    '/tersertifikasi': { who: 'wening', path: '/tersertifikasi' },
    '/tersertifikasi/paket': { who: 'wening', path: '/tersertifikasi/paket' },
    '/tersertifikasi/paket/:batchId': { who: 'wening', path: `/tersertifikasi/paket/${at.certificationId}` },
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
