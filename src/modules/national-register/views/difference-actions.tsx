import type { ComponentChildren } from 'preact'
import { Button, ButtonRow, Checkboxes, CsrfField, Field, Notice, Section, TextArea, useFrame } from '#ui/index.ts'
import { differs, isCorrectable } from '../domain.ts'
import { nationalPaths } from '../paths.ts'
import { differenceTexts } from '../texts-difference.ts'
import type { DifferenceProps } from './difference-page.tsx'
import { useErrorOf } from './frame.tsx'

/** What may be decided in the state that the difference is in. */
export function DifferenceActions(props: DifferenceProps) {
  const { difference } = props
  return difference.state === 'proposed' ? <Proposal {...props} /> : <Decision {...props} />
}

function Decision(props: DifferenceProps) {
  const { locale } = useFrame()
  const d = differenceTexts(locale)
  const errorOf = useErrorOf(props.errors)
  const { difference, typed } = props
  const offered = difference.sides.filter((side) => isCorrectable(side.field) && differs(side))
  const action = nationalPaths.act(difference.id)
  const note = (
    <TextArea
      name="note"
      label={d('act.note')}
      hint={d('act.note-hint')}
      rows={3}
      maxLength={500}
      value={typed['note']}
      error={errorOf('note')}
    />
  )
  return (
    <Section title={d('act.title')}>
      <form method="post" action={action} novalidate>
        <CsrfField />
        {note}
        {difference.messageId && (
          <Choice title={d('act.ours-title')} lead={d('act.ours-lead')}>
            <Button name="aksi" value="kita">
              {d('act.ours')}
            </Button>
          </Choice>
        )}
        {difference.personId && offered.length > 0 && (
          <Choice title={d('act.theirs-title')} lead={d('act.theirs-lead')}>
            <Checkboxes
              name="fields"
              label={d('act.fields')}
              options={offered.map(({ field }) => ({ value: field, label: d(`field.${field}`) }))}
              values={props.typedFields}
              error={errorOf('fields')}
            />
            <Button name="aksi" value="pusat" variant="secondary">
              {d('act.theirs')}
            </Button>
          </Choice>
        )}
        {difference.state === 'open' && (
          <Choice title={d('act.wait-title')}>
            <Field name="until" label={d('act.until')} error={errorOf('until')}>
              {(control) => (
                <input
                  {...control}
                  class="input"
                  type="date"
                  name="until"
                  min={props.tomorrow}
                  value={typed['until'] ?? props.tomorrow}
                />
              )}
            </Field>
            <Button name="aksi" value="tunggu" variant="secondary">
              {d('act.wait')}
            </Button>
          </Choice>
        )}
        <Choice title={d('act.close-title')} lead={difference.messageId && d('act.close-lead')}>
          <Button name="aksi" value="tutup" variant="secondary">
            {d('act.close')}
          </Button>
        </Choice>
      </form>
    </Section>
  )
}

function Choice(props: { title: string; lead?: string | undefined; children: ComponentChildren }) {
  return (
    <fieldset class="mt-6">
      <legend class="label">{props.title}</legend>
      {props.lead && <p class="hint">{props.lead}</p>}
      <div class="mt-3">{props.children}</div>
    </fieldset>
  )
}

function Proposal(props: DifferenceProps) {
  const { locale } = useFrame()
  const d = differenceTexts(locale)
  const errorOf = useErrorOf(props.errors)
  const { difference } = props
  const fields = difference.sides
    .filter(({ field }) => difference.chosen.includes(field))
    .map(({ field }) => d(`field.${field}`))
    .join(', ')
  return (
    <Section title={d('act.confirm-title')}>
      <p>{d('act.confirm-lead', { fields })}</p>
      <form method="post" action={nationalPaths.act(difference.id)} novalidate>
        <CsrfField />
        {props.isOwnProposal ? (
          <Notice tone="info">{d('act.own')}</Notice>
        ) : (
          <ButtonRow>
            <Button name="aksi" value="setuju">
              {d('act.confirm')}
            </Button>
          </ButtonRow>
        )}
        <TextArea
          name="note"
          label={d('act.note')}
          rows={2}
          maxLength={500}
          value={props.typed['note']}
          error={errorOf('note')}
        />
        <ButtonRow>
          <Button name="aksi" value="tolak" variant="secondary">
            {d('act.reject')}
          </Button>
        </ButtonRow>
      </form>
    </Section>
  )
}
