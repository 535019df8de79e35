import type { Zone } from '#kernel/clock/clock.ts'
import { formatDay, formatShort } from '#kernel/i18n/format.ts'
import { ButtonRow, Columns, LinkButton, Notice, StatusTag, SummaryList, useFrame } from '#ui/index.ts'
import { ReviewSection } from '../duplicates/list-page.tsx'
import { peoplePaths } from '../paths.ts'
import type { AreaChoice } from '../queries/area-choices.ts'
import type { Review } from '../reviews/reviews.ts'
import { type Answers, Errors, type PeopleAround, PeopleFrame } from '../views/people-frame.tsx'
import { Decide, WorkList } from '../views/work-list.tsx'
import { checkActs } from './commands.ts'
import { checkTexts } from './desk-texts.ts'
import { type Finding, type FindingState, findingStates } from './queries.ts'

const tones = { open: 'soon', marked: 'late', corrected: 'good', right: 'neutral' } as const
const severityTones = { refuse: 'late', warn: 'soon' } as const

export interface CheckListProps extends PeopleAround {
  readonly rows: readonly Finding[]
  readonly next: string | undefined
  readonly query: {
    readonly q: string
    readonly keadaan: FindingState | ''
    readonly sifat: 'refuse' | 'warn' | ''
    readonly wilayah: string
  }
  readonly areas: readonly AreaChoice[]
  readonly review: Review | undefined
  readonly mayReview: boolean
  readonly mayExport: boolean
  readonly zone: Zone
}

/** Data that cannot be true or are rare, the impossible first. */
export function CheckListPage(props: CheckListProps) {
  const { locale } = useFrame()
  const t = checkTexts(locale)
  const { query } = props
  return (
    <WorkList
      {...props}
      title={t('title')}
      lead={t('lead')}
      path={peoplePaths.checks}
      hrefOf={peoplePaths.check}
      searchLabel={t('search')}
      selects={[
        {
          name: 'keadaan',
          label: t('state'),
          value: query.keadaan,
          options: findingStates.map((state) => ({ value: state, label: t(`state-${state}`) })),
        },
        {
          name: 'sifat',
          label: t('severity'),
          value: query.sifat,
          options: (['refuse', 'warn'] as const).map((each) => ({ value: each, label: t(`severity-${each}`) })),
        },
        { name: 'wilayah', label: t('area'), value: query.wilayah, options: props.areas },
      ]}
      empty={{ title: t('none'), text: t('none-text'), icon: 'search' }}
      columns={[
        { key: 'name', label: t('name'), header: true, cell: (row) => row.fullName },
        { key: 'what', label: t('what'), cell: (row) => row.say[locale] },
        {
          key: 'severity',
          label: t('severity'),
          cell: (row) => <StatusTag tone={severityTones[row.severity]}>{t(`severity-${row.severity}`)}</StatusTag>,
        },
        {
          key: 'state',
          label: t('state'),
          cell: (row) => <StatusTag tone={tones[row.state]}>{t(`state-${row.state}`)}</StatusTag>,
        },
        { key: 'found', label: t('found'), cell: (row) => formatShort(row.foundAt, locale, props.zone) },
      ]}
    >
      {props.mayReview && <ReviewSection review={props.review} kind="contradictions" zone={props.zone} />}
    </WorkList>
  )
}

export interface CheckPageProps extends PeopleAround, Answers {
  readonly finding: Finding
  readonly zone: Zone
}

/** One finding, and what an officer makes of it. */
export function CheckPage(props: CheckPageProps) {
  const { locale } = useFrame()
  const t = checkTexts(locale)
  const { finding, zone } = props
  return (
    <PeopleFrame
      {...props}
      title={finding.fullName}
      breadcrumb={[{ label: t('title'), href: peoplePaths.checks }, { label: finding.fullName }]}
    >
      <Errors {...props} />
      <Columns aside={(finding.state === 'open' || finding.state === 'marked') && <Resolve {...props} />}>
        <Notice tone={finding.severity === 'refuse' ? 'late' : 'soon'} title={t(`severity-${finding.severity}`)}>
          <p>{finding.say[locale]}</p>
        </Notice>
        <SummaryList
          dense
          rows={[
            {
              term: t('state'),
              value: <StatusTag tone={tones[finding.state]}>{t(`state-${finding.state}`)}</StatusTag>,
            },
            { term: t('born'), value: formatDay(Temporal.PlainDate.from(finding.birthOn), locale) },
            { term: t('found'), value: formatShort(finding.foundAt, locale, zone) },
            ...(finding.changedBy
              ? [
                  { term: t('by'), value: finding.changedBy },
                  { term: t('when'), value: formatShort(finding.changedAt, locale, zone) },
                  { term: t('note'), value: finding.note ?? '' },
                ]
              : []),
          ]}
        />
        <ButtonRow>
          <LinkButton href={peoplePaths.person(finding.personId)} variant="secondary">
            {t('open-person')}
          </LinkButton>
          {finding.familyId && (
            <LinkButton href={peoplePaths.family(finding.familyId)} variant="quiet">
              {t('open-family')}
            </LinkButton>
          )}
        </ButtonRow>
      </Columns>
    </PeopleFrame>
  )
}

function Resolve({ finding, typed, errors }: CheckPageProps) {
  const { locale } = useFrame()
  const t = checkTexts(locale)
  const possible = checkActs.filter(
    (act) => !(act === 'mark' && finding.state === 'marked') && !(act === 'right' && finding.severity === 'refuse'),
  )
  return (
    <Decide
      id="resolve"
      title={t('resolve-title')}
      action={peoplePaths.resolveCheck(finding.id)}
      choice={{
        name: 'act',
        label: t('act'),
        value: typed['act'],
        error: errors['act'],
        options: possible.map((act) => ({ value: act, label: t(`act-${act}`), hint: t(`act-${act}-hint`) })),
      }}
      reason={{
        name: 'note',
        label: t('note'),
        hint: t('note-hint'),
        value: typed['note'],
        error: errors['note'],
        maxLength: 500,
      }}
      submit={t('submit')}
    />
  )
}
