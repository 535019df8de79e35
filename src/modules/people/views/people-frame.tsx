import type { ComponentChildren } from 'preact'
import { type Crumb, StaffLayout, useFrame } from '#ui/index.ts'
import { peoplePaths } from '../paths.ts'
import { registerTexts } from '../texts.ts'

/** What every page of the register needs to know of who reads it. */
export interface PeopleAround {
  readonly unitName: string | undefined
  readonly notice?: string | undefined
  /** Desks that the reader may open, with how much waits there. */
  readonly desks: readonly { readonly desk: 'duplicates' | 'checks' | 'watch'; readonly count: number }[]
}

export interface PeopleFrameProps extends PeopleAround {
  readonly title: string
  readonly lead?: string | undefined
  readonly breadcrumb?: readonly Crumb[] | undefined
  readonly actions?: ComponentChildren
  readonly children: ComponentChildren
}

const paths = { duplicates: peoplePaths.duplicates, checks: peoplePaths.checks, watch: peoplePaths.watch } as const

/** The register and its desks under one head. */
export function PeopleFrame({ unitName, notice, desks, children, ...rest }: PeopleFrameProps) {
  const { locale } = useFrame()
  const t = registerTexts(locale)
  const nav = [
    { label: t('title'), href: peoplePaths.register },
    ...desks.map(({ desk, count }) => ({
      label: t(`desk-${desk}`),
      href: paths[desk],
      count: count > 0 ? count : undefined,
    })),
  ]
  return (
    <StaffLayout {...rest} desk={t('desk')} unit={unitName} notice={notice} nav={desks.length > 0 ? nav : undefined}>
      {children}
    </StaffLayout>
  )
}
