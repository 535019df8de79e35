import type { LocalText } from '#kernel/i18n/texts.ts'
import type { StagedFinding } from '#modules/people/index.ts'
import type { RowFinding } from '../checking/problem-codes.ts'

/** What each finding says; `{field}` is the column's meaning. */
const findings: Readonly<Record<RowFinding | StagedFinding, LocalText>> = {
  empty: { id: '{field} kosong.', en: '{field} is empty.' },
  'number-length': {
    id: '{field} tidak terdiri dari 16 angka.',
    en: '{field} does not have 16 digits.',
  },
  'number-lost-digits': {
    id: '{field} tersimpan sebagai bilangan, sehingga angka terakhirnya hilang. Ambil lagi dari sumbernya dengan kolom berformat teks.',
    en: '{field} was stored as a number, so its last digit is lost. Take it from its source again with the column formatted as text.',
  },
  'number-placeholder': {
    id: '{field} hanya pengisi (satu angka berulang), bukan nomor.',
    en: '{field} is only a filler (one digit repeated), not a number.',
  },
  'too-long': { id: '{field} terlalu panjang.', en: '{field} is too long.' },
  'odd-name': {
    id: '{field} memuat angka atau tanda yang bukan bagian nama.',
    en: '{field} holds digits or signs that are no part of a name.',
  },
  'date-unreadable': { id: '{field} bukan tanggal yang ada.', en: '{field} is no date that exists.' },
  'date-ambiguous': {
    id: '{field} dapat dibaca dua cara (hari-bulan atau bulan-hari), dan NIK tidak membuktikan salah satunya.',
    en: '{field} can be read in two ways (day-month or month-day), and the NIK proves neither.',
  },
  'date-short-year': {
    id: '{field} bertahun dua angka. Tulis tahunnya empat angka.',
    en: '{field} has a year of two digits. Write the year with four.',
  },
  'date-future': { id: '{field} di masa depan.', en: '{field} is in the future.' },
  'value-unknown': {
    id: '{field} berisi kata atau kode yang tidak dikenal. Artikan pada halaman kolom, atau perbaiki isinya.',
    en: '{field} holds a word or code that is not known. Say what it means on the page of columns, or correct it.',
  },
  'village-unknown': {
    id: 'Desa atau kelurahan ini tidak ada di daerah ini.',
    en: 'There is no such village in this region.',
  },
  'village-ambiguous': {
    id: 'Ada lebih dari satu desa bernama ini. Tambahkan kolom kecamatan atau kode desa.',
    en: 'More than one village has this name. Add a column with the district or the code of the village.',
  },
  'village-differs': {
    id: 'Desa baris ini lain dari desa baris pertama pada nomor KK yang sama.',
    en: 'The village of this row is not that of the first row with the same family card number.',
  },
  'married-before-birth': {
    id: 'Tanggal perkawinan mendahului tanggal lahir.',
    en: 'The marriage is before the birth.',
  },
  'date-by-nik': {
    id: '{field} dapat dibaca dua cara; dibaca menurut angka NIK.',
    en: '{field} can be read in two ways; it was read as the digits of the NIK say.',
  },
  'nik-date-differs': {
    id: 'Tanggal pada NIK lain dari tanggal lahir. NIK tetap berlaku; periksa tanggal lahirnya.',
    en: 'The date in the NIK is not the date of birth. The NIK stays valid; look at the date of birth.',
  },
  'nik-sex-differs': {
    id: 'Jenis kelamin pada NIK lain dari isian. NIK tetap berlaku.',
    en: 'The sex in the NIK is not that of the row. The NIK stays valid.',
  },
  'nik-date-unreadable': {
    id: 'Angka tanggal pada NIK bukan tanggal. NIK tetap berlaku.',
    en: 'The digits of the date in the NIK are no date. The NIK stays valid.',
  },
  'very-old': {
    id: 'Usia lebih dari 120 tahun. Periksa apakah sudah meninggal.',
    en: 'Older than 120 years. See whether the person has died.',
  },
  'parent-nik-unreadable': {
    id: '{field} bukan 16 angka; orang tua hanya dicatat namanya.',
    en: '{field} does not have 16 digits; only the name of the parent is kept.',
  },
  'relation-sex': {
    id: 'Hubungan keluarga tidak cocok dengan jenis kelamin.',
    en: 'The relation does not fit the sex.',
  },
  'young-head': {
    id: 'Kepala keluarga belum dewasa dan belum kawin.',
    en: 'The head of the family is a minor and unmarried.',
  },
  'address-differs': {
    id: 'Alamat lain dari baris pertama keluarganya; alamat baris pertama yang dipakai.',
    en: 'The address is not that of the first row of the family; that of the first row is used.',
  },
  'neighbourhood-closed': {
    id: 'RT/RW ini sudah ditutup pada daftar desa. Periksa apakah alamatnya sudah pindah ke RT penggantinya.',
    en: 'This RT/RW is closed in the list of the village. See whether the address now belongs to its successor.',
  },
  'neighbourhood-unknown': {
    id: 'RT/RW ini tidak ada pada daftar desa.',
    en: 'This RT/RW is not in the list of the village.',
  },
  'nik-twice': {
    id: 'NIK ini ada lebih dari sekali pada berkas.',
    en: 'This NIK is in the file more than once.',
  },
  'nik-registered': { id: 'NIK ini sudah ada pada register.', en: 'This NIK stands in the register already.' },
  'kk-registered': {
    id: 'Nomor KK ini sudah ada pada register dengan anggota yang lain. Ubah anggotanya lewat layanan, bukan impor.',
    en: 'This family card number stands in the register already, with other members. Change them by a service, not by an import.',
  },
  'no-head': { id: 'Keluarga ini tidak punya kepala keluarga.', en: 'This family has no head.' },
  'two-heads': {
    id: 'Keluarga ini punya lebih dari satu kepala keluarga.',
    en: 'This family has more than one head.',
  },
  'large-family': {
    id: 'Anggota keluarga ini luar biasa banyak. Periksa apakah nomor KK-nya benar.',
    en: 'This family has unusually many members. See whether the family card number is right.',
  },
  'older-than-mother': {
    id: 'Tidak lebih muda dari ibunya.',
    en: 'Not younger than the mother.',
  },
  'older-than-father': {
    id: 'Tidak lebih muda dari ayahnya.',
    en: 'Not younger than the father.',
  },
  'young-mother': {
    id: 'Ibu masih terlalu muda ketika anak ini lahir. Periksa kedua tanggal lahirnya.',
    en: 'The mother was very young when this child was born. Check both dates of birth.',
  },
  'young-father': {
    id: 'Ayah masih terlalu muda ketika anak ini lahir. Periksa kedua tanggal lahirnya.',
    en: 'The father was too young when this child was born. Check both dates of birth.',
  },
  'births-too-close': {
    id: 'Lahir terlalu dekat dengan anak lain dari ibu yang sama.',
    en: 'Born too soon after another child of the same mother.',
  },
  'old-mother': {
    id: 'Ibu sudah sangat tua ketika anak ini lahir. Periksa kedua tanggal lahirnya.',
    en: 'The mother was very old when this child was born. Check both dates of birth.',
  },
  'mother-is-man': {
    id: 'NIK ibu menunjuk seorang laki-laki; ibu hanya dicatat namanya.',
    en: 'The NIK of the mother is that of a man; only the name is kept.',
  },
  'father-is-woman': {
    id: 'NIK ayah menunjuk seorang perempuan; ayah hanya dicatat namanya.',
    en: 'The NIK of the father is that of a woman; only the name is kept.',
  },
  'same-person-twice': {
    id: 'Nama, tanggal, dan tempat lahirnya sama dengan orang lain pada berkas, tetapi NIK-nya lain.',
    en: 'Name, date and place of birth are those of somebody else in the file, but the NIK is another.',
  },
  overtaken: {
    id: 'Seseorang dari keluarga ini terdaftar lewat jalan lain sesudah pemeriksaan.',
    en: 'Somebody of this family was registered another way after the check.',
  },
}

export const findingCodes = Object.keys(findings)

export const findingText = (code: string): LocalText => findings[code as RowFinding] ?? { id: code, en: code }
