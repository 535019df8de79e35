import { SummaryList } from '../components/summary-list.tsx'
import { defineSpecimens, longText, longWord } from './specimen.ts'

export const summaryListSpecimens = defineSpecimens('SummaryList', {
  one: () => <SummaryList rows={[{ term: 'Nama', value: 'Kirana Ayu Hartono', action: { href: '#' } }]} />,
  'with the register beside it': () => (
    <SummaryList
      dense
      rows={[
        { term: 'Kepala keluarga', value: 'Hartono Wiryawan', note: { text: 'cocok dengan register', tone: 'good' } },
        {
          term: 'Alamat tujuan',
          value: 'Jl. Kenanga 14',
          note: { text: 'RT 03 RW 05 tidak ada', tone: 'late' },
          marked: true,
        },
        { term: 'Alasan', value: 'Pekerjaan' },
      ]}
    />
  ),
  facts: () => (
    <SummaryList
      facts
      rows={[
        { term: 'Biaya', value: 'Gratis' },
        { term: 'Waktu menurut aturan', value: '1 hari kerja' },
      ]}
    />
  ),
  'long words': () => (
    <SummaryList
      rows={[
        { term: longText, value: longWord + longWord, note: { text: longText, tone: 'soon' }, action: { href: '#' } },
      ]}
    />
  ),
})
