import type { AppError } from '#kernel/errors.ts'
import type { FormValues } from '#kernel/http/form-values.ts'
import {
  Button,
  Checkboxes,
  DateField,
  FormPage,
  LinkButton,
  LinkList,
  Radios,
  Section,
  SummaryList,
  TextField,
} from '#ui/index.ts'
import { datePartsFrom, formErrors } from '../form-values.ts'
import { organizationPaths } from '../paths.ts'
import type { Mandate } from '../queries/mandates.ts'
import type { Official } from '../queries/officials.ts'
import type { NamedHolding, Position } from '../queries/positions.ts'
import type { Role } from '../queries/roles.ts'
import type { Unit } from '../queries/units.ts'
import { organizationTexts } from '../texts.ts'
import { AdminFrame, type AdminPage } from './admin-frame.tsx'
import { formatPeriod } from './days.ts'
import { HoldingTable } from './holdings.tsx'
import { MandateList } from './mandates.tsx'

interface PositionProps extends AdminPage {
  readonly position: Position
  readonly holdings: readonly NamedHolding[]
  readonly mandates: readonly Mandate[]
  readonly roles: readonly Role[]
  readonly day: string
  readonly mayEdit: boolean
  readonly mayAssign: boolean
}

export function PositionPage(props: PositionProps) {
  const { locale, position, roles, mayEdit, mayAssign } = props
  const t = organizationTexts(locale)
  const names = position.roles.map((key) => roles.find((role) => role.key === key)?.name[locale] ?? key)
  return (
    <AdminFrame
      {...props}
      title={position.title}
      crumbs={[
        { label: position.unit.name, href: organizationPaths.unit(position.unit.id) },
        { label: position.title },
      ]}
      actions={
        !position.validTo && (
          <>
            {mayAssign && <LinkButton href={organizationPaths.assign(position.id)}>{t('assign')}</LinkButton>}
            {mayEdit && (
              <>
                <LinkButton href={organizationPaths.editPosition(position.id)} variant="secondary">
                  {t('edit')}
                </LinkButton>
                <LinkButton href={organizationPaths.closePosition(position.id)} variant="quiet">
                  {t('close')}
                </LinkButton>
              </>
            )}
          </>
        )
      }
    >
      <SummaryList
        rows={[
          { term: t('roles'), value: names.join(', ') || t('roles-none') },
          { term: t('territory'), value: position.territoryCode || t('territory-all') },
          { term: t('rank'), value: position.rank },
          { term: t('period'), value: formatPeriod({ from: position.validFrom, to: position.validTo }, locale) },
        ]}
      />
      <Section title={t('history')}>
        <HoldingTable {...props} />
      </Section>
      <MandateList {...props} />
    </AdminFrame>
  )
}

interface PositionFormProps extends AdminPage {
  readonly unit: Pick<Unit, 'id' | 'name'>
  readonly position?: Position | undefined
  readonly roles: readonly Role[]
  readonly form: FormValues
  readonly error?: AppError | undefined
}

export function PositionFormPage(props: PositionFormProps) {
  const { locale, unit, position, roles, form, error } = props
  const t = organizationTexts(locale)
  const errors = formErrors(error, form, locale)
  const title = position ? t('position-edit-title') : t('position-new-title', { unit: unit.name })
  const text = (name: string, now: string | undefined) => (form.has(name) ? form.get(name) : now)
  const chosen = form.has('title') ? form.all('roles') : (position?.roles ?? [])
  return (
    <AdminFrame {...props} title={title} heading={false}>
      <FormPage
        title={title}
        action={position ? organizationPaths.editPosition(position.id) : organizationPaths.newPosition(unit.id)}
        errors={errors.list}
        submitLabel={t('save')}
        backHref={position ? organizationPaths.position(position.id) : organizationPaths.unit(unit.id)}
      >
        <TextField
          name="title"
          label={t('position')}
          value={text('title', position?.title)}
          error={errors.of('title')}
        />
        <TextField
          name="rank"
          label={t('rank')}
          hint={t('rank-hint')}
          value={text('rank', String(position?.rank ?? 100))}
          inputMode="numeric"
          width="short"
          error={errors.of('rank')}
        />
        {!position && (
          <TextField
            name="territoryCode"
            label={t('territory')}
            hint={t('territory-hint')}
            value={form.get('territoryCode')}
            optional
            width="medium"
            error={errors.of('territoryCode')}
          />
        )}
        <Checkboxes
          name="roles"
          label={t('roles')}
          values={chosen}
          error={errors.of('roles')}
          options={roles.map((role) => ({
            value: role.key,
            label: role.name[locale],
            hint: t('role-count', { n: role.permissions.length }),
          }))}
        />
        {!position && (
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

interface AssignProps extends AdminPage {
  readonly position: Position
  readonly search: string
  readonly found: readonly Official[]
  readonly form: FormValues
  readonly error?: AppError | undefined
}

const manners = ['definitif', 'plt', 'plh'] as const

export function AssignPage(props: AssignProps) {
  const { locale, position, search, found, form } = props
  const t = organizationTexts(locale)
  const errors = formErrors(props.error, form, locale)
  const action = organizationPaths.assign(position.id)
  return (
    <AdminFrame {...props} title={t('assign-title')} heading={false}>
      <FormPage
        title={`${t('assign-title')}: ${position.title}`}
        lead={t('assign-lead')}
        action={action}
        errors={errors.list}
        submitLabel={t('save')}
        backHref={organizationPaths.position(position.id)}
      >
        <TextField
          name="employeeNumber"
          label={t('employee')}
          hint={t('employee-hint')}
          value={form.get('employeeNumber')}
          inputMode="numeric"
          width="medium"
          error={errors.of('employeeNumber')}
        />
        <Radios
          name="manner"
          label={t('manner')}
          value={form.get('manner') || 'definitif'}
          error={errors.of('manner')}
          options={manners.map((manner) => ({ value: manner, label: t(`manner-${manner}`) }))}
        />
        <TextField
          name="decreeNumber"
          label={t('decree-number')}
          value={form.get('decreeNumber')}
          width="medium"
          error={errors.of('decreeNumber')}
        />
        <DateField
          name="decreeOn"
          label={t('decree-on')}
          value={datePartsFrom(form, 'decreeOn')}
          error={errors.of('decreeOn')}
        />
        <DateField name="from" label={t('from')} value={datePartsFrom(form, 'from')} error={errors.of('from')} />
        <DateField
          name="to"
          label={t('to')}
          hint={t('to-hint')}
          value={datePartsFrom(form, 'to')}
          optional
          error={errors.of('to')}
        />
      </FormPage>
      <form method="get" action={action}>
        <TextField name="cari" label={t('employee-search')} value={search} type="search" width="medium" />
        <Button variant="secondary" icon="search">
          {t('find')}
        </Button>
      </form>
      {search && found.length === 0 && <p class="hint">{t('employee-none')}</p>}
      {found.length > 0 && (
        <LinkList
          items={found.map((official) => ({
            title: t('choose', { name: official.displayName }),
            text: official.employeeNumber,
            href: `${action}?nip=${official.employeeNumber}`,
          }))}
        />
      )}
    </AdminFrame>
  )
}
