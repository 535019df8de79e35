import type { Zone } from '#kernel/clock/clock.ts'
import { formatShort } from '#kernel/i18n/format.ts'
import { Button, CitizenLayout, CsrfField, ErrorSummary, Notice, SummaryList, TextField, useFrame } from '#ui/index.ts'
import { documentPaths } from './paths.ts'
import type { PublicDocument } from './queries.ts'
import { documentTexts } from './texts.ts'

function useTexts() {
  return documentTexts(useFrame().locale)
}

export function VerifyFormPage(props: { typed?: string; refused?: boolean }) {
  const t = useTexts()
  const error = props.refused ? t('verify.malformed') : undefined
  return (
    <CitizenLayout title={t('verify.title')} lead={t('verify.lead')} narrow>
      {error && <ErrorSummary errors={[{ name: 'code', text: error }]} />}
      <form method="post" action={documentPaths.verifyForm} novalidate>
        <CsrfField />
        <TextField name="code" label={t('verify.code')} hint={t('verify.hint')} value={props.typed} error={error} />
        <Button>{t('verify.check')}</Button>
      </form>
    </CitizenLayout>
  )
}

export function GenuinePage(props: { document: PublicDocument; intact: boolean; zone: Zone }) {
  const t = useTexts()
  const { locale, region } = useFrame()
  const { document } = props
  const revoked = document.revokedAt
  const title = !props.intact ? t('damaged.title') : revoked ? t('revoked.title') : t('genuine.title')
  const lead = !props.intact
    ? t('damaged.lead')
    : revoked
      ? t('revoked.lead', {
          region: region.name,
          when: formatShort(revoked, locale, props.zone),
          reason: document.revokedReason ?? '',
        })
      : t('genuine.lead', { region: region.name })
  const manner = `manner.${document.signerManner}` as 'manner.definitif'
  return (
    <CitizenLayout title={title} narrow private>
      <Notice tone={props.intact && !revoked ? 'good' : 'late'}>{lead}</Notice>
      <h2>{t('genuine.compare')}</h2>
      <SummaryList
        rows={[
          { term: t('genuine.document'), value: document.title },
          { term: t('genuine.number'), value: document.number },
          { term: t('genuine.subject'), value: document.subjectLabel },
          { term: t('genuine.signer'), value: `${document.signerName}, ${document.signerPosition}` },
          { term: t('genuine.authority'), value: t(manner, { order: document.signerOrder }) },
          { term: t('genuine.issued'), value: formatShort(document.issuedAt, locale, props.zone) },
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
