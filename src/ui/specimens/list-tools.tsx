import { CursorPagination } from '../components/cursor-pagination.tsx'
import { DayInput } from '../components/day-input.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { ExportLinks } from '../components/export-links.tsx'
import { FilterBar } from '../components/filter-bar.tsx'
import { NarrowedList } from '../components/narrowed-list.tsx'
import { WorkProgress } from '../components/work-progress.tsx'
import { defineSpecimens, longText } from './specimen.ts'

export const filterBarSpecimens = defineSpecimens('FilterBar', {
  empty: () => <FilterBar action="#" search={{ name: 'fb1', label: 'Cari paket' }} />,
  many: () => (
    <FilterBar
      action="#"
      search={{ name: 'fb2', label: 'Cari paket', value: 'jalan' }}
      selects={[
        {
          name: 'fb-unit',
          label: 'Satuan kerja',
          options: [{ value: 'pu', label: 'Dinas Pekerjaan Umum' }],
          value: 'pu',
        },
        { name: 'fb-year', label: 'Tahun', options: [{ value: '2026', label: '2026' }] },
      ]}
      active={[
        { label: 'jalan', removeHref: '#' },
        { label: 'Dinas Pekerjaan Umum', removeHref: '#' },
      ]}
      clearHref="#"
      hidden={{ urut: 'pagu' }}
    >
      <DayInput name="fb-from" label="Dari" value="2026-11-01" />
    </FilterBar>
  ),
  'long words': () => <FilterBar action="#" active={[{ label: longText, removeHref: '#' }]} />,
})

export const cursorPaginationSpecimens = defineSpecimens('CursorPagination', {
  one: () => <CursorPagination countText="3 berkas" />,
  first: () => <CursorPagination label="awal" nextHref="#" countText="1 sampai 50 dari 1.284 berkas" />,
  middle: () => (
    <CursorPagination label="tengah" previousHref="#" nextHref="#" countText="51 sampai 100 dari 1.284 berkas" />
  ),
})

export const exportLinksSpecimens = defineSpecimens('ExportLinks', {
  one: () => <ExportLinks path="#" />,
  filtered: () => <ExportLinks path="#" query={{ q: 'jalan', unit: undefined }} />,
})

/** Its parts have specimens of their own, empty and long. */
export const narrowedListSpecimens = defineSpecimens('NarrowedList', {
  many: () => (
    <NarrowedList
      caption="Paket"
      path="#"
      query={{ q: 'jalan', tahun: '2026' }}
      searchLabel="Cari paket"
      selects={[{ name: 'tahun', label: 'Tahun', options: [{ value: '2026', label: '2026' }], value: '2026' }]}
      active={[{ label: '2026', removeHref: '#' }]}
      rows={['Jalan Melati', 'Jalan Anggrek', longText].map((name) => ({ id: name, name }))}
      rowHref={() => '#'}
      columns={[{ key: 'name', label: 'Paket', header: true, cell: (row) => row.name }]}
      empty={<EmptyState title="Tidak ada paket yang cocok">Ubah kata pencarian atau saringannya.</EmptyState>}
      next="50"
      isFirstPage={false}
      countText="51 sampai 100 dari 1.284 paket"
    />
  ),
})

export const workProgressSpecimens = defineSpecimens('WorkProgress', {
  many: () => (
    <WorkProgress label="Kemajuan" max={1284} value={812}>
      812 dari 1.284 surat sudah ditandatangani
    </WorkProgress>
  ),
})
