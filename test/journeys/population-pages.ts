import type { PopulationAddresses } from './fill-population.ts'
import type { Visit } from './pages.ts'

type Visits = Readonly<Record<string, Visit>>

/** Who opens which address of the population register and of what stands around it. */
export function populationVisits(at: PopulationAddresses): Visits {
  return {
    ...visitsOf('stranger', {
      '/data/kependudukan': '',
      '/pengumuman-perkawinan': '',
      '/pindah-datang': '',
      '/lapangan': '',
      '/kartu-digital': '',
      '/kartu-digital/jenis/:kind': '/kartu-digital/jenis/birth',
      '/periksa-kartu': '',
      '/periksa-kartu/minta': '',
      '/periksa-kartu/:code': '/periksa-kartu/AAAAAAAAAAAAAAAAAAAAAAAA',
    }),
    // Over after minutes, and after it was opened: tried by the tests of credentials.
    '/periksa-kartu/permintaan/:secret': {
      who: 'stranger',
      path: '/periksa-kartu/permintaan/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
      status: 404,
    },
    '/lapangan/tanda/:number': { who: 'stranger', path: `/lapangan/tanda/${at.localNumber}` },
    ...visitsOf('mother', {
      '/akun/data-saya': '',
      '/akun/data-saya/pemeriksaan': '',
      '/akun/kartu-digital': '',
      '/akun/kartu-digital/tambah': '/akun/kartu-digital/tambah?kartu=residence',
      '/akun/data-saya/persetujuan/:consentId': `/akun/data-saya/persetujuan/${at.consentId}`,
      '/kabar/:noticeId': `/kabar/${at.familyNoticeId}`,
      '/kartu-saya': '',
    }),
    ...visitsOf('midwife', {
      '/fasilitas': '',
      '/fasilitas/:partnerId/lapor/:kind': `/fasilitas/${at.midwiferyId}/lapor/birth`,
      '/fasilitas/:partnerId/:noticeId': `/fasilitas/${at.midwiferyId}/${at.noticeId}`,
    }),
    ...visitsOf('yusuf', {
      '/admin/mitra': '',
      '/admin/mitra/baru': '',
      '/admin/mitra/:partnerId': `/admin/mitra/${at.partnerId}`,
      '/admin/mitra/:partnerId/ubah': `/admin/mitra/${at.partnerId}/ubah`,
      '/admin/rt-rw': '',
      '/admin/rt-rw/baru': '',
      '/admin/rt-rw/:neighbourhoodId': `/admin/rt-rw/${at.neighbourhoodId}`,
      '/kependudukan/daerah-lain': '',
      '/kependudukan/daerah-lain/tambah': '',
      '/kependudukan/daerah-lain/:code': '/kependudukan/daerah-lain/98.01',
      '/kependudukan/pusat/pengaturan': '',
      '/kependudukan/pusat/nomor-cadangan': '',
    }),
    // Only where the made-up national register is switched on.
    '/kependudukan/pusat/simulator': { who: 'yusuf', path: '/kependudukan/pusat/simulator' },
    ...visitsOf('laras', {
      '/kependudukan/pemberitahuan': '',
      '/kependudukan/pemberitahuan/:noticeId': `/kependudukan/pemberitahuan/${at.noticeId}`,
      '/register/ganda': '',
      '/register/ganda/:candidateId': `/register/ganda/${at.pairId}`,
      '/register/diperiksa': '',
      '/register/diperiksa/:findingId': `/register/diperiksa/${at.findingId}`,
      '/register/pengawasan/saya': '',
    }),
    ...visitsOf('kartika', {
      '/register/pengawasan': '',
      '/register/pengawasan/:alarmId': `/register/pengawasan/${at.alarmId}`,
    }),
    ...visitsOf('ratih', {
      '/impor-penduduk': '',
      '/impor-penduduk/baru': '',
      '/impor-penduduk/:importId': `/impor-penduduk/${at.importId}`,
      '/impor-penduduk/:importId/masalah': `/impor-penduduk/${at.importId}/masalah`,
      '/impor-penduduk/:importId/kolom': `/impor-penduduk/${at.mappingImportId}/kolom`,
      '/kependudukan/pusat': '',
      '/kependudukan/pusat/antrean': '',
      '/kependudukan/pusat/periksa': '',
      '/kependudukan/pusat/perbedaan/:differenceId': `/kependudukan/pusat/perbedaan/${at.differenceId}`,
      '/kependudukan/perpindahan': '',
      '/kependudukan/perpindahan/minta': '',
      '/kependudukan/perpindahan/:transferId': `/kependudukan/perpindahan/${at.transferId}`,
      '/kependudukan/kartu': '',
      '/kependudukan/kartu/:cardId': `/kependudukan/kartu/${at.cardId}`,
      '/kependudukan/kartu/lembar': '',
      '/kependudukan/kartu/lembar/:batchId': `/kependudukan/kartu/lembar/${at.batchId}`,
      '/kependudukan/kartu/lembar/:batchId/cetak': `/kependudukan/kartu/lembar/${at.batchId}/cetak`,
      '/kependudukan/kartu/blangko': '',
      '/kependudukan/laporan-bulanan': '',
    }),
    ...visitsOf('bagas', {
      '/lapangan/pasang': '',
      '/kependudukan/kartu/:cardId/rekam': `/kependudukan/kartu/${at.requestedCardId}/rekam`,
    }),
    ...visitsOf('wening', {
      '/lapangan/kiriman': '',
      '/lapangan/kiriman/:itemId': `/lapangan/kiriman/${at.itemId}`,
      '/lapangan/perangkat': '',
      '/lapangan/perangkat/:deviceId': `/lapangan/perangkat/${at.deviceId}`,
    }),
  }
}

