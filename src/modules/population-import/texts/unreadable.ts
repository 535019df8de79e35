import type { LocalText } from '#kernel/i18n/texts.ts'
import type { UnreadableReason } from '../reading/unreadable.ts'

export const unreadableTexts: Readonly<Record<UnreadableReason, LocalText>> = {
  empty: { id: 'Berkas ini kosong.', en: 'This file is empty.' },
  'old-excel': {
    id: 'Ini berkas Excel lama (.xls) atau berkas yang dikunci kata sandi. Buka di Excel, hapus sandinya, lalu simpan sebagai .xlsx atau CSV.',
    en: 'This is an old Excel file (.xls) or one locked with a password. Open it in Excel, remove the password, and save it as .xlsx or CSV.',
  },
  'open-document': {
    id: 'Ini berkas OpenDocument (.ods). Simpan sebagai .xlsx atau CSV.',
    en: 'This is an OpenDocument file (.ods). Save it as .xlsx or CSV.',
  },
  'web-page': {
    id: 'Isi berkas ini halaman web, walaupun namanya mungkin .xls. Buka di Excel, lalu simpan sebagai .xlsx.',
    en: 'This file holds a web page, though its name may be .xls. Open it in Excel and save it as .xlsx.',
  },
  'not-a-table': {
    id: 'Berkas ini bukan tabel. Yang dapat dibaca: CSV (koma, titik koma, atau tab) dan Excel .xlsx.',
    en: 'This file is no table. What can be read: CSV (commas, semicolons or tabs) and Excel .xlsx.',
  },
  damaged: {
    id: 'Berkas ini rusak atau terpotong. Simpan ulang dari program asalnya, lalu unggah lagi.',
    en: 'This file is damaged or cut off. Save it again in the program it came from, and upload it again.',
  },
  'no-rows': {
    id: 'Tidak ada satu baris pun di bawah judul kolom.',
    en: 'There is not a single row under the headings.',
  },
  'too-many-columns': {
    id: 'Baris {row} berkolom lebih dari 200. Mungkin pemisah kolomnya salah.',
    en: 'Row {row} has more than 200 columns. Perhaps the separator is wrong.',
  },
  'quote-not-closed': {
    id: 'Tanda kutip yang dibuka pada baris {row} tidak pernah ditutup, sehingga baris sesudahnya tidak terbaca.',
    en: 'A quotation mark opened in row {row} is never closed, so the rows after it cannot be read.',
  },
  'unpacks-too-large': {
    id: 'Isi berkas ini terlalu besar sesudah dibuka. Simpan sebagai CSV, atau bagi menurut kecamatan.',
    en: 'Unpacked, this file is too large. Save it as CSV, or divide it by district.',
  },
}
