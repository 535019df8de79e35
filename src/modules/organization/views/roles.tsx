import type { AppError } from '#kernel/errors.ts'
import type { FormValues } from '#kernel/http/form-values.ts'
import type { LocalText } from '#kernel/i18n/texts.ts'
import { Checkboxes, FormPage, LinkButton, Table, TextField } from '#ui/index.ts'
import { formErrors } from '../form-values.ts'
import { organizationPaths } from '../paths.ts'
import type { Role } from '../queries/roles.ts'
import { organizationTexts } from '../texts.ts'
import { AdminFrame, type AdminPage } from './admin-frame.tsx'

export function RolesPage(props: AdminPage & { roles: readonly Role[]; mayEdit: boolean }) {
  const { locale, roles } = props
  const t = organizationTexts(locale)
  return (
    <AdminFrame
      {...props}
      title={t('roles-title')}
      lead={t('roles-lead')}
      actions={
        props.mayEdit && (
          <LinkButton href={organizationPaths.newRole} icon="plus">
            {t('role-new')}
          </LinkButton>
        )
      }
    >
      <Table
        caption={t('roles-title')}
        captionHidden
        rows={roles}
        rowKey={(role) => role.key}
        rowHref={(role) => (props.mayEdit ? organizationPaths.role(role.key) : undefined)}
        empty={<p class="hint">{t('roles-empty')}</p>}
        columns={[
          { key: 'name', label: t('name'), header: true, cell: (role) => role.name[locale] },
          { key: 'key', label: t('role-key'), cell: (role) => role.key },
          { key: 'permissions', label: t('role-permissions'), align: 'end', cell: (role) => role.permissions.length },
          { key: 'positions', label: t('role-positions'), align: 'end', cell: (role) => role.positions },
        ]}
      />
    </AdminFrame>
  )
}

/** The permissions of one module, as its manifest explains them. */
export interface PermissionGroup {
  readonly module: string
  readonly permissions: readonly { readonly name: string; readonly text: LocalText }[]
}

interface RoleFormProps extends AdminPage {
  readonly role?: Role | undefined
  readonly groups: readonly PermissionGroup[]
  readonly form: FormValues
  readonly error?: AppError | undefined
}

export function RoleFormPage(props: RoleFormProps) {
  const { locale, role, groups, form, error } = props
  const t = organizationTexts(locale)
  const errors = formErrors(error, form, locale)
  const title = role ? t('role-edit-title', { name: role.name[locale] }) : t('role-new-title')
  const sent = form.has('nameId')
  const text = (name: string, now: string | undefined) => (sent ? form.get(name) : now)
  const chosen = sent ? form.all('permissions') : (role?.permissions ?? [])
  return (
    <AdminFrame {...props} title={title} heading={false}>
      <FormPage
        title={title}
        lead={role && t('role-edit-lead', { n: role.positions })}
        action={role ? organizationPaths.role(role.key) : organizationPaths.newRole}
        errors={errors.list}
        submitLabel={t('save')}
        backHref={organizationPaths.roles}
      >
        {!role && (
          <TextField
            name="key"
            label={t('role-key')}
            hint={t('role-key-hint')}
            value={form.get('key')}
            spellcheck={false}
            width="medium"
            error={errors.of('key')}
          />
        )}
        <TextField
          name="nameId"
          label={t('role-name-id')}
          value={text('nameId', role?.name.id)}
          error={errors.of('nameId')}
        />
        <TextField
          name="nameEn"
          label={t('role-name-en')}
          value={text('nameEn', role?.name.en)}
          error={errors.of('nameEn')}
        />
        {groups.map((group) => (
          <Checkboxes
            key={group.module}
            name="permissions"
            id={`f-permissions-${group.module}`}
            label={`${t('permitted')}: ${group.module}`}
            values={chosen}
            options={group.permissions.map(({ name, text: meaning }) => ({
              value: name,
              label: meaning[locale],
              hint: name,
            }))}
          />
        ))}
      </FormPage>
    </AdminFrame>
  )
}
