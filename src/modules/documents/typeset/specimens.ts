import type {
  BirthCertificateData,
  BlankFormData,
  FamilyCardData,
  FamilyMember,
  ReceiptData,
  SignatureData,
} from './template-data.ts'

/** Fictional data for tests, previews of templates and the bench; nobody in it exists (region code 99). */

const letter = {
  region: { name: 'Kabupaten Arunika', timeZone: 'Asia/Jakarta' },
  office: {
    government: 'Pemerintah Kabupaten Arunika',
    name: 'Dinas Kependudukan dan Pencatatan Sipil',
    lines: ['Jalan Balai Kota 1, Arunika 99011', 'arunika.example'],
  },
} as const

const verified = {
  ...letter,
  verification: {
    url: 'https://arunika.example/v/8K2M-4QXT-91',
    address: 'arunika.example/v',
    code: '8K2M-4QXT-91',
  },
  footnotes: ['Dokumen ini ditandatangani secara elektronik dengan sertifikat elektronik.'],
} as const

const signature: SignatureData = {
  name: 'Dr. Wening Hapsari, M.Si.',
  position: 'Kepala Dinas',
  capacity: 'definitive',
  order: 'SK 821.2/17/2025',
  signedAt: '2026-11-23T10:41:00+07:00',
  rank: 'Pembina Utama Muda',
  employeeNumber: '197803122003122001',
}

const issued = { place: 'Arunika', on: '2026-11-23' } as const

export const birthCertificate: BirthCertificateData = {
  ...verified,
  number: '9901-LT-23112026-0047',
  child: {
    name: 'Kirana Ayu Hartono',
    nik: '9901026011260001',
    sex: 'female',
    order: 3,
    birthplace: 'Arunika',
    bornOn: '2026-11-20',
    bornAt: '04:35',
    citizenship: 'Warga Negara Indonesia',
  },
  parents: { kind: 'married', father: 'Hartono Wiryawan', mother: 'Ratna Dewanti' },
  issued,
  remarks: ['Kutipan ini dikeluarkan dari Register Akta Kelahiran Kabupaten Arunika.'],
  signature,
}

const child: FamilyMember = {
  name: 'Kirana Ayu Hartono',
  nik: '9901026011260001',
  sex: 'female',
  birthplace: 'Arunika',
  bornOn: '2026-11-20',
  religion: 'Islam',
  education: 'Tidak/Belum Sekolah',
  occupation: 'Belum/Tidak Bekerja',
  maritalStatus: 'Belum Kawin',
  relation: 'Anak',
  citizenship: 'WNI',
  father: 'Hartono Wiryawan',
  mother: 'Ratna Dewanti',
}

const father: FamilyMember = {
  ...child,
  name: 'Hartono Wiryawan',
  nik: '9901021403850002',
  sex: 'male',
  bornOn: '1985-03-14',
  education: 'Diploma IV/Strata I',
  occupation: 'Karyawan Swasta',
  bloodType: 'O',
  maritalStatus: 'Kawin Tercatat',
  maritalOn: '2010-06-12',
  relation: 'Kepala Keluarga',
  father: 'Wiryawan',
  mother: 'Sulastri',
}

export const familyCard: FamilyCardData = {
  ...verified,
  number: '9901022311260012',
  head: father.name,
  address: {
    street: 'Jalan Melati 14',
    rt: '003',
    rw: '007',
    postalCode: '99012',
    village: 'Sukamaju',
    district: 'Arunika Tengah',
    regency: 'Kabupaten Arunika',
    province: 'Nusa Arunika',
  },
  members: [father, { ...father, name: 'Ratna Dewanti', sex: 'female', relation: 'Istri' }, child],
  version: 4,
  issued,
  signature,
}

export const receipt: ReceiptData = {
  ...letter,
  trackingNumber: 'AKL-2026-004711',
  pinHint: 'dikirim ke WhatsApp 0812-xxxx-xx34',
  service: 'Akta Kelahiran',
  subject: 'Akta kelahiran untuk Kirana Ayu Hartono',
  applicant: { name: 'Hartono Wiryawan', contact: 'WhatsApp 0812-xxxx-xx34' },
  submittedAt: '2026-11-23T08:12:00+07:00',
  channel: 'Loket 3, Mal Pelayanan Publik',
  promise: { on: '2026-11-24', at: '15:00', note: 'Biasanya selesai dalam 3 jam kerja.' },
  documents: [
    { name: 'Surat keterangan lahir', status: 'attached', note: 'RSUD Arunika, 20 November 2026' },
    { name: 'Kartu keluarga', status: 'known' },
    { name: 'KTP-el dua saksi', status: 'missing', note: 'Kirim lewat halaman status.' },
  ],
  statusPage: { url: 'https://arunika.example/lacak/AKL-2026-004711', address: 'arunika.example/lacak' },
}

export const blankForm: BlankFormData = {
  ...letter,
  title: 'Formulir Pelaporan Kelahiran',
  service: 'Akta Kelahiran',
  code: 'F-2.01',
  introduction: 'Isi dengan huruf cetak dan tinta hitam.',
  pages: [
    {
      title: 'Bayi',
      hint: 'Seperti tertulis pada surat keterangan lahir.',
      groups: [
        {
          fields: [
            { label: 'Nama lengkap', kind: 'text', required: true, hint: 'Tanpa gelar.' },
            { label: 'Jenis kelamin', kind: 'choice', options: ['Laki-laki', 'Perempuan'], required: true },
            { label: 'Tanggal lahir', kind: 'date', required: true },
            { label: 'Penolong kelahiran', kind: 'choices', options: ['Dokter', 'Bidan', 'Lainnya'] },
            { label: 'Berat (gram)', kind: 'boxes', length: 4 },
            { label: 'Keterangan', kind: 'paragraph', lines: 2 },
          ],
        },
        { title: 'Saksi', repeat: 2, fields: [{ label: 'NIK', kind: 'boxes' }] },
        { title: 'Pernyataan', fields: [{ label: 'Data ini benar.', kind: 'statement', required: true }] },
      ],
    },
  ],
  attachments: ['Surat keterangan lahir', 'Buku nikah'],
  declaration: 'Saya menyatakan data di atas benar.',
  online: { url: 'https://arunika.example/layanan/akta-kelahiran', address: 'arunika.example/layanan' },
}

/** One filled example of each template, by its name. */
export const SPECIMENS = {
  'birth-certificate': birthCertificate,
  'family-card': familyCard,
  receipt,
  'blank-form': blankForm,
} as const
