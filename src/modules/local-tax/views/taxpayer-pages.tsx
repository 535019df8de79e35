import { isPermitted } from '#kernel/access/access.ts'
import type { AppError } from '#kernel/errors.ts'
import { formatDay } from '#kernel/i18n/format.ts'
import {
  Button,
  ButtonRow,
  Columns,
  CsrfField,
  ErrorSummary,
  FormPage,
  LinkButton,
  LinkList,
  NikField,
  Notice,
  Radios,
  Section,
  Select,
  SummaryList,
  TextArea,
  TextField,
} from '#ui/index.ts'
import { taxpayerMachine } from '../domain.ts'
import { formatNop } from '../nop.ts'
import { localTaxPaths } from '../paths.ts'
import type { HistoryEntry } from '../queries/history.ts'
import type { TaxObject } from '../queries/objects.ts'
import type { Taxpayer } from '../queries/taxpayers.ts'
import { taxTexts } from '../texts/taxpayers.ts'
import { errorsOf, History, TaxFrame, type TaxPageProps } from './frame.tsx'
import type { AreaOption } from './tax-list.tsx'
import { TaxpayerStateTag } from './taxpayer-list-page.tsx'

/** As typed, or as it stands. */
export type Typed = Readonly<Record<string, string>>

interface FormProps extends TaxPageProps {
  /** Absent for a new one. */
  readonly taxpayer?: Taxpayer | undefined
  readonly typed: Typed
  readonly villages: readonly AreaOption[]
  readonly error: AppError | undefined
}

export function TaxpayerFormPage(props: FormProps) {
  const { locale, taxpayer, typed } = props
  const t = taxTexts(locale)
  const errors = errorsOf(props.error, locale)
  const text = (name: string, label: string, hint?: string) => ({
    name,
    label,
    hint,
    value: typed[name],
    error: errors.of(name),
    autocomplete: 'off',
  })
  const person = <NikField {...text('nik', t('nik'), t('nik-hint'))} />
  const firm = (
    <>
      <TextField {...text('name', t('name-firm'))} maxLength={150} />
      <TextField {...text('nib', t('nib'), t('nib-hint'))} inputMode="numeric" maxLength={20} width="medium" />
      <TextField {...text('npwp', t('npwp'))} inputMode="numeric" maxLength={24} width="medium" optional />
      <NikField {...text('responsibleNik', t('responsible-nik'), taxpayer?.responsibleName)} />
    </>
  )
  return (
    <TaxFrame
      {...props}
      title={taxpayer ? t('form.edit') : t('new')}
      lead={taxpayer ? taxpayer.name : t('form.new-lead')}
      crumbs={[
        { label: t('nav.taxpayers'), href: localTaxPaths.taxpayers },
        ...(taxpayer ? [{ label: taxpayer.npwpd, href: localTaxPaths.taxpayer(taxpayer.id) }] : []),
      ]}
    >
      <FormPage
        action={taxpayer ? localTaxPaths.editTaxpayer(taxpayer.id) : localTaxPaths.newTaxpayer}
        errors={errors.list}
        submitLabel={taxpayer ? t('form.save') : t('form.register')}
      >
        {taxpayer ? (
          <input type="hidden" name="version" value={typed['version'] || taxpayer.version} />
        ) : (
          <Radios
            name="kind"
            label={t('kind')}
            value={typed['kind']}
            error={errors.of('kind')}
            options={[
              { value: 'person', label: t('kind.person'), reveals: person },
              { value: 'firm', label: t('kind.firm'), reveals: firm },
            ]}
          />
        )}
        {taxpayer?.kind === 'firm' && firm}
        <TextArea {...text('address', t('address'))} rows={2} maxLength={300} />
        <Select
          name="villageCode"
          label={t('village')}
          value={typed['villageCode']}
          error={errors.of('villageCode')}
          options={props.villages}
          empty={t('village-outside')}
        />
        <TextField {...text('phone', t('phone'))} type="tel" width="medium" maxLength={20} optional />
        <TextField {...text('email', t('email'))} type="email" maxLength={120} optional />
      </FormPage>
    </TaxFrame>
  )
}

interface OneProps extends TaxPageProps {
  readonly taxpayer: Taxpayer
  readonly villageName: string | undefined
  readonly objects: readonly TaxObject[]
  readonly history: readonly HistoryEntry[]
  readonly typed: Typed
  readonly error: AppError | undefined
}

