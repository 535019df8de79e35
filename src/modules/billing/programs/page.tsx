import type { Zone } from '#kernel/clock/clock.ts'
import { formatShort } from '#kernel/i18n/format.ts'
import type { Partner } from '#modules/partners/index.ts'
import { Button, ButtonRow, CsrfField, EmptyState, Section, Select, Table, TextField, useFrame } from '#ui/index.ts'
import { billingPaths } from '../paths.ts'
import { type DeskAround, DeskFrame } from '../views/desk-frame.tsx'
import { type Typed, useErrorOf } from '../views/refund-form.tsx'
import { programKinds } from './commands.ts'
import type { ProgramRight } from './queries.ts'
import { programTexts } from './texts.ts'

export interface ProgramsProps extends DeskAround {
  readonly rights: readonly ProgramRight[]
  readonly partners: readonly Partner[]
  readonly typed: Typed
  readonly zone: Zone
}

export function ProgramsPage(props: ProgramsProps) {
  const { locale } = useFrame()
  const t = programTexts(locale)
  const errorOf = useErrorOf(props.errors)
  const nameOf = (id: string) => props.partners.find((partner) => partner.id === id)?.name ?? id
  const field = (name: string) => ({ name, value: props.typed[name], error: errorOf(name) })
  return (
    <DeskFrame {...props} title={t('title')} lead={t('lead')}>
      <Table
        caption={t('title')}
        captionHidden
        dense
        rows={props.rights}
        rowKey={(row) => `${row.partnerId}-${row.kind}-${row.value}`}
        empty={<EmptyState title={t('none')}>{t('none-help')}</EmptyState>}
        columns={[
          { key: 'partner', label: t('partner'), header: true, cell: (row) => nameOf(row.partnerId) },
          { key: 'kind', label: t('kind'), cell: (row) => t(`kind-${row.kind}`) },
          { key: 'value', label: t('value'), cell: (row) => row.value },
          { key: 'added', label: t('added'), cell: (row) => formatShort(row.addedAt, locale, props.zone) },
          { key: 'by', label: t('by'), cell: (row) => row.addedBy },
          { key: 'remove', label: t('remove'), cell: (row) => <Remove row={row} /> },
        ]}
      />
      <Section title={t('add')}>
        <form method="post" action={billingPaths.programs} novalidate>
          <CsrfField />
          <Select
            {...field('partnerId')}
            label={t('partner')}
            options={props.partners.map((partner) => ({ value: partner.id, label: partner.name }))}
          />
          <Select
            {...field('kind')}
            label={t('kind')}
            options={programKinds.map((kind) => ({ value: kind, label: t(`kind-${kind}`) }))}
          />
          <TextField
            {...field('value')}
            label={t('value')}
            hint={t('value-hint')}
            maxLength={40}
            autocomplete="off"
            width="medium"
          />
          <ButtonRow>
            <Button>{t('add')}</Button>
          </ButtonRow>
        </form>
      </Section>
    </DeskFrame>
  )
}

function Remove({ row }: { row: ProgramRight }) {
  const t = programTexts(useFrame().locale)
  return (
    <form method="post" action={billingPaths.removeProgram}>
      <CsrfField />
      <input type="hidden" name="partnerId" value={row.partnerId} />
      <input type="hidden" name="kind" value={row.kind} />
      <input type="hidden" name="value" value={row.value} />
      <Button variant="secondary">{t('remove')}</Button>
    </form>
  )
}
