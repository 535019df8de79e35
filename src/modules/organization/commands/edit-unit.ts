import { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import { command } from '#kernel/command/command.ts'
import { getUnit } from '../queries/units.ts'
import { requireArea, unitDetails } from './unit-details.ts'

/** Name, address and area of a unit; its code and place in the tree stay, because grants and files refer to them. */
export const editUnit = command({
  name: 'organization.edit-unit',
  event: 'organization.unit-edited.v1',
  access: permitted('organization.edit'),
  input: unitDetails.extend({ unitId: z.uuid() }),
  async run(tx, input, context) {
    const unit = await getUnit(tx, input.unitId)
    context.require('organization.edit', { unitPath: unit.path, territory: unit.territoryCode })
    context.require('organization.edit', { territory: input.territoryCode })
    await requireArea(tx, input.territoryCode)
    await tx
      .updateTable('organization.unit')
      .set({
        name: input.name,
        short_name: input.shortName,
        territory_code: input.territoryCode,
        address: input.address ?? null,
        phone: input.phone ?? null,
        email: input.email ?? null,
      })
      .where('id', '=', unit.id)
      .execute()
    context.invalidate('organization')
    return {
      result: { unitId: unit.id },
      event: {
        subject: { type: 'unit', id: unit.id },
        payload: { path: unit.path, name: input.name, territoryCode: input.territoryCode },
      },
    }
  },
})
