import type { Zone } from '#kernel/clock/clock.ts'
import { formatDay, formatShort } from '#kernel/i18n/format.ts'
import {
  Button,
  Columns,
  CsrfField,
  EmptyState,
  Section,
  StatusTag,
  SummaryList,
  Table,
  TextArea,
  useFrame,
} from '#ui/index.ts'
import { peoplePaths } from '../paths.ts'
import { type Answers, Errors, type PeopleAround, PeopleFrame } from '../views/people-frame.tsx'
import { Decide, WorkList } from '../views/work-list.tsx'
import { type ReadingPattern, readingPatterns } from './patterns.ts'
import { type AlarmState, alarmStates, type ReadingAlarm, type ReadPerson } from './queries.ts'
import { watchTexts } from './texts.ts'

const tones = { new: 'soon', explained: 'info', accepted: 'good', misuse: 'late' } as const

export interface AlarmListProps extends PeopleAround {
  readonly rows: readonly ReadingAlarm[]
  readonly next: string | undefined
  readonly query: { readonly q: string; readonly keadaan: AlarmState | ''; readonly pola: ReadingPattern | '' }
  readonly zone: Zone
}

/** Patterns that wait for a judgement. */
export function AlarmListPage(props: AlarmListProps) {
  const { locale } = useFrame()
  const t = watchTexts(locale)
  const { query } = props
  return (
    <WorkList
      {...props}
      title={t('title')}
      lead={t('lead')}
      path={peoplePaths.watch}
      hrefOf={peoplePaths.alarm}
      mayExport
      searchLabel={t('search')}
      selects={[
        {
          name: 'keadaan',
          label: t('state'),
          value: query.keadaan,
          options: alarmStates.map((state) => ({ value: state, label: t(`state-${state}`) })),
        },
        {
          name: 'pola',
          label: t('pattern'),
          value: query.pola,
          options: readingPatterns.map((pattern) => ({ value: pattern, label: t(pattern) })),
        },
      ]}
      empty={{ title: t('none'), text: t('none-text'), icon: 'eye' }}
      columns={[
        { key: 'officer', label: t('officer'), header: true, cell: (row) => row.readerLabel },
        { key: 'pattern', label: t('pattern'), cell: (row) => t(row.pattern) },
        { key: 'counted', label: t('counted'), align: 'end', cell: (row) => row.counted },
        { key: 'last', label: t('last'), cell: (row) => formatShort(row.lastAt, locale, props.zone) },
        {
          key: 'state',
          label: t('state'),
          cell: (row) => <StatusTag tone={tones[row.state]}>{t(`state-${row.state}`)}</StatusTag>,
        },
      ]}
    />
  )
}

export interface AlarmPageProps extends PeopleAround, Answers {
  readonly alarm: ReadingAlarm
  readonly readings: readonly ReadPerson[]
  readonly zone: Zone
}

/** One pattern with everybody who was looked up, the officer's reason and the judgement. */
export function AlarmPage(props: AlarmPageProps) {
  const { locale } = useFrame()
  const t = watchTexts(locale)
  const { alarm, zone } = props
  const isOpen = alarm.state !== 'accepted'
  return (
    <PeopleFrame
      {...props}
      title={t(alarm.pattern)}
      breadcrumb={[{ label: t('title'), href: peoplePaths.watch }, { label: t(alarm.pattern) }]}
    >
      <Errors {...props} />
      <Columns aside={isOpen && <Judge {...props} />}>
        <SummaryList
          dense
          rows={[
            {
              term: t('state'),
              value: <StatusTag tone={tones[alarm.state]}>{t(`state-${alarm.state}`)}</StatusTag>,
            },
            { term: t('officer'), value: alarm.readerLabel },
            {
              term: t('counted'),
              value: `${alarm.counted} (${t('threshold', { threshold: alarm.threshold })})`,
            },
            { term: t('last'), value: formatShort(alarm.lastAt, locale, zone) },
            { term: t('explanation'), value: alarm.explanation ?? t('no-explanation') },
            ...(alarm.judgedBy
              ? [
                  { term: t('judged-by'), value: alarm.judgedBy },
                  { term: t('judgement'), value: alarm.judgement ?? '' },
                ]
              : []),
          ]}
        />
        <Section title={t('readings')} id="readings">
          <Table
            caption={t('readings')}
            captionHidden
            dense
            rows={props.readings}
            rowKey={(row) => `${row.at}${row.personId}`}
            empty={<p class="hint">{t('readings-none')}</p>}
            columns={[
              { key: 'person', label: t('person'), header: true, cell: (row) => row.fullName },
              { key: 'at', label: t('at'), cell: (row) => formatShort(row.at, locale, zone) },
              { key: 'purpose', label: t('purpose'), cell: (row) => row.purpose },
              {
                key: 'marks',
                label: t('marks'),
                cell: (row) => row.marks.map((mark) => t(`mark-${mark}`)).join(', '),
              },
            ]}
          />
        </Section>
      </Columns>
    </PeopleFrame>
  )
}

