import type { ComponentChildren } from 'preact'
import type { Actor } from '#kernel/access/access.ts'
import type { Locale } from '#kernel/i18n/texts.ts'
import { type Crumb, StaffLayout } from '#ui/index.ts'
import { adminNavFor } from '../admin-nav.ts'
import { organizationPaths } from '../paths.ts'
import { organizationTexts } from '../texts.ts'

/** What every administration page is drawn with. */
export interface AdminPage {
  readonly locale: Locale
  readonly actor: Actor
  readonly notice?: string | undefined
}

interface FrameProps extends AdminPage {
  readonly title: string
  readonly heading?: false | undefined
  readonly lead?: string | undefined
  readonly actions?: ComponentChildren
  /** Above this page, under "organization". */
  readonly crumbs?: readonly Crumb[] | undefined
  readonly children: ComponentChildren
}

export function AdminFrame({ locale, actor, notice, title, heading, lead, actions, crumbs, children }: FrameProps) {
  const t = organizationTexts(locale)
  return (
    <StaffLayout
      title={title}
      heading={heading}
      lead={lead}
      actions={actions}
      notice={notice}
      desk={t('desk')}
      unit={actor.position?.unitName}
      breadcrumb={crumbs && [{ label: t('title'), href: organizationPaths.tree }, ...crumbs]}
      nav={adminNavFor(actor, locale)}
    >
      {children}
    </StaffLayout>
  )
}
