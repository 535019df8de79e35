import type { Zone } from '#kernel/clock/clock.ts'
import { formatNumber, formatShort } from '#kernel/i18n/format.ts'
import type { InclusionProof, TreeHead } from '#kernel/proof-log/proofs.ts'
import { CitizenLayout, LinkButton, Section, SummaryList, Table, useFrame } from '#ui/index.ts'
import { momentOfId } from '../domain.ts'
import { oversightPaths } from '../paths.ts'
import { proofTexts } from '../proof-texts.ts'

function useTrail() {
  const t = proofTexts(useFrame().locale)
  return { t, breadcrumb: [{ label: t('title'), href: oversightPaths.proofs }] }
}

export function EntryPage({ proof, zone }: { proof: InclusionProof; zone: Zone }) {
  const { locale } = useFrame()
  const { t, breadcrumb } = useTrail()
  const { commitment } = JSON.parse(proof.entry) as { commitment: string }
  const size = formatNumber(proof.treeSize, locale)
  return (
    <CitizenLayout
      title={t('entry.title')}
      lead={t('entry.lead')}
      breadcrumb={breadcrumb}
      actions={
        <LinkButton href={oversightPaths.proofFile(proof.id)} icon="download">
          {t('entry.download')}
        </LinkButton>
      }
    >
      <SummaryList
        rows={[
          { term: t('entry.id'), value: <code class="break-all">{proof.id}</code> },
          { term: t('entry.made'), value: formatShort(momentOfId(proof.id), locale, zone) },
          {
            term: t('entry.place'),
            value: t('entry.place-of', { index: formatNumber(proof.leafIndex, locale), size }),
          },
          { term: t('entry.commitment'), value: <code class="break-all">{commitment}</code> },
          {
            term: t('entry.head'),
            value: <a href={oversightPaths.head(proof.treeSize)}>{t('entry.head-of', { size })}</a>,
          },
        ]}
      />
      <p>{t('entry.keep')}</p>
      <Section title={t('entry.path')} id="jalan">
        <p>{t('entry.path-text', { count: proof.path.length })}</p>
        {proof.path.length > 0 && (
          <ol>
            {proof.path.map((hash) => (
              <li key={hash.toString('hex')}>
                <code class="break-all">{hash.toString('base64')}</code>
              </li>
            ))}
          </ol>
        )}
      </Section>
    </CitizenLayout>
  )
}

export function WaitingPage({ id }: { id: string }) {
  const { t, breadcrumb } = useTrail()
  return (
    <CitizenLayout title={t('waiting.title')} lead={t('waiting.lead', { id })} breadcrumb={breadcrumb} narrow>
      <LinkButton href={oversightPaths.entry(id)} variant="secondary">
        {t('waiting.reload')}
      </LinkButton>
    </CitizenLayout>
  )
}

export interface HeadPageProps {
  readonly head: TreeHead
  /** Size of the head before it. */
  readonly previous: number | undefined
  readonly cosigners: readonly { readonly name: string; readonly at: Temporal.Instant }[]
  readonly zone: Zone
}

export function HeadPage({ head, previous, cosigners, zone }: HeadPageProps) {
  const { locale } = useFrame()
  const { t, breadcrumb } = useTrail()
  const size = formatNumber(head.size, locale)
  return (
    <CitizenLayout title={t('head.title', { size })} lead={t('head.lead', { size })} breadcrumb={breadcrumb}>
      <SummaryList
        rows={[
          { term: t('at'), value: formatShort(head.at, locale, zone) },
          { term: t('root'), value: <code class="break-all">{head.root.toString('base64')}</code> },
          {
            term: t('head.previous'),
            value:
              previous === undefined ? (
                t('head.first')
              ) : (
                <a href={oversightPaths.head(previous)}>
                  {t('head.previous-size', { size: formatNumber(previous, locale) })}
                </a>
              ),
          },
          ...(previous === undefined
            ? []
            : [
                {
                  term: t('head.consistency'),
                  value: (
                    <a
                      class="break-all"
                      href={`${oversightPaths.log.consistency}?first=${previous}&second=${head.size}`}
                    >{`${oversightPaths.log.consistency}?first=${previous}&second=${head.size}`}</a>
                  ),
                },
              ]),
        ]}
      />
      <Section title={t('head.note')} id="bentuk">
        <p class="pre-line">
          <code class="break-all">{head.note}</code>
        </p>
      </Section>
      <Section title={t('head.cosigners')} id="saksi">
        <Table
          caption={t('head.cosigners')}
          captionHidden
          rows={cosigners}
          rowKey={(row) => row.name}
          empty={<p class="hint">{t('head.no-cosigners')}</p>}
          columns={[
            { key: 'name', label: t('witness.name'), header: true, cell: (row) => row.name },
            { key: 'at', label: t('at'), cell: (row) => formatShort(row.at, locale, zone) },
          ]}
        />
      </Section>
    </CitizenLayout>
  )
}
