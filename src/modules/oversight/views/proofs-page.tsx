import type { Zone } from '#kernel/clock/clock.ts'
import { formatNumber, formatShort } from '#kernel/i18n/format.ts'
import type { TreeHead } from '#kernel/proof-log/proofs.ts'
import type { Witness } from '#kernel/proof-log/witnesses.ts'
import {
  Button,
  CitizenLayout,
  CopyText,
  CursorPagination,
  ErrorSummary,
  Section,
  Stats,
  SummaryList,
  Table,
  TextField,
  useFrame,
} from '#ui/index.ts'
import { oversightPaths } from '../paths.ts'
import { proofTexts } from '../proof-texts.ts'

export interface ProofsPageProps {
  readonly latest: TreeHead | undefined
  readonly heads: readonly TreeHead[]
  readonly next: number | undefined
  /** False on later pages of the list, which show the list alone. */
  readonly isFirst: boolean
  readonly witnesses: readonly Witness[]
  readonly logKey: string | undefined
  readonly zone: Zone
  readonly origin: string
  /** What was looked for and not found. */
  readonly wrong?: string | undefined
}

/** What the log proves, how to check it, and every signed head. */
export function ProofsPage(props: ProofsPageProps) {
  const { locale } = useFrame()
  const t = proofTexts(locale)
  const { latest, isFirst, wrong } = props
  return (
    <CitizenLayout title={t('title')} lead={t('lead')}>
      {wrong !== undefined && <ErrorSummary errors={[{ name: 'catatan', text: t('find.wrong', { typed: wrong }) }]} />}
      {latest ? (
        <Stats
          label={t('title')}
          items={[
            { value: formatNumber(latest.size, locale), text: t('leaves') },
            { value: formatNumber(props.witnesses.length, locale), text: t('witnesses') },
          ]}
        />
      ) : (
        <p>{t('nothing-yet')}</p>
      )}
      {isFirst && <Explained origin={props.origin} />}
      <Section title={t('find.title')} id="cari">
        <search class="filters">
          <form method="get" action={oversightPaths.find}>
            <TextField name="catatan" label={t('find.label')} value={wrong} type="search" spellcheck={false} />
            <Button variant="secondary" icon="search">
              {t('find.button')}
            </Button>
          </form>
        </search>
      </Section>
      {isFirst && latest && <Latest {...props} latest={latest} />}
      <Heads {...props} />
      {isFirst && <Witnesses {...props} />}
    </CitizenLayout>
  )
}

function Explained({ origin }: { origin: string }) {
  const t = proofTexts(useFrame().locale)
  return (
    <>
      <Section title={t('what.title')} id="apa">
        <ul class="plain-list">
          <li>{t('what.order')}</li>
          <li>{t('what.change')}</li>
          <li>{t('what.secret')}</li>
          <li>{t('what.limit')}</li>
        </ul>
      </Section>
      <Section title={t('how.title')} id="cara">
        <SummaryList
          rows={[
            { term: t('how.one'), value: <Way text={t('how.one-text')} lines={[oneLine]} /> },
            {
              term: t('how.all'),
              value: (
                <Way
                  text={t('how.all-text')}
                  lines={[`bin/balai export-log --from ${origin} --out log`, 'bin/balai verify log']}
                />
              ),
            },
            {
              term: t('how.witness'),
              value: <Way text={t('how.witness-text')} lines={[`bin/balai witness --of ${origin}`]} />,
            },
          ]}
        />
      </Section>
    </>
  )
}

const oneLine = 'bin/balai verify bukti.tlog-proof --key NAMA+ID+KUNCI'

function Way({ text, lines }: { text: string; lines: readonly string[] }) {
  return (
    <>
      {text}
      {lines.map((line) => (
        <span key={line}>
          <br />
          <code class="break-all">{line}</code>
        </span>
      ))}
    </>
  )
}

function Latest(props: ProofsPageProps & { latest: TreeHead }) {
  const { locale } = useFrame()
  const t = proofTexts(locale)
  const { latest, logKey } = props
  const { log } = oversightPaths
  return (
    <Section title={t('latest.title')} id="kepala">
      <SummaryList
        rows={[
          {
            term: t('size'),
            value: <a href={oversightPaths.head(latest.size)}>{formatNumber(latest.size, locale)}</a>,
          },
          { term: t('root'), value: <code class="break-all">{latest.root.toString('base64')}</code> },
          { term: t('at'), value: formatShort(latest.at, locale, props.zone) },
          ...(logKey
            ? [
                {
                  term: t('key'),
                  value: (
                    <span class="break-all">
                      <CopyText text={logKey} label={t('key')} />
                    </span>
                  ),
                },
              ]
            : []),
          {
            term: t('addresses'),
            value: (
              <>
                <a href={log.checkpoint}>{log.checkpoint}</a>
                <br />
                <a href={log.key}>{log.key}</a>
                <br />
                <code>{log.tile.replace('*', '0/000')}</code>
                <br />
                <code>{log.tile.replace('*', 'entries/000')}</code>
                <br />
                <code class="break-all">{`${log.consistency}?first=&second=`}</code>
                <br />
                <code class="break-all">{`${log.entryAndProof}?leaf_index=&tree_size=`}</code>
              </>
            ),
          },
        ]}
      />
    </Section>
  )
}

function Heads(props: ProofsPageProps) {
  const { locale } = useFrame()
  const t = proofTexts(locale)
  return (
    <Section title={t('heads.title')} id="daftar">
      <Table
        caption={t('heads.title')}
        captionHidden
        rows={props.heads}
        rowKey={(head) => String(head.size)}
        rowHref={(head) => oversightPaths.head(head.size)}
        empty={<p class="hint">{t('heads.empty')}</p>}
        columns={[
          { key: 'size', label: t('size'), header: true, cell: (head) => formatNumber(head.size, locale) },
          { key: 'at', label: t('at'), cell: (head) => formatShort(head.at, locale, props.zone) },
          {
            key: 'witnesses',
            label: t('heads.signed-by'),
            cell: (head) => (head.witnesses ? formatNumber(head.witnesses, locale) : t('heads.nobody')),
          },
        ]}
      />
      <CursorPagination
        nextHref={props.next === undefined ? undefined : `${oversightPaths.proofs}?sebelum=${props.next}`}
      />
    </Section>
  )
}

function Witnesses(props: ProofsPageProps) {
  const { locale } = useFrame()
  const t = proofTexts(locale)
  return (
    <Section title={t('witness.title')} id="saksi">
      <Table
        caption={t('witness.title')}
        captionHidden
        rows={props.witnesses}
        rowKey={(witness) => witness.id}
        empty={<p class="hint">{t('witness.none')}</p>}
        columns={[
          { key: 'name', label: t('witness.name'), header: true, cell: (witness) => witness.name },
          {
            key: 'latest',
            label: t('witness.latest'),
            cell: ({ latest }) =>
              latest ? (
                <a href={oversightPaths.head(latest.size)}>
                  {t('witness.saw', {
                    size: formatNumber(latest.size, locale),
                    at: formatShort(latest.at, locale, props.zone),
                  })}
                </a>
              ) : (
                t('witness.never')
              ),
          },
        ]}
      />
    </Section>
  )
}
