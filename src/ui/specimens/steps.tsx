import { Steps } from '../components/steps.tsx'
import { defineSpecimens, longText } from './specimen.ts'

export const stepsSpecimens = defineSpecimens('Steps', {
  one: () => <Steps label="satu" steps={[{ label: 'Isian', state: 'current' }]} />,
  many: () => (
    <Steps
      label="banyak"
      steps={[
        { label: 'Anak', state: 'done', href: '#' },
        { label: 'Orang tua', state: 'done', href: '#' },
        { label: 'Kelahiran', state: 'current' },
        { label: 'Dokumen', state: 'future' },
        { label: 'Periksa dan kirim', state: 'future' },
      ]}
    />
  ),
  'long words': () => (
    <Steps
      label="panjang"
      steps={[
        { label: longText, state: 'done' },
        { label: longText, state: 'current' },
        { label: longText, state: 'future' },
      ]}
    />
  ),
})
