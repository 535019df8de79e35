import type { Unit } from '#modules/organization/index.ts'
import {
  Button,
  CsrfField,
  CursorPagination,
  EmptyState,
  ExportLinks,
  FilterBar,
  LinkButton,
  NikField,
  Section,
  StatusTag,
  Table,
  withQuery,
} from '#ui/index.ts'
import { accountPaths } from '../paths.ts'
import { type AccountState, accountStates, type ManagedAccount } from '../queries/staff-accounts.ts'
import { adminTexts } from '../texts/admin.ts'
import type { OwnPage } from './account-frame.tsx'
import { AdminFrame, postOf, stateTones } from './admin-frame.tsx'
import { formatMoment } from './moments.ts'

interface Filter {
  readonly q?: string | undefined
  readonly unit?: string | undefined
  readonly keadaan?: AccountState | undefined
  readonly setelah?: string | undefined
}

interface ListProps extends OwnPage {
  readonly accounts: readonly ManagedAccount[]
  readonly next: string | undefined
  readonly units: readonly Unit[]
  readonly filter: Filter
  readonly zone: string
}

export function StaffAccountsPage(props: ListProps) {
  const { locale, filter, accounts, units } = props
  const t = adminTexts(locale)
  const inAddress = { q: filter.q, unit: filter.unit, keadaan: filter.keadaan }
  const actions = (
    <>
      <LinkButton href={accountPaths.adminNew} icon="plus">
        {t('new')}
      </LinkButton>
      <ExportLinks path={accountPaths.adminList} query={inAddress} />
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
            cell: (account) => <StatusTag tone={stateTones[account.state]}>{t(`state-${account.state}`)}</StatusTag>,
          },
          {
            key: 'used',
            label: t('last-used'),
            cell: (account) => (account.lastUsedAt ? formatMoment(account.lastUsedAt, props.zone, locale) : t('never')),
          },
        ]}
      />
      <CursorPagination
        previousHref={filter.setelah && withQuery(accountPaths.adminList, inAddress)}
        nextHref={props.next && withQuery(accountPaths.adminList, { ...inAddress, setelah: props.next })}
      />
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
