import {
  type BuiltIn,
  column,
  day,
  dayMaybe,
  list,
  listMaybe,
  rows,
  rowsMaybe,
  text,
  textMaybe,
  titled,
  words,
} from './built-in.ts'

/** Letters that state, tell, accompany, honour. @basis Peraturan ANRI 5/2021 (naskah dinas khusus) */
export const khusus: readonly BuiltIn[] = [
  {
    key: 'surat-keterangan',
    content: {
      ...titled('surat-keterangan', 'Surat keterangan', 'Certifying letter', 'surat-keterangan'),
      fields: [
        text('nama', 'Nama', 'Name'),
        textMaybe('nomor-diri', 'NIK atau NIP', 'NIK or NIP'),
        textMaybe('tempat-lahir', 'Tempat lahir', 'Birthplace'),
        dayMaybe('tanggal-lahir', 'Tanggal lahir', 'Date of birth'),
        textMaybe('pekerjaan', 'Pekerjaan atau jabatan', 'Occupation'),
        textMaybe('alamat', 'Alamat', 'Address'),
        words('keterangan', 'Keterangan', 'What is certified'),
        text('keperluan', 'Untuk keperluan', 'For'),
      ],
    },
    specimen: {
      number: '400.12.2/0231/107/2026',
      values: {
        nama: 'Hartono Wiryawan',
        'nomor-diri': '9901021403850002',
        'tempat-lahir': 'Arunika',
        'tanggal-lahir': '1985-03-14',
        pekerjaan: 'Karyawan swasta',
        alamat: 'Jalan Melati 14, Sukamaju, Arunika Tengah',
        keterangan:
          'Nama tersebut di atas benar telah mengikuti pelatihan petugas pendata yang diselenggarakan pada 9 sampai dengan 11 November 2026 dan dinyatakan lulus.',
        keperluan: 'melengkapi persyaratan penugasan sebagai petugas pendata',
      },
    },
  },
  {
    key: 'surat-pengantar',
    content: {
      ...titled('surat-pengantar', 'Surat pengantar', 'Covering letter', 'surat-keluar'),
      fields: [
        rows('kiriman', 'Yang dikirim', 'What is sent', {
          columns: [
            column('nama', 'Naskah atau barang', 'Letter or thing'),
            column('banyak', 'Banyaknya', 'Quantity'),
            column('keterangan', 'Keterangan', 'Remark'),
          ],
        }),
      ],
    },
    specimen: {
      number: '000.5.3/0075/107/2026',
      recipients: [{ name: 'Kepala Dinas Kearsipan dan Perpustakaan' }],
      values: {
        kiriman: [
          { nama: 'Daftar arsip yang dipindahkan tahun 2021', banyak: '2 rangkap', keterangan: 'Untuk diperiksa' },
          { nama: 'Arsip inaktif kependudukan', banyak: '14 boks', keterangan: 'Menurut daftar' },
        ],
      },
    },
  },
  {
    key: 'pengumuman',
    content: {
      ...titled('pengumuman', 'Pengumuman', 'Announcement', 'pengumuman'),
      fields: [
        words('pembuka', 'Pembuka', 'Opening'),
        list('isi', 'Isi', 'Points'),
        rowsMaybe('jadwal', 'Jadwal', 'Schedule', {
          columns: [column('tempat', 'Tempat', 'Place'), column('waktu', 'Waktu', 'Time')],
        }),
        textMaybe('narahubung', 'Keterangan lebih lanjut', 'Contact'),
      ],
    },
    specimen: {
      number: '400.12/0009/P/2026',
      about: 'pelayanan keliling administrasi kependudukan',
      values: {
        pembuka:
          'Diumumkan kepada masyarakat Kabupaten Arunika bahwa pelayanan keliling diselenggarakan pada Desember 2026 dengan ketentuan sebagai berikut.',
        isi: [
          'Layanan meliputi perekaman kartu tanda penduduk, kartu keluarga, dan akta kelahiran.',
          'Seluruh layanan tidak dipungut biaya.',
          'Pemohon membawa kartu keluarga dan telepon genggam.',
        ],
        jadwal: [
          { tempat: 'Balai Desa Sukamaju', waktu: 'Senin 7 Desember 2026, pukul 08.00 sampai 14.00' },
          { tempat: 'Balai Desa Tirtasari', waktu: 'Rabu 9 Desember 2026, pukul 08.00 sampai 14.00' },
        ],
        narahubung: 'laman arunika.example atau kantor kecamatan terdekat',
      },
    },
  },
  {
    key: 'rekomendasi',
    content: {
      ...titled('rekomendasi', 'Rekomendasi', 'Recommendation', 'surat-keluar'),
      fields: [
        listMaybe('dasar', 'Dasar', 'Basis'),
        text('nama', 'Nama', 'Name'),
        textMaybe('lembaga', 'Lembaga atau jabatan', 'Organisation'),
        textMaybe('alamat', 'Alamat', 'Address'),
        words('untuk', 'Untuk', 'For'),
        listMaybe('syarat', 'Dengan ketentuan', 'Conditions'),
        day('sampai', 'Berlaku sampai dengan', 'Until'),
      ],
    },
    specimen: {
      number: '400.6/0014/REK/2026',
      values: {
        dasar: [
          'surat permohonan Yayasan Lentera Pesisir nomor 12/YLP/XI/2026;',
          'hasil peninjauan lapangan 18 November 2026;',
        ],
        nama: 'Dr. Anindya Paramita',
        lembaga: 'Yayasan Lentera Pesisir',
        alamat: 'Jalan Dermaga 3, Arunika',
        untuk: 'menyelenggarakan pelatihan nelayan di tiga desa pesisir',
        syarat: [
          'melibatkan pemerintah desa setempat;',
          'menyampaikan laporan paling lambat satu bulan setelah kegiatan.',
        ],
        sampai: '2027-05-31',
      },
    },
  },
  {
    key: 'piagam',
    content: {
      ...titled('piagam', 'Piagam', 'Certificate of merit', 'surat-keluar'),
      arrangement: 'wall',
      title: 'Piagam Penghargaan',
      fields: [
        text('nama', 'Nama penerima', 'Recipient'),
        textMaybe('sebagai', 'Sebagai', 'As'),
        text('jasa', 'Atas', 'For'),
        dayMaybe('tanggal', 'Tanggal kegiatan', 'Day of the event'),
        textMaybe('tempat', 'Tempat kegiatan', 'Place of the event'),
      ],
    },
    specimen: {
      number: '000.7/0033/PG/2026',
      values: {
        nama: 'Ratna Dewanti',
        sebagai: 'Kader Pelayanan Terbaik',
        jasa: 'pengabdian dalam membantu warga lanjut usia mengurus dokumen kependudukan',
        tanggal: '2026-11-10',
        tempat: 'Arunika',
      },
    },
  },
  {
    key: 'maklumat',
    content: {
      ...titled('maklumat', 'Maklumat', 'Proclamation', 'surat-keluar'),
      title: 'Maklumat Pelayanan',
      fields: [
        words('pembuka', 'Pembuka', 'Opening'),
        list('janji', 'Yang dimaklumkan', 'Promises'),
        words('penutup', 'Penutup', 'Closing'),
      ],
    },
    specimen: {
      number: '000.8.6/002/M/2026',
      values: {
        pembuka:
          'Dengan ini kami menyatakan sanggup menyelenggarakan pelayanan sesuai dengan standar pelayanan yang telah ditetapkan, yaitu:',
        janji: [
          'melayani dengan ramah, adil, dan tanpa pungutan di luar ketentuan;',
          'menyelesaikan setiap permohonan dalam waktu yang dijanjikan;',
          'memberi penjelasan tertulis apabila permohonan ditolak.',
        ],
        penutup:
          'Apabila kami tidak menepati janji ini, kami siap menerima sanksi sesuai dengan peraturan perundang-undangan yang berlaku.',
      },
    },
  },
]
