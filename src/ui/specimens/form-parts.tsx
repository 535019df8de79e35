import { ComputedValue } from '../components/computed-value.tsx'
import { SignaturePad } from '../components/signature-pad.tsx'
import { defineSpecimens, longText, longWord } from './specimen.ts'

export const computedValueSpecimens = defineSpecimens('ComputedValue', {
  empty: () => <ComputedValue name="cv-empty" label="Luas tiap lantai" empty="belum dapat dihitung" />,
  one: () => (
    <ComputedValue
      name="cv-one"
      label="Jumlah harga"
      hint="Dihitung dari isian Anda."
      value="Rp13.250.000"
      empty="belum dapat dihitung"
    />
  ),
  error: () => (
    <ComputedValue
      name="cv-error"
      label="Jumlah harga"
      value="Rp113.250.000"
      error="Harga seluruhnya paling banyak Rp100 juta."
      empty=""
    />
  ),
  'long words': () => <ComputedValue name="cv-long" label={longText} value={longWord} empty="" />,
})

const texts = {
  draw: 'Tanda tangani di kotak ini dengan jari, pena atau tetikus.',
  clear: 'Ulangi',
  use: 'Pakai tanda tangan ini',
  or: 'Atau unggah foto tanda tangan Anda di kertas putih.',
  empty: 'Kotaknya masih kosong.',
}

export const signaturePadSpecimens = defineSpecimens('SignaturePad', {
  empty: () => (
    <SignaturePad
      name="sp-empty"
      label="Tanda tangan"
      files={[]}
      accept={['image/png']}
      acceptText="JPG atau PNG"
      texts={texts}
    />
  ),
  one: () => (
    <SignaturePad
      name="sp-one"
      label="Tanda tangan"
      files={[{ id: '1', name: 'tanda-tangan.png', size: 4200, href: '#' }]}
      accept={['image/png']}
      texts={texts}
    />
  ),
  error: () => (
    <SignaturePad
      name="sp-error"
      label="Tanda tangan"
      files={[]}
      accept={['image/png']}
      error="Bubuhkan tanda tangan Anda."
      texts={texts}
    />
  ),
})
