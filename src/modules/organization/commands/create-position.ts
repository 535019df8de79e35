import { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import { command } from '#kernel/command/command.ts'
import { invalidField } from '#kernel/errors.ts'
import { newId } from '#kernel/ids.ts'
import { getUnit } from '../queries/units.ts'
import { attachRoles } from './role-rows.ts'
import { requireArea, unitDetails } from './unit-details.ts'

export const createPosition = command({
  name: 'organization.create-position',
  event: 'organization.position-created.v1',
  access: permitted('organization.edit', { stepUp: true }),
  input: z.object({
    unitId: z.uuid(),
    title: z.string().trim().min(3).max(200),
    rank: z.coerce.number().int().min(1).max(999),
    territoryCode: unitDetails.shape.territoryCode,
    roles: z.array(z.string()).max(40),
    validFrom: z.iso.date(),
  }),
  async run(tx, input, context) {
    const unit = await getUnit(tx, input.unitId)
    context.require('organization.edit', { unitPath: unit.path, territory: input.territoryCode || unit.territoryCode })
    if (unit.validTo) throw invalidField('title', 'Unit ini sudah ditutup.', 'This unit is closed.')
    if (input.validFrom < unit.validFrom) {
      throw invalidField(
        'validFrom',
        'Jabatan tidak dapat berlaku sebelum unitnya.',
        'A position cannot begin before its unit.',
      )
    }
    await requireArea(tx, input.territoryCode)
    const id = newId<'position'>(context.now.epochMilliseconds)
    await tx
      .insertInto('organization.position')
      .values({
        id,
        unit_id: unit.id,
        title: input.title,
        rank: input.rank,
        territory_code: input.territoryCode,
        valid_from: input.validFrom,
        valid_to: null,
      })
      .execute()
    await attachRoles(tx, id, input.roles)
    context.invalidate('organization')
    return {
      result: { positionId: id as string, unitId: unit.id },
      event: {
        subject: { type: 'position', id },
        payload: { unitPath: unit.path, title: input.title, roles: input.roles, validFrom: input.validFrom },
      },
    }
  },
})
