import type { ComponentChildren } from 'preact'
import type { AppError } from '#kernel/errors.ts'
import type { Official, Unit } from '#modules/organization/index.ts'
import {
  Button,
  ButtonRow,
  CopyText,
  type Crumb,
  CsrfField,
  CursorPagination,
  EmptyState,
  FilterBar,
  FormPage,
  LinkButton,
  NikField,
  Notice,
  Radios,
  Section,
  StaffLayout,
  StatusTag,
  SummaryList,
  Table,
  TextArea,
  TextField,
} from '#ui/index.ts'
import { accountPaths } from '../paths.ts'
import { type AccountState, accountStates, type ManagedAccount } from '../queries/staff-accounts.ts'
import { adminTexts } from '../texts/admin.ts'
import type { OwnPage } from './account-frame.tsx'
import { formErrors } from './form-errors.ts'
import { formatMoment } from './moments.ts'

const tones = { active: 'good', waiting: 'soon', disabled: 'late' } as const

function AdminFrame(
  props: OwnPage & {
    title: string
    lead?: string
    actions?: ComponentChildren
    crumbs?: readonly Crumb[]
    heading?: false
    children: ComponentChildren
  },
) {
  const t = adminTexts(props.locale)
  return (
    <StaffLayout
      title={props.title}
      heading={props.heading}
      lead={props.lead}
      desk={t('desk')}
      unit={props.actor.position?.unitName}
      breadcrumb={props.crumbs}
      actions={props.actions}
    >
      {props.notice && (
        <Notice tone="info" announce>
          {props.notice}
        </Notice>
      )}
      {props.children}
    </StaffLayout>
  )
}

interface Filter {
  readonly q?: string | undefined
  readonly unit?: string | undefined
  readonly keadaan?: AccountState | undefined
}

interface ListProps extends OwnPage {
  readonly accounts: readonly ManagedAccount[]
  readonly next: string | undefined
  readonly units: readonly Unit[]
  readonly filter: Filter
  readonly zone: string
}

function addressOf(base: string, filter: Filter, more: Record<string, string> = {}): string {
  const entries = Object.entries({ q: filter.q, unit: filter.unit, keadaan: filter.keadaan, ...more })
  const query = new URLSearchParams(entries.filter((entry): entry is [string, string] => Boolean(entry[1])))
  return query.size > 0 ? `${base}?${query}` : base
}

export function StaffAccountsPage(props: ListProps) {
  const { locale, filter, accounts, units } = props
  const t = adminTexts(locale)
  const actions = (
    <>
      <LinkButton href={accountPaths.adminNew} icon="plus">
        {t('new')}
      </LinkButton>
      <LinkButton href={addressOf(accountPaths.adminExport, filter)} variant="secondary" icon="download" download>
        {t('export')}
      </LinkButton>
    </>
  )
  return (
    <AdminFrame {...props} title={t('title')} lead={t('lead')} actions={actions}>
      <FilterBar
        action={accountPaths.adminList}
        search={{ name: 'q', value: filter.q, label: t('search') }}
        selects={[
          {
            name: 'unit',
            label: t('unit'),
            value: filter.unit,
            options: units.map((unit) => ({
              value: unit.path,
              label: '\u2003'.repeat(unit.path.split('.').length - 1) + unit.name,
            })),
          },
          {
            name: 'keadaan',
            label: t('state'),
            value: filter.keadaan,
            options: accountStates.map((state) => ({ value: state, label: t(`state-${state}`) })),
          },
        ]}
      />
      <Table
        caption={t('title')}
        captionHidden
        dense
        rows={accounts}
        rowKey={(account) => account.id}
        rowHref={(account) => accountPaths.adminAccount(account.id)}
        empty={<EmptyState title={t('empty-title')}>{t('empty')}</EmptyState>}
        columns={[
          { key: 'name', label: t('name'), header: true, cell: (account) => account.displayName },
          { key: 'nip', label: t('nip'), cell: (account) => account.employeeNumber },
          { key: 'position', label: t('position'), cell: (account) => postOf(account) ?? t('none') },
          {
            key: 'state',
            label: t('state'),
            cell: (account) => <StatusTag tone={tones[account.state]}>{t(`state-${account.state}`)}</StatusTag>,
          },
          {
            key: 'used',
            label: t('last-used'),
            cell: (account) => (account.lastUsedAt ? formatMoment(account.lastUsedAt, props.zone, locale) : t('never')),
          },
        ]}
      />
      <CursorPagination nextHref={props.next && addressOf(accountPaths.adminList, filter, { setelah: props.next })} />
      <Section title={t('citizen-title')}>
        <p>{t('citizen-text')}</p>
        <form method="post" action={accountPaths.adminCitizen}>
          <CsrfField />
          <NikField name="nik" label={t('citizen-nik')} />
          <Button variant="secondary">{t('citizen-search')}</Button>
        </form>
      </Section>
    </AdminFrame>
  )
}

