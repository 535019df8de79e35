import { type BuiltIn, column, day, hint, list, number, rows, rowsMaybe, text, titled, words } from './built-in.ts'

/** What an office writes down of its own work: reports, studies, minutes. */
export const rapatLaporan: readonly BuiltIn[] = [
  {
    key: 'laporan',
    content: {
      ...titled('laporan', 'Laporan', 'Report', 'surat-keluar'),
      fields: [
        words('umum', 'Umum', 'General'),
        list('landasan', 'Landasan', 'Basis'),
        words('maksud', 'Maksud dan tujuan', 'Purpose'),
        words('kegiatan', 'Kegiatan', 'Activities'),
        rowsMaybe('realisasi', 'Realisasi', 'Realisation', {
          columns: [
            column('uraian', 'Uraian', 'Item'),
            column('target', 'Sasaran', 'Target', 'number'),
            column('capai', 'Capaian', 'Reached', 'number'),
            column('biaya', 'Biaya', 'Cost', 'money'),
          ],
        }),
        words('hasil', 'Hasil', 'Results'),
        words('simpulan', 'Simpulan dan saran', 'Conclusions'),
      ],
    },
    specimen: {
      number: '400.12/0102/LAP/2026',
      about: 'pelaksanaan pemutakhiran data penduduk semester I tahun 2026',
      values: {
        umum: 'Pemutakhiran data penduduk dilaksanakan dua kali setahun di seluruh kecamatan.',
        landasan: ['Undang-Undang Nomor 24 Tahun 2013;', 'Surat tugas nomor 000.1.2.3/0201/107/2026.'],
        maksud: 'Laporan ini menyampaikan pelaksanaan dan hasil pemutakhiran kepada pimpinan.',
        kegiatan:
          'Kegiatan dilaksanakan di sembilan kecamatan oleh delapan belas petugas, didahului bimbingan teknis satu hari.',
        realisasi: [
          { uraian: 'Kepala keluarga diperiksa', target: '4200', capai: '4105', biaya: '61575000' },
          { uraian: 'Data diperbaiki', target: '600', capai: '731', biaya: '9500000' },
        ],
        hasil:
          'Sebanyak 97,7 persen kepala keluarga telah diperiksa; 731 data diperbaiki dan 12 data ganda dihapus menurut ketentuan.',
        simpulan:
          'Pemutakhiran berjalan sesuai rencana. Disarankan agar bimbingan teknis berikutnya menekankan penulisan alamat.',
      },
    },
  },
  {
    key: 'telaahan-staf',
    content: {
      ...titled('telaahan-staf', 'Telaahan staf', 'Staff study', 'nota-dinas'),
      fields: [
        text('kepada', 'Kepada', 'To'),
        words('persoalan', 'Persoalan', 'Problem'),
        words('praanggapan', 'Praanggapan', 'Assumptions'),
        list('fakta', 'Fakta', 'Facts'),
        words('analisis', 'Analisis', 'Analysis'),
        rowsMaybe('pilihan', 'Pilihan', 'Options', {
          columns: [
            column('pilihan', 'Pilihan', 'Option'),
            column('untung', 'Keuntungan', 'For'),
            column('rugi', 'Kerugian', 'Against'),
          ],
        }),
        words('simpulan', 'Simpulan', 'Conclusion'),
        list('saran', 'Saran tindak', 'Advice'),
      ],
    },
    specimen: {
      number: '000.8/0033/TS/2026',
      about: 'lokasi gerai layanan baru',
      values: {
        kepada: 'Sekretaris Daerah',
        persoalan:
          'Gerai di Balai Kota tidak lagi menampung pemohon, sedangkan dua kecamatan berjarak lebih dari dua puluh kilometer.',
        praanggapan: 'Jumlah pemohon tetap naik paling sedikit sepuluh persen setahun.',
        fakta: [
          'Pemohon dari Kecamatan Tirta dan Kecamatan Lembah 31 persen dari seluruhnya.',
          'Gedung bekas kantor kecamatan di Tirta kosong sejak Maret 2026.',
        ],
        analisis:
          'Memindahkan sebagian gerai mengurangi perjalanan pemohon dan beban Balai Kota; biaya perbaikan gedung lebih kecil daripada membangun.',
        pilihan: [
          { pilihan: 'Memperluas Balai Kota', untung: 'satu tempat', rugi: 'biaya besar, jarak tetap' },
          { pilihan: 'Membuka gerai di Tirta', untung: 'dekat, gedung tersedia', rugi: 'perlu petugas tambahan' },
        ],
        simpulan: 'Membuka gerai di Tirta paling bermanfaat bagi masyarakat.',
        saran: ['menyetujui pembukaan gerai di Tirta mulai Maret 2027;', 'menugaskan Bagian Umum menyiapkan gedung.'],
      },
    },
  },
  {
    key: 'notula',
    content: {
      ...titled('notula', 'Notula', 'Minutes', 'surat-keluar'),
      fields: [
        text('rapat', 'Rapat', 'Meeting'),
        day('tanggal', 'Tanggal', 'Day'),
        text('pukul', 'Mulai pukul', 'From'),
        text('selesai', 'Ditutup pukul', 'Until'),
        text('tempat', 'Tempat', 'Place'),
        text('pimpinan', 'Pimpinan rapat', 'Chair'),
        text('notulis', 'Notulis', 'Taken by'),
        list('peserta', 'Peserta', 'Present'),
        list('acara', 'Acara', 'Agenda'),
        words('jalannya', 'Jalannya rapat', 'Proceedings'),
        rows('tindak-lanjut', 'Keputusan dan tindak lanjut', 'Decisions and follow-up', {
          columns: [
            column('keputusan', 'Keputusan', 'Decision'),
            column('oleh', 'Pelaksana', 'By'),
            column('batas', 'Batas', 'Due', 'date'),
          ],
        }),
      ],
    },
    specimen: {
      number: '000.1.5/0101/N/2026',
      values: {
        rapat: 'Evaluasi kinerja triwulan IV',
        tanggal: '2026-11-23',
        pukul: '09.00 WIB',
        selesai: '11.30 WIB',
        tempat: 'Ruang Rapat Utama',
        pimpinan: 'Sekretaris Dinas',
        notulis: 'Laras Prameswari, S.Sos.',
        peserta: ['Para kepala bidang', 'Para kepala subbagian'],
        acara: ['Capaian kinerja', 'Rencana aksi tahun 2027'],
        jalannya:
          'Pimpinan rapat membuka rapat dan menyampaikan bahwa dua dari sebelas indikator belum tercapai.\n\nSetiap bidang menyampaikan kendala dan usul perbaikan.',
        'tindak-lanjut': [
          { keputusan: 'Menambah loket pada jam sibuk', oleh: 'Bidang Pelayanan', batas: '2026-12-01' },
          { keputusan: 'Menyusun rencana aksi', oleh: 'Subbagian Perencanaan', batas: '2026-12-11' },
        ],
      },
    },
  },
  {
    key: 'daftar-hadir',
    content: {
      ...titled('daftar-hadir', 'Daftar hadir', 'Attendance list', ''),
      arrangement: 'sheet',
      register: undefined,
      signers: [],
      fields: [
        text('acara', 'Acara', 'Event'),
        day('tanggal', 'Tanggal', 'Day'),
        text('pukul', 'Pukul', 'Time'),
        text('tempat', 'Tempat', 'Place'),
        rowsMaybe('peserta', 'Peserta yang diundang', 'Invited', {
          columns: [column('nama', 'Nama', 'Name'), column('jabatan', 'Jabatan, instansi', 'Post')],
        }),
        {
          ...number(
            'baris',
            'Banyak baris',
            'Number of rows',
            hint('Paling sedikit sebanyak peserta; paling banyak 100.', 'At most 100.'),
          ),
          required: false,
        },
      ],
    },
    specimen: {
      values: {
        acara: 'Rapat koordinasi pelayanan terpadu',
        tanggal: '2026-12-03',
        pukul: '09.00 WIB',
        tempat: 'Ruang Rapat Utama, Balai Kota',
        peserta: [
          { nama: 'Laras Prameswari, S.Sos.', jabatan: 'Analis Kebijakan, Dinas Kependudukan' },
          { nama: 'Bagus Raharja, S.Kom.', jabatan: 'Pranata Komputer, Diskominfo' },
        ],
        baris: '14',
      },
    },
  },
]
