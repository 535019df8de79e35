import type { z } from 'zod'
import { grantsFor } from '#kernel/access/access.ts'
import { dayOf, instantOf } from '#kernel/clock/clock.ts'
import type { AppError } from '#kernel/errors.ts'
import type { Exported } from '#kernel/export/export-routes.ts'
import { allPages, exportPageSize } from '#kernel/export/table.ts'
import { type Answer, page, type RouteContext, redirect } from '#kernel/http/route.ts'
import { listUnits, searchOfficials } from '#modules/organization/index.ts'
import { findPersonByNik } from '#modules/people/index.ts'
import { createStaffAccount, disableAccount, enableAccount, resetAccount } from '../commands/manage-accounts.ts'
import { accountPaths } from '../paths.ts'
import { accountForPerson } from '../queries/accounts.ts'
import { getManagedAccount, listStaffAccounts, type ManagedAccount } from '../queries/staff-accounts.ts'
import { adminTexts } from '../texts/admin.ts'
import { AccountLinkPage, ManagedAccountPage, NewStaffAccountPage } from '../views/managed-account.tsx'
import { StaffAccountsPage } from '../views/staff-accounts.tsx'
import type { newAccountQuery, staffListQuery } from './admin-queries.ts'

type ListContext = RouteContext<unknown, z.infer<typeof staffListQuery>>
type WithAccount = RouteContext<{ accountId: string }>

const perPage = 50

const today = ({ now, tenant }: RouteContext) => dayOf(now, tenant.profile.zone).toString()

function listPart(context: ListContext, limit: number) {
  const { q, unit, keadaan, setelah } = context.query
  return listStaffAccounts(context.db, {
    text: q,
    unitPath: unit,
    state: keadaan,
    after: setelah,
    limit,
    day: today(context),
    within: grantsFor(context.actor, 'accounts.read'),
  })
}

export async function showStaffAccounts(context: ListContext): Promise<Answer> {
  const { accounts, next } = await listPart(context, perPage)
  const units = await listUnits(context.db, { on: today(context) })
  const view = (
    <StaffAccountsPage
      {...context}
      accounts={accounts}
      next={next}
      units={units}
      filter={context.query}
      zone={context.tenant.profile.zone}
    />
  )
  return page(view)
}

export function staffAccountsTable(context: ListContext): Exported<ManagedAccount> {
  const t = adminTexts(context.locale)
  const at = (after: string | undefined) => ({ ...context, query: { ...context.query, setelah: after } })
  return {
    file: `akun-pegawai-${today(context)}`,
    title: t('title'),
    rows: allPages(async (after) => {
      const { accounts, next } = await listPart(at(after), exportPageSize)
      return { rows: accounts, next }
    }),
    columns: [
      { label: t('name'), kind: 'text', width: 32, value: (account) => account.displayName },
      { label: t('nip'), kind: 'text', value: (account) => account.employeeNumber },
      { label: t('position'), kind: 'text', width: 40, value: (account) => account.positionTitle },
      { label: t('unit'), kind: 'text', width: 40, value: (account) => account.unitName },
      { label: t('state'), kind: 'text', value: (account) => t(`state-${account.state}`) },
      {
        label: t('last-used'),
        kind: 'moment',
        value: (account) => account.lastUsedAt && instantOf(account.lastUsedAt),
      },
    ],
  }
}

/** Finds the account of one citizen by whole NIK; looking is recorded for that citizen. */
export async function findCitizenAccount(context: RouteContext): Promise<Answer> {
  const person = await findPersonByNik(context.tenant, context.db, context.form.get('nik'))
  const account = person && (await accountForPerson(context.db, person.id, 'citizen'))
  if (!account) {
    context.notify(adminTexts(context.locale)('citizen-none'))
    return redirect(accountPaths.adminList)
  }
  return redirect(accountPaths.adminAccount(account.id))
}

export async function showNewStaffAccount(
  context: RouteContext<unknown, z.infer<typeof newAccountQuery>>,
): Promise<Answer> {
  return newAccountPage(context, context.query.q ?? '')
}

export async function makeStaffAccount(context: RouteContext): Promise<Answer> {
  const made = await context.run(createStaffAccount, {
    ...context.form.pick('officialId', 'email'),
    origin: context.origin,
  })
  return linkPage(context, made.accountId, made.path, made.mailed)
}

export function makeStaffAccountAgain(context: RouteContext, error: AppError): Promise<Answer> {
  return newAccountPage(context, context.form.get('q'), error)
}

async function newAccountPage(context: RouteContext, text: string, error?: AppError): Promise<Answer> {
  const officials = await searchOfficials(context.db, text)
  const having = new Set<string>()
  for (const official of officials)
    if (await accountForPerson(context.db, official.personId, 'staff')) having.add(official.id)
  const view = (
    <NewStaffAccountPage
      {...context}
      text={text}
      officials={officials}
      having={having}
      form={context.form}
      error={error}
    />
  )
  return page(view, error?.status ?? 200)
}

export async function showManagedAccount(context: WithAccount, error?: AppError): Promise<Answer> {
  const account = await getManagedAccount(context.db, context.params.accountId, today(context))
  const t = adminTexts('id')
  await context.recordAccess({
    personId: account.personId,
    object: { type: 'account', id: account.id },
    purpose: t(account.kind === 'citizen' ? 'citizen-purpose' : 'account-purpose'),
  })
  const view = <ManagedAccountPage {...context} account={account} zone={context.tenant.profile.zone} error={error} />
  return page(view, error?.status ?? 200)
}

export async function disable(context: WithAccount): Promise<Answer> {
  await context.run(disableAccount, { ...context.params, reason: context.form.get('reason') })
  return changed(context, 'disabled')
}

export async function enable(context: WithAccount): Promise<Answer> {
  await context.run(enableAccount, { ...context.params, reason: context.form.get('reason') })
  return changed(context, 'enabled')
}

export async function reset(context: WithAccount): Promise<Answer> {
  const { accountId } = context.params
  const { path, mailed } = await context.run(resetAccount, { accountId, origin: context.origin })
  return linkPage(context, accountId, path, mailed)
}

async function changed(context: WithAccount, key: 'disabled' | 'enabled'): Promise<Answer> {
  const { displayName } = await getManagedAccount(context.db, context.params.accountId, today(context))
  context.notify(adminTexts(context.locale)(key, { name: displayName }))
  return redirect(accountPaths.adminAccount(context.params.accountId))
}

async function linkPage(context: RouteContext, accountId: string, path: string, mailed: boolean): Promise<Answer> {
  const account = await getManagedAccount(context.tenant.pools.write, accountId, today(context))
  return page(<AccountLinkPage {...context} account={account} link={context.origin + path} mailed={mailed} />)
}
