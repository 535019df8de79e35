import { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import { command } from '#kernel/command/command.ts'
import { invalidField } from '#kernel/errors.ts'
import { newId } from '#kernel/ids.ts'
import { unitCodePattern, unitKinds, unitPath } from '../domain.ts'
import { findUnit } from '../queries/units.ts'
import { refuseTaken, requireArea, unitDetails } from './unit-details.ts'

export const createUnit = command({
  name: 'organization.create-unit',
  event: 'organization.unit-created.v1',
  access: permitted('organization.edit'),
  input: unitDetails.extend({
    parentId: z.uuid().optional(),
    code: z.string().trim().regex(unitCodePattern),
    kind: z.enum(unitKinds),
    validFrom: z.iso.date(),
  }),
  async run(tx, input, context) {
    const parent = input.parentId ? await findUnit(tx, input.parentId) : undefined
    if (input.parentId && !parent)
      throw invalidField('parentId', 'Pilih unit atasan yang ada.', 'Choose an existing unit.')
    if (parent?.validTo) throw invalidField('parentId', 'Unit atasan itu sudah ditutup.', 'That unit is closed.')
    context.require('organization.edit', { unitPath: parent?.path ?? '', territory: input.territoryCode })
    await requireArea(tx, input.territoryCode)
    const path = unitPath(parent?.path, input.code)
    const id = newId<'unit'>(context.now.epochMilliseconds)
    await tx
      .insertInto('organization.unit')
      .values({
        id,
        parent_id: parent?.id ?? null,
        path,
        code: input.code,
        name: input.name,
        short_name: input.shortName,
        kind: input.kind,
        territory_code: input.territoryCode,
        address: input.address ?? null,
        phone: input.phone ?? null,
        email: input.email ?? null,
        valid_from: input.validFrom,
        valid_to: null,
      })
      .execute()
      .catch(
        refuseTaken(
          'code',
          'Kode ini sudah dipakai di bawah unit yang sama.',
          'This code is already used under the same unit.',
        ),
      )
    context.invalidate('organization')
    return {
      result: { unitId: id as string },
      event: {
        subject: { type: 'unit', id },
        payload: { path, name: input.name, kind: input.kind, validFrom: input.validFrom },
      },
    }
  },
})