export function TaxpayerPage(props: OneProps) {
  const { locale, taxpayer } = props
  const t = taxTexts(locale)
  const errors = errorsOf(props.error, locale)
  const mayChange = isPermitted(props.actor, 'local-tax.register') && taxpayer.state !== 'closed'
  const rows = [
    { term: t('npwpd'), value: taxpayer.npwpd },
    { term: t('kind'), value: t(`kind.${taxpayer.kind}`) },
    ...(taxpayer.nib ? [{ term: t('nib'), value: taxpayer.nib }] : []),
    ...(taxpayer.npwp ? [{ term: t('npwp'), value: taxpayer.npwp }] : []),
    ...(taxpayer.responsibleName ? [{ term: t('responsible'), value: taxpayer.responsibleName }] : []),
    { term: t('address'), value: taxpayer.address },
    { term: t('village'), value: props.villageName ?? t('village-outside') },
    { term: t('phone'), value: taxpayer.phone ?? '–' },
    { term: t('email'), value: taxpayer.email ?? '–' },
    { term: t('registered-on'), value: formatDay(taxpayer.registeredOn, locale) },
    ...(taxpayer.closedOn ? [{ term: t('closed-on'), value: formatDay(taxpayer.closedOn, locale) }] : []),
  ]
  return (
    <TaxFrame
      {...props}
      title={taxpayer.name}
      lead={<TaxpayerStateTag state={taxpayer.state} locale={locale} />}
      crumbs={[{ label: t('nav.taxpayers'), href: localTaxPaths.taxpayers }, { label: taxpayer.npwpd }]}
      actions={
        mayChange && (
          <LinkButton href={localTaxPaths.editTaxpayer(taxpayer.id)} variant="secondary">
            {t('form.edit')}
          </LinkButton>
        )
      }
    >
      <ErrorSummary errors={errors.list} />
      <Columns aside={mayChange ? <StateForm {...props} errorOf={errors.of} /> : undefined}>
        {taxpayer.state === 'closed' && <Notice tone="info">{t('is-closed')}</Notice>}
        {taxpayer.state === 'suspended' && taxpayer.stateReason && <Notice tone="soon">{taxpayer.stateReason}</Notice>}
        <Section title={t('facts')} id="data">
          <SummaryList dense rows={rows} />
        </Section>
        <Section title={t('objects')} id="objek">
          {props.objects.length === 0 ? (
            <p class="hint">{t('objects-none')}</p>
          ) : (
            <LinkList
              items={props.objects.map((object) => ({
                href: localTaxPaths.object(object.id),
                title: `${formatNop(object.code)} ${object.name}`,
                text: object.address,
              }))}
            />
          )}
          <ButtonRow>
            <LinkButton href={`${localTaxPaths.objects}?q=${taxpayer.npwpd}`} variant="quiet">
              {t('objects-all')}
            </LinkButton>
            {mayChange && taxpayer.state === 'active' && (
              <LinkButton href={`${localTaxPaths.newObject}?npwpd=${taxpayer.npwpd}`} variant="secondary" icon="plus">
                {t('object-new')}
              </LinkButton>
            )}
          </ButtonRow>
        </Section>
        <History {...props} entries={props.history} />
      </Columns>
    </TaxFrame>
  )
}

function StateForm(props: OneProps & { errorOf: (name: string) => string | undefined }) {
  const { locale, taxpayer, typed, errorOf } = props
  const t = taxTexts(locale)
  return (
    <Section title={t('act')} id="keadaan">
      <form method="post" action={localTaxPaths.taxpayerAct(taxpayer.id)} novalidate>
        <CsrfField />
        <Radios
          name="verb"
          label={t('act.verb')}
          value={typed['verb']}
          error={errorOf('verb')}
          options={taxpayerMachine
            .from(taxpayer.state)
            .map(({ verb, label }) => ({ value: verb, label: label[locale] }))}
        />
        <TextArea
          name="reason"
          label={t('act.reason')}
          rows={3}
          maxLength={500}
          value={typed['reason']}
          error={errorOf('reason')}
        />
        <ButtonRow>
          <Button variant="secondary">{t('act.do')}</Button>
        </ButtonRow>
      </form>
    </Section>
  )
}
