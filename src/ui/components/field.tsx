import type { ComponentChildren } from 'preact'
import { useTexts } from '../texts.ts'
import { classNames } from './class-names.ts'
import { fieldId } from './field-id.ts'
import { Icon } from './icon.tsx'

export { fieldId } from './field-id.ts'

/** What every kind of field shares. */
export type FieldProps = {
  name: string
  label: string
  /** Default: `fieldId(name)`. The first control of a field always carries it, so a summary can link to it. */
  id?: string | undefined
  hint?: ComponentChildren
  error?: string | undefined
  optional?: boolean | undefined
  /** An officer's note on this one answer; the field is shown highlighted. */
  marked?: string | undefined
  /** The label is the page's h1: one question per page. */
  heading?: boolean | undefined
  labelHidden?: boolean | undefined
  disabled?: boolean | undefined
}

export type ControlProps = {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': 'true' | undefined
  disabled: boolean | undefined
}

export function controlProps(props: FieldProps): ControlProps {
  const id = props.id ?? fieldId(props.name)
  const parts = [props.hint && `${id}-hint`, props.marked && `${id}-mark`, props.error && `${id}-error`]
  return {
    id,
    'aria-describedby': parts.filter(Boolean).join(' ') || undefined,
    'aria-invalid': props.error ? 'true' : undefined,
    disabled: props.disabled,
  }
}

function fieldClass(props: FieldProps): string {
  return classNames('field', Boolean(props.error) && 'field-error', Boolean(props.marked) && 'field-marked')
}

/** Hint, officer's note and error, in the order in which they are read out. */
export function FieldNotes({ field }: { field: FieldProps }) {
  const t = useTexts()
  const id = field.id ?? fieldId(field.name)
  return (
    <>
      {field.hint && (
        <div class="hint" id={`${id}-hint`}>
          {field.hint}
        </div>
      )}
      {field.marked && (
        <p class="mark" id={`${id}-mark`}>
          <Icon name="message-square" size={18} />
          <span>
            <b>{t('marked')}</b> {field.marked}
          </span>
        </p>
      )}
      {field.error && (
        <p class="error" id={`${id}-error`}>
          <Icon name="circle-alert" size={18} />
          <span>
            <span class="sr-only">{t('error')} </span>
            {field.error}
          </span>
        </p>
      )}
    </>
  )
}

function LabelText({ field }: { field: FieldProps }) {
  const t = useTexts()
  return (
    <>
      {field.label}
      {field.optional && <span class="optional"> {t('optional')}</span>}
    </>
  )
}

/** One label, its notes and one control. `children` receives what the control must carry. */
export function Field(props: FieldProps & { children: (control: ControlProps) => ComponentChildren }) {
  const control = controlProps(props)
  const label = (
    <label
      class={classNames(props.heading ? 'label-heading' : 'label', props.labelHidden && 'sr-only')}
      for={control.id}
    >
      <LabelText field={props} />
    </label>
  )
  return (
    <div class={fieldClass(props)}>
      {props.heading ? <h1>{label}</h1> : label}
      <FieldNotes field={props} />
      {props.children(control)}
    </div>
  )
}

/** Several controls under one question. `children` receives the id for the first of them. */
export function FieldGroup(props: FieldProps & { children: (control: ControlProps) => ComponentChildren }) {
  const control = controlProps(props)
  const legend = <LabelText field={props} />
  return (
    <fieldset class={fieldClass(props)} aria-describedby={control['aria-describedby']} disabled={props.disabled}>
      <legend class={classNames(props.heading ? 'label-heading' : 'label', props.labelHidden && 'sr-only')}>
        {props.heading ? <h1>{legend}</h1> : legend}
      </legend>
      <FieldNotes field={props} />
      {props.children(control)}
    </fieldset>
  )
}
