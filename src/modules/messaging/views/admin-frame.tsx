import type { ComponentChildren } from 'preact'
import { Notice, StaffLayout, useFrame } from '#ui/index.ts'
import { messagingTexts } from '../texts.ts'

export interface AdminAround {
  readonly nav: readonly { readonly label: string; readonly href: string }[]
  readonly unitName: string
  readonly notice: string | undefined
}

export function AdminFrame(
  props: AdminAround & { title: string; lead?: string | undefined; children: ComponentChildren },
) {
  const { locale } = useFrame()
  const t = messagingTexts(locale)
  return (
    <StaffLayout title={props.title} lead={props.lead} desk={t('admin.desk')} unit={props.unitName} nav={props.nav}>
      {props.notice && (
        <Notice tone="good" announce>
          {props.notice}
        </Notice>
      )}
      {props.children}
    </StaffLayout>
  )
}
