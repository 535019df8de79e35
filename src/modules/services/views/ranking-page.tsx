import type { Actor } from '#kernel/access/access.ts'
import type { Zone } from '#kernel/clock/clock.ts'
import { formatDay, formatNumber, formatShort } from '#kernel/i18n/format.ts'
import type { Locale } from '#kernel/i18n/texts.ts'
import { maskName } from '#modules/documents/index.ts'
import {
  Button,
  ButtonRow,
  CitizenLayout,
  CsrfField,
  EmptyState,
  LinkButton,
  Notice,
  Section,
  StaffLayout,
  Stats,
  StatusTag,
  SummaryList,
  Table,
  useFrame,
} from '#ui/index.ts'
import type { ServiceDefinition } from '../definition/schema.ts'
import { servicePaths } from '../paths.ts'
import type { listPublishedRanks, OwnRank } from '../queries/allotments.ts'
import type { AllotmentPreview } from '../queries/ranking.ts'
import { type RankingTexts, rankingTexts } from '../texts/ranking.ts'
import { serviceTexts } from '../texts.ts'

export interface RankingPageProps {
  readonly service: ServiceDefinition
  readonly ranking: Awaited<ReturnType<typeof listPublishedRanks>>
  readonly fromRank: number
  readonly zone: Zone
  /** Looks at it as one who allots places. */
  readonly mayAllot: boolean
}

/** The order in which places were given, for everybody to check. */
export function RankingPage({ service, ranking, fromRank, zone, mayAllot }: RankingPageProps) {
  const { locale } = useFrame()
  const t = rankingTexts(locale)
  const n = (value: number) => formatNumber(value, locale)
  const title = t('title', { service: service.title[locale].toLowerCase() })
  const crumbs = [
    { label: serviceTexts(locale)('catalogue.title'), href: servicePaths.catalogue },
    { label: service.title[locale], href: servicePaths.service(service.slug) },
    { label: t('crumb') },
  ]
  const allot = mayAllot && <LinkButton href={servicePaths.allot(service.slug)}>{t('allot-link')}</LinkButton>
  if (!ranking) {
    return (
      <CitizenLayout title={title} breadcrumb={crumbs} actions={allot}>
        <EmptyState title={t('none')}>{t('none-help')}</EmptyState>
      </CitizenLayout>
    )
  }
  const { allotment, rows } = ranking
  const last = rows.at(-1)?.rank ?? 0
  return (
    <CitizenLayout
      title={title}
      breadcrumb={crumbs}
      lead={t('lead', { applicants: n(allotment.applicants), places: n(allotment.places) })}
      actions={
        <>
          {allot}
          <LinkButton
            href={`${servicePaths.rankingExport(service.slug)}.xlsx`}
            variant="secondary"
            icon="download"
            download
          >
            {t('download-xlsx')}
          </LinkButton>
          <LinkButton href={servicePaths.rankingFile(service.slug)} variant="secondary" download>
            {t('download')}
          </LinkButton>
        </>
      }
    >
      <Table
        caption={title}
        captionHidden
        rows={rows}
        rowKey={(row) => String(row.rank)}
        columns={[
          { key: 'rank', label: t('rank'), header: true, cell: (row) => n(row.rank) },
          { key: 'name', label: t('name'), cell: (row) => maskName(row.applicantName) },
          { key: 'number', label: t('number'), cell: (row) => row.caseNumber },
          { key: 'score', label: t('score'), align: 'end', cell: (row) => n(row.score) },
          { key: 'tie', label: t('tie-break'), align: 'end', cell: (row) => n(row.tieBreak) },
          {
            key: 'sent',
            label: t('sent'),
            cell: (row) => formatShort(Temporal.Instant.fromEpochMilliseconds(row.submittedAt.getTime()), locale, zone),
          },
          { key: 'result', label: t('result'), cell: (row) => <ResultTag isGranted={row.isGranted} t={t} /> },
        ]}
      />
      <p>
        {fromRank > 1 && <a href={servicePaths.ranking(service.slug)}>{t('first')}</a>}{' '}
        {last < allotment.applicants && (
          <a href={`${servicePaths.ranking(service.slug)}?dari=${last + 1}`}>{t('next')}</a>
        )}
      </p>
      <Section title={t('how-title')}>
        <SummaryList
          rows={[
            { term: t('period'), value: periodText(allotment.period, locale) },
            { term: t('applicants'), value: n(allotment.applicants) },
            { term: t('quota'), value: n(allotment.places) },
            {
              term: t('function'),
              value: (
                <>
                  {t('function-text')} <code class="break-all">{allotment.ruleText}</code>
                </>
              ),
            },
            { term: t('hash'), value: <code class="break-all">{allotment.listHash}</code> },
          ]}
        />
        <p>{t('how')}</p>
      </Section>
    </CitizenLayout>
  )
}

