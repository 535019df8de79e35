import {
  type BuiltIn,
  column,
  day,
  dayMaybe,
  hint,
  list,
  moneyMaybe,
  number,
  official,
  rowsMaybe,
  staff,
  staffTwo,
  text,
  textMaybe,
  titled,
} from './built-in.ts'

const reasons = list(
  'menimbang',
  'Menimbang',
  'Considering',
  hint('Satu pertimbangan satu baris, diawali "bahwa".', 'One a line.'),
)
const basis = list(
  'dasar',
  'Dasar',
  'Basis',
  hint('Peraturan atau surat, satu baris satu.', 'Regulations or letters, one a line.'),
)

/** Letters that send somebody. @basis Peraturan ANRI 5/2021 (naskah dinas penugasan) */
export const penugasan: readonly BuiltIn[] = [
  {
    key: 'surat-perintah',
    content: {
      ...titled('surat-perintah', 'Surat perintah', 'Order', 'surat-perintah', 'assignment'),
      fields: [
        reasons,
        basis,
        official('kepada', 'Yang diperintah', 'Who is ordered', { most: 40 }),
        list('untuk', 'Untuk', 'To do'),
        dayMaybe('mulai', 'Sejak', 'From'),
        dayMaybe('selesai', 'Sampai dengan', 'Until'),
      ],
    },
    specimen: {
      number: '800.1.3/0077/107/2026',
      values: {
        menimbang: [
          'bahwa Kepala Bidang Pengelolaan Data melaksanakan cuti tahunan sehingga perlu menunjuk pelaksana harian agar tugas berjalan lancar;',
        ],
        dasar: [
          'Undang-Undang Nomor 30 Tahun 2014 tentang Administrasi Pemerintahan;',
          'Surat Edaran Kepala Badan Kepegawaian Negara Nomor 1/SE/I/2021.',
        ],
        kepada: [{ ...staff, position: 'Kepala Seksi Pengolahan Data' }],
        untuk: [
          'di samping jabatannya, melaksanakan tugas Kepala Bidang Pengelolaan Data sebagai pelaksana harian;',
          'tidak mengambil keputusan yang bersifat strategis yang berdampak pada organisasi, kepegawaian, dan alokasi anggaran.',
        ],
        mulai: '2026-12-01',
        selesai: '2026-12-07',
      },
    },
  },
  {
    key: 'surat-tugas',
    content: {
      ...titled('surat-tugas', 'Surat tugas', 'Assignment', 'surat-tugas', 'assignment'),
      fields: [
        reasons,
        basis,
        official('kepada', 'Yang ditugaskan', 'Who is assigned', { most: 40 }),
        list('untuk', 'Untuk', 'To do'),
        day('mulai', 'Mulai', 'From'),
        dayMaybe('selesai', 'Sampai dengan', 'Until'),
        text('tempat', 'Tempat', 'Place'),
        moneyMaybe('biaya', 'Biaya', 'Cost'),
        number('hari-laporan', 'Laporan dalam hari kerja', 'Report within working days'),
      ],
    },
    specimen: {
      number: '000.1.2.3/0412/107/2026',
      values: {
        menimbang: ['bahwa untuk pemutakhiran data penduduk perlu menugaskan pegawai ke kecamatan;'],
        dasar: [
          'Undang-Undang Nomor 24 Tahun 2013 tentang Administrasi Kependudukan;',
          'Dokumen Pelaksanaan Anggaran tahun 2026.',
        ],
        kepada: [staff, staffTwo],
        untuk: ['memberi bimbingan teknis kepada petugas kecamatan;', 'memeriksa mutu data hasil pemutakhiran.'],
        mulai: '2026-12-01',
        selesai: '2026-12-03',
        tempat: 'Kantor Kecamatan Arunika Tengah dan Kantor Kecamatan Tirta',
        biaya: '1850000',
        'hari-laporan': '5',
      },
    },
  },
  {
    key: 'sppd',
    content: {
      ...titled('sppd', 'Surat perjalanan dinas', 'Official travel order', 'sppd', 'assignment'),
      fields: [
        official('pegawai', 'Pegawai yang diperintah', 'Who travels'),
        text('maksud', 'Maksud perjalanan', 'Purpose'),
        text('angkutan', 'Alat angkut', 'Transport'),
        text('berangkat-dari', 'Berangkat dari', 'From'),
        text('tujuan', 'Tujuan', 'To'),
        day('mulai', 'Berangkat tanggal', 'Departure'),
        day('selesai', 'Harus kembali tanggal', 'Return'),
        text('anggaran', 'Pembebanan anggaran', 'Budget line'),
        rowsMaybe('pengikut', 'Pengikut', 'Companions', {
          columns: [column('nama', 'Nama', 'Name'), column('hubungan', 'Keterangan', 'Remark')],
        }),
        textMaybe('keterangan', 'Keterangan lain', 'Remarks'),
      ],
    },
    specimen: {
      number: '000.1.2.3/0198/SPD/2026',
      values: {
        pegawai: [staff],
        maksud: 'Konsultasi penyelarasan data kependudukan',
        angkutan: 'Kendaraan umum',
        'berangkat-dari': 'Arunika',
        tujuan: 'Ibu Kota Provinsi Nusa Arunika',
        mulai: '2026-12-08',
        selesai: '2026-12-10',
        anggaran: 'DPA 2.12.01, belanja perjalanan dinas dalam daerah',
        pengikut: [{ nama: staffTwo.name, hubungan: 'Pendamping teknis' }],
      },
    },
  },
]
