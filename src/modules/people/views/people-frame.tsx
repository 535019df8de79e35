import type { ComponentChildren } from 'preact'
import { type Crumb, ErrorSummary, StaffLayout, useFrame } from '#ui/index.ts'
import { peoplePaths } from '../paths.ts'
import { registerTexts } from '../texts.ts'

/** What every page of the register needs to know of who reads it. */
export interface PeopleAround {
  readonly unitName: string | undefined
  readonly notice?: string | undefined
  /** An auditor oversees the register and does not read it. */
  readonly mayRead: boolean
  /** Desks that the reader may open, with how much waits there. */
  readonly desks: readonly { readonly desk: 'duplicates' | 'checks' | 'watch' | 'own'; readonly count: number }[]
}

/** A form that comes back: what was typed, and what is wrong by field; '' is the form as a whole. */
export interface Answers {
  readonly typed: Readonly<Record<string, string>>
  readonly errors: Readonly<Record<string, string>>
}

/** What is wrong, above the page. */
export function Errors({ errors }: Answers) {
  const list = Object.entries(errors).map(([name, text]) => ({ name: name || undefined, text }))
  return list.length > 0 ? <ErrorSummary errors={list} /> : null
}

export interface PeopleFrameProps extends PeopleAround {
  readonly title: string
  readonly lead?: string | undefined
  readonly breadcrumb?: readonly Crumb[] | undefined
  readonly actions?: ComponentChildren
  readonly children: ComponentChildren
}

const paths = {
  duplicates: peoplePaths.duplicates,
  checks: peoplePaths.checks,
  watch: peoplePaths.watch,
  own: peoplePaths.ownAlarms,
} as const

/** The register and its desks under one head. */
export function PeopleFrame({ unitName, notice, mayRead, desks, children, ...rest }: PeopleFrameProps) {
  const { locale } = useFrame()
  const t = registerTexts(locale)
  const nav = [
    ...(mayRead ? [{ label: t('title'), href: peoplePaths.register }] : []),
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
