import type { Zone } from '#kernel/clock/clock.ts'
import { formatDay, formatShort } from '#kernel/i18n/format.ts'
import {
  Button,
  ButtonRow,
  CsrfField,
  DateField,
  ErrorSummary,
  Section,
  SummaryList,
  TextArea,
  TextField,
} from '#ui/index.ts'
import { registerPaths } from '../paths.ts'
import type { Register, RegisterNumber } from '../queries.ts'
import { registerTexts } from '../texts.ts'
import { dateTyped, errorsOf, type RegisterForm, RegisterFrame } from './frame.tsx'
import { StatusOfNumber } from './list-pages.tsx'

export interface NumberPageProps extends RegisterForm {
  readonly register: Register
  readonly number: RegisterNumber
  readonly unitName: string
  readonly may: { readonly keep: boolean; readonly take: boolean }
  readonly zone: Zone
}

/** One number with everything that became of it, and what can still be done. */
export function NumberPage(props: NumberPageProps) {
  const { locale, register, number, zone } = props
  const t = registerTexts(locale)
  const errors = errorsOf(props)
  const row = (term: string, value: string | undefined) => (value ? [{ term, value }] : [])
  return (
    <RegisterFrame
      {...props}
      title={number.text}
      crumbs={[{ label: register.name[locale], href: registerPaths.register(register.key) }, { label: number.text }]}
    >
      <ErrorSummary errors={errors.list} />
      <SummaryList
        rows={[
          { term: t('status'), value: <StatusOfNumber status={number.status} /> },
          ...row(t('dated'), formatDay(Temporal.PlainDate.from(number.datedOn), locale)),
          ...row(t('purpose'), number.purpose),
          ...row(t('unit'), props.unitName),
          ...row(t('taken'), formatShort(number.takenAt, locale, zone)),
          ...row(t('by'), number.takenBy),
          ...row(t('late-reason'), number.lateReason),
          ...row(t('void-reason'), number.voidReason && `${number.voidReason} (${number.voidedBy})`),
        ]}
      />
      {number.isDocument && <p class="hint">{t('of-document')}</p>}
      {number.status === 'reserved' && props.may.take && (
        <Section title={t('enter')}>
          <form method="post" action={registerPaths.number(register.key, number.id)} novalidate class="stack">
            <CsrfField />
            <DateField
              name="datedOn"
              label={t('dated')}
              value={dateTyped(props.form, 'datedOn')}
              error={errors.of('datedOn')}
            />
            <TextField
              name="purpose"
              label={t('purpose')}
              hint={t('purpose-hint')}
              value={props.form.get('purpose')}
              error={errors.of('purpose')}
              maxLength={300}
            />
            <ButtonRow>
              <Button name="apa" value="catat">
                {t('save')}
              </Button>
            </ButtonRow>
          </form>
        </Section>
      )}
      {number.status !== 'void' && !number.isDocument && props.may.keep && (
        <Section title={t('void')}>
          <form method="post" action={registerPaths.number(register.key, number.id)} novalidate class="stack">
            <CsrfField />
            <TextArea
              name="reason"
              label={t('reason')}
              hint={`${t('void-lead')} ${t('reason-hint')}`}
              rows={3}
              maxLength={1000}
              value={props.form.get('reason')}
              error={errors.of('reason')}
            />
            <ButtonRow>
              <Button name="apa" value="batal" variant="danger">
                {t('void')}
              </Button>
            </ButtonRow>
          </form>
        </Section>
      )}
    </RegisterFrame>
  )
}
