import {
  Button,
  ButtonRow,
  Columns,
  CsrfField,
  DateField,
  NikField,
  Notice,
  Radios,
  Section,
  SummaryList,
  TextField,
  useFrame,
} from '#ui/index.ts'
import { faultTexts, type SideBySide } from '../domain.ts'
import { nationalPaths } from '../paths.ts'
import type { Elements, FetchOutcome, VerifyOutcome } from '../port/national-register.ts'
import { adminTexts } from '../texts-admin.ts'
import { differenceTexts } from '../texts-difference.ts'
import { type Around, NationalFrame, useErrorOf } from './frame.tsx'
import { SidesTable } from './sides-table.tsx'

/** What came of asking; `off` where nobody can be asked. */
export type CheckResult =
  | { readonly kind: 'off' }
  | { readonly kind: 'elements'; readonly outcome: VerifyOutcome; readonly elements: Elements }
  | { readonly kind: 'person'; readonly outcome: FetchOutcome; readonly sides: readonly SideBySide[] }

export interface CheckProps extends Around {
  readonly typed: Readonly<Record<string, string>>
  /** Nobody here has that NIK: what the letter says is asked for. */
  readonly isUnknownHere: boolean
  readonly result: CheckResult | undefined
  readonly mayReport: boolean
}

export function CheckPage(props: CheckProps) {
  const { locale } = useFrame()
  const t = adminTexts(locale)
  const errorOf = useErrorOf(props.errors)
  const { typed } = props
  return (
    <NationalFrame {...props} title={t('check.title')} lead={t('check.lead')}>
      {props.result && <Result {...props} result={props.result} />}
      <form method="post" action={nationalPaths.check} novalidate>
        <CsrfField />
        <NikField name="nik" label={t('check.nik')} value={typed['nik']} error={errorOf('nik')} autocomplete="off" />
        <TextField
          name="tujuan"
          label={t('check.purpose')}
          hint={t('check.purpose-hint')}
          value={typed['tujuan']}
          error={errorOf('tujuan')}
          maxLength={300}
          autocomplete="off"
        />
        <Radios
          name="cara"
          label={t('check.how')}
          value={typed['cara'] || 'elemen'}
          options={[
            { value: 'elemen', label: t('check.elements'), hint: t('check.elements-hint') },
            { value: 'data', label: t('check.person'), hint: t('check.person-hint') },
          ]}
        />
        {props.isUnknownHere && (
          <>
            <Notice tone="info">{t('check.not-ours')}</Notice>
            <TextField
              name="nama"
              label={t('check.name')}
              value={typed['nama']}
              error={errorOf('nama')}
              maxLength={120}
              autocomplete="off"
              optional
            />
            <DateField
              name="lahir"
              label={t('check.birth')}
              value={{
                day: typed['lahir-day'] ?? '',
                month: typed['lahir-month'] ?? '',
                year: typed['lahir-year'] ?? '',
              }}
              error={errorOf('lahir')}
              optional
            />
          </>
        )}
        <ButtonRow>
          <Button>{t('check.submit')}</Button>
        </ButtonRow>
      </form>
    </NationalFrame>
  )
}

function Result(props: CheckProps & { result: CheckResult }) {
  const { locale } = useFrame()
  const t = adminTexts(locale)
  const { result } = props
  if (result.kind === 'off') return <Notice tone="info">{t('check.off')}</Notice>
  const { outcome } = result
  if (outcome.kind === 'away') {
    return <Notice tone="late">{t('check.away', { fault: faultTexts[outcome.fault][locale] })}</Notice>
  }
  return (
    <Section title={t('check.result')}>
      {outcome.kind === 'not-found' && <Notice tone="soon">{t('check.not-found')}</Notice>}
      {outcome.kind === 'inactive' && <Notice tone="late">{t(`check.${outcome.why}`)}</Notice>}
      {result.kind === 'elements' && outcome.kind === 'verified' && <Compared outcome={outcome} />}
      {result.kind === 'person' && outcome.kind === 'found' && <SidesTable sides={result.sides} />}
      {props.mayReport && (
        <form class="mt-3" method="post" action={nationalPaths.check}>
          <CsrfField />
          <input type="hidden" name="nik" value={props.typed['nik']} />
          <input type="hidden" name="tujuan" value={props.typed['tujuan']} />
          <input type="hidden" name="cara" value={props.typed['cara']} />
          <Button name="aksi" value="catat" variant="secondary">
            {t('check.report')}
          </Button>
        </form>
      )}
    </Section>
  )
}

function Compared({ outcome }: { outcome: Extract<VerifyOutcome, { kind: 'verified' }> }) {
  const { locale } = useFrame()
  const t = adminTexts(locale)
  const d = differenceTexts(locale)
  const all = Object.entries(outcome.elements)
  const isSame = all.every(([, compared]) => compared.same)
  return (
    <Columns aside={false}>
      <Notice tone={isSame ? 'good' : 'late'}>{t(isSame ? 'check.all-same' : 'check.some-differ')}</Notice>
      <SummaryList
        dense
        rows={all.map(([name, { same, likeness }]) => ({
          term: d(`field.${name as 'fullName'}`),
          value: d(same ? 'sides.same' : 'sides.differs'),
          note: {
            text: likeness > 0 && likeness < 100 ? t('check.likeness', { n: likeness }) : '',
            tone: same ? 'good' : 'late',
          },
        }))}
      />
    </Columns>
  )
}
