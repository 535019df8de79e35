import type { AppError } from '#kernel/errors.ts'
import type { FormValues } from '#kernel/http/form-values.ts'
import { Checkboxes, DateField, FormPage, LinkButton, Radios, Section, Select, Table, TextField } from '#ui/index.ts'
import { coversDay } from '../domain.ts'
import { datePartsFrom, formErrors } from '../form-values.ts'
import { mandateActs } from '../mandate-acts.ts'
import { organizationPaths } from '../paths.ts'
import type { Candidate, Mandate } from '../queries/mandates.ts'
import type { Position } from '../queries/positions.ts'
import { mandateTexts } from '../texts-mandates.ts'
import { AdminFrame, type AdminPage } from './admin-frame.tsx'
import { formatPeriod } from './days.ts'

interface MandateListProps extends Pick<AdminPage, 'locale'> {
  readonly position: Position
  readonly mandates: readonly Mandate[]
  readonly day: string
  readonly mayAssign: boolean
}

/** What a post signs for others, and others for it. */
export function MandateList({ locale, position, mandates, day, mayAssign }: MandateListProps) {
  const t = mandateTexts(locale)
  return (
    <Section title={t('title')}>
      {mayAssign && !position.validTo && (
        <p class="mb-3">
          <LinkButton href={organizationPaths.mandate(position.id)} variant="secondary" small>
            {t('give')}
          </LinkButton>
        </p>
      )}
      <Table
        caption={t('title')}
        captionHidden
        dense
        rows={mandates}
        rowKey={(row) => row.id}
        empty={<p class="hint">{t('none')}</p>}
        columns={[
          {
            key: 'who',
            label: t('holder'),
            header: true,
            cell: (row) => t('line', { holder: row.holder.title, form: row.form, principal: row.principal.title }),
          },
          { key: 'acts', label: t('acts'), cell: (row) => row.acts.map((act) => wordOf(act, locale)).join(', ') },
          { key: 'order', label: t('order'), cell: (row) => row.orderNumber },
          {
            key: 'period',
            label: t('period'),
            cell: (row) => formatPeriod({ from: row.validFrom, to: row.validTo }, locale),
          },
          {
            key: 'end',
            label: t('end'),
            cell: (row) =>
              mayAssign && row.principal.positionId === position.id && coversDay({ from: '', to: row.validTo }, day) ? (
                <a href={organizationPaths.endMandate(row.id)}>
                  {t('end')}
                  <span class="sr-only"> {row.holder.title}</span>
                </a>
              ) : (
                ''
              ),
          },
        ]}
      />
    </Section>
  )
}

const wordOf = (act: string, locale: 'id' | 'en') => mandateActs.find(act)?.[locale] ?? act

interface GiveMandateProps extends AdminPage {
  readonly position: Position
  readonly candidates: readonly Candidate[]
  readonly form: FormValues
  readonly error?: AppError | undefined
}

export function GiveMandatePage(props: GiveMandateProps) {
  const { locale, position, candidates, form, error } = props
  const t = mandateTexts(locale)
  const errors = formErrors(error, form, locale)
  return (
    <AdminFrame {...props} title={t('give-title')} heading={false}>
      <FormPage
        title={`${t('give-title')}: ${position.title}`}
        lead={t('give-lead')}
        action={organizationPaths.mandate(position.id)}
        errors={errors.list}
        submitLabel={t('save')}
        backHref={organizationPaths.position(position.id)}
      >
        <Select
          name="holderId"
          label={t('holder')}
          value={form.get('holderId')}
          empty={t('choose')}
          error={errors.of('holderId')}
          options={candidates.map(({ id, title, unitName }) => ({ value: id, label: `${title}, ${unitName}` }))}
        />
        <Radios
          name="form"
          label={t('form')}
          value={form.get('form') || 'a.n.'}
          error={errors.of('form')}
          options={[
            { value: 'a.n.', label: t('form-an'), hint: t('form-an-hint') },
            { value: 'u.b.', label: t('form-ub'), hint: t('form-ub-hint') },
          ]}
        />
        <Checkboxes
          name="acts"
          label={t('acts')}
          values={form.all('acts')}
          error={errors.of('acts')}
          options={mandateActs.keys().map((value) => ({ value, label: wordOf(value, locale) }))}
        />
        <TextField
          name="orderNumber"
          label={t('order')}
          value={form.get('orderNumber')}
          width="medium"
          error={errors.of('orderNumber')}
        />
        <DateField
          name="orderOn"
          label={t('order-on')}
          value={datePartsFrom(form, 'orderOn')}
          error={errors.of('orderOn')}
        />
        <DateField name="from" label={t('from')} value={datePartsFrom(form, 'from')} error={errors.of('from')} />
        <DateField name="to" label={t('to')} value={datePartsFrom(form, 'to')} error={errors.of('to')} />
      </FormPage>
    </AdminFrame>
  )
}
