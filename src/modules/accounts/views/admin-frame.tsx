import type { ManagedAccount } from '../queries/staff-accounts.ts'

export { AdministrationFrame as AdminFrame } from '#modules/organization/index.ts'

/** Colours of the states of an account. */
export const stateTones = { active: 'good', waiting: 'soon', disabled: 'late' } as const

/** "Kepala Dinas, Dinas Kesehatan"; undefined without a post today. */
export function postOf(account: ManagedAccount): string | undefined {
  return account.positionTitle ? `${account.positionTitle}, ${account.unitName}` : undefined
}
