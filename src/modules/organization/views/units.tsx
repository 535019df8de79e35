import type { AppError } from '#kernel/errors.ts'
import type { FormValues } from '#kernel/http/form-values.ts'
import type { Area } from '#modules/territory/index.ts'
import {
  DateField,
  EmptyState,
  FilterBar,
  FormPage,
  LinkButton,
  Select,
  StatusTag,
  SummaryList,
  Table,
  TextArea,
  TextField,
} from '#ui/index.ts'
import { unitKinds } from '../domain.ts'
import { datePartsFrom, formErrors } from '../form-values.ts'
import { organizationPaths } from '../paths.ts'
import type { Unit } from '../queries/units.ts'
import { organizationTexts } from '../texts.ts'
import { AdminFrame, type AdminPage } from './admin-frame.tsx'
import { formatDay } from './days.ts'

interface TreeProps extends AdminPage {
  readonly units: readonly Unit[]
  readonly filter: { readonly q?: string | undefined; readonly keadaan?: 'semua' | undefined }
  readonly mayEdit: boolean
}

const depthOf = (unit: Unit) => unit.path.split('.').length - 1

export function UnitTreePage(props: TreeProps) {
  const { locale, units, filter } = props
  const t = organizationTexts(locale)
  return (
    <AdminFrame
      {...props}
      title={t('title')}
      lead={t('lead')}
      actions={
        props.mayEdit && (
          <LinkButton href={organizationPaths.newUnit()} icon="plus">
            {t('new-unit')}
          </LinkButton>
        )
      }
    >
      <FilterBar
        action={organizationPaths.tree}
        search={{ name: 'q', value: filter.q, label: t('search') }}
        selects={[
          {
            name: 'keadaan',
            label: t('show-closed'),
            value: filter.keadaan,
            options: [{ value: 'semua', label: t('state-all') }],
          },
        ]}
      />
      <Table
        caption={t('title')}
        captionHidden
        dense
        rows={units}
        rowKey={(unit) => unit.id}
        rowHref={(unit) => organizationPaths.unit(unit.id)}
        empty={<EmptyState title={t('empty-title')}>{t('empty')}</EmptyState>}
        columns={[
          {
            key: 'name',
            label: t('unit'),
            header: true,
            cell: (unit) => (filter.q ? '' : '\u2003'.repeat(depthOf(unit))) + unit.name,
          },
          { key: 'code', label: t('code'), cell: (unit) => unit.path },
          { key: 'kind', label: t('kind'), cell: (unit) => t(`kind-${unit.kind}`) },
          {
            key: 'state',
            label: t('state'),
            cell: (unit) =>
              unit.validTo && <StatusTag>{t('closed', { day: formatDay(unit.validTo, locale) })}</StatusTag>,
          },
        ]}
      />
    </AdminFrame>
  )
}

export function UnitFacts({ locale, unit, area }: { locale: AdminPage['locale']; unit: Unit; area: Area | undefined }) {
  const t = organizationTexts(locale)
  return (
    <SummaryList
      rows={[
        { term: t('kind'), value: t(`kind-${unit.kind}`) },
        { term: t('path'), value: unit.path },
        {
          term: t('territory'),
          value: area ? `${area.name} (${area.code})` : unit.territoryCode || t('territory-all'),
        },
        { term: t('address'), value: unit.address ?? t('none') },
        { term: t('phone'), value: unit.phone ?? t('none') },
        { term: t('email'), value: unit.email ?? t('none') },
        {
          term: t('valid-from'),
          value: formatDay(unit.validFrom, locale),
          note: unit.validTo
            ? { text: t('closed', { day: formatDay(unit.validTo, locale) }), tone: 'late' }
            : undefined,
        },
      ]}
    />
  )
}

interface UnitFormProps extends AdminPage {
  /** The unit being edited; left out for a new one. */
  readonly unit?: Unit | undefined
  readonly parents: readonly Unit[]
  readonly form: FormValues
  readonly error?: AppError | undefined
}

export function UnitFormPage(props: UnitFormProps) {
  const { locale, unit, parents, form, error } = props
  const t = organizationTexts(locale)
  const errors = formErrors(error, form, locale)
  const title = t(unit ? 'unit-edit-title' : 'unit-new-title')
  const text = (name: string, now: string | undefined) => (form.has(name) ? form.get(name) : now)
  return (
    <AdminFrame {...props} title={title} heading={false}>
      <FormPage
        title={title}
        action={unit ? organizationPaths.editUnit(unit.id) : organizationPaths.newUnit()}
        errors={errors.list}
        submitLabel={t('save')}
        backHref={unit ? organizationPaths.unit(unit.id) : organizationPaths.tree}
      >
        {!unit && (
          <>
            <Select
              name="parentId"
              label={t('parent')}
              value={form.get('parentId')}
              empty={t('parent-none')}
              error={errors.of('parentId')}
              options={parents.map((parent) => ({
                value: parent.id,
                label: '\u2003'.repeat(depthOf(parent)) + parent.name,
              }))}
            />
            <Select
              name="kind"
              label={t('kind')}
              value={form.get('kind')}
              error={errors.of('kind')}
              options={unitKinds.map((kind) => ({ value: kind, label: t(`kind-${kind}`) }))}
            />
            <TextField
              name="code"
              label={t('code')}
              hint={t('code-hint')}
              value={form.get('code')}
              spellcheck={false}
              width="medium"
              error={errors.of('code')}
            />
          </>
        )}
        <TextField name="name" label={t('name')} value={text('name', unit?.name)} error={errors.of('name')} />
        <TextField
          name="shortName"
          label={t('short-name')}
          value={text('shortName', unit?.shortName)}
          width="medium"
          error={errors.of('shortName')}
        />
        <TextField
          name="territoryCode"
          label={t('territory')}
          hint={t('territory-hint')}
          value={text('territoryCode', unit?.territoryCode)}
          width="medium"
          optional
          error={errors.of('territoryCode')}
        />
        <TextArea
          name="address"
          label={t('address')}
          value={text('address', unit?.address)}
          rows={2}
          maxLength={300}
          optional
          error={errors.of('address')}
        />
        <TextField
          name="phone"
          label={t('phone')}
          value={text('phone', unit?.phone)}
          type="tel"
          width="medium"
          optional
          error={errors.of('phone')}
        />
        <TextField
          name="email"
          label={t('email')}
          value={text('email', unit?.email)}
          type="email"
          width="medium"
          optional
          error={errors.of('email')}
        />
        {!unit && (
          <DateField
            name="validFrom"
            label={t('valid-from')}
            value={datePartsFrom(form, 'validFrom')}
            error={errors.of('validFrom')}
          />
        )}
      </FormPage>
    </AdminFrame>
  )
}

interface LastDayProps extends AdminPage {
  readonly title: string
  readonly lead?: string | undefined
  readonly action: string
  readonly backHref: string
  readonly submit: string
  readonly form: FormValues
  readonly error?: AppError | undefined
}

/** One question: until which day. For closing a unit or position and for ending an assignment. */
export function LastDayPage(props: LastDayProps) {
  const t = organizationTexts(props.locale)
  const errors = formErrors(props.error, props.form, props.locale)
  return (
    <AdminFrame {...props} heading={false}>
      <FormPage
        title={props.title}
        lead={props.lead}
        action={props.action}
        errors={errors.list}
        submitLabel={props.submit}
        backHref={props.backHref}
      >
        <DateField
          name="lastDay"
          label={t('last-day')}
          value={datePartsFrom(props.form, 'lastDay')}
          error={errors.of('lastDay')}
        />
      </FormPage>
    </AdminFrame>
  )
}
