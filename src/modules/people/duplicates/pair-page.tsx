import type { Zone } from '#kernel/clock/clock.ts'
import { formatDay, formatShort } from '#kernel/i18n/format.ts'
import {
  Button,
  ButtonRow,
  Columns,
  CsrfField,
  Notice,
  Radios,
  Section,
  StatusTag,
  Table,
  TextArea,
  useFrame,
} from '#ui/index.ts'
import { peoplePaths } from '../paths.ts'
import type { Person } from '../queries/rows.ts'
import { maritalStatusLabels, sexLabels } from '../terms.ts'
import { registerTexts } from '../texts.ts'
import { type Answers, Errors, type PeopleAround, PeopleFrame } from '../views/people-frame.tsx'
import { duplicateTones } from './list-page.tsx'
import type { Duplicate } from './queries.ts'
import type { DuplicateStep } from './record-duplicates.ts'
import { duplicateTexts } from './texts.ts'

/** One of the two, with what stands beside the person in the register. */
export interface ComparedPerson {
  readonly person: Person
  /** Masked. */
  readonly nik: string
  readonly kkNumber: string | undefined
  readonly certificate: string | undefined
  readonly address: string | undefined
}

export interface DuplicatePageProps extends PeopleAround, Answers {
  readonly pair: Duplicate
  readonly a: ComparedPerson
  readonly b: ComparedPerson
  readonly steps: readonly DuplicateStep[]
  readonly mayPropose: boolean
  readonly mayDecide: boolean
  readonly isOwnProposal: boolean
  readonly zone: Zone
}

export function DuplicatePage(props: DuplicatePageProps) {
  const { locale } = useFrame()
  const t = duplicateTexts(locale)
  const { pair } = props
  const title = t('page', { a: pair.nameA, b: pair.nameB })
  return (
    <PeopleFrame
      {...props}
      title={title}
      breadcrumb={[{ label: t('title'), href: peoplePaths.duplicates }, { label: title }]}
    >
      <Errors {...props} />
      <p>
        <StatusTag tone={duplicateTones[pair.state]}>{t(`state-${pair.state}`)}</StatusTag>{' '}
        {`${t('score')} ${pair.score}: ${pair.reasons.map((reason) => t(reason)).join(', ')}.`}
      </p>
      <Columns aside={<Act {...props} />}>
        <Comparison {...props} />
        <History {...props} />
      </Columns>
    </PeopleFrame>
  )
}

interface ComparedRow {
  readonly key: string
  readonly label: string
  readonly a: string
  readonly b: string
  /** Numbers are shown in part, so that two may look alike and differ. */
  readonly differs: boolean
}

function Comparison(props: DuplicatePageProps) {
  const { locale } = useFrame()
  const t = duplicateTexts(locale)
  return (
    <Section title={t('compare')} id="compare">
      <Table
        caption={t('compare')}
        captionHidden
        dense
        rows={comparedRows(props, locale)}
        rowKey={(row) => row.key}
        columns={[
          { key: 'field', label: t('field'), header: true, cell: (row) => row.label },
          { key: 'a', label: props.pair.nameA, cell: (row) => <Value {...row} value={row.a} /> },
          { key: 'b', label: props.pair.nameB, cell: (row) => <Value {...row} value={row.b} /> },
        ]}
      />
      <ButtonRow>
        <a href={peoplePaths.person(props.pair.personA)}>{`${t('open-person')} ${props.pair.nameA}`}</a>
        <a href={peoplePaths.person(props.pair.personB)}>{`${t('open-person')} ${props.pair.nameB}`}</a>
      </ButtonRow>
    </Section>
  )
}

/** A difference is marked by more than its colour. */
function Value({ differs, value }: ComparedRow & { value: string }) {
  const { locale } = useFrame()
  const t = duplicateTexts(locale)
  if (!differs) return <>{value}</>
  return (
    <mark>
      {value}
      <span class="sr-only"> ({t('differs')})</span>
    </mark>
  )
}

function comparedRows({ a, b }: DuplicatePageProps, locale: 'id' | 'en'): ComparedRow[] {
  const t = duplicateTexts(locale)
  const r = registerTexts(locale)
  const of = (side: ComparedPerson): Record<string, string | undefined> => ({
    nik: side.nik,
    name: side.person.fullName,
    sex: sexLabels[side.person.sex][locale],
    'birth-place': side.person.birthPlace,
    'birth-on': formatDay(Temporal.PlainDate.from(side.person.birthOn), locale),
    mother: side.person.motherName,
    father: side.person.fatherName,
    certificate: side.certificate,
    religion: side.person.religion,
    education: side.person.education,
    occupation: side.person.occupation,
    marital: maritalStatusLabels[side.person.maritalStatus][locale],
    status: r(`status-${side.person.status}`),
    family: side.kkNumber,
    address: side.address,
  })
  const [left, right] = [of(a), of(b)]
  return Object.keys(left).map((key) => ({
    key,
    label: t(key as 'nik'),
    a: left[key] || t('empty'),
    b: right[key] || t('empty'),
    differs: key === 'nik' || (key === 'family' ? a.person.familyId !== b.person.familyId : left[key] !== right[key]),
  }))
}

