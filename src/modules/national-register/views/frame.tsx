import type { ComponentChildren } from 'preact'
import type { Zone } from '#kernel/clock/clock.ts'
import type { FieldError } from '#kernel/errors.ts'
import { type Crumb, ErrorSummary, StaffLayout, useFrame } from '#ui/index.ts'
import { nationalPaths } from '../paths.ts'
import { nationalTexts } from '../texts.ts'

/** What every page of this desk has around its content. */
export interface Around {
  readonly unitName: string | undefined
  readonly notice: string | undefined
  readonly errors: readonly FieldError[]
  readonly zone: Zone
  readonly openDifferences: number | undefined
  readonly may: {
    readonly settle: boolean
    readonly verify: boolean
    readonly configure: boolean
    readonly simulate: boolean
  }
}

interface FrameProps extends Around {
  readonly title: string
  readonly lead?: ComponentChildren
  readonly crumbs?: readonly Crumb[] | undefined
  readonly actions?: ComponentChildren
  readonly children: ComponentChildren
}

export function NationalFrame(props: FrameProps) {
  const { locale } = useFrame()
  const t = nationalTexts(locale)
  const { may } = props
  return (
    <StaffLayout
      title={props.title}
      lead={props.lead}
      desk={t('desk')}
      unit={props.unitName}
      notice={props.notice}
      breadcrumb={props.crumbs}
      actions={props.actions}
      nav={[
        { label: t('nav.board'), href: nationalPaths.board, count: props.openDifferences },
        { label: t('nav.queue'), href: nationalPaths.queue },
        ...(may.verify ? [{ label: t('nav.check'), href: nationalPaths.check }] : []),
        ...(may.configure
          ? [
              { label: t('nav.settings'), href: nationalPaths.settings },
              { label: t('nav.blocks'), href: nationalPaths.blocks },
            ]
          : []),
        ...(may.simulate ? [{ label: t('nav.simulator'), href: nationalPaths.simulator }] : []),
      ]}
    >
      <ErrorSummary errors={props.errors.map(({ path: name, message }) => ({ name, text: message[locale] }))} />
      {props.children}
    </StaffLayout>
  )
}

/** The error of one field, in the language of the page. */
export function useErrorOf(errors: readonly FieldError[]): (name: string) => string | undefined {
  const { locale } = useFrame()
  return (name) => errors.find((error) => error.path === name)?.message[locale]
}
