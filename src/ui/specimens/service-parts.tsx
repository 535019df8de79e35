import { CopyText } from '../components/copy-text.tsx'
import { LifeEventList } from '../components/life-event-list.tsx'
import { LinkList } from '../components/link-list.tsx'
import { PromiseLine } from '../components/promise-line.tsx'
import { RequirementList } from '../components/requirement-list.tsx'
import { SearchBox } from '../components/search-box.tsx'
import { ServiceFacts } from '../components/service-facts.tsx'
import { defineSpecimens, longText } from './specimen.ts'

export const lifeEventSpecimens = defineSpecimens('LifeEventList', {
  one: () => (
    <LifeEventList events={[{ title: 'Kelahiran', href: '#', icon: 'baby', text: 'Akta, KK, KIA dan NIK anak' }]} />
  ),
  'long words': () => (
    <LifeEventList
      events={[
        { title: longText, href: '#', icon: 'store', text: longText },
        { title: 'Pindah rumah', href: '#2', icon: 'truck', text: 'Pindah masuk, keluar, atau di dalam kabupaten' },
      ]}
    />
  ),
})
export const linkListSpecimens = defineSpecimens('LinkList', {
  many: () => (
    <LinkList
      headingLevel={3}
      items={[
        {
          title: 'Akta kelahiran',
          href: '#1',
          text: 'Satu pengajuan untuk akta, NIK, KK dan KIA',
          note: '1 hari kerja, gratis',
        },
        { title: longText, href: '#2', text: longText, note: '14 hari kerja' },
      ]}
    />
  ),
})
export const requirementSpecimens = defineSpecimens('RequirementList', {
  many: () => (
    <RequirementList
      items={[
        { title: 'Data ayah dan ibu, kartu keluarga', met: true, text: 'Anda tinggal memeriksanya.' },
        { title: 'Surat keterangan lahir', text: 'Foto dengan ponsel cukup.' },
        { title: longText },
      ]}
    />
  ),
})
export const serviceFactSpecimens = defineSpecimens('ServiceFacts', {
  one: () => <ServiceFacts cost="Gratis" />,
  many: () => (
    <ServiceFacts cost="Gratis" legalTime="1 hari kerja" measuredTime="5 jam 20 menit" promisesKept="97,8%" />
  ),
  'long words': () => <ServiceFacts cost={longText} legalTime={longText} />,
})
export const promiseSpecimens = defineSpecimens('PromiseLine, CopyText', {
  one: () => (
    <PromiseLine>
      Selesai paling lambat <b>Selasa 24 November, pukul 15.00</b>. Kami kabari lewat WhatsApp.
    </PromiseLine>
  ),
  late: () => <PromiseLine tone="late">Terlambat satu hari. Kepala dinas sudah kami ingatkan.</PromiseLine>,
  code: () => <CopyText text="2026/PD/004812" label="nomor berkas" />,
})
export const searchBoxSpecimens = defineSpecimens('SearchBox', {
  compact: () => <SearchBox />,
  hero: () => <SearchBox look="hero" />,
})
