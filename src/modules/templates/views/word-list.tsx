import type { LocalText } from '#kernel/i18n/texts.ts'
import { templateTexts } from '../texts.ts'

/** What a body may use beside plain words, each with what it prints. */
const words: readonly (readonly [string, LocalText])[] = [
  ['#isian.kunci', { id: 'isian, siap cetak', en: 'a field, ready to print' }],
  ['#nilai.kunci', { id: 'isian sebagai angka atau tanggal', en: 'a field as a figure or date' }],
  [
    '#surat.nomor, #surat.hal, #surat.tempat',
    { id: 'nomor, hal, tempat surat', en: 'number, subject, place of the letter' },
  ],
  [
    '#surat.penanda-tangan.nama',
    { id: 'nama penanda tangan; juga .jabatan, .nip', en: 'name of the signer; also .jabatan, .nip' },
  ],
  ['#tanggal(nilai.mulai)', { id: '23 November 2026', en: '23 November 2026' }],
  ['#hari-tanggal(nilai.mulai)', { id: 'Senin, 23 November 2026', en: 'Senin, 23 November 2026' }],
  ['#tanggal-terbilang(nilai.mulai)', { id: 'tanggal dengan huruf', en: 'the date in words' }],
  ['#lama(nilai.mulai, nilai.selesai)', { id: 'lamanya dalam hari', en: 'length in days' }],
  ['#rupiah(nilai.biaya)', { id: 'Rp1.250.000', en: 'Rp1.250.000' }],
  ['#terbilang(nilai.biaya)', { id: 'angka dengan huruf', en: 'a number in words' }],
  ['#jumlah(nilai.rincian, "biaya")', { id: 'jumlah satu kolom tabel', en: 'sum of a column' }],
  ['#bila(isian.catatan)[Catatan: #isian.catatan]', { id: 'hanya bila terisi', en: 'only where it was filled in' }],
  ['#butir(nilai.tugas, tanda: "a.")', { id: 'daftar bernomor', en: 'a numbered list' }],
  ['#rincian(("Tempat", isian.tempat), ("Acara", isian.acara))', { id: 'label dan isinya', en: 'labels and values' }],
  ['#pegawai(isian.petugas)', { id: 'pegawai: nama, NIP, pangkat, jabatan', en: 'officials' }],
  ['#tabel(("No.", "Uraian"), (("1.", "Rapat"),))', { id: 'tabel dengan kepala', en: 'a table with a head' }],
  ['#menimbang(nilai.menimbang) #mengingat(nilai.mengingat)', { id: 'konsiderans', en: 'reasons and regulations' }],
  ['#memutuskan() #diktum(nilai.diktum)', { id: 'MEMUTUSKAN, KESATU, KEDUA', en: 'the dictums' }],
  ['#pasal(1, "Maksud")[Isi pasal.] #bab(nomor: "I")[Umum]', { id: 'pasal dan bab', en: 'articles and chapters' }],
  [
    '#lampiran("Daftar peserta")[#isian.peserta]',
    { id: 'lampiran di halaman sendiri', en: 'an annex on its own page' },
  ],
]

export function WordList({ locale }: { locale: 'id' | 'en' }) {
  const t = templateTexts(locale)
  return (
    <details class="letter-facts">
      <summary>{t('words')}</summary>
      <dl class="word-list">
        {words.map(([word, say]) => (
          <div key={word}>
            <dt>
              <code>{word}</code>
            </dt>
            <dd>{say[locale]}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
