import type { Zone } from '#kernel/clock/clock.ts'
import { formatDay, formatShort } from '#kernel/i18n/format.ts'
import {
  Button,
  CitizenLayout,
  CsrfField,
  ErrorSummary,
  Field,
  Notice,
  SummaryList,
  TextField,
  useFrame,
} from '#ui/index.ts'
import type { Verdict } from '../domain.ts'
import { documentPaths } from '../paths.ts'
import type { PublicDocument } from '../queries/documents.ts'
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

export function VerdictPage(props: { document: PublicDocument; verdict: Verdict; zone: Zone }) {
  const t = useTexts()
  const { locale, region } = useFrame()
  const { document, verdict, zone } = props
  const sealed = document.signerManner === 'seal'
  const lastDay = document.validTo && formatDay(Temporal.PlainDate.from(document.validTo), locale)
  const lead = t(`${verdict}.lead`, {
    region: region.name,
    when: document.revokedAt ? formatShort(document.revokedAt, locale, zone) : '',
    reason: document.revokedReason ?? '',
    day: lastDay ?? '',
  })
  const signer = sealed ? document.signerPosition : `${document.signerName}, ${document.signerPosition}`
  return (
    <CitizenLayout title={t(`${verdict}.title`)} narrow private>
      <Notice tone={verdict === 'genuine' ? 'good' : verdict === 'expired' ? 'soon' : 'late'}>{lead}</Notice>
      {sealed && <p>{t('sealed.lead', { order: document.signerOrder, unit: document.signerPosition })}</p>}
      <h2>{t('genuine.compare')}</h2>
      <SummaryList
        rows={[
          { term: t('genuine.document'), value: document.title },
          { term: t('genuine.number'), value: document.number },
          { term: t('genuine.subject'), value: document.subjectLabel },
          { term: t(sealed ? 'sealed.by' : 'genuine.signer'), value: signer },
          {
            term: t('genuine.authority'),
            value: t(`manner.${document.signerManner}`, { order: document.signerOrder }),
          },
          { term: t('genuine.issued'), value: formatShort(document.issuedAt, locale, zone) },
          ...(lastDay ? [{ term: t('genuine.valid-to'), value: lastDay }] : []),
          { term: t('genuine.hash'), value: <code class="break-all">{document.fileHash}</code> },
        ]}
      />
      <p class="hint">{t('genuine.masked')}</p>
      <p>
        <a href={documentPaths.authority}>{t('genuine.other')}</a>
      </p>
    </CitizenLayout>
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
