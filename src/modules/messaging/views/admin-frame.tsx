import type { ComponentChildren } from 'preact'
import { StaffLayout, useFrame } from '#ui/index.ts'
import { messagingTexts } from '../texts.ts'

export interface AdminAround {
  readonly nav: readonly { readonly label: string; readonly href: string }[]
  readonly unitName: string
  readonly notice: string | undefined
}

export function AdminFrame(
  props: AdminAround & {
    title: string
    lead?: string | undefined
    actions?: ComponentChildren
    children: ComponentChildren
  },
) {
  const { locale } = useFrame()
  const t = messagingTexts(locale)
  return (
    <StaffLayout
      title={props.title}
      lead={props.lead}
      actions={props.actions}
      desk={t('admin.desk')}
      unit={props.unitName}
      nav={props.nav}
      notice={props.notice}
    >
      {props.children}
    </StaffLayout>
  )
}
