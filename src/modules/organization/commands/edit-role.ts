import { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import { command } from '#kernel/command/command.ts'
import { invalidField } from '#kernel/errors.ts'
import { permissionCatalogue } from '../permission-catalogue.ts'

/** Creates or changes a named set of permissions. Only with authority over the whole government. */
export const editRole = command({
  name: 'organization.edit-role',
  event: 'organization.role-edited.v1',
  access: permitted('organization.edit', { stepUp: true }),
  input: z.object({
    key: z
      .string()
      .trim()
      .regex(/^[a-z][a-z0-9-]{1,60}$/),
    nameId: z.string().trim().min(3).max(120),
    nameEn: z.string().trim().min(3).max(120),
    permissions: z.array(z.string()).max(400),
    create: z.boolean(),
  }),
  async run(tx, input, context) {
    context.require('organization.edit', { unitPath: '', territory: '' })
    const known = permissionCatalogue.keys().flatMap((module) => Object.keys(permissionCatalogue.get(module)))
    const current = await tx.selectFrom('organization.role').selectAll().where('key', '=', input.key).executeTakeFirst()
    if (input.create && current) throw invalidField('key', 'Kunci peran ini sudah dipakai.', 'This role key is taken.')
    const unknown = input.permissions.find((name) => !known.includes(name) && !current?.permissions.includes(name))
    if (unknown)
      throw invalidField('permissions', `Wewenang ${unknown} tidak dikenal.`, `Permission ${unknown} is unknown.`)
    const permissions = [...new Set(input.permissions)].sort()
    await tx
      .insertInto('organization.role')
      .values({ key: input.key, name_id: input.nameId, name_en: input.nameEn, permissions })
      .onConflict((conflict) =>
        conflict.column('key').doUpdateSet({ name_id: input.nameId, name_en: input.nameEn, permissions }),
      )
      .execute()
    return {
      result: { key: input.key },
      event: {
        subject: { type: 'role', id: input.key },
        payload: { permissions, before: current?.permissions ?? [] },
      },
    }
  },
})