function postOf(account: ManagedAccount): string | undefined {
  return account.positionTitle ? `${account.positionTitle}, ${account.unitName}` : undefined
}

export function NewStaffAccountPage(
  props: OwnPage & {
    text: string
    officials: readonly Official[]
    having: ReadonlySet<string>
    error?: AppError | undefined
  },
) {
  const { locale, text, officials, having } = props
  const t = adminTexts(locale)
  const errors = formErrors(props.error, locale)
  return (
    <AdminFrame
      {...props}
      title={t('new-title')}
      lead={t('new-lead')}
      crumbs={[{ label: t('title'), href: accountPaths.adminList }, { label: t('new-title') }]}
    >
      <form method="get" action={accountPaths.adminNew}>
        <TextField name="q" label={t('new-search')} value={text} type="search" width="medium" />
        <Button variant="secondary" icon="search">
          {t('new-find')}
        </Button>
      </form>
      {text && officials.length === 0 && <EmptyState title={t('new-none')} />}
      {officials.length > 0 && (
        <FormPage action={accountPaths.adminNew} errors={errors.list} submitLabel={t('new-submit')}>
          <input type="hidden" name="q" value={text} />
          <Radios
            name="officialId"
            label={t('new-found')}
            error={errors.of('officialId')}
            value={officials.length === 1 ? officials[0]?.id : undefined}
            options={officials.map((official) => ({
              value: official.id,
              label: having.has(official.id) ? t('new-has', { name: official.displayName }) : official.displayName,
              hint: official.employeeNumber,
              disabled: having.has(official.id),
            }))}
          />
          <TextField
            name="email"
            label={t('new-email')}
            hint={t('new-email-hint')}
            type="email"
            inputMode="email"
            optional
            width="medium"
            error={errors.of('email')}
          />
        </FormPage>
      )}
    </AdminFrame>
  )
}

export function AccountLinkPage(props: OwnPage & { account: ManagedAccount; link: string; mailed: boolean }) {
  const t = adminTexts(props.locale)
  return (
    <AdminFrame {...props} title={t('link-title', { name: props.account.displayName })} lead={t('link-lead')}>
      <p>
        <CopyText text={props.link} label={t('link')} />
      </p>
      {props.mailed && <p>{t('link-mailed')}</p>}
      <LinkButton href={accountPaths.adminAccount(props.account.id)} variant="secondary">
        {t('to-account')}
      </LinkButton>
    </AdminFrame>
  )
}

export function ManagedAccountPage(
  props: OwnPage & { account: ManagedAccount; zone: string; error?: AppError | undefined },
) {
  const { locale, account, zone } = props
  const t = adminTexts(locale)
  const errors = formErrors(props.error, locale)
  const isDisabled = account.state === 'disabled'
  const action = isDisabled ? accountPaths.adminEnable(account.id) : accountPaths.adminDisable(account.id)
  return (
    <AdminFrame
      {...props}
      title={account.displayName}
      crumbs={[{ label: t('title'), href: accountPaths.adminList }, { label: account.displayName }]}
    >
      <SummaryList
        rows={[
          account.kind === 'staff'
            ? { term: t('nip'), value: account.employeeNumber }
            : { term: t('name'), value: `${account.displayName} (${t('citizen')})` },
          ...(account.kind === 'staff' ? [{ term: t('position'), value: postOf(account) ?? t('none') }] : []),
          { term: t('email'), value: account.email ?? t('none') },
          { term: t('state'), value: <StatusTag tone={tones[account.state]}>{t(`state-${account.state}`)}</StatusTag> },
          ...(isDisabled ? [{ term: t('disabled-reason'), value: account.disabledReason }] : []),
          {
            term: t('last-used'),
            value: account.lastUsedAt ? formatMoment(account.lastUsedAt, zone, locale) : t('never'),
          },
          { term: t('opened'), value: formatMoment(account.createdAt, zone, locale) },
        ]}
      />
      {!isDisabled && (
        <Section title={t('reset-title')}>
          <p>{t('reset-text')}</p>
          <form method="post" action={accountPaths.adminReset(account.id)}>
            <CsrfField />
            <Button variant="secondary">{t('reset')}</Button>
          </form>
        </Section>
      )}
      <Section title={t(isDisabled ? 'enable' : 'disable')}>
        {!isDisabled && <p>{t('disable-text')}</p>}
        <FormPage
          action={action}
          errors={errors.list}
          actions={
            <ButtonRow>
              <Button variant={isDisabled ? 'primary' : 'danger'}>{t(isDisabled ? 'enable' : 'disable')}</Button>
            </ButtonRow>
          }
        >
          <TextArea
            name="reason"
            label={t('reason')}
            hint={t('reason-hint')}
            rows={3}
            maxLength={500}
            error={errors.of('reason')}
          />
        </FormPage>
      </Section>
    </AdminFrame>
  )
}
