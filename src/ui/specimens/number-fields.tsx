import { MoneyField, NikField, NumberField, TimeField } from '../components/number-fields.tsx'
import { defineSpecimens } from './specimen.ts'

export const numberFieldSpecimens = defineSpecimens('NumberField, MoneyField, NikField, TimeField', {
  empty: () => (
    <>
      <NumberField name="nf-empty" label="Jumlah anggota keluarga" suffix="orang" />
      <MoneyField name="mf-empty" label="Harga perolehan" hint="Seperti di akta jual beli" />
      <NikField name="nik-empty" label="NIK ayah" hint="16 angka di KTP" />
      <TimeField name="time-empty" label="Pukul lahir" hint="Misalnya 04.35" zone="WIB" />
    </>
  ),
  one: () => (
    <>
      <NumberField name="nf-one" label="Berat lahir" suffix="kg" decimal value="3,1" />
      <MoneyField name="mf-one" label="Harga perolehan" value="1.250.000.000" />
      <NikField name="nik-one" label="NIK ayah" value="9901021203840007" />
      <TimeField name="time-one" label="Pukul lahir" value="04.35" zone="WIB" />
    </>
  ),
  error: () => (
    <>
      <MoneyField
        name="mf-error"
        label="Harga perolehan"
        value="satu juta"
        error="Tulis dengan angka, misalnya 1.000.000."
      />
      <NikField name="nik-error" label="NIK ayah" value="99010212038" error="NIK ini baru 11 angka; NIK punya 16." />
    </>
  ),
})
