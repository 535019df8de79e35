import { ErrorSummary } from '../components/error-summary.tsx'
import { TextField } from '../components/text-field.tsx'
import { defineSpecimens, longText } from './specimen.ts'

export const errorSummarySpecimens = defineSpecimens('ErrorSummary', {
  one: () => (
    <>
      <ErrorSummary errors={[{ name: 'es-name', text: 'Tulis nama lengkap anak.' }]} />
      <TextField name="es-name" label="Nama lengkap anak" error="Tulis nama lengkap anak." />
    </>
  ),
  'many, long words': () => (
    <ErrorSummary
      errors={[
        { text: 'Berkas ini sudah pernah dikirim pagi ini.' },
        { text: longText },
        { text: 'Pilih salah satu.' },
      ]}
    />
  ),
})