function Judge({ alarm, typed, errors }: AlarmPageProps) {
  const { locale } = useFrame()
  const t = watchTexts(locale)
  const verdicts = (['accepted', 'misuse'] as const).filter((each) => each !== alarm.state)
  return (
    <Decide
      id="judge"
      title={t('judge-title')}
      action={peoplePaths.judgeAlarm(alarm.id)}
      choice={{
        name: 'verdict',
        label: t('verdict'),
        value: typed['verdict'],
        error: errors['verdict'],
        options: verdicts.map((each) => ({ value: each, label: t(each), hint: t(`${each}-hint`) })),
      }}
      reason={{
        name: 'judgement',
        label: t('judgement'),
        value: typed['judgement'],
        error: errors['judgement'],
        maxLength: 1000,
      }}
      submit={t('submit')}
    />
  )
}

export interface OwnAlarmsProps extends PeopleAround, Answers {
  readonly alarms: readonly ReadingAlarm[]
  /** Which of them the form that came back was for. */
  readonly answered: string | undefined
  readonly zone: Zone
}

/** What an officer is asked about his own reading. */
export function OwnAlarmsPage(props: OwnAlarmsProps) {
  const { locale } = useFrame()
  const t = watchTexts(locale)
  return (
    <PeopleFrame {...props} title={t('own-title')} lead={t('own-lead')}>
      <Errors {...props} />
      {props.alarms.length === 0 && (
        <EmptyState title={t('own-none')} icon="eye">
          {t('own-none-text')}
        </EmptyState>
      )}
      {props.alarms.map((alarm) => (
        <OwnAlarm key={alarm.id} {...props} alarm={alarm} />
      ))}
    </PeopleFrame>
  )
}

function OwnAlarm({ alarm, answered, typed, errors }: OwnAlarmsProps & { alarm: ReadingAlarm }) {
  const { locale } = useFrame()
  const t = watchTexts(locale)
  const isAnswered = answered === alarm.id
  const day = formatDay(Temporal.PlainDate.from(alarm.day), locale)
  return (
    <Section title={t('own-summary', { pattern: t(alarm.pattern), counted: alarm.counted, day })} id={alarm.id}>
      <p>
        <StatusTag tone={tones[alarm.state]}>{t(`state-${alarm.state}`)}</StatusTag>
      </p>
      {alarm.explanation && <p>{alarm.explanation}</p>}
      {alarm.judgement && <p class="hint">{`${alarm.judgedBy}: ${alarm.judgement}`}</p>}
      {alarm.state === 'new' && (
        <form method="post" action={peoplePaths.explainAlarm(alarm.id)} novalidate>
          <CsrfField />
          <TextArea
            id={`explanation-${alarm.id}`}
            name="explanation"
            label={t('explain')}
            hint={t('explain-hint')}
            value={isAnswered ? typed['explanation'] : ''}
            error={isAnswered ? errors['explanation'] : undefined}
            rows={3}
            maxLength={1000}
          />
          <Button>{t('send')}</Button>
        </form>
      )}
    </Section>
  )
}
