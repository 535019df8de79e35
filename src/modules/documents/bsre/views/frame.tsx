import type { ComponentChildren } from 'preact'
import type { Actor } from '#kernel/access/access.ts'
import type { Zone } from '#kernel/clock/clock.ts'
import type { Locale } from '#kernel/i18n/texts.ts'
import { type Crumb, StaffLayout } from '#ui/index.ts'
import { certifyPaths } from '../paths.ts'
import { certifyTexts } from '../texts.ts'

/** What every page of certified signatures is drawn with. */
export interface CertifyPageProps {
  readonly locale: Locale
  readonly actor: Actor
  readonly zone: Zone
  readonly notice?: string | undefined
}

interface FrameProps extends CertifyPageProps {
  readonly title: string
  readonly lead?: ComponentChildren
  readonly crumbs?: readonly Crumb[] | undefined
  readonly children: ComponentChildren
}

export function CertifyFrame(props: FrameProps) {
  const t = certifyTexts(props.locale)
  return (
    <StaffLayout
      title={props.title}
      lead={props.lead}
      notice={props.notice}
      desk={t('desk')}
      unit={props.actor.position?.unitName}
      breadcrumb={props.crumbs}
      nav={[
        { label: t('nav.waiting'), href: certifyPaths.list },
        { label: t('nav.batches'), href: certifyPaths.batches },
      ]}
    >
      {props.children}
    </StaffLayout>
  )
}
