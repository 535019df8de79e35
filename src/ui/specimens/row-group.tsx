import { RowGroup, type RowGroupProps } from '../components/row-group.tsx'
import { TextField } from '../components/text-field.tsx'
import { defineSpecimens, longWord } from './specimen.ts'

type Values = Readonly<Record<string, string>>

const cardOf = (name: string, key: string, title: string, values: Values = {}, error?: string) => ({
  key,
  title,
  cells: [
    <TextField key="name" name={`${name}[${key}].name`} label="Nama saksi" value={values['name']} error={error} />,
    <TextField key="job" name={`${name}[${key}].job`} label="Pekerjaan" value={values['job']} optional />,
  ],
})
const lineOf = (name: string, key: string, title: string, values: Values = {}, error?: string) => ({
  key,
  title,
  cells: [
    <TextField
      key="what"
      name={`${name}[${key}].what`}
      label="Barang"
      labelHidden
      value={values['what']}
      error={error}
    />,
    <TextField key="price" name={`${name}[${key}].price`} label="Harga" labelHidden value={values['price']} />,
  ],
})
const words: Pick<RowGroupProps, 'addLabel' | 'removeLabel' | 'most' | 'addedText' | 'removedText'> = {
  addLabel: 'Tambah saksi',
  removeLabel: 'Hapus',
  most: 4,
  addedText: '{title} ditambahkan.',
  removedText: '{title} dihapus.',
}
const columns = ['Barang', 'Harga satuan (Rp)']

export const rowGroupSpecimens = defineSpecimens('RowGroup', {
  empty: () => (
    <RowGroup {...words} name="rg-empty" label="Saksi" rows={[]} blank={cardOf('rg-empty', '{row}', 'Saksi {n}')} />
  ),
  one: () => (
    <RowGroup
      {...words}
      name="rg-one"
      label="Saksi"
      hint="Paling sedikit satu orang dewasa"
      rows={[cardOf('rg-one', '0', 'Saksi 1', { name: 'Ratna Dewanti', job: 'Guru' })]}
      blank={cardOf('rg-one', '{row}', 'Saksi {n}')}
    />
  ),
  table: () => (
    <RowGroup
      {...words}
      addLabel="Tambah barang"
      name="rg-table"
      label="Barang yang dibeli"
      columns={columns}
      rows={[
        lineOf('rg-table', '0', 'Barang 1', { what: 'Mesin kopi', price: '12.500.000' }),
        lineOf('rg-table', '1', 'Barang 2', { what: longWord, price: '750.000' }),
      ]}
      blank={lineOf('rg-table', '{row}', 'Barang {n}')}
    />
  ),
  error: () => (
    <>
      <RowGroup
        {...words}
        name="rg-error"
        label="Saksi"
        error="Isi paling sedikit dua saksi; baru ada satu."
        rows={[cardOf('rg-error', '0', 'Saksi 1', { name: '4yu' }, 'Nama hanya berisi huruf.')]}
        blank={cardOf('rg-error', '{row}', 'Saksi {n}')}
      />
      <RowGroup
        {...words}
        name="rg-line"
        label="Barang yang dibeli"
        columns={columns}
        rows={[lineOf('rg-line', '0', 'Barang 1', {}, 'Barang 1: Isi barang.')]}
        blank={lineOf('rg-line', '{row}', 'Barang {n}')}
      />
    </>
  ),
})
