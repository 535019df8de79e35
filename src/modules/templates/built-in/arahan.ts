import {
  type BuiltIn,
  column,
  day,
  dayMaybe,
  hint,
  list,
  listMaybe,
  rows,
  rowsMaybe,
  text,
  textMaybe,
  titled,
  words,
  wordsMaybe,
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

/** Letters that set rules and decide. @basis Peraturan ANRI 5/2021 (naskah dinas arahan) */
export const arahan: readonly BuiltIn[] = [
  {
    key: 'keputusan',
    content: {
      ...titled('keputusan', 'Keputusan', 'Decision', 'keputusan', 'decision'),
      title: 'Keputusan {jabatan}',
      fields: [
        reasons,
        list(
          'mengingat',
          'Mengingat',
          'In view of',
          hint('Peraturan menurut urutannya.', 'Regulations in their order.'),
        ),
        listMaybe('memperhatikan', 'Memperhatikan', 'Noting'),
        list(
          'diktum',
          'Diktum',
          'Dictums',
          hint(
            'Satu diktum satu baris; KESATU dan seterusnya ditulis sendiri.',
            'One a line; KESATU and so on are written for you.',
          ),
        ),
        dayMaybe('berlaku-sampai', 'Berlaku sampai dengan', 'Valid until'),
        textMaybe('nama-lampiran', 'Isi lampiran', 'What the annex lists'),
        rowsMaybe('susunan', 'Lampiran: susunan', 'Annex: composition', {
          columns: [
            column('kedudukan', 'Kedudukan dalam tim', 'Part in the team'),
            column('jabatan', 'Nama atau jabatan', 'Name or post'),
          ],
        }),
      ],
    },
    specimen: {
      number: '188.4/57/KPT/2026',
      about: 'Tim Percepatan Layanan Digital Tahun 2027',
      copies: ['Bupati Arunika', 'Inspektur Daerah Kabupaten Arunika', 'Yang bersangkutan'],
      values: {
        menimbang: [
          'bahwa pelayanan kepada masyarakat perlu diselenggarakan secara elektronik, cepat, dan dapat dipertanggungjawabkan;',
          'bahwa untuk maksud tersebut perlu dibentuk tim yang bekerja lintas bidang;',
          'bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a dan huruf b, perlu menetapkan keputusan tentang Tim Percepatan Layanan Digital;',
        ],
        mengingat: [
          'Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik;',
          'Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah;',
          'Peraturan Presiden Nomor 95 Tahun 2018 tentang Sistem Pemerintahan Berbasis Elektronik;',
        ],
        diktum: [
          'Membentuk Tim Percepatan Layanan Digital Tahun 2027 dengan susunan sebagaimana tercantum dalam Lampiran yang merupakan bagian tidak terpisahkan dari keputusan ini.',
          'Tim bertugas menyusun rencana, mengoordinasikan pelaksanaan, dan melaporkan kemajuan setiap bulan.',
          'Biaya yang timbul akibat keputusan ini dibebankan pada Anggaran Pendapatan dan Belanja Daerah.',
        ],
        'nama-lampiran': 'tim percepatan layanan digital',
        susunan: [
          { kedudukan: 'Pengarah', jabatan: 'Sekretaris Daerah' },
          { kedudukan: 'Ketua', jabatan: 'Kepala Dinas' },
          { kedudukan: 'Sekretaris', jabatan: 'Sekretaris Dinas' },
          { kedudukan: 'Anggota', jabatan: 'Kepala Bidang Pengelolaan Data' },
          { kedudukan: 'Anggota', jabatan: 'Analis Kebijakan Ahli Muda' },
        ],
      },
    },
  },
  {
    key: 'instruksi',
    content: {
      ...titled('instruksi', 'Instruksi', 'Instruction', 'instruksi'),
      title: 'Instruksi {jabatan}',
      fields: [
        text('dalam-rangka', 'Dalam rangka', 'For the sake of'),
        list('kepada', 'Kepada', 'To'),
        list('untuk', 'Untuk', 'To do', hint('Satu perintah satu baris.', 'One order a line.')),
        textMaybe('laporan', 'Dilaporkan kepada', 'To be reported to'),
      ],
    },
    specimen: {
      number: '3 TAHUN 2026',
      about: 'Kesiapsiagaan musim hujan',
      values: {
        'dalam-rangka': 'kesiapsiagaan menghadapi musim hujan tahun 2026 dan 2027',
        kepada: [
          'Kepala Badan Penanggulangan Bencana Daerah;',
          'Kepala Dinas Pekerjaan Umum dan Penataan Ruang;',
          'Para Camat.',
        ],
        untuk: [
          'Memeriksa dan membersihkan saluran, pintu air, dan titik rawan genangan di wilayah masing-masing paling lambat 5 Desember 2026.',
          'Menyiagakan posko dan nomor darurat selama dua puluh empat jam.',
          'Memutakhirkan data keluarga yang tinggal di daerah rawan.',
        ],
        laporan: 'Bupati melalui Sekretaris Daerah setiap hari Jumat',
      },
    },
  },
  {
    key: 'surat-edaran',
    content: {
      ...titled('surat-edaran', 'Surat edaran', 'Circular', 'surat-edaran'),
      fields: [
        words('latar-belakang', 'Latar belakang', 'Background'),
        words('maksud', 'Maksud dan tujuan', 'Purpose'),
        words('ruang-lingkup', 'Ruang lingkup', 'Scope'),
        basis,
        list('isi', 'Isi edaran', 'What is asked'),
        dayMaybe('berlaku-sampai', 'Berlaku sampai dengan', 'Valid until'),
      ],
    },
    specimen: {
      number: '800/12/SE/2026',
      about: 'Penyesuaian jam layanan pada libur akhir tahun',
      recipients: [{ name: 'Para Kepala Perangkat Daerah;' }, { name: 'Para Camat;' }, { name: 'Para Lurah.' }],
      values: {
        'latar-belakang':
          'Pada libur akhir tahun permintaan layanan kependudukan dan perizinan tetap ada, sedangkan sebagian pegawai mengambil cuti.',
        maksud:
          'Edaran ini dimaksudkan agar setiap unit menjaga pelayanan tetap berjalan dan masyarakat mengetahui jadwalnya.',
        'ruang-lingkup': 'Edaran ini berlaku bagi seluruh unit yang memberikan layanan langsung kepada masyarakat.',
        dasar: [
          'Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik;',
          'Keputusan bersama tiga menteri tentang hari libur nasional dan cuti bersama tahun 2026.',
        ],
        isi: [
          'Layanan daring dibuka sebagaimana biasa; janji layanan dihitung menurut hari kerja.',
          'Unit pelayanan menyusun jadwal piket dan mengumumkannya paling lambat 18 Desember 2026.',
          'Cuti pegawai pelayanan diatur bergiliran paling banyak sepertiga dari jumlah petugas.',
        ],
        'berlaku-sampai': '2027-01-04',
      },
    },
  },
  {
    key: 'sop',
    content: {
      ...titled('sop', 'Standar operasional prosedur', 'Standard operating procedure', 'sop'),
      fields: [
        text('nama', 'Nama SOP', 'Name'),
        day('efektif', 'Tanggal efektif', 'Effective on'),
        text('pelaksana', 'Pelaksana', 'Carried out by'),
        basis,
        list('kualifikasi', 'Kualifikasi pelaksana', 'Qualification'),
        words('peralatan', 'Peralatan', 'Equipment'),
        wordsMaybe('keterkaitan', 'Keterkaitan', 'Related procedures'),
        wordsMaybe('peringatan', 'Peringatan', 'Warning'),
        rows('langkah', 'Langkah', 'Steps', {
          columns: [
            column('kegiatan', 'Kegiatan', 'Activity'),
            column('pelaksana', 'Pelaksana', 'By'),
            column('menit', 'Menit', 'Minutes', 'number'),
            column('hasil', 'Keluaran', 'Output'),
          ],
        }),
      ],
    },
    specimen: {
      number: '000.8.3/014/107/2026',
      about: 'Pelayanan surat keterangan pindah',
      values: {
        nama: 'Pelayanan surat keterangan pindah',
        efektif: '2026-12-01',
        pelaksana: 'Bidang Pelayanan Pendaftaran Penduduk',
        dasar: ['Undang-Undang Nomor 24 Tahun 2013;', 'Peraturan Menteri Dalam Negeri Nomor 108 Tahun 2019.'],
        kualifikasi: ['Memahami administrasi kependudukan.', 'Memiliki hak akses petugas pada sistem.'],
        peralatan: 'Komputer, jaringan, dan pembaca kartu tanda penduduk elektronik.',
        peringatan: 'Data pribadi pemohon hanya dibuka untuk keperluan pelayanan ini.',
        langkah: [
          {
            kegiatan: 'Memeriksa kelengkapan permohonan',
            pelaksana: 'Petugas loket',
            menit: '5',
            hasil: 'Berkas lengkap',
          },
          { kegiatan: 'Memeriksa kesesuaian data', pelaksana: 'Verifikator', menit: '10', hasil: 'Berkas sesuai' },
          { kegiatan: 'Menandatangani surat', pelaksana: 'Kepala Dinas', menit: '5', hasil: 'Surat terbit' },
        ],
      },
    },
  },
  {
    key: 'pedoman',
    content: {
      ...titled('pedoman', 'Pedoman', 'Guideline', 'pedoman', 'regulation'),
      fields: [
        words('latar-belakang', 'Latar belakang', 'Background'),
        words('maksud', 'Maksud dan tujuan', 'Purpose'),
        words('sasaran', 'Sasaran', 'Aims'),
        list('pengertian', 'Pengertian', 'Definitions'),
        text('judul-isi', 'Judul bab II', 'Title of chapter II'),
        words('isi', 'Isi bab II', 'Chapter II'),
        rowsMaybe('tabel', 'Tabel', 'Table', {
          columns: [column('unsur', 'Unsur', 'Element'), column('ketentuan', 'Ketentuan', 'Rule')],
        }),
        words('penutup', 'Penutup', 'Closing'),
      ],
    },
    specimen: {
      number: '5 TAHUN 2026',
      about: 'Pengelolaan antrean layanan',
      values: {
        'latar-belakang':
          'Antrean yang tidak teratur membuat masyarakat menunggu tanpa kepastian dan petugas bekerja tanpa rencana.',
        maksud: 'Pedoman ini menjadi acuan unit pelayanan dalam mengelola antrean luring dan daring.',
        sasaran: 'Waktu tunggu paling lama dua puluh menit dan setiap pemohon mengetahui gilirannya.',
        pengertian: [
          'Antrean adalah urutan pemohon menurut waktu kedatangan atau janji temu.',
          'Janji temu adalah waktu yang dipilih pemohon secara daring.',
        ],
        'judul-isi': 'Ketentuan antrean',
        isi: 'Setiap unit membuka janji temu daring paling sedikit separuh dari kapasitas hariannya.\n\nPenyandang disabilitas, lanjut usia, ibu hamil, dan pemohon dengan anak balita didahulukan.',
        tabel: [
          { unsur: 'Janji temu', ketentuan: 'dibuka tujuh hari sebelumnya' },
          { unsur: 'Keterlambatan', ketentuan: 'giliran ditahan sepuluh menit' },
        ],
        penutup: 'Hal yang belum diatur dalam pedoman ini ditetapkan oleh kepala unit pelayanan.',
      },
    },
  },
]
