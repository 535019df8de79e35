import type { LetterContent } from '../content.ts'

type Words = Pick<LetterContent, 'subject' | 'values'> & Partial<LetterContent>

/** What the letters of the demo say: an ordinary month of a civil registration office. */
export const demoWords = {
  update: {
    subject: 'Pemutakhiran data penduduk semester II tahun 2026',
    recipients: [{ name: 'Camat se-Kabupaten Arunika', lines: ['di Arunika'] }],
    copies: ['Bupati Arunika', 'Inspektur Daerah Kabupaten Arunika'],
    classification: '400.12',
    values: {
      pembuka:
        'Sehubungan dengan berakhirnya semester II tahun 2026, data penduduk di setiap kecamatan perlu dimutakhirkan agar pelayanan dan perencanaan daerah bertumpu pada data yang benar.',
      isi: 'Pemutakhiran dilaksanakan pada 1 sampai dengan 12 Desember 2026 di kantor kecamatan, pada jam kerja.\n\nUntuk itu Saudara diminta menunjuk dua orang petugas dan menyampaikan namanya kepada kami.',
    },
  },
  schedule: {
    subject: 'Jadwal pelayanan keliling bulan Desember',
    recipients: [{ name: 'Kepala Desa Sukamaju', lines: ['di Sukamaju'] }],
    classification: '400.12.3',
    values: {
      pembuka:
        'Menindaklanjuti permohonan Saudara tentang pelayanan kependudukan keliling, dapat kami sampaikan sebagai berikut.',
      isi: 'Mobil pelayanan hadir di balai desa pada Selasa minggu pertama dan ketiga, pukul 09.00 sampai 14.00 WIB. Warga membawa kartu keluarga dan dokumen pendukung.',
    },
  },
  training: {
    subject: 'Permintaan peserta bimbingan teknis pencatatan sipil',
    recipients: [{ name: 'Camat Mekarsari', lines: ['di Mekarsari'] }],
    urgency: 'segera',
    classification: '400.12.2',
    values: {
      pembuka:
        'Dalam rangka peningkatan mutu pencatatan kelahiran, kami menyelenggarakan bimbingan teknis bagi petugas loket.',
      isi: 'Mohon Saudara menugaskan satu orang petugas loket. Bimbingan berlangsung satu hari di ruang rapat dinas.',
    },
  },
  archive: {
    subject: 'Peminjaman arsip register kelahiran tahun 1987',
    recipients: [{ name: 'Kepala Dinas Perpustakaan dan Kearsipan', lines: ['di Arunika'] }],
    classification: '000.5.3',
    values: {
      pembuka:
        'Untuk melayani permohonan kutipan akta kelahiran yang registernya sudah diserahkan, kami memerlukan arsip tersebut.',
      isi: 'Mohon diizinkan meminjam register kelahiran tahun 1987 nomor 1 sampai 240 selama lima hari kerja.',
    },
  },
  network: {
    subject: 'Gangguan jaringan di UPT Mekarsari',
    recipients: [{ name: 'Kepala Dinas Komunikasi dan Informatika', lines: ['di Arunika'] }],
    urgency: 'amat-segera',
    classification: '500.12',
    values: {
      pembuka: 'Sejak Senin pagi jaringan di UPT Mekarsari terputus beberapa kali setiap hari.',
      isi: 'Mohon bantuan pemeriksaan perangkat dan jalur cadangan, karena antrean warga sudah melewati seratus orang.',
    },
  },
  furniture: {
    subject: 'Kebutuhan kursi ruang tunggu',
    recipients: [{ name: 'Kepala Bagian Umum Sekretariat Daerah', lines: ['di Arunika'] }],
    classification: '000.2.3',
    values: {
      pembuka: 'Jumlah warga yang datang setiap hari melampaui jumlah kursi di ruang tunggu.',
      isi: 'Kami mengusulkan tambahan empat puluh kursi.',
    },
  },
  personnel: {
    subject: 'Hasil pemeriksaan dugaan pelanggaran disiplin',
    recipients: [{ name: 'Inspektur Daerah', lines: ['di Arunika'] }],
    security: 'rahasia',
    classification: '800.1.6',
    values: {
      pembuka: 'Menindaklanjuti laporan yang kami terima, telah dilakukan pemeriksaan awal oleh tim dinas.',
      isi: 'Berita acara pemeriksaan kami sampaikan terpisah dalam sampul tertutup.',
    },
  },
  immunisation: {
    subject: 'Pencatatan kelahiran bersama pelayanan imunisasi',
    recipients: [{ name: 'Kepala Puskesmas se-Kabupaten Arunika', lines: ['di Arunika'] }],
    classification: '400.7.4',
    values: {
      pembuka:
        'Dinas Kesehatan dan Dinas Kependudukan dan Pencatatan Sipil bersama-sama mempercepat kepemilikan akta kelahiran.',
      isi: 'Setiap bayi yang diimunisasi dan belum memiliki akta dicatat oleh petugas puskesmas, lalu aktanya terbit dalam dua hari kerja.',
    },
  },
  holiday: {
    subject: 'Jam layanan pada libur akhir tahun',
    recipients: [{ name: 'Kepala UPT se-Kabupaten Arunika', lines: ['di Arunika'] }],
    classification: '800.1.5',
    values: {
      pembuka: 'Pada libur akhir tahun permintaan layanan kependudukan tetap ada.',
      isi: 'Setiap UPT tetap membuka loket pada 28 sampai 30 Desember, pukul 08.00 sampai 12.00 WIB.',
    },
  },
  meeting: {
    subject: 'Rapat evaluasi layanan triwulan IV',
    recipients: [{ name: 'Kepala Bagian Organisasi Sekretariat Daerah', lines: ['di Arunika'] }],
    classification: '000.1.5',
    values: {
      pembuka: 'Sesuai rencana kerja, evaluasi layanan triwulan IV dilaksanakan pada minggu kedua Desember.',
      isi: 'Mohon Saudara menyampaikan hasil survei kepuasan masyarakat paling lambat tiga hari sebelumnya.',
    },
  },
} as const satisfies Record<string, Words>

export const invitationWords: Words = {
  subject: 'Undangan sosialisasi identitas kependudukan digital',
  classification: '400.12.4',
  values: {
    pembuka:
      'Dalam rangka penerapan identitas kependudukan digital, kami mengundang Saudara menghadiri sosialisasi yang akan diselenggarakan pada:',
    tanggal: '2026-12-10',
    pukul: '09.00 WIB',
    tempat: 'Pendopo Kabupaten Arunika',
    acara: 'Sosialisasi dan pendaftaran identitas kependudukan digital',
  },
}
