import type { AppError } from '#kernel/errors.ts'
import type { Locale } from '#kernel/i18n/texts.ts'
import { DateField, type DateParts, Field, FormPage, TextField } from '#ui/index.ts'
import { partBytes, plainUploadBytes } from '../domain.ts'
import { importPaths } from '../paths.ts'
import { importTexts } from '../texts/desk.ts'
import { errorsOf, ImportFrame, type ImportPageProps } from './frame.tsx'

const mb = 1024 * 1024

interface UploadProps extends ImportPageProps {
  /** Bytes. */
  readonly limit: number
  readonly asOf: string | DateParts | undefined
  readonly note: string
  readonly error: AppError | undefined
}

export function UploadPage(props: UploadProps) {
  const { locale } = props
  const t = importTexts(locale)
  const errors = errorsOf(props.error, locale)
  return (
    <ImportFrame {...props} title={t('upload.title')} lead={t('upload.lead')} crumbs={[{ label: t('nav.start') }]}>
      <div data-island="part-upload" data-start={importPaths.start} {...uploadWords(locale)}>
        <FormPage action={importPaths.start} multipart errors={errors.list} submitLabel={t('upload.send')}>
          <FileField
            locale={locale}
            hint={t('upload.hint', { limit: props.limit / mb, plain: plainUploadBytes / mb })}
            error={errors.of('file')}
          />
          <DateField
            name="asOf"
            label={t('upload.as-of')}
            hint={t('upload.as-of-hint')}
            value={props.asOf}
            error={errors.of('asOf')}
          />
          <TextField
            name="note"
            label={t('upload.note')}
            hint={t('upload.note-hint')}
            value={props.note}
            error={errors.of('note')}
            maxLength={300}
            autocomplete="off"
          />
          <UploadProgress />
        </FormPage>
      </div>
    </ImportFrame>
  )
}

/** What the island says, in the language of the page. */
export const uploadWords = (locale: Locale) => {
  const t = importTexts(locale)
  return {
    'data-part-bytes': partBytes,
    'data-text-progress': t('upload.progress'),
    'data-text-broken': t('upload.broken'),
    'data-text-no-file': t('upload.no-file'),
  }
}

export function FileField(props: { locale: Locale; hint?: string | undefined; error?: string | undefined }) {
  return (
    <Field name="file" label={importTexts(props.locale)('upload.file')} hint={props.hint} error={props.error}>
      {(control) => (
        <input
          {...control}
          class="input input-file"
          type="file"
          name="file"
          accept=".csv,.tsv,.txt,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        />
      )}
    </Field>
  )
}

/** Filled by the island while pieces are sent. */
export function UploadProgress() {
  return (
    <div data-upload-progress hidden>
      <progress class="progress" max={100} value={0} aria-label="%" />
      <p role="status" class="upload-status" />
    </div>
  )
}
