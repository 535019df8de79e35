import { EmptyState } from '../components/empty-state.tsx'
import { StatusTag } from '../components/status-tag.tsx'
import { Table, type TableColumn } from '../components/table.tsx'
import { defineSpecimens, longText, longWord } from './specimen.ts'

type Package = { id: string; name: string; unit: string; amount: string; state: string }

const columns: TableColumn<Package>[] = [
  { key: 'name', label: 'Paket', header: true, cell: (row) => row.name, sort: { href: '?urut=nama' } },
  { key: 'unit', label: 'Satuan kerja', cell: (row) => row.unit },
  { key: 'amount', label: 'Pagu', align: 'end', cell: (row) => row.amount, sort: { href: '?urut=pagu', now: 'desc' } },
  { key: 'state', label: 'Keadaan', cell: (row) => <StatusTag tone="info">{row.state}</StatusTag> },
]
const rows: Package[] = [
  {
    id: '1',
    name: 'Pemeliharaan Jalan Kenanga',
    unit: 'Dinas Pekerjaan Umum',
    amount: 'Rp2.450.000.000',
    state: 'Evaluasi',
  },
  { id: '2', name: 'Obat esensial triwulan IV', unit: 'Dinas Kesehatan', amount: 'Rp812.500.000', state: 'Pengumuman' },
  { id: '3', name: 'Meja kursi SDN 2 Mekarsari', unit: 'Dinas Pendidikan', amount: 'Rp96.300.000', state: 'Kontrak' },
]
const shared = { caption: 'Paket pengadaan', columns, rowKey: (row: Package) => row.id, rowHref: () => '#' }

export const tableSpecimens = defineSpecimens('Table', {
  empty: () => (
    <Table
      {...shared}
      rows={[]}
      empty={<EmptyState title="Belum ada paket tahun ini">Paket terbit setelah RUP diumumkan.</EmptyState>}
    />
  ),
  one: () => <Table {...shared} rows={rows.slice(0, 1)} />,
  many: () => <Table {...shared} rows={rows} />,
  dense: () => <Table {...shared} rows={rows} dense captionHidden />,
  'kept as a table': () => <Table {...shared} caption="Paket, dengan geser" rows={rows} keep />,
  'long words': () => (
    <Table
      {...shared}
      rows={[{ id: 'x', name: longText, unit: longWord, amount: 'Rp999.999.999.999.999', state: 'Evaluasi' }]}
    />
  ),
})
