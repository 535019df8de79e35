import type { ComponentChildren } from 'preact'
import type { Actor } from '#kernel/access/access.ts'
import type { Locale } from '#kernel/i18n/texts.ts'
import { CitizenLayout, type Crumb, Notice, StaffLayout } from '#ui/index.ts'
import { accountPaths } from '../paths.ts'
import { accountTexts } from '../texts/account.ts'

/** What every page about one's own account is drawn with. */
export interface OwnPage {
  readonly locale: Locale
  readonly actor: Actor
  readonly notice?: string | undefined
}

interface FrameProps extends OwnPage {
  readonly title: string
  readonly heading?: string | false | undefined
  readonly lead?: ComponentChildren
  /** Stands directly under "my account". */
  readonly inside?: boolean | undefined
  readonly children: ComponentChildren
}

/** A page about one's own account, in the layout that its owner knows. */
export function AccountFrame({ locale, actor, notice, title, heading, lead, inside, children }: FrameProps) {
  const t = accountTexts(locale)
  const breadcrumb: Crumb[] | undefined = inside
    ? [{ label: t('title'), href: accountPaths.account }, { label: title }]
    : undefined
  const content = (
    <>
      {notice && (
        <Notice tone="good" announce>
          {notice}
        </Notice>
      )}
      {children}
    </>
  )
  if (actor.kind !== 'staff') {
    return (
      <CitizenLayout title={title} heading={heading} lead={lead} breadcrumb={breadcrumb} private narrow>
        {content}
      </CitizenLayout>
    )
  }
  return (
    <StaffLayout
      title={title}
      heading={heading}
      lead={lead}
      breadcrumb={breadcrumb}
      desk={t('title')}
      unit={actor.position?.unitName}
    >
      {content}
    </StaffLayout>
  )
}
