import {
  type BuiltIn,
  choice,
  column,
  day,
  dayMaybe,
  list,
  moneyMaybe,
  number,
  official,
  rowsMaybe,
  staff,
  text,
  titled,
  words,
} from './built-in.ts'

const parties = [{ role: 'PIHAK KESATU' }, { role: 'PIHAK KEDUA' }]
const partner = [text('mitra', 'Nama mitra', 'Partner'), text('alamat-mitra', 'Alamat mitra', 'Address of the partner')]

/** Letters in which two sides bind themselves, or one lets another act for it. */
export const kerjaSama: readonly BuiltIn[] = [
  {
    key: 'nota-kesepahaman',
    content: {
      ...titled('nota-kesepahaman', 'Nota kesepahaman', 'Memorandum of understanding', 'kerja-sama', 'decision'),
      signers: parties,
      fields: [
        ...partner,
        words('maksud', 'Maksud dan tujuan', 'Purpose'),
        list('lingkup', 'Ruang lingkup', 'Scope'),
        words('pembiayaan', 'Pembiayaan', 'Costs'),
        number('tahun', 'Jangka waktu (tahun)', 'Term in years'),
      ],
    },
    specimen: {
      number: '100.3.7/009/NK/2026',
      about: 'pengembangan literasi digital masyarakat',
      values: {
        mitra: 'Universitas Samudra Arunika',
        'alamat-mitra': 'Jalan Pelabuhan 17, Arunika',
        maksud:
          'Nota kesepahaman ini dimaksudkan sebagai landasan kerja sama kedua pihak untuk meningkatkan kecakapan digital masyarakat di Kabupaten Arunika.',
        lingkup: [
          'penyelenggaraan kelas literasi digital di desa;',
          'penempatan mahasiswa pendamping;',
          'penelitian dan penyusunan modul.',
        ],
        pembiayaan:
          'Biaya pelaksanaan dibebankan kepada kedua pihak sesuai dengan kemampuan dan ketentuan peraturan perundang-undangan.',
        tahun: '3',
      },
    },
  },
  {
    key: 'perjanjian-kerja-sama',
    content: {
      ...titled('perjanjian-kerja-sama', 'Perjanjian kerja sama', 'Cooperation agreement', 'kerja-sama', 'decision'),
      signers: parties,
      fields: [
        ...partner,
        words('maksud', 'Maksud dan tujuan', 'Purpose'),
        list('lingkup', 'Objek dan ruang lingkup', 'Object and scope'),
        list('kewajiban-kesatu', 'Kewajiban pihak kesatu', 'Duties of the first party'),
        list('kewajiban-kedua', 'Kewajiban pihak kedua', 'Duties of the second party'),
        moneyMaybe('harga', 'Nilai', 'Value'),
        rowsMaybe('termin', 'Termin pembayaran', 'Instalments', {
          columns: [
            column('termin', 'Termin', 'Instalment'),
            column('syarat', 'Syarat', 'Condition'),
            column('nilai', 'Nilai', 'Amount', 'money'),
          ],
        }),
        day('mulai', 'Berlaku sejak', 'From'),
        day('selesai', 'Sampai dengan', 'Until'),
        text('pengadilan', 'Penyelesaian perselisihan melalui', 'Disputes are settled by'),
      ],
    },
    specimen: {
      number: '100.3.7/021/PKS/2026',
      about: 'pendampingan kelas literasi digital',
      values: {
        mitra: 'Universitas Samudra Arunika',
        'alamat-mitra': 'Jalan Pelabuhan 17, Arunika',
        maksud:
          'Perjanjian ini dimaksudkan untuk melaksanakan kelas literasi digital di dua puluh desa pada tahun 2027.',
        lingkup: [
          'Penyusunan modul dan pelatihan pendamping.',
          'Penyelenggaraan kelas paling sedikit dua kali sebulan di setiap desa.',
        ],
        'kewajiban-kesatu': ['menyediakan tempat dan jaringan internet;', 'membayar biaya menurut termin.'],
        'kewajiban-kedua': ['menyediakan empat puluh mahasiswa pendamping;', 'melaporkan pelaksanaan setiap bulan.'],
        harga: '480000000',
        termin: [
          { termin: 'Kesatu', syarat: 'modul diserahkan dan diterima', nilai: '144000000' },
          { termin: 'Kedua', syarat: 'separuh kelas terlaksana', nilai: '192000000' },
          { termin: 'Ketiga', syarat: 'seluruh kelas terlaksana dan laporan akhir diterima', nilai: '144000000' },
        ],
        mulai: '2027-01-04',
        selesai: '2027-12-17',
        pengadilan: 'Pengadilan Negeri Arunika',
      },
    },
  },
  {
    key: 'surat-kuasa',
    content: {
      ...titled('surat-kuasa', 'Surat kuasa', 'Power of attorney', 'surat-keluar'),
      fields: [
        official('penerima', 'Penerima kuasa', 'Who is empowered', { most: 10 }),
        list('untuk', 'Untuk', 'To do'),
        dayMaybe('sampai', 'Berlaku sampai dengan', 'Until'),
        choice('substitusi', 'Dapat dilimpahkan', 'May be passed on', {
          options: [
            { value: 'tidak', label: { id: 'Tidak', en: 'No' } },
            { value: 'ya', label: { id: 'Ya, dengan hak substitusi', en: 'Yes' } },
          ],
        }),
      ],
    },
    specimen: {
      number: '100.3.11/0017/107/2026',
      values: {
        penerima: [staff],
        untuk: [
          'mewakili pemberi kuasa dalam penandatanganan berita acara serah terima barang hibah;',
          'menerima dan memeriksa barang tersebut.',
        ],
        sampai: '2026-12-31',
        substitusi: 'tidak',
      },
    },
  },
  {
    key: 'berita-acara',
    content: {
      ...titled('berita-acara', 'Berita acara', 'Official record', 'berita-acara'),
      signers: parties,
      fields: [
        day('tanggal', 'Tanggal kejadian', 'Day'),
        text('tempat', 'Tempat', 'Place'),
        words('uraian', 'Uraian', 'What was done'),
        rowsMaybe('barang', 'Barang', 'Goods', {
          columns: [
            column('nama', 'Nama barang', 'Name'),
            column('banyak', 'Banyaknya', 'Quantity'),
            column('keadaan', 'Keadaan', 'Condition'),
            column('nilai', 'Nilai', 'Value', 'money'),
          ],
        }),
      ],
    },
    specimen: {
      number: '000.2.3.2/0063/BA/2026',
      about: 'serah terima perangkat layanan kecamatan',
      values: {
        tanggal: '2026-11-23',
        tempat: 'Gudang Barang Daerah, Arunika',
        uraian:
          'PIHAK KESATU menyerahkan kepada PIHAK KEDUA, dan PIHAK KEDUA menerima dari PIHAK KESATU, perangkat layanan sebagaimana rincian berikut dalam keadaan baik dan lengkap.',
        barang: [
          { nama: 'Komputer layanan', banyak: '12 unit', keadaan: 'Baik', nilai: '132000000' },
          { nama: 'Pembaca kartu', banyak: '12 unit', keadaan: 'Baik', nilai: '54000000' },
        ],
      },
    },
  },
  {
    key: 'pakta-integritas',
    content: {
      ...titled('pakta-integritas', 'Pakta integritas', 'Integrity pact', 'surat-keluar'),
      fields: [
        text('sehubungan', 'Sehubungan dengan', 'In connection with'),
        list('janji', 'Yang dijanjikan', 'Promises'),
      ],
    },
    specimen: {
      number: '700.1.2/0088/PI/2026',
      values: {
        sehubungan: 'Pengadaan perangkat layanan kecamatan tahun 2027',
        janji: [
          'tidak melakukan praktik korupsi, kolusi, dan nepotisme;',
          'tidak meminta atau menerima pemberian apa pun yang berkaitan dengan tugas ini;',
          'akan melaporkan kepada yang berwenang apabila mengetahui penyimpangan;',
          'akan bersikap transparan, jujur, objektif, dan akuntabel.',
        ],
      },
    },
  },
]