/** Addresses of routes; one without places is its own. */
function visitsOf(who: Visit['who'], addresses: Readonly<Record<string, string>>): Visits {
  return Object.fromEntries(Object.entries(addresses).map(([route, path]) => [route, { who, path: path || route }]))
}

/** Routes around the register that answer with no page of their own, and what they answer with. */
export const populationNoPages: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    [
      '/admin/mitra',
      '/admin/rt-rw',
      '/data/kependudukan',
      '/impor-penduduk',
      '/impor-penduduk/:importId/masalah',
      '/impor-penduduk/:importId/baris-ditolak',
      '/kependudukan/kartu',
      '/kependudukan/laporan-bulanan',
      '/kependudukan/pemberitahuan',
      '/kependudukan/perpindahan',
      '/lapangan/kiriman',
      '/register/ganda',
      '/register/diperiksa',
      '/register/pengawasan',
      '/kependudukan/pusat',
      '/kependudukan/pusat/antrean',
    ].flatMap((path) => [`${path}.csv`, `${path}.xlsx`].map((file) => [file, 'a list as a file'])),
  ),
  '/akun/data-saya/berkas.json': 'JSON',
  '/kependudukan/perpindahan/:transferId/kartu/:documentId': 'PDF',
  '/antar-daerah/kunci': 'JSON',
  '/.well-known/jwt-vc-issuer': 'JSON',
  '/.well-known/oauth-authorization-server': 'JSON',
  '/.well-known/openid-credential-issuer': 'JSON',
  '/kartu-digital/pekerja.js': 'service worker',
  '/kartu-digital/status/:list': 'a signed list',
  '/kartu-digital/tawaran/:reference': 'JSON',
  '/api/v1/pemberitahuan/:noticeId': 'JSON',
  '/api/v1/persetujuan/:consentId': 'JSON',
  '/kependudukan/kartu/cari': 'redirect to the card that was found: checked by the tests of cards',
  '/lapangan/bekal.json': 'JSON',
  '/lapangan/bekal/:file': 'script',
  '/lapangan/pekerja.js': 'script',
  '/lapangan/wilayah.json': 'JSON',
}
