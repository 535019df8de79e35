import { Button, CitizenLayout, CsrfField, ErrorSummary, Field, Notice, TextField, useFrame } from '#ui/index.ts'
import { documentPaths } from '../paths.ts'
import { documentTexts } from '../texts.ts'

function useTexts() {
  return documentTexts(useFrame().locale)
}

/** What was wrong with what somebody sent: the code, or the file. */
export type VerifyRefusal = 'code' | 'no-file' | 'too-large' | 'not-pdf'

export function VerifyFormPage(props: { typed?: string; refused?: VerifyRefusal }) {
  const t = useTexts()
  const { refused } = props
  const error = refused === 'code' ? t('verify.malformed') : undefined
  const fileError = refused && refused !== 'code' ? t(`file.${refused}`) : undefined
  return (
    <CitizenLayout title={t('verify.title')} lead={t('verify.lead')} narrow>
      {error && <ErrorSummary errors={[{ name: 'code', text: error }]} />}
      {fileError && <ErrorSummary errors={[{ name: 'file', text: fileError }]} />}
      <form method="post" action={documentPaths.verifyForm} novalidate>
        <CsrfField />
        <TextField name="code" label={t('verify.code')} hint={t('verify.hint')} value={props.typed} error={error} />
        <Button>{t('verify.check')}</Button>
      </form>
      <VerifyFileForm error={fileError} />
      <section class="mt-12">
        <h2>{t('offline.link-title')}</h2>
        <p class="mt-2">{t('offline.link-lead')}</p>
        <p class="mt-3">
          <a href={documentPaths.offline}>{t('offline.link')}</a>
        </p>
      </section>
      <section class="mt-12">
        <h2>{t('digital.title')}</h2>
        <p class="mt-2">{t('digital.lead')}</p>
        <p class="mt-3">
          <a href="/periksa-kartu">{t('digital.link')}</a>
        </p>
      </section>
    </CitizenLayout>
  )
}

export function VerifyFileForm(props: { error?: string | undefined; again?: boolean }) {
  const t = useTexts()
  return (
    <section class="mt-12">
      <h2>{t(props.again ? 'file.again' : 'file.title')}</h2>
      <p class="mt-2 mb-6">{t('file.lead')}</p>
      <form method="post" action={documentPaths.verifyForm} enctype="multipart/form-data" novalidate>
        <CsrfField />
        <input type="hidden" name="file-form" value="1" />
        <Field name="file" label={t('file.label')} hint={t('file.hint')} error={props.error}>
          {(control) => (
            <div class="upload-new">
              <input {...control} class="input input-file" type="file" name="file" accept="application/pdf,.pdf" />
            </div>
          )}
        </Field>
        <Button variant="secondary">{t('file.check')}</Button>
      </form>
    </section>
  )
}

export function UnknownCodePage(props: { typed: string; malformed?: boolean }) {
  const t = useTexts()
  return (
    <CitizenLayout title={t('unknown.title')} narrow private>
      <Notice tone="late">{props.malformed ? t('verify.malformed') : t('unknown.lead', { code: props.typed })}</Notice>
      <p>
        <a href={documentPaths.verifyForm}>{t('verify.title')}</a>
      </p>
    </CitizenLayout>
  )
}
