import { DateField } from '../components/date-field.tsx'
import { defineSpecimens, longText } from './specimen.ts'

export const dateFieldSpecimens = defineSpecimens('DateField', {
  empty: () => <DateField name="df-empty" label="Kapan anak lahir?" hint="Misalnya 20 November 2026" birthday />,
  one: () => <DateField name="df-one" label="Kapan anak lahir?" value="2026-11-20" />,
  partial: () => (
    <DateField
      name="df-partial"
      label="Kapan anak lahir?"
      value={{ day: '31', month: '2', year: '2026' }}
      error="Februari tidak punya tanggal 31."
    />
  ),
  'as heading': () => <DateField name="df-heading" label="Kapan anak lahir?" />,
  'long words': () => <DateField name="df-long" label={longText} marked={longText} />,
})
