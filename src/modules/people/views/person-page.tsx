import { formatDay } from '#kernel/i18n/format.ts'
import {
  Button,
  Columns,
  CsrfField,
  ErrorSummary,
  LinkButton,
  Notice,
  Section,
  SummaryList,
  type SummaryRow,
  TextField,
  useFrame,
} from '#ui/index.ts'
import { ageOn } from '../domain.ts'
import { peoplePaths } from '../paths.ts'
import type { Person } from '../queries/rows.ts'
import { familyRelationLabels, maritalStatusLabels, sexLabels } from '../terms.ts'
import { registerTexts } from '../texts.ts'
import { type PeopleAround, PeopleFrame } from './people-frame.tsx'

/** Numbers as this reader may see them: masked, or in the clear after giving a reason. */
export interface ShownNumbers {
  readonly nik: string
  readonly kkNumber: string | undefined
  readonly birthCertificate: string | undefined
  readonly marriageCertificate: string | undefined
}

export interface PersonPageProps extends PeopleAround {
  readonly person: Person
  readonly place: string | undefined
  readonly numbers: ShownNumbers
  readonly mayUnmask: boolean
  /** Records that may be of the same person, for an officer who may look at them. */
  readonly maybeSame: readonly { readonly id: string; readonly name: string }[]
  /** Set after unmasking. */
  readonly unmaskedFor?: string | undefined
  /** The reason as it was typed, and what is wrong with it. */
  readonly reason?: string | undefined
  readonly error?: string | undefined
  readonly today: Temporal.PlainDate
}

export function PersonPage(props: PersonPageProps) {
  const { locale } = useFrame()
  const t = registerTexts(locale)
  const { person } = props
  return (
    <PeopleFrame
      {...props}
      title={person.fullName}
      breadcrumb={[{ label: t('title'), href: peoplePaths.register }, { label: person.fullName }]}
    >
      {props.error && <ErrorSummary errors={[{ name: 'reason', text: props.error }]} />}
      <PersonNotices {...props} />
      {props.unmaskedFor && (
        <Notice tone="soon" title={t('unmasked-title')} announce>
          <p>{t('unmasked-text', { reason: props.unmaskedFor })}</p>
        </Notice>
      )}
      <Columns aside={props.mayUnmask && !props.unmaskedFor && <UnmaskForm {...props} />}>
        <Section title={t('identity')} id="identity">
          <SummaryList dense rows={identityRows(props, t, locale)} />
        </Section>
        <Section title={t('family')} id="family">
          <SummaryList dense rows={familyRows(props, t, locale)} />
          {person.familyId && (
            <LinkButton href={peoplePaths.family(person.familyId)} variant="secondary">
              {t('open-family')}
            </LinkButton>
          )}
        </Section>
      </Columns>
    </PeopleFrame>
  )
}

/** What has to be known of a record before anything else on it is believed. */
function PersonNotices({ person, maybeSame }: PersonPageProps) {
  const { locale } = useFrame()
  const t = registerTexts(locale)
  return (
    <>
      {person.duplicateOf && (
        <Notice tone="late" title={t('status-duplicate')}>
          <p>
            {t('joined-text')} <a href={peoplePaths.person(person.duplicateOf)}>{t('joined-link')}</a>
          </p>
        </Notice>
      )}
      {(person.status === 'moved' || person.status === 'void') && (
        <Notice tone="info">{t(`status-${person.status}`)}</Notice>
      )}
      {person.checkReason && (
        <Notice tone="soon" title={t('status-checked')}>
          <p>{person.checkReason}</p>
        </Notice>
      )}
      {maybeSame.length > 0 && !person.duplicateOf && (
        <Notice tone="info" title={t('maybe-same')}>
          <ul>
            {maybeSame.map((pair) => (
              <li key={pair.id}>
                <a href={peoplePaths.duplicate(pair.id)}>{pair.name}</a>
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  )
}

type Texts = ReturnType<typeof registerTexts>
type Locale = Parameters<typeof registerTexts>[0]

const day = (iso: string, locale: Locale): string => formatDay(Temporal.PlainDate.from(iso), locale)

function identityRows({ person, numbers, today }: PersonPageProps, t: Texts, locale: Locale): SummaryRow[] {
  const born = `${day(person.birthOn, locale)} (${t('years', { age: ageOn(person.birthOn, today) })})`
  return [
    { term: t('nik'), value: numbers.nik },
    { term: t('sex'), value: sexLabels[person.sex][locale] },
    { term: t('born-place'), value: person.birthPlace },
    { term: t('born-on'), value: born },
    ...(person.diedOn ? [{ term: t('died-on'), value: day(person.diedOn, locale) }] : []),
    { term: t('religion'), value: person.religion },
    { term: t('education'), value: person.education },
    { term: t('occupation'), value: person.occupation },
    { term: t('blood-type'), value: person.bloodType ?? t('none') },
    { term: t('citizenship'), value: person.citizenship },
    { term: t('birth-certificate'), value: numbers.birthCertificate ?? t('none') },
  ]
}

function familyRows({ person, numbers, place }: PersonPageProps, t: Texts, locale: Locale): SummaryRow[] {
  return [
    ...(place ? [{ term: t('village'), value: place }] : []),
    ...(numbers.kkNumber
      ? [
          { term: t('kk-number'), value: numbers.kkNumber },
          { term: t('relation'), value: familyRelationLabels[person.familyRelation][locale] },
        ]
      : []),
    { term: t('marital-status'), value: maritalStatusLabels[person.maritalStatus][locale] },
    ...(person.marriedOn
      ? [
          { term: t('married-on'), value: day(person.marriedOn, locale) },
          { term: t('marriage-certificate'), value: numbers.marriageCertificate ?? t('none') },
        ]
      : []),
    { term: t('mother'), value: parent(person.motherName, person.motherId, t) },
    { term: t('father'), value: parent(person.fatherName, person.fatherId, t) },
  ]
}

function parent(name: string | undefined, id: string | undefined, t: Texts) {
  if (!name) return t('none')
  return id ? <a href={peoplePaths.person(id)}>{name}</a> : name
}

function UnmaskForm({ person, reason, error }: PersonPageProps) {
  const { locale } = useFrame()
  const t = registerTexts(locale)
  return (
    <Section title={t('unmask-title')} id="unmask">
      <p>{t('unmask-text')}</p>
      <form method="post" action={peoplePaths.unmask(person.id)}>
        <CsrfField />
        <TextField name="reason" label={t('unmask-reason')} value={reason} error={error} maxLength={300} />
        <Button variant="secondary" icon="eye">
          {t('unmask-submit')}
        </Button>
      </form>
    </Section>
  )
}
