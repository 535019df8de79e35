import type { ComponentChildren } from 'preact'
import type { AppError } from '#kernel/errors.ts'
import type { FormValues } from '#kernel/http/form-values.ts'
import { type Crumb, ErrorSummary, parseDateParts, StaffLayout, useFrame } from '#ui/index.ts'
import { movingPaths } from '../../paths.ts'
import { movingTexts } from '../texts.ts'

export interface MovingPage {
  readonly unitName: string | undefined
  readonly notice: string | undefined
  readonly mayKeepPeers: boolean
  readonly form: FormValues
  readonly error: AppError | undefined
}

/** What every page of this desk has around it. */
export function MovingFrame(
  props: MovingPage & {
    readonly title: string
    readonly lead?: ComponentChildren
    readonly actions?: ComponentChildren
    readonly breadcrumb?: readonly Crumb[]
    readonly children: ComponentChildren
  },
) {
  const t = movingTexts(useFrame().locale)
  return (
    <StaffLayout
      title={props.title}
      lead={props.lead}
      actions={props.actions}
      desk={t('desk')}
      unit={props.unitName}
      notice={props.notice}
      breadcrumb={props.breadcrumb}
      nav={[
        { label: t('nav-desk'), href: movingPaths.desk },
        ...(props.mayKeepPeers ? [{ label: t('nav-peers'), href: movingPaths.peers }] : []),
      ]}
    >
      <ErrorSummary errors={useMovingErrors(props).list} />
      {props.children}
    </StaffLayout>
  )
}

export const typedDay = (form: FormValues, name: string) => parseDateParts(Object.fromEntries(form.entries()), name)

/** Errors of a form in one language; a date that is none is told in our words. */
export function useMovingErrors({ form, error }: Pick<MovingPage, 'form' | 'error'>) {
  const { locale } = useFrame()
  const t = movingTexts(locale)
  const fields = (error?.fields ?? []).map(({ path, message }) => ({
    name: path || undefined,
    text: path === 'movedOn' && typeof typedDay(form, path) !== 'string' ? t('date-wrong') : message[locale],
  }))
  const list = error && fields.length === 0 ? [{ name: undefined, text: error.say(locale) }] : fields
  return { list, of: (name: string) => fields.find((field) => field.name === name)?.text }
}
