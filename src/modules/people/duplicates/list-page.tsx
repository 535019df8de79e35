import type { Zone } from '#kernel/clock/clock.ts'
import { formatDay, formatNumber, formatShort } from '#kernel/i18n/format.ts'
import { Button, ButtonRow, CsrfField, Section, StatusTag, useFrame } from '#ui/index.ts'
import { peoplePaths } from '../paths.ts'
import type { AreaChoice } from '../queries/area-choices.ts'
import type { Review, ReviewKind } from '../reviews/reviews.ts'
import type { PeopleAround } from '../views/people-frame.tsx'
import { WorkList } from '../views/work-list.tsx'
import { type Duplicate, type DuplicateState, duplicateStates } from './queries.ts'
import { duplicateTexts } from './texts.ts'
import { type DuplicateReason, duplicateReasons } from './weights.ts'

export interface DuplicateListProps extends PeopleAround {
  readonly rows: readonly Duplicate[]
  readonly next: string | undefined
  readonly query: {
    readonly q: string
    readonly keadaan: DuplicateState | ''
    readonly petunjuk: DuplicateReason | ''
    readonly wilayah: string
  }
  readonly areas: readonly AreaChoice[]
  readonly review: Review | undefined
  readonly mayReview: boolean
  readonly zone: Zone
}

export const duplicateTones = {
  open: 'soon',
  'field-check': 'soon',
  proposed: 'info',
  joined: 'good',
  different: 'neutral',
} as const

export function DuplicateListPage(props: DuplicateListProps) {
  const { locale } = useFrame()
  const t = duplicateTexts(locale)
  const { query } = props
  const day = (iso: string) => formatDay(Temporal.PlainDate.from(iso), locale)
  return (
    <WorkList
      {...props}
      title={t('title')}
      lead={t('lead')}
      path={peoplePaths.duplicates}
      hrefOf={peoplePaths.duplicate}
      mayExport
      searchLabel={t('search')}
      selects={[
        {
          name: 'keadaan',
          label: t('state'),
          value: query.keadaan,
          options: duplicateStates.map((state) => ({ value: state, label: t(`state-${state}`) })),
        },
        {
          name: 'petunjuk',
          label: t('reason'),
          value: query.petunjuk,
          options: duplicateReasons.slice(0, 7).map((reason) => ({ value: reason, label: t(reason) })),
        },
        { name: 'wilayah', label: t('area'), value: query.wilayah, options: props.areas },
      ]}
      empty={{ title: t('none'), text: t('none-text'), icon: 'users' }}
      columns={[
        { key: 'pair', label: t('pair'), header: true, cell: (row) => t('page', { a: row.nameA, b: row.nameB }) },
        {
          key: 'born',
          label: t('born'),
          cell: (row) => (row.bornA === row.bornB ? day(row.bornA) : `${day(row.bornA)}, ${day(row.bornB)}`),
        },
        { key: 'score', label: t('score'), align: 'end', cell: (row) => row.score },
        { key: 'reasons', label: t('reasons'), cell: (row) => row.reasons.map((reason) => t(reason)).join(', ') },
        { key: 'found', label: t('found'), cell: (row) => formatShort(row.foundAt, locale, props.zone) },
        {
          key: 'state',
          label: t('state'),
          cell: (row) => <StatusTag tone={duplicateTones[row.state]}>{t(`state-${row.state}`)}</StatusTag>,
        },
      ]}
    >
      {props.mayReview && <ReviewSection review={props.review} kind="duplicates" zone={props.zone} />}
    </WorkList>
  )
}

/** How the last look at the whole register went, and a button for the next. */
export function ReviewSection(props: { review: Review | undefined; kind: ReviewKind; zone: Zone }) {
  const { locale } = useFrame()
  const t = duplicateTexts(locale)
  const { review } = props
  const counts = {
    seen: formatNumber(review?.seen ?? 0, locale),
    found: formatNumber(review?.found ?? 0, locale),
    when: review?.finishedAt ? formatShort(review.finishedAt, locale, props.zone) : '',
  }
  const running = review && !review.finishedAt
  return (
    <Section title={t('review-title')} id="review">
      <p>{t(`review-text-${props.kind}`)}</p>
      <p class="hint">{t(running ? 'review-running' : review ? 'review-done' : 'review-never', counts)}</p>
      {!running && (
        <form method="post" action={peoplePaths.reviewRegister}>
          <CsrfField />
          <input type="hidden" name="kind" value={props.kind} />
          <ButtonRow>
            <Button variant="secondary">{t('review-start')}</Button>
          </ButtonRow>
        </form>
      )}
    </Section>
  )
}
