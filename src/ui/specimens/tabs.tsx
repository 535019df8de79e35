import { Tabs } from '../components/tabs.tsx'
import { defineSpecimens, longText } from './specimen.ts'

export const tabsSpecimens = defineSpecimens('Tabs', {
  many: () => (
    <Tabs
      label="Bagian berkas"
      tabs={[
        { label: 'Isian dan dokumen', href: '#1', current: true },
        { label: 'Kecocokan data', href: '#2', count: 1 },
        { label: 'Riwayat', href: '#3' },
        { label: 'Percakapan', href: '#4' },
      ]}
    />
  ),
  'long words': () => (
    <Tabs
      label="Panjang"
      tabs={[
        { label: longText, href: '#', current: true },
        { label: longText, href: '#b' },
      ]}
    />
  ),
})
