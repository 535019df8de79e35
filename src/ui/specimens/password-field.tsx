import { PasswordField } from '../components/password-field.tsx'
import { defineSpecimens } from './specimen.ts'

export const passwordFieldSpecimens = defineSpecimens('PasswordField', {
  one: () => <PasswordField name="p-one" label="Kata sandi" />,
  error: () => (
    <PasswordField
      name="p-error"
      label="Kata sandi baru"
      autocomplete="new-password"
      hint="Paling sedikit 12 huruf. Beberapa kata lepas lebih kuat daripada satu kata dengan tanda baca."
      error="Kata sandi ini pernah bocor di tempat lain. Pilih yang lain."
    />
  ),
})
