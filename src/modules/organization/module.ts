import { z } from 'zod'
import { anyone, permitted } from '#kernel/access/access.ts'
import { provide } from '#kernel/define/extension-point.ts'
import { defineModule } from '#kernel/define/module.ts'
import { get, post } from '#kernel/http/route.ts'
import { adminNav } from './admin-nav.ts'
import { assignOfficial } from './commands/assign-official.ts'
import { closePosition } from './commands/close-position.ts'
import { closeUnit } from './commands/close-unit.ts'
import { createPosition } from './commands/create-position.ts'
import { createUnit } from './commands/create-unit.ts'
import { editPosition } from './commands/edit-position.ts'
import { editRole } from './commands/edit-role.ts'
import { editUnit } from './commands/edit-unit.ts'
import { endAssignment } from './commands/end-assignment.ts'
import { endMandate } from './commands/end-mandate.ts'
import { giveMandate } from './commands/give-mandate.ts'
import { organizationPaths as at } from './paths.ts'
import * as mandate from './routes/mandates.tsx'
import * as position from './routes/positions.tsx'
import * as role from './routes/roles.tsx'
import * as unit from './routes/units.tsx'

const emptyAsMissing = (value: unknown) => (value === '' ? undefined : value)
const maybe = <T extends z.ZodType>(schema: T) => z.preprocess(emptyAsMissing, schema.optional())

const treeQuery = z.object({ q: maybe(z.string().max(100)), keadaan: maybe(z.literal('semua')) })
const newUnitQuery = z.object({ induk: maybe(z.uuid()) })
const assignQuery = z.object({ cari: maybe(z.string().max(100)), nip: maybe(z.string().max(30)) })
const ofUnit = { params: z.object({ unitId: z.uuid() }) }
const ofPosition = { params: z.object({ positionId: z.uuid() }) }
const ofAssignment = { params: z.object({ assignmentId: z.uuid() }) }
const ofMandate = { params: z.object({ mandateId: z.uuid() }) }
const ofRole = { params: z.object({ key: z.string().regex(/^[a-z][a-z0-9-]{1,60}$/) }) }

const read = { access: permitted('organization.read'), audit: 'none' } as const
const edit = { access: permitted('organization.edit'), audit: 'none' } as const
const guarded = { access: permitted('organization.edit', { stepUp: true }), audit: 'none' } as const
const assign = { access: permitted('organization.assign', { stepUp: true }), audit: 'none' } as const

// biome-ignore format: a row for each route
export const organization = defineModule({
  name: 'organization',
  routes: [
    get(at.offices, { access: anyone, audit: 'none', cache: { tags: () => ['organization'] }, handle: unit.showOffices }),

    get(at.tree, { ...read, query: treeQuery, handle: unit.showTree }),
    get('/admin/organisasi/baru', { ...edit, query: newUnitQuery, handle: unit.showNewUnit }),
    post('/admin/organisasi/baru', { ...edit, handle: unit.makeUnit, invalid: unit.makeUnitAgain }),
    get('/admin/organisasi/unit/:unitId', { ...read, ...ofUnit, handle: unit.showUnit }),
    get('/admin/organisasi/unit/:unitId/ubah', { ...edit, ...ofUnit, handle: (context) => unit.showEditUnit(context) }),
    post('/admin/organisasi/unit/:unitId/ubah', { ...edit, ...ofUnit, handle: unit.saveUnit, invalid: unit.showEditUnit }),
    get('/admin/organisasi/unit/:unitId/tutup', { ...guarded, ...ofUnit, handle: (context) => unit.showCloseUnit(context) }),
    post('/admin/organisasi/unit/:unitId/tutup', { ...guarded, ...ofUnit, handle: unit.endUnit, invalid: unit.showCloseUnit }),

    get('/admin/organisasi/unit/:unitId/jabatan', { ...guarded, ...ofUnit, handle: (context) => position.showNewPosition(context) }),
    post('/admin/organisasi/unit/:unitId/jabatan', { ...guarded, ...ofUnit, handle: position.makePosition, invalid: position.showNewPosition }),
    get('/admin/organisasi/jabatan/:positionId', { ...read, ...ofPosition, handle: position.showPosition }),
    get('/admin/organisasi/jabatan/:positionId/ubah', { ...guarded, ...ofPosition, handle: (context) => position.showEditPosition(context) }),
    post('/admin/organisasi/jabatan/:positionId/ubah', { ...guarded, ...ofPosition, handle: position.savePosition, invalid: position.showEditPosition }),
    get('/admin/organisasi/jabatan/:positionId/tutup', { ...guarded, ...ofPosition, handle: (context) => position.showClosePosition(context) }),
    post('/admin/organisasi/jabatan/:positionId/tutup', { ...guarded, ...ofPosition, handle: position.endPosition, invalid: position.showClosePosition }),
    get('/admin/organisasi/jabatan/:positionId/tugaskan', { ...assign, ...ofPosition, query: assignQuery, handle: position.showAssign }),
    post('/admin/organisasi/jabatan/:positionId/tugaskan', { ...assign, ...ofPosition, handle: position.assign, invalid: position.assignAgain }),
    get('/admin/organisasi/penugasan/:assignmentId/akhiri', { ...assign, ...ofAssignment, handle: (context) => position.showEndAssignment(context) }),
    post('/admin/organisasi/penugasan/:assignmentId/akhiri', { ...assign, ...ofAssignment, handle: position.end, invalid: position.showEndAssignment }),

    get('/admin/organisasi/jabatan/:positionId/mandat', { ...assign, ...ofPosition, handle: (context) => mandate.showGive(context) }),
    post('/admin/organisasi/jabatan/:positionId/mandat', { ...assign, ...ofPosition, handle: mandate.give, invalid: mandate.showGive }),
    get('/admin/organisasi/mandat/:mandateId/akhiri', { ...assign, ...ofMandate, handle: (context) => mandate.showEnd(context) }),
    post('/admin/organisasi/mandat/:mandateId/akhiri', { ...assign, ...ofMandate, handle: mandate.end, invalid: mandate.showEnd }),

    get(at.roles, { ...read, handle: role.showRoles }),
    get(at.newRole, { ...guarded, handle: (context) => role.showNewRole(context) }),
    post(at.newRole, { ...guarded, handle: role.makeRole, invalid: role.showNewRole }),
    get('/admin/peran/:key', { ...guarded, ...ofRole, handle: (context) => role.showRole(context) }),
    post('/admin/peran/:key', { ...guarded, ...ofRole, handle: role.saveRole, invalid: role.showRole }),
  ],
  commands: [
    createUnit, editUnit, closeUnit, createPosition, editPosition, closePosition, assignOfficial, endAssignment, giveMandate, endMandate, editRole,
  ],
  provides: [
    provide(adminNav, 'organization', { label: { id: 'Organisasi', en: 'Organization' }, href: at.tree, permission: 'organization.read', order: 20 }),
    provide(adminNav, 'roles', { label: { id: 'Peran', en: 'Roles' }, href: at.roles, permission: 'organization.read', order: 30 }),
  ],
  permissions: {
    'organization.read': { id: 'Melihat susunan organisasi', en: 'See the organization' },
    'organization.edit': { id: 'Mengubah unit, jabatan, dan peran', en: 'Change units, positions and roles' },
    'organization.assign': { id: 'Menugaskan pegawai pada jabatan', en: 'Assign employees to positions' },
  },
})