function Act(props: DuplicatePageProps) {
  const { locale } = useFrame()
  const t = duplicateTexts(locale)
  const { state } = props.pair
  if ((state === 'open' || state === 'field-check') && props.mayPropose) return <Propose {...props} />
  if (state === 'proposed') {
    if (props.isOwnProposal) return <Notice tone="info">{t('own-proposal')}</Notice>
    return props.mayDecide ? <Decide {...props} /> : <Notice tone="info">{t('not-yours')}</Notice>
  }
  return (state === 'joined' || state === 'different') && props.mayDecide ? <Undo {...props} /> : null
}

function Propose({ pair, a, b, typed, errors }: DuplicatePageProps) {
  const { locale } = useFrame()
  const t = duplicateTexts(locale)
  const keep = ({ person, nik }: ComparedPerson) => ({ value: person.id, label: `${person.fullName}, ${nik}` })
  return (
    <Section title={t('propose-title')} id="propose">
      <form method="post" action={peoplePaths.proposeDuplicate(pair.id)} novalidate>
        <CsrfField />
        <Radios
          name="verdict"
          label={t('verdict')}
          value={typed['verdict']}
          error={errors['verdict']}
          options={[
            {
              value: 'same',
              label: t('verdict-same'),
              reveals: (
                <Radios
                  name="keepPersonId"
                  label={t('keep')}
                  hint={t('keep-hint')}
                  value={typed['keepPersonId'] ?? pair.personA}
                  error={errors['keepPersonId']}
                  options={[keep(a), keep(b)]}
                />
              ),
            },
            { value: 'different', label: t('verdict-different') },
            { value: 'field-check', label: t('verdict-field-check') },
          ]}
        />
        <Reason typed={typed} errors={errors} />
        <Button>{t('propose')}</Button>
      </form>
    </Section>
  )
}

function Reason({ typed, errors }: Answers) {
  const { locale } = useFrame()
  const t = duplicateTexts(locale)
  return (
    <TextArea
      name="reason"
      label={t('why-label')}
      hint={t('why-hint')}
      value={typed['reason']}
      error={errors['reason']}
      rows={3}
      maxLength={500}
    />
  )
}

function Decide({ pair, typed, errors }: DuplicatePageProps) {
  const { locale } = useFrame()
  const t = duplicateTexts(locale)
  const kept = pair.keepPersonId === pair.personA ? pair.nameA : pair.nameB
  return (
    <Section title={t('decide-title')} id="decide">
      <p>{pair.verdict === 'same' ? t('decide-same', { name: kept }) : t('decide-different')}</p>
      <form method="post" action={peoplePaths.decideDuplicate(pair.id)} novalidate>
        <CsrfField />
        <Reason typed={typed} errors={errors} />
        <ButtonRow>
          <Button name="decision" value="confirm">
            {t('confirm')}
          </Button>
          <Button name="decision" value="reject" variant="secondary">
            {t('reject')}
          </Button>
        </ButtonRow>
      </form>
    </Section>
  )
}

function Undo({ pair, typed, errors }: DuplicatePageProps) {
  const { locale } = useFrame()
  const t = duplicateTexts(locale)
  return (
    <Section title={t('undo-title')} id="undo">
      <p>{t('undo-text')}</p>
      <form method="post" action={peoplePaths.undoDuplicate(pair.id)} novalidate>
        <CsrfField />
        <Reason typed={typed} errors={errors} />
        <Button variant="secondary">{t('undo')}</Button>
      </form>
    </Section>
  )
}

function History({ steps, zone }: DuplicatePageProps) {
  const { locale } = useFrame()
  const t = duplicateTexts(locale)
  return (
    <Section title={t('history')} id="history">
      <Table
        caption={t('history')}
        captionHidden
        dense
        rows={steps.toReversed()}
        rowKey={(step) => `${step.at}${step.act}`}
        columns={[
          { key: 'act', label: t('state'), header: true, cell: (step) => t(`act-${step.act}`) },
          { key: 'when', label: t('when'), cell: (step) => formatShort(step.at, locale, zone) },
          { key: 'by', label: t('by'), cell: (step) => step.by },
          { key: 'reason', label: t('why-label'), cell: (step) => step.reason },
        ]}
      />
    </Section>
  )
}
