import type { ComponentChildren } from 'preact'
import type { Actor } from '#kernel/access/access.ts'
import type { Locale } from '#kernel/i18n/texts.ts'
import { type Crumb, StaffLayout } from '#ui/index.ts'
import { adminNavFor } from '../admin-nav.ts'
import { organizationTexts } from '../texts.ts'

/** What every administration page is drawn with. */
export interface AdminPage {
  readonly locale: Locale
  readonly actor: Actor
  readonly notice?: string | undefined
}

export interface AdministrationFrameProps extends AdminPage {
  readonly title: string
  readonly heading?: false | undefined
  readonly lead?: ComponentChildren
  readonly actions?: ComponentChildren
  /** Where the way to this page begins: the list of its section. */
  readonly section?: Crumb | undefined
  /** Above this page, under its section. */
  readonly crumbs?: readonly Crumb[] | undefined
  readonly children: ComponentChildren
}

/** A page of the administration, with the line of all its sections that the official may use. */
export function AdministrationFrame(props: AdministrationFrameProps) {
  const { locale, actor, section, crumbs } = props
  return (
    <StaffLayout
      title={props.title}
      heading={props.heading}
      lead={props.lead}
      actions={props.actions}
      notice={props.notice}
      desk={organizationTexts(locale)('desk')}
      unit={actor.position?.unitName}
      breadcrumb={crumbs && [...(section ? [section] : []), ...crumbs]}
      nav={adminNavFor(actor, locale)}
    >
      {props.children}
    </StaffLayout>
  )
}
