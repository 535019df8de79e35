import { Checkbox, Checkboxes, Radios, Select } from '../components/choices.tsx'
import { TextField } from '../components/text-field.tsx'
import { defineSpecimens, longText } from './specimen.ts'

const kinds = [
  { value: 'in', label: 'Pindah masuk ke kabupaten ini', hint: 'Anda sudah punya SKPWNI dari daerah asal' },
  { value: 'out', label: 'Pindah keluar dari kabupaten ini' },
  { value: 'within', label: 'Pindah di dalam kabupaten' },
]
const members = [
  { value: '1', label: 'Hartono Wiryawan' },
  { value: '2', label: 'Ratna Dewanti' },
  { value: '3', label: 'Bagaskara Hartono', hint: 'Tujuh belas tahun bulan depan' },
]

export const choiceSpecimens = defineSpecimens('Radios, Checkboxes, Select', {
  empty: () => <Radios name="r-empty" label="Anda pindah ke mana?" options={kinds} />,
  one: () => <Radios name="r-one" label="Anda pindah ke mana?" options={kinds} value="in" />,
  inline: () => (
    <Radios
      name="r-inline"
      label="Jenis kelamin"
      inline
      options={[
        { value: 'f', label: 'Perempuan' },
        { value: 'm', label: 'Laki-laki' },
      ]}
    />
  ),
  reveals: () => (
    <form>
      <Radios
        name="r-reveals"
        label="Bagaimana kami mengabari Anda?"
        value="wa"
        options={[
          {
            value: 'wa',
            label: 'WhatsApp',
            reveals: <TextField name="r-wa" label="Nomor ponsel" type="tel" width="medium" />,
          },
          { value: 'mail', label: 'Surel', reveals: <TextField name="r-mail" label="Alamat surel" type="email" /> },
        ]}
      />
    </form>
  ),
  many: () => <Checkboxes name="c-many" label="Siapa yang pindah?" options={members} values={['1', '2']} />,
  statement: () => <Checkbox name="c-one" label="Data di atas benar, dan saya tahu akibat memberi keterangan palsu." />,
  select: () => (
    <Select
      name="s-one"
      label="Agama"
      options={[
        { value: 'islam', label: 'Islam' },
        { value: 'hindu', label: 'Hindu' },
      ]}
    />
  ),
  error: () => (
    <>
      <Radios name="r-error" label="Anda pindah ke mana?" options={kinds} error="Pilih salah satu." />
      <Checkbox name="c-error" label="Data di atas benar." error="Centang bila data sudah benar." />
      <Select name="s-error" label="Kecamatan" options={[]} error="Pilih kecamatan." />
    </>
  ),
  'long words': () => (
    <Checkboxes
      name="c-long"
      label={longText}
      options={[{ value: 'a', label: longText, hint: longText }]}
      marked={longText}
    />
  ),
})