function ResultTag({ isGranted, t }: { isGranted: boolean; t: RankingTexts }) {
  return <StatusTag tone={isGranted ? 'good' : 'neutral'}>{t(isGranted ? 'granted' : 'not-granted')}</StatusTag>
}

function periodText(period: string, locale: Locale): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(period) ? formatDay(Temporal.PlainDate.from(period), locale) : period
}

/** On an applicant's own status page: his place in the order, and why. */
export function OwnRankNote({ rank, slug }: { rank: OwnRank; slug: string }) {
  const { locale } = useFrame()
  const t = rankingTexts(locale)
  const n = (value: number) => formatNumber(value, locale)
  const figures = { rank: n(rank.rank), applicants: n(rank.applicants), places: n(rank.places) }
  return (
    <Notice tone={rank.isGranted ? 'good' : 'info'} title={t(rank.isGranted ? 'own-granted' : 'own-not', figures)}>
      <p>
        {t('own-score', { score: n(rank.score) })}{' '}
        {rank.cutoff !== undefined && t('own-cutoff', { cutoff: n(rank.cutoff) })} {t('function-text')}
      </p>
      <p>
        <a href={servicePaths.ranking(slug)}>{t('own-list')}</a>
      </p>
    </Notice>
  )
}

export interface AllotPageProps {
  readonly locale: Locale
  readonly actor: Actor
  readonly service: ServiceDefinition
  readonly preview: AllotmentPreview
}

const around = 3

/** Before the list is fixed for good: what it would be. */
export function AllotPage({ locale, actor, service, preview }: AllotPageProps) {
  const t = rankingTexts(locale)
  const n = (value: number) => formatNumber(value, locale)
  const { ranked, places, closes, isOver, isDone } = preview
  const cutoff = ranked.findLast((row) => row.isGranted)
  const near = ranked.filter((row) => Math.abs(row.rank - places) <= around || row.rank <= around)
  return (
    <StaffLayout
      title={t('allot-title', { service: service.title[locale].toLowerCase() })}
      lead={t('allot-lead')}
      desk={t('crumb')}
      unit={actor.position?.unitName}
    >
      {isDone && (
        <Notice tone="info">
          {t('allot-done')} <a href={servicePaths.ranking(service.slug)}>{t('own-list')}</a>
        </Notice>
      )}
      {!isDone && !isOver && <Notice tone="soon">{t('allot-early', { day: periodText(closes, locale) })}</Notice>}
      <Section title={t('allot-preview')}>
        <Stats
          label={t('allot-preview')}
          items={[
            { value: n(ranked.length), text: t('waiting') },
            { value: n(places), text: t('places') },
            ...(cutoff ? [{ value: n(cutoff.score), text: t('cutoff') }] : []),
          ]}
        />
        {ranked.length === 0 && <p>{t('allot-nobody')}</p>}
        {near.length > 0 && (
          <Table
            caption={t('allot-top')}
            rows={near}
            rowKey={(row) => String(row.rank)}
            columns={[
              { key: 'rank', label: t('rank'), header: true, cell: (row) => n(row.rank) },
              { key: 'score', label: t('score'), align: 'end', cell: (row) => n(row.score) },
              { key: 'tie', label: t('tie-break'), align: 'end', cell: (row) => n(row.tieBreak) },
              { key: 'result', label: t('result'), cell: (row) => <ResultTag isGranted={row.isGranted} t={t} /> },
            ]}
          />
        )}
        {!isDone && isOver && ranked.length > 0 && (
          <form method="post" action={servicePaths.allot(service.slug)}>
            <CsrfField />
            <ButtonRow>
              <Button>
                {t('allot-do', { places: n(Math.min(places, ranked.length)), applicants: n(ranked.length) })}
              </Button>
            </ButtonRow>
          </form>
        )}
      </Section>
    </StaffLayout>
  )
}
