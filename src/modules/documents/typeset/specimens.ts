import type { BillData } from './bill-data.ts'
import { specimenChildCard } from './specimen-child-card.ts'
import { specimenCivilCertificate } from './specimen-civil-certificate.ts'
import { specimenLetter } from './specimen-letter.ts'
import { specimenMovingLetter } from './specimen-moving-letter.ts'
import { specimenTaxNotices } from './specimen-tax-notices.ts'
import type {
  BirthCertificateData,
  BlankFormData,
  CertificateData,
  DeathCertificateData,
  DecisionLetterData,
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

export const decisionLetter: DecisionLetterData = {
  ...verified,
  office: {
    government: 'Pemerintah Kabupaten Arunika',
    name: 'Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu',
    lines: ['Jalan Balai Kota 3, Arunika 99011', '(099) 555 0120'],
  },
  title: 'Surat Izin Praktik Dokter',
  number: '503/0047/SIP/2026',
  about: 'Izin praktik dokter umum di Klinik Mekar Sehat',
  considering: [
    'bahwa permohonan telah diperiksa dan dinyatakan lengkap serta memenuhi syarat;',
    'bahwa dokter yang bersangkutan masih memiliki tempat praktik di bawah batas tiga tempat.',
  ],
  legalBasis: [
    'Undang-Undang Nomor 17 Tahun 2023 tentang Kesehatan;',
    'Peraturan Pemerintah Nomor 28 Tahun 2024 tentang Peraturan Pelaksanaan Undang-Undang Nomor 17 Tahun 2023.',
  ],
  recipient: { name: 'dr. Sekar Prameswari', lines: ['NIK 99 01 02 52 04 88 0003', 'Jalan Melati 14, Mekarsari'] },
  opening: ['Kepala Dinas memberikan izin praktik kepada dokter tersebut dengan keterangan sebagai berikut.'],
  rows: [
    { label: 'Nomor STR', value: '31 2 1 100 1 26 000047' },
    { label: 'Tempat praktik', value: 'Klinik Mekar Sehat, Jalan Anggrek 7, Mekarsari' },
    { label: 'Praktik ke', value: 'Satu dari paling banyak tiga tempat' },
    { label: 'Retribusi', value: 'Rp0,00 (tidak dipungut)' },
  ],
  decisions: [
    'Pemegang izin wajib berpraktik sesuai dengan standar profesi dan memasang papan nama di tempat praktik.',
    'Izin ini gugur bila tempat praktik berpindah atau surat tanda registrasi tidak lagi berlaku.',
  ],
  closing: ['Bila di kemudian hari ternyata ada kekeliruan, surat ini diperbaiki sebagaimana mestinya.'],
  validUntil: '2031-11-23',
  copies: ['Kepala Dinas Kesehatan Kabupaten Arunika', 'Ketua organisasi profesi setempat'],
  issued,
  signature: {
    ...signature,
    name: 'Ir. Damar Wicaksono, M.T.',
    position: 'Kepala Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu',
    onBehalfOf: 'Bupati Arunika',
    capacity: 'plt',
    order: 'SK 821.29/8/2026',
    employeeNumber: '197105141998031004',
  },
}

export const certificate: CertificateData = {
  ...verified,
  office: { ...letter.office, name: 'Dinas Kesehatan' },
  title: 'Sertifikat Laik Higiene Sanitasi',
  number: '442/0112/SLHS/2026',
  recipient: { name: 'Rumah Makan Sari Laut', lines: ['NIB 9120 0123 45678', 'Jalan Pelabuhan 21, Arunika'] },
  opening: ['Berdasarkan pemeriksaan pada 19 November 2026 dinyatakan memenuhi syarat higiene dan sanitasi'],
  rows: [
    { label: 'Penanggung jawab', value: 'Asep Gumilar' },
    { label: 'Jenis usaha', value: 'Rumah makan golongan A2' },
    { label: 'Nilai pemeriksaan', value: '86 dari 100' },
  ],
  closing: ['Sertifikat ini dipasang di tempat yang mudah dilihat pengunjung.'],
  validUntil: '2029-11-23',
  issued,
  signature: { ...signature, position: 'Kepala Dinas Kesehatan' },
}

export const bill: BillData = {
  ...letter,
  kind: 'bill',
  title: 'Retribusi Izin Reklame',
  payer: 'Hartono Wiryawan',
  code: '126618033987498',
  codeShown: '126 618 033 987 498',
  issuedAt: '2026-11-23T08:12:00+07:00',
  dueAt: '2026-11-30T15:00:00+07:00',
  isOpen: true,
  lines: [
    {
      label: 'Retribusi reklame 12 m²',
      amount: 'Rp1.200.000',
      account: '4.1.02.01',
      citation: 'Perda 3/2024 Pasal 12',
    },
    { label: 'Biaya cetak', amount: 'Rp50.000', account: '4.1.04.16', citation: '' },
  ],
  total: 'Rp1.250.000',
  totalRupiah: '1250000',
  page: 'arunika.example/tagihan-saya',
}

export const deathCertificate: DeathCertificateData = {
  ...verified,
  number: '9901-KM-23112026-0012',
  deceased: {
    name: 'Suryadi Kusuma',
    nik: '9901011203580001',
    sex: 'male',
    birthplace: 'Arunika',
    bornOn: '1958-03-12',
    citizenship: 'Warga Negara Indonesia',
    parents: 'Kusumo (ayah) dan Sutinah (ibu)',
  },
  death: { place: 'Arunika', on: '2026-11-20', at: '03:10' },
  issued,
  signature,
}

/** One filled example of each template, by its name. */
export const SPECIMENS = {
  'birth-certificate': birthCertificate,
  'death-certificate': deathCertificate,
  'civil-certificate': specimenCivilCertificate(verified, signature),
  'moving-letter': specimenMovingLetter(verified, signature),
  'child-card': specimenChildCard(verified, signature),
  'family-card': familyCard,
  receipt,
  'blank-form': blankForm,
  'decision-letter': decisionLetter,
  certificate,
  bill,
  'tax-notices': specimenTaxNotices(letter),
  'official-letter': specimenLetter(verified, signature),
} as const
