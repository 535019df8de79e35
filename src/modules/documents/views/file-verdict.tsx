import type { Zone } from '#kernel/clock/clock.ts'
import { formatDay, formatShort } from '#kernel/i18n/format.ts'
import { CitizenLayout, Notice, SummaryList, type SummaryRow, useFrame } from '#ui/index.ts'
import type { Verdict } from '../domain.ts'
import { documentPaths } from '../paths.ts'
import type { PublicDocument } from '../queries/documents.ts'
import { fileTexts } from '../texts-file.ts'
import type { FileReport, SignatureReport } from '../verify/verdict.ts'
import { VerifyFileForm } from './verify-pages.tsx'

export interface FileVerdictProps {
  /** As the sender named the file. */
  readonly name: string
  readonly report: FileReport
  /** When the file is one that we issued, to the byte. */
  readonly document: PublicDocument | undefined
  readonly standing: Verdict | undefined
  readonly zone: Zone
}

const CAUTIONS: ReadonlySet<string> = new Set(['not-signed', 'unknown-signer', 'encrypted', 'not-pdf', 'too-complex'])

/** What a file that somebody uploaded is worth: the verdict first, then each signature by itself. */
export function FileVerdictPage(props: FileVerdictProps) {
  const t = fileTexts(useFrame().locale)
  const { report, document, standing } = props
  const { verdict } = report
  // A genuine file of a document that no longer holds is not good news.
  const holds = standing === undefined || standing === 'genuine'
  const tone = verdict !== 'genuine' ? (CAUTIONS.has(verdict) ? 'soon' : 'late') : holds ? 'good' : 'soon'
  return (
    <CitizenLayout title={t(`${verdict}.title`)} narrow private>
      <Notice tone={tone}>{t(`${verdict}.lead`)}</Notice>
      {document && standing && <OwnDocument document={document} standing={standing} zone={props.zone} />}
      <p class="hint break-all mt-4">{t('file', { name: props.name })}</p>
      {report.signatures.map((signature, index) => (
        <SignatureFacts key={signature.field} signature={signature} order={index + 1} zone={props.zone} />
      ))}
      {report.signatures.length === 0 && verdict !== 'not-signed' && <p>{t('signatures.none')}</p>}
      <VerifyFileForm again />
    </CitizenLayout>
  )
}

function OwnDocument(props: { document: PublicDocument; standing: Verdict; zone: Zone }) {
  const { locale } = useFrame()
  const t = fileTexts(locale)
  const { document, standing, zone } = props
  const words = t(`ours.${standing}`, {
    when: document.revokedAt ? formatShort(document.revokedAt, locale, zone) : '',
    reason: document.revokedReason ?? '',
    day: document.validTo ? formatDay(Temporal.PlainDate.from(document.validTo), locale) : '',
  })
  return (
    <section class="mt-10">
      <h2 class="mb-3">{t('ours.title')}</h2>
      <Notice tone={standing === 'genuine' ? 'good' : standing === 'expired' ? 'soon' : 'late'}>{words}</Notice>
      <p class="mt-3">
        <a href={documentPaths.verify(document.code)}>{t('ours.link')}</a>
      </p>
    </section>
  )
}

function SignatureFacts(props: { signature: SignatureReport; order: number; zone: Zone }) {
  const { locale } = useFrame()
  const t = fileTexts(locale)
  const { signature, order, zone } = props
  const { signer, time, trust, integrity } = signature
  // Names in a certificate are worth what its authority is worth.
  const vouched = integrity === 'intact' && trust !== 'unknown' && trust !== 'weak'
  const result = integrity === 'intact' ? trust : integrity
  const when = time && formatShort(Temporal.Instant.fromEpochMilliseconds(time.at), locale, zone)
  const share = Math.max(1, Math.floor(signature.share * 100))
  const rows: (SummaryRow | undefined)[] = [
    { term: t('row.result'), value: t(`result.${result}`) },
    { term: t('row.covers'), value: t(`covers.${signature.covers}`, { share }) },
    signer && { term: t(vouched ? 'row.signer' : 'row.claimed-signer'), value: signer.name },
    signer?.title ? { term: t('row.position'), value: signer.title } : undefined,
    signer?.organisation ? { term: t('row.organisation'), value: signer.organisation } : undefined,
    signature.authority
      ? { term: t(vouched ? 'row.authority' : 'row.claimed-authority'), value: signature.authority }
      : undefined,
    time && when ? { term: t('row.time'), value: t(`time.${time.proof}`, { when }) } : undefined,
    signature.level ? { term: t('row.level'), value: t(`level.${signature.level}`) } : undefined,
  ]
  return (
    <section class="mt-10">
      <h2 class="mb-3">{t(signature.kind === 'signature' ? 'signature.title' : 'stamp.title', { order })}</h2>
      <SummaryList rows={rows.filter((row) => row !== undefined)} />
      {signature.certifies && <p class="hint">{t('certifies')}</p>}
      {signature.draws && <Notice tone="soon">{t('draws')}</Notice>}
    </section>
  )
}
