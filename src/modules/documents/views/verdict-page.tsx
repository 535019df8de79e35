import type { Zone } from '#kernel/clock/clock.ts'
import { formatDay, formatNumber, formatShort } from '#kernel/i18n/format.ts'
import { CitizenLayout, CopyText, Notice, SummaryList, type SummaryRow, useFrame } from '#ui/index.ts'
import { acts } from '../authority/acts.ts'
import type { Verdict } from '../domain.ts'
import { documentPaths } from '../paths.ts'
import type { PublicDocument } from '../queries/documents.ts'
import type { StoredSignature } from '../queries/signatures.ts'
import { documentTexts } from '../texts.ts'

/** What came of the statement in a scanned QR: ours and of this document, or not. */
export type StatementCheck = 'matches' | 'of-other' | 'not-ours'

export interface VerdictProps {
  readonly document: PublicDocument
  readonly verdict: Verdict
  readonly signatures: readonly StoredSignature[]
  /** Undefined when the code was typed. */
  readonly statement: StatementCheck | undefined
  /** Place in the proof log, from 0; undefined while it waits for the next head. */
  readonly leaf: { readonly index: number; readonly treeSize: number } | undefined
  readonly zone: Zone
  readonly origin: string
}

const tones: Readonly<Record<Verdict, 'good' | 'soon' | 'late'>> = {
  genuine: 'good',
  unfinished: 'soon',
  expired: 'soon',
  revoked: 'late',
  replaced: 'late',
  damaged: 'late',
}

/** The page behind every QR: the verdict, what to compare with the paper, who signed in what authority, and the proof. */
export function VerdictPage(props: VerdictProps) {
  const { locale, region } = useFrame()
  const t = documentTexts(locale)
  const { document, verdict, zone, signatures } = props
  const lead = t(`${verdict}.lead`, {
    region: region.name,
    when: document.revokedAt ? formatShort(document.revokedAt, locale, zone) : '',
    reason: document.revokedReason ?? '',
    day: document.validTo ? formatDay(Temporal.PlainDate.from(document.validTo), locale) : '',
    wanted: document.signaturesWanted,
    made: signatures.length,
  })
  return (
    <CitizenLayout title={t(`${verdict}.title`)} narrow private>
      <Notice tone={tones[verdict]}>{lead}</Notice>
      {props.statement === 'not-ours' && <Notice tone="late">{t('statement.not-ours')}</Notice>}
      {props.statement === 'of-other' && <Notice tone="late">{t('statement.of-other')}</Notice>}
      {document.signerManner === 'seal' && (
        <p class="mt-4">{t('sealed.lead', { order: document.signerOrder, unit: document.signerPosition })}</p>
      )}
      <h2 class="mt-8 mb-3">{t('genuine.compare')}</h2>
      <SummaryList rows={factRows(props, locale)} />
      <p class="hint mt-2">{t('genuine.masked')}</p>
      {signatures.map((signature) => (
        <Signer key={signature.ordinal} signature={signature} of={signatures.length} zone={zone} />
      ))}
      <Proof {...props} />
    </CitizenLayout>
  )
}

function factRows({ document, statement, zone }: VerdictProps, locale: 'id' | 'en'): SummaryRow[] {
  const t = documentTexts(locale)
  return [
    { term: t('genuine.document'), value: document.title },
    { term: t('genuine.number'), value: document.number },
    { term: t('genuine.subject'), value: document.subjectLabel },
    { term: t('genuine.issued'), value: formatShort(document.issuedAt, locale, zone) },
    ...(document.validTo
      ? [{ term: t('genuine.valid-to'), value: formatDay(Temporal.PlainDate.from(document.validTo), locale) }]
      : []),
    ...(statement === 'matches' ? [{ term: t('statement.term'), value: t('statement.matches') }] : []),
  ]
}

/** Person, position, order and act as they were when he signed. */
function Signer(props: { signature: StoredSignature; of: number; zone: Zone }) {
  const { locale } = useFrame()
  const t = documentTexts(locale)
  const { signature, of, zone } = props
  const sealed = signature.manner === 'seal'
  const day = (iso: string) => formatDay(Temporal.PlainDate.from(iso), locale)
  const period =
    signature.holdsFrom &&
    (signature.holdsTo
      ? t('signer.period', { from: day(signature.holdsFrom), to: day(signature.holdsTo) })
      : t('signer.since', { from: day(signature.holdsFrom) }))
  const rows: (SummaryRow | undefined | '')[] = [
    { term: t(sealed ? 'sealed.by' : 'genuine.signer'), value: signature.name },
    sealed ? undefined : { term: t('signer.position'), value: signature.position },
    signature.onBehalf && {
      term: t('signer.behalf'),
      value: t('signer.behalf-of', { form: signature.onBehalf.form, of: signature.onBehalf.of }),
    },
    { term: t('genuine.authority'), value: t(`manner.${signature.manner}`, { order: signature.order }) },
    period && { term: t('signer.held'), value: period },
    { term: t('signer.act'), value: acts[signature.act][locale] },
    sealed
      ? undefined
      : { term: t('signer.kind'), value: t(signature.provider === 'bsre' ? 'signer.certified' : 'signer.own') },
    { term: t('signer.at'), value: formatShort(signature.signedAt, locale, zone) },
  ]
  return (
    <section class="mt-8">
      <h2 class="mb-3">{of > 1 ? t('signer.title-nth', { nth: signature.ordinal, of }) : t('signer.title')}</h2>
      <SummaryList rows={rows.filter((row): row is SummaryRow => Boolean(row))} />
    </section>
  )
}

function Proof({ document, leaf, origin }: VerdictProps) {
  const { locale } = useFrame()
  const t = documentTexts(locale)
  const short = `${origin.replace(/^https?:\/\//, '')}${documentPaths.verify(document.code)}`
  return (
    <section class="mt-8">
      <h2 class="mb-3">{t('proof.title')}</h2>
      <p>
        {leaf
          ? t('proof.in-log', {
              place: formatNumber(leaf.index + 1, locale),
              size: formatNumber(leaf.treeSize, locale),
            })
          : t('proof.waiting')}{' '}
        {leaf && <a href={documentPaths.proof(document.id)}>{t('proof.link')}</a>}
      </p>
      <SummaryList
        rows={[
          { term: t('genuine.level'), value: t(`level.${document.level}`) },
          { term: t('genuine.hash'), value: <code class="break-all">{document.fileHash}</code> },
          { term: t('genuine.short-link'), value: <CopyText text={short} label={t('genuine.short-link')} /> },
        ]}
      />
      <p class="mt-4">
        <a href={documentPaths.offline}>{t('offline.link')}</a>
      </p>
      <p class="mt-2">
        <a href={documentPaths.authority}>{t('genuine.other')}</a>
      </p>
    </section>
  )
}
