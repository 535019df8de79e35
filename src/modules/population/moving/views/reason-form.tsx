import type { ComponentChildren, ComponentProps } from 'preact'
import { Button, ButtonRow, CsrfField, TextArea, useFrame } from '#ui/index.ts'
import { movingPaths } from '../../paths.ts'
import { movingTexts } from '../texts.ts'
import { useMovingErrors } from './frame.tsx'
import type { TransferPageProps } from './transfer-page.tsx'

/** A step of a move for which an officer gives his reason; `children` are asked before it. */
export function ReasonForm(
  props: TransferPageProps & {
    readonly verb: Parameters<typeof movingPaths.act>[1]
    readonly submit: string
    readonly variant: ComponentProps<typeof Button>['variant']
    readonly label?: string
    readonly rows?: number
    readonly children?: ComponentChildren
  },
) {
  const t = movingTexts(useFrame().locale)
  const errors = useMovingErrors(props)
  return (
    <form method="post" action={movingPaths.act(props.transfer.id, props.verb)} novalidate>
      <CsrfField />
      {props.children}
      <TextArea
        name="reason"
        label={props.label ?? t('why-label')}
        rows={props.rows ?? 2}
        maxLength={300}
        value={props.form.get('reason')}
        error={errors.of('reason')}
      />
      <ButtonRow>
        <Button variant={props.variant}>{props.submit}</Button>
      </ButtonRow>
    </form>
  )
}
