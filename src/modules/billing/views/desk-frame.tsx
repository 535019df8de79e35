import type { ComponentChildren } from 'preact'
import type { FieldError } from '#kernel/errors.ts'
import { ErrorSummary, Notice, StaffLayout, useFrame } from '#ui/index.ts'
import { billingPaths } from '../paths.ts'
import { deskTexts } from './desk-texts.ts'

/** What every page of the treasurer has around it. */
export interface DeskAround {
  readonly unitName: string
  readonly notice: string | undefined
  readonly errors: readonly FieldError[]
  /** Suspense is left out for those who may not resolve it. */
  readonly counts: { readonly suspense: number | undefined; readonly refunds: number }
  /** What was searched for, shown in the head. */
  readonly search?: string | undefined
}

export interface DeskFrameProps extends DeskAround {
  readonly title: string
  readonly lead?: string | undefined
  readonly actions?: ComponentChildren
  readonly children?: ComponentChildren
}

export function DeskFrame(props: DeskFrameProps) {
  const { locale } = useFrame()
  const t = deskTexts(locale)
  return (
    <StaffLayout
      title={props.title}
      lead={props.lead}
      actions={props.actions}
      desk={t('desk')}
      unit={props.unitName}
      search={{ action: billingPaths.desk, placeholder: t('search'), value: props.search, suggestUrl: false }}
      nav={[
        { label: t('nav.bills'), href: billingPaths.desk },
        ...(props.counts.suspense === undefined
          ? []
          : [{ label: t('nav.suspense'), href: billingPaths.suspense, count: props.counts.suspense }]),
        { label: t('nav.refunds'), href: billingPaths.refunds, count: props.counts.refunds },
        { label: t('nav.days'), href: billingPaths.days },
      ]}
    >
      {props.notice && (
        <Notice tone="good" announce>
          {props.notice}
        </Notice>
      )}
      <ErrorSummary errors={props.errors.map((error) => ({ name: error.path, text: error.message[locale] }))} />
      {props.children}
    </StaffLayout>
  )
}

/** An address with the filters in use. */
export function withQuery(path: string, query: Readonly<Record<string, string | undefined>>): string {
  const entries = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]))
  const search = new URLSearchParams(entries)
  return search.size > 0 ? `${path}?${search}` : path
}
