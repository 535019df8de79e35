import { Radios, useFrame } from '#ui/index.ts'
import { statusTexts } from '../texts/status.ts'

export interface ForWhomProps {
  readonly principals: readonly { readonly mandateId: string; readonly name: string; readonly until: string }[]
  /** False when one may not apply for oneself. */
  readonly maySelf: boolean
  /** The case that is renewed. */
  readonly previousCaseId: string | undefined
}

/** For oneself, or for one of those whose power of attorney one holds. */
export function ForWhom(props: ForWhomProps) {
  const { locale } = useFrame()
  const s = statusTexts(locale)
  const { principals, maySelf } = props
  const options = [
    ...(maySelf ? [{ value: '', label: s('start.self') }] : []),
    ...principals.map((principal) => ({
      value: principal.mandateId,
      label: s('start.other', { name: principal.name }),
      hint: s('start.other-hint', { day: principal.until }),
    })),
  ]
  return (
    <>
      {props.previousCaseId && <input type="hidden" name="previousCaseId" value={props.previousCaseId} />}
      {principals.length > 0 && (
        <Radios name="mandateId" label={s('start.whom')} options={options} value={options[0]?.value} />
      )}
    </>
  )
}
