import type { ComponentChildren } from 'preact'
import type { Locale } from '#kernel/i18n/texts.ts'
import { Button, ButtonRow, CsrfField, Select, type TableColumn, TextArea } from '#ui/index.ts'
import type { ProposalKind } from '../claims.ts'
import { writeOffCauses } from '../collecting.ts'
import type { Assessment } from '../queries/assessments.ts'
import { collectingTexts } from '../texts/collecting.ts'

/** What is proposed, and on what ground; which assessments it is about stands before it. */
export function ProposeForm(props: {
  readonly id: string
  readonly action: string
  readonly kinds: readonly ProposalKind[]
  readonly typed: Readonly<Record<string, string>>
  readonly errorOf: (name: string) => string | undefined
  readonly locale: Locale
  readonly children?: ComponentChildren
}) {
  const { typed, errorOf, kinds, locale } = props
  const t = collectingTexts(locale)
  return (
    <form method="post" action={props.action} id={props.id} novalidate>
      <CsrfField />
      {props.children}
      <Select
        name="kind"
        label={t('kind')}
        value={typed['kind'] ?? (kinds.length === 1 ? kinds[0] : undefined)}
        error={errorOf('kind')}
        options={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
        empty={kinds.length === 1 ? undefined : t('pick')}
      />
      {kinds.includes('write-off') && (
        <Select
          name="cause"
          label={t('cause')}
          hint={t('cause-hint')}
          value={typed['cause']}
          error={errorOf('cause')}
          options={writeOffCauses.map((value) => ({ value, label: t(`cause.${value}`) }))}
          empty={t('pick')}
        />
      )}
      <TextArea
        name="ground"
        label={t('ground')}
        hint={t('ground-hint')}
        rows={3}
        maxLength={500}
        value={typed['ground']}
        error={errorOf('ground')}
      />
      <ButtonRow>
        <Button variant="secondary">{t('propose-do')}</Button>
      </ButtonRow>
    </form>
  )
}

/** The form that the ticks of a list belong to. */
export const pickedForm = 'usulkan'

/** A tick for each row that can be proposed. */
export function pickColumn(props: {
  readonly locale: Locale
  readonly chosen: readonly string[]
  readonly isOffered?: ((row: Assessment) => boolean) | undefined
}): TableColumn<Assessment> {
  const t = collectingTexts(props.locale)
  return {
    key: 'pick',
    label: t('pick'),
    cell: (row) =>
      props.isOffered?.(row) === false ? (
        '–'
      ) : (
        <input
          type="checkbox"
          name="pilih"
          value={row.id}
          form={pickedForm}
          checked={props.chosen.includes(row.id)}
          aria-label={t('choose', { number: row.number })}
        />
      ),
  }
}
