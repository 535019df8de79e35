import type { ComponentChildren } from 'preact'
import { StaffLayout, useFrame } from '#ui/index.ts'
import { fieldCounterPaths } from '../paths.ts'
import { fieldCounterTexts } from '../texts.ts'

export interface DeskAround {
  readonly unitName: string
  readonly notice: string | undefined
  readonly maySupervise: boolean
  readonly mayWork: boolean
}

/** What the pages of the office have around them. */
export function DeskFrame(
  props: DeskAround & {
    readonly title: string
    readonly lead?: string | undefined
    readonly actions?: ComponentChildren
    readonly children: ComponentChildren
  },
) {
  const t = fieldCounterTexts(useFrame().locale)
  return (
    <StaffLayout
      title={props.title}
      lead={props.lead}
      actions={props.actions}
      desk={t('desk')}
      unit={props.unitName}
      notice={props.notice}
      nav={[
        ...(props.maySupervise
          ? [
              { label: t('nav.items'), href: fieldCounterPaths.items },
              { label: t('nav.devices'), href: fieldCounterPaths.devices },
            ]
          : []),
        ...(props.mayWork ? [{ label: t('nav.app'), href: fieldCounterPaths.app }] : []),
      ]}
    >
      {props.children}
    </StaffLayout>
  )
}
