import {
  type BuiltIn,
  choice,
  column,
  day,
  dayMaybe,
  hint,
  letter,
  listMaybe,
  rowsMaybe,
  text,
  textMaybe,
  words,
  wordsMaybe,
} from './built-in.ts'

const cityHall = { name: 'Camat se-Kabupaten Arunika', lines: ['di Arunika'] }

const invitation = [
  day('tanggal', 'Hari dan tanggal acara', 'Day of the event'),
  text('pukul', 'Pukul', 'Time', hint('Misalnya 09.00 WIB.', 'As 09.00 WIB.')),
  text('tempat', 'Tempat', 'Place'),
  text('acara', 'Acara', 'Agenda'),
]
const meeting = { tanggal: '2026-12-03', pukul: '09.00 WIB', tempat: 'Ruang Rapat Utama, Balai Kota Lantai 2' }

const disposition = [
  'Tindak lanjuti',
  'Selesaikan',
  'Koordinasikan',
  'Hadiri atau wakili',
  'Pelajari dan telaah',
  'Beri tanggapan dan saran',
  'Siapkan bahan jawaban',
  'Untuk diketahui',
  'Edarkan',
  'Arsipkan',
  'Bicarakan dengan saya',
]

/** Letters between offices and within one. @basis Peraturan ANRI 5/2021 (naskah dinas korespondensi) */
export const korespondensi: readonly BuiltIn[] = [
  {
    key: 'surat-dinas',
    content: {
      ...letter('surat-dinas', 'Surat dinas', 'Official letter'),
      fields: [
        words('pembuka', 'Pembuka', 'Opening', hint('Latar dan maksud surat.', 'Why the letter is written.')),
        words('isi', 'Isi', 'Body'),
        rowsMaybe('rincian', 'Rincian', 'Details', {
          columns: [column('uraian', 'Uraian', 'Description'), column('keterangan', 'Keterangan', 'Remark')],
        }),
        wordsMaybe(
          'penutup',
          'Penutup',
          'Closing',
          hint('Kosongkan untuk penutup yang biasa.', 'Leave empty for the usual one.'),
        ),
      ],
    },
    specimen: {
      number: '400.12/0123/107/2026',
      subject: 'Pemutakhiran data penduduk semester II tahun 2026',
      attachmentsNote: '1 (satu) berkas',
      recipients: [cityHall],
      copies: ['Bupati Arunika', 'Inspektur Daerah Kabupaten Arunika'],
      values: {
        pembuka:
          'Sehubungan dengan berakhirnya semester II tahun 2026, data penduduk di setiap kecamatan perlu dimutakhirkan agar pelayanan dan perencanaan daerah bertumpu pada data yang benar.',
        isi: 'Pemutakhiran dilaksanakan pada 1 sampai dengan 12 Desember 2026 di kantor kecamatan, pada jam kerja.\n\nUntuk itu Saudara diminta menunjuk dua orang petugas dan menyampaikan namanya kepada kami paling lambat 26 November 2026.',
        rincian: [
          { uraian: 'Bimbingan teknis petugas', keterangan: '27 November 2026' },
          { uraian: 'Pemutakhiran di kecamatan', keterangan: '1 sampai 12 Desember 2026' },
          { uraian: 'Laporan hasil', keterangan: '15 Desember 2026' },
        ],
      },
    },
  },
  {
    key: 'undangan-eksternal',
    content: {
      ...letter('undangan-eksternal', 'Surat undangan eksternal', 'Invitation'),
      fields: [
        words('pembuka', 'Pembuka', 'Opening'),
        ...invitation,
        textMaybe('pakaian', 'Pakaian', 'Dress'),
        wordsMaybe('catatan', 'Catatan', 'Remarks'),
      ],
    },
    specimen: {
      number: '000.1.5/0131/103/2026',
      subject: 'Undangan rapat koordinasi pelayanan terpadu',
      recipients: [
        { name: 'Kepala Kantor Pertanahan Kabupaten Arunika' },
        { name: 'Kepala Kantor Pelayanan Pajak Pratama Arunika' },
        { name: 'Direktur Perumda Air Minum Arunika', lines: ['di tempat'] },
      ],
      values: {
        ...meeting,
        pembuka:
          'Dalam rangka peningkatan mutu pelayanan di Mal Pelayanan Publik, Pemerintah Kabupaten Arunika akan menyelenggarakan rapat koordinasi dengan seluruh instansi yang membuka gerai.',
        acara: 'Penyelarasan jam layanan dan antrean bersama',
        pakaian: 'Batik lengan panjang',
        catatan: 'Konfirmasi kehadiran disampaikan kepada Sdr. Laras Prameswari sebelum 1 Desember 2026.',
      },
    },
  },
  {
    key: 'undangan-internal',
    content: {
      ...letter('undangan-internal', 'Surat undangan internal', 'Internal invitation'),
      fields: [
        text('dalam-rangka', 'Dalam rangka', 'On the occasion of'),
        ...invitation,
        textMaybe('pimpinan', 'Pimpinan rapat', 'Chair'),
        listMaybe('bahan', 'Bahan yang disiapkan', 'What to bring'),
      ],
    },
    specimen: {
      number: '000.1.5/0098/103/2026',
      subject: 'Undangan rapat evaluasi kinerja triwulan IV',
      recipients: [{ name: 'Para Kepala Bidang' }, { name: 'Para Kepala Subbagian' }],
      values: {
        ...meeting,
        'dalam-rangka': 'evaluasi capaian kinerja triwulan IV tahun 2026',
        acara: 'Capaian kinerja dan rencana aksi tahun 2027',
        pimpinan: 'Sekretaris Dinas',
        bahan: ['Capaian indikator kinerja per bidang', 'Realisasi anggaran sampai dengan November 2026'],
      },
    },
  },
  {
    key: 'nota-dinas',
    content: {
      ...letter('nota-dinas', 'Nota dinas', 'Internal note'),
      arrangement: 'memo',
      title: 'Nota Dinas',
      register: 'nota-dinas',
      fields: [
        words('pembuka', 'Pembuka', 'Opening'),
        words('isi', 'Isi', 'Body'),
        listMaybe('usul', 'Yang diusulkan', 'Proposals'),
      ],
    },
    specimen: {
      number: '900.1/0412/107.2/2026',
      subject: 'Usul penambahan petugas gerai Mal Pelayanan Publik',
      recipients: [{ name: 'Sekretaris Daerah' }],
      copies: ['Kepala Bagian Organisasi'],
      values: {
        pembuka:
          'Menindaklanjuti arahan pada rapat pimpinan 16 November 2026, bersama ini kami laporkan keadaan gerai Mal Pelayanan Publik.',
        isi: 'Jumlah pemohon naik 38 persen dibanding triwulan sebelumnya, sedangkan petugas tetap dua belas orang. Waktu tunggu rata-rata menjadi 41 menit, melampaui janji layanan 20 menit.',
        usul: [
          'penambahan empat orang petugas dari unit yang bebannya turun;',
          'pembukaan layanan sampai pukul 18.00 pada hari Selasa dan Kamis.',
        ],
      },
    },
  },
  {
    key: 'memorandum',
    content: {
      ...letter('memorandum', 'Memorandum', 'Memorandum'),
      arrangement: 'memo',
      title: 'Memorandum',
      register: 'nota-dinas',
      fields: [
        words('isi', 'Isi', 'Body'),
        listMaybe('tindakan', 'Yang dilaksanakan', 'What to do'),
        dayMaybe('batas', 'Dilaporkan paling lambat', 'To be reported by'),
      ],
    },
    specimen: {
      number: '000.8/0021/107/2026',
      subject: 'Kesiapan pelayanan akhir tahun',
      recipients: [{ name: 'Para Kepala Bidang' }],
      values: {
        isi: 'Menjelang libur akhir tahun, pelayanan kepada masyarakat tetap berjalan sebagaimana jadwal.',
        tindakan: [
          'Susun jadwal piket setiap bidang.',
          'Pastikan antrean daring tetap dibuka.',
          'Selesaikan berkas yang melampaui janji layanan.',
        ],
        batas: '2026-12-11',
      },
    },
  },
  {
    key: 'lembar-disposisi',
    content: {
      ...letter('lembar-disposisi', 'Lembar disposisi', 'Disposition sheet'),
      layout: 'titled',
      arrangement: 'sheet',
      title: 'Lembar Disposisi',
      register: undefined,
      signers: [],
      fields: [
        text('asal', 'Surat dari', 'From'),
        text('nomor-surat', 'Nomor surat', 'Number of the letter'),
        day('tanggal-surat', 'Tanggal surat', 'Date of the letter'),
        text('hal', 'Hal', 'Subject'),
        day('diterima', 'Diterima tanggal', 'Received on'),
        text('agenda', 'Nomor agenda', 'Agenda number'),
        choice('sifat', 'Sifat', 'Urgency', {
          options: [
            { value: 'biasa', label: { id: 'Biasa', en: 'Ordinary' } },
            { value: 'segera', label: { id: 'Segera', en: 'Urgent' } },
            { value: 'amat-segera', label: { id: 'Amat segera', en: 'Most urgent' } },
            { value: 'rahasia', label: { id: 'Rahasia', en: 'Secret' } },
          ],
        }),
        dayMaybe('batas', 'Batas waktu', 'Deadline'),
        listMaybe('kepada', 'Diteruskan kepada', 'Passed on to'),
        listMaybe(
          'harap',
          'Instruksi',
          'Instructions',
          hint(disposition.join('; '), 'As printed on the sheet, one a line.'),
        ),
        wordsMaybe('catatan', 'Catatan', 'Remarks'),
      ],
    },
    specimen: {
      values: {
        asal: 'Kantor Pertanahan Kabupaten Arunika',
        'nomor-surat': 'HP.01/412-99.01/XI/2026',
        'tanggal-surat': '2026-11-19',
        hal: 'Permohonan data bidang tanah',
        diterima: '2026-11-23',
        agenda: '1187',
        sifat: 'segera',
        batas: '2026-11-30',
        kepada: ['Kepala Bidang Pengelolaan Data', 'Kepala Subbagian Umum'],
        harap: ['Tindak lanjuti', 'Siapkan bahan jawaban'],
        catatan:
          'Data yang diberikan hanya yang tercantum dalam perjanjian kerja sama. Konsep jawaban saya terima paling lambat Kamis.',
      },
    },
  },
  {
    key: 'surat-panggilan',
    content: {
      ...letter('surat-panggilan', 'Surat panggilan', 'Summons'),
      fields: [
        choice('panggilan', 'Panggilan ke', 'Which summons', {
          options: [
            { value: 'pertama', label: { id: 'Pertama', en: 'First' } },
            { value: 'kedua', label: { id: 'Kedua', en: 'Second' } },
            { value: 'ketiga', label: { id: 'Ketiga', en: 'Third' } },
          ],
        }),
        day('tanggal', 'Hari dan tanggal menghadap', 'Day to appear'),
        text('pukul', 'Pukul', 'Time'),
        text('tempat', 'Tempat', 'Place'),
        text('menghadap', 'Menghadap kepada', 'Whom to see'),
        textMaybe('alamat', 'Alamat', 'Address'),
        text('keperluan', 'Untuk', 'For'),
      ],
    },
    specimen: {
      number: '800.1.6/0044/107/2026',
      subject: 'Panggilan kedua',
      recipients: [{ name: 'Sdr. Bagus Raharja, S.Kom.', lines: ['Pranata Komputer Ahli Pertama', 'di tempat'] }],
      values: {
        panggilan: 'kedua',
        tanggal: '2026-11-30',
        pukul: '09.00 WIB',
        tempat: 'Ruang Subbagian Kepegawaian',
        menghadap: 'Kepala Subbagian Umum dan Kepegawaian',
        alamat: 'Jalan Balai Kota 1, Arunika',
        keperluan: 'memberikan keterangan mengenai ketidakhadiran pada 2 sampai dengan 6 November 2026',
      },
    },
  },
]
