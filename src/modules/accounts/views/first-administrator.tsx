import type { AppError } from '#kernel/errors.ts'
import type { FormValues } from '#kernel/http/form-values.ts'
import type { Locale } from '#kernel/i18n/texts.ts'
import { DateField, FormPage, NikField, PlainLayout, TextField } from '#ui/index.ts'
import { datePartsFrom } from '../form-date.ts'
import { accountPaths } from '../paths.ts'
import { passwordTexts } from '../texts/password.ts'
import { formErrors } from './form-errors.ts'
import { NewPasswordFields } from './sign-up.tsx'

interface Props {
  readonly locale: Locale
  readonly token: string
  readonly form: FormValues
  readonly error?: AppError | undefined
}

export function FirstAdministratorPage({ locale, token, form, error }: Props) {
  const t = passwordTexts(locale)
  const errors = formErrors(error, locale)
  return (
    <PlainLayout title={t('begin-title')} heading={false}>
      <FormPage
        title={t('begin-title')}
        lead={t('begin-lead')}
        action={accountPaths.firstAdministrator(token)}
        errors={errors.list}
        submitLabel={t('begin-submit')}
      >
        <TextField
          name="name"
          label={t('begin-name')}
          value={form.get('name')}
          autocomplete="name"
          error={errors.of('name')}
        />
        <TextField
          name="nip"
          label={t('begin-nip')}
          value={form.get('nip')}
          inputMode="numeric"
          groups="8 6 1 3"
          autocomplete="username"
          width="medium"
          error={errors.of('nip')}
        />
        <NikField name="nik" label={t('begin-nik')} value={form.get('nik')} error={errors.of('nik')} />
        <DateField
          name="birthOn"
          label={t('begin-birth')}
          value={datePartsFrom(form, 'birthOn')}
          birthday
          error={errors.of('birthOn')}
        />
        <TextField
          name="email"
          label={t('begin-email')}
          value={form.get('email')}
          type="email"
          inputMode="email"
          autocomplete="email"
          optional
          width="medium"
          error={errors.of('email')}
        />
        <NewPasswordFields locale={locale} error={error} />
      </FormPage>
    </PlainLayout>
  )
}
