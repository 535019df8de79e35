import { Breadcrumb } from '../components/breadcrumb.tsx'
import { Crest } from '../components/crest.tsx'
import { Icon } from '../components/icon.tsx'
import { Kbd } from '../components/kbd.tsx'
import { PrintLayout } from '../components/print-layout.tsx'
import { SummaryList } from '../components/summary-list.tsx'
import { type IconName, icons } from '../icons.ts'
import { defineSpecimens, longText } from './specimen.ts'

export const iconSpecimens = defineSpecimens('Icon, Crest, Kbd', {
  many: () => (
    <ul class="flex flex-wrap gap-4">
      {Object.keys(icons).map((name) => (
        <li key={name} class="flex gap-2 text-sm">
          <Icon name={name as IconName} /> {name}
        </li>
      ))}
    </ul>
  ),
  crest: () => (
    <p class="flex items-center gap-4">
      <Crest size={96} label="Lambang Kabupaten Arunika" />
      <Crest size={40} />
      <Crest size={28} />
      <Kbd>S</Kbd>
      <Kbd>Esc</Kbd>
    </p>
  ),
})
export const breadcrumbSpecimens = defineSpecimens('Breadcrumb', {
  many: () => <Breadcrumb label="dua" items={[{ label: 'Layanan', href: '#' }, { label: 'Kelahiran' }]} />,
  'long words': () => <Breadcrumb label="panjang" items={[{ label: longText, href: '#' }, { label: 'Kelahiran' }]} />,
})
export const printLayoutSpecimens = defineSpecimens('PrintLayout', {
  one: () => (
    <PrintLayout
      unit="Dinas Kependudukan dan Pencatatan Sipil"
      title="Tanda terima berkas"
      number="Nomor 2026/PD/004812"
      foot={<p class="hint">Periksa keaslian: arunika.example/v 8K2M-4QXT-91</p>}
    >
      <SummaryList
        rows={[
          { term: 'Nama', value: 'Hartono Wiryawan' },
          { term: 'Diterima', value: 'Jumat 20 November 2026, pukul 09.14' },
        ]}
      />
    </PrintLayout>
  ),
})
