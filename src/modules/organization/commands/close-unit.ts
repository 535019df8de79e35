import { sql } from 'kysely'
import { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import { command } from '#kernel/command/command.ts'
import { invalidField } from '#kernel/errors.ts'
import { getUnit } from '../queries/units.ts'

/** A unit closes with its last day; whatever is under it must have closed by then. */
export const closeUnit = command({
  name: 'organization.close-unit',
  event: 'organization.unit-closed.v1',
  access: permitted('organization.edit', { stepUp: true }),
  input: z.object({ unitId: z.uuid(), lastDay: z.iso.date() }),
  async run(tx, { unitId, lastDay }, context) {
    const unit = await getUnit(tx, unitId)
    context.require('organization.edit', { unitPath: unit.path, territory: unit.territoryCode })
    if (lastDay < unit.validFrom) {
      throw invalidField(
        'lastDay',
        'Hari terakhir tidak boleh sebelum unit ini dibentuk.',
        'The last day cannot come before the unit began.',
      )
    }
    const { rows } = await sql<{ open: boolean }>`
      select exists (select 1 from organization.unit where parent_id = ${unitId} and (valid_to is null or valid_to > ${lastDay}))
        or exists (select 1 from organization.position where unit_id = ${unitId} and (valid_to is null or valid_to > ${lastDay}))
        as open`.execute(tx)
    if (rows[0]?.open) {
      throw invalidField(
        'lastDay',
        'Masih ada unit atau jabatan di bawahnya yang berlaku setelah hari itu. Tutup dahulu satu per satu.',
        'Units or positions under it are still open after that day. Close them first.',
      )
    }
    await tx.updateTable('organization.unit').set({ valid_to: lastDay }).where('id', '=', unitId).execute()
    context.invalidate('organization')
    return {
      result: { unitId },
      event: { subject: { type: 'unit', id: unitId }, payload: { path: unit.path, lastDay } },
    }
  },
})
