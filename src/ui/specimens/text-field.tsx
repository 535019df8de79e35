import { TextArea, TextField } from '../components/text-field.tsx'
import { defineSpecimens, longText, longWord } from './specimen.ts'

export const textFieldSpecimens = defineSpecimens('TextField, TextArea', {
  empty: () => <TextField name="tf-empty" label="Nama lengkap anak" hint="Seperti akan tertulis di akta" />,
  one: () => <TextField name="tf-one" label="Nama ibu" value="Ratna Dewanti" autocomplete="off" />,
  optional: () => <TextField name="tf-optional" label="Nama panggilan" optional width="medium" />,
  'with unit': () => <TextField name="tf-unit" label="Luas tanah" suffix="m²" width="short" value="120" />,
  'with suggestions': () => (
    <TextField name="tf-list" label="Tempat lahir" suggestions={['RSUD Arunika', 'Puskesmas Mekarsari']} />
  ),
  'read only': () => <TextField name="tf-ro" label="Nomor KK" value="9901021203840007" readOnly />,
  'text area': () => (
    <TextArea name="tf-area" label="Ceritakan apa yang terjadi" hint="Kapan, di mana, siapa saja" rows={3} />
  ),
  error: () => (
    <TextField
      name="tf-error"
      label="Alamat surel"
      type="email"
      value="ratna@"
      error="Tulis surel lengkap, misalnya nama@contoh.id."
    />
  ),
  'marked by an officer': () => (
    <TextField
      name="tf-marked"
      label="Alamat tujuan"
      value="Jl. Kenanga 14, RT 03 RW 05"
      hint="Jalan, nomor, RT dan RW"
      marked="RT 03 RW 05 tidak ada di Mekarsari. Mungkin RT 05 RW 03?"
    />
  ),
  'marked and wrong': () => (
    <TextField name="tf-both" label="RT dan RW" marked="Tidak ada di register." error="Isi RT dan RW, tiga angka." />
  ),
  'long words': () => <TextField name="tf-long" label={longText} hint={longWord} value={longText} error={longText} />,
})
