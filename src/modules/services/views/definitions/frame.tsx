import type { ComponentChildren } from 'preact'
import type { Actor } from '#kernel/access/access.ts'
import type { Locale } from '#kernel/i18n/texts.ts'
import { adminNavFor } from '#modules/organization/index.ts'
import { type Crumb, StaffLayout } from '#ui/index.ts'
import { servicePaths } from '../../paths.ts'
import { definitionTexts } from '../../texts/definitions.ts'

/** What every page of this administration is drawn with. */
export interface DefinitionAdmin {
  readonly locale: Locale
  readonly actor: Actor
  readonly notice?: string | undefined
}

interface FrameProps extends DefinitionAdmin {
  readonly title: string
  readonly lead?: string | undefined
  readonly actions?: ComponentChildren
  readonly crumbs?: readonly Crumb[] | undefined
  readonly children: ComponentChildren
}

export function DefinitionFrame({ locale, actor, notice, title, lead, actions, crumbs, children }: FrameProps) {
  const t = definitionTexts(locale)
  return (
    <StaffLayout
      title={title}
      lead={lead}
      actions={actions}
      notice={notice}
      desk={t('desk')}
      unit={actor.position?.unitName}
      breadcrumb={crumbs && [{ label: t('title'), href: servicePaths.definitions }, ...crumbs]}
      nav={adminNavFor(actor, locale)}
    >
      {children}
    </StaffLayout>
  )
}
