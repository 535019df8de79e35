import { useTexts } from '../texts.ts'
import { Icon } from './icon.tsx'

export type MarkControlProps = {
  /** Name of the posted list of marked answers. */
  name: string
  /** The answer that is marked, as posted. */
  value: string
  /** The answer in words, for those who do not see the row. */
  term: string
  checked?: boolean | undefined
  /** Id of the form that it belongs to, when it stands outside it. */
  form?: string | undefined
}

/** Marks one answer for the applicant. The key M of the desk steps from mark to mark. */
export function MarkControl(props: MarkControlProps) {
  const t = useTexts()
  return (
    <label class="mark-control">
      <input
        type="checkbox"
        name={props.name}
        value={props.value}
        checked={props.checked}
        form={props.form}
        data-mark
      />
      <span class="sr-only">
        {t('mark')} {props.term}
      </span>
      <Icon name="flag" size={16} />
    </label>
  )
}
