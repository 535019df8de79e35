import { AddressPicker } from '../components/address-picker.tsx'
import { defineSpecimens } from './specimen.ts'

const provinces = [
  { value: '99', label: 'Nusa Arunika' },
  { value: '98', label: 'Langit Biru' },
]

const levels = (prefix: string, filled: boolean) => [
  { name: `${prefix}-province`, label: 'Provinsi', options: provinces, value: filled ? '99' : undefined },
  {
    name: `${prefix}-regency`,
    label: 'Kabupaten atau kota',
    options: filled ? [{ value: '99.01', label: 'Kabupaten Arunika' }] : [],
    value: filled ? '99.01' : undefined,
  },
  {
    name: `${prefix}-district`,
    label: 'Kecamatan',
    options: filled ? [{ value: '99.01.02', label: 'Mekarsari' }] : [],
  },
  { name: `${prefix}-village`, label: 'Kelurahan atau desa', options: [] },
]

export const addressPickerSpecimens = defineSpecimens('AddressPicker', {
  empty: () => <AddressPicker name="ap-empty" label="Alamat tujuan" levels={levels('ap1', false)} />,
  half: () => <AddressPicker name="ap-half" label="Alamat tujuan" levels={levels('ap2', true)} />,
  error: () => (
    <AddressPicker
      name="ap-error"
      label="Alamat tujuan"
      levels={levels('ap3', false)}
      error="Pilih sampai kelurahan atau desa."
    />
  ),
})
