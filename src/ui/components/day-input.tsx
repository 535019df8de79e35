import { Field } from './field.tsx'

/** One day of a filter, by the browser's own calendar. Questions to citizens take DateField. */
export function DayInput(props: {
  name: string
  label: string
  value?: string | undefined
  error?: string | undefined
}) {
  return (
    <Field name={props.name} label={props.label} error={props.error}>
      {(control) => <input class="input" type="date" name={props.name} value={props.value} {...control} />}
    </Field>
  )
}
