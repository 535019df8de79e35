import { isPermitted } from '#kernel/access/access.ts'
import { type AppError, notFound } from '#kernel/errors.ts'
import { type Answer, page, type RouteContext, redirect } from '#kernel/http/route.ts'
import { editRole } from '../commands/edit-role.ts'
import { organizationPaths } from '../paths.ts'
import { permissionCatalogue } from '../permission-catalogue.ts'
import { listRoles } from '../queries/roles.ts'
import { organizationTexts } from '../texts.ts'
import { type PermissionGroup, RoleFormPage, RolesPage } from '../views/roles.tsx'

type WithRole = RouteContext<{ key: string }>

export async function showRoles(context: RouteContext): Promise<Answer> {
  const mayEdit = isPermitted(context.actor, 'organization.edit', { unitPath: '', territory: '' })
  return page(<RolesPage {...context} roles={await listRoles(context.db)} mayEdit={mayEdit} />)
}

export function showNewRole(context: RouteContext, error?: AppError): Answer {
  const form = context.kept ?? context.form
  return page(<RoleFormPage {...context} groups={groups()} form={form} error={error} />, error?.status ?? 200)
}

export function makeRole(context: RouteContext): Promise<Answer> {
  return store(context, context.form.get('key'), true)
}

export async function showRole(context: WithRole, error?: AppError): Promise<Answer> {
  const role = (await listRoles(context.db)).find(({ key }) => key === context.params.key)
  if (!role) throw notFound()
  const form = context.kept ?? context.form
  return page(
    <RoleFormPage {...context} role={role} groups={groups()} form={form} error={error} />,
    error?.status ?? 200,
  )
}

export function saveRole(context: WithRole): Promise<Answer> {
  return store(context, context.params.key, false)
}

async function store(context: RouteContext, key: string, create: boolean): Promise<Answer> {
  const { form } = context
  await context.run(editRole, { ...form.pick('nameId', 'nameEn'), key, create, permissions: form.all('permissions') })
  context.notify(organizationTexts(context.locale)('role-saved'))
  return redirect(organizationPaths.roles)
}

function groups(): PermissionGroup[] {
  return permissionCatalogue
    .keys()
    .map((module) => ({
      module,
      permissions: Object.entries(permissionCatalogue.get(module)).map(([name, text]) => ({ name, text })),
    }))
    .filter(({ permissions }) => permissions.length > 0)
}
