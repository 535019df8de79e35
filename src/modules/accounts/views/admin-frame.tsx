import type { ComponentChildren } from 'preact'
import { adminNavFor } from '#modules/organization/index.ts'
import { type Crumb, StaffLayout } from '#ui/index.ts'
import type { ManagedAccount } from '../queries/staff-accounts.ts'
import { adminTexts } from '../texts/admin.ts'
import type { OwnPage } from './account-frame.tsx'

/** Colours of the states of an account. */
export const stateTones = { active: 'good', waiting: 'soon', disabled: 'late' } as const

/** A page of account administration. */
export function AdminFrame(
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
      notice={props.notice}
      nav={adminNavFor(props.actor, props.locale)}
    >
      {props.children}
    </StaffLayout>
  )
}

/** "Kepala Dinas, Dinas Kesehatan"; undefined without a post today. */
export function postOf(account: ManagedAccount): string | undefined {
  return account.positionTitle ? `${account.positionTitle}, ${account.unitName}` : undefined
}
