import { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import { command } from '#kernel/command/command.ts'
import { invalidField } from '#kernel/errors.ts'
import { newId } from '#kernel/ids.ts'
import { findCollision, liesWithin } from '../domain.ts'
import { findOfficial } from '../queries/officials.ts'
import { getPosition, listHoldings } from '../queries/positions.ts'

/** Gives a post to an official from a day on. It takes effect at 00:00 local time by itself: authority is looked up by day. */
export const assignOfficial = command({
  name: 'organization.assign-official',
  event: 'organization.official-assigned.v1',
  access: permitted('organization.assign', { stepUp: true }),
  input: z.object({
    positionId: z.uuid(),
    employeeNumber: z.string().trim().min(1).max(30),
    manner: z.enum(['definitif', 'plt', 'plh']),
    decreeNumber: z.string().trim().min(3).max(100),
    decreeOn: z.iso.date(),
    from: z.iso.date(),
    to: z.iso.date().optional(),
  }),
  async run(tx, input, context) {
    const position = await getPosition(tx, input.positionId)
    context.require('organization.assign', { unitPath: position.unit.path, territory: position.territoryCode })
    const official = await findOfficial(tx, input.employeeNumber)
    if (!official) {
      throw invalidField(
        'employeeNumber',
        'Tidak ada pegawai dengan NIP ini.',
        'There is no employee with this number.',
      )
    }
    if (input.to && input.to < input.from) {
      throw invalidField(
        'to',
        'Hari terakhir tidak boleh sebelum hari pertama.',
        'The last day cannot come before the first day.',
      )
    }
    if (input.manner !== 'definitif' && !input.to) {
      throw invalidField('to', 'Plt dan Plh harus punya hari terakhir.', 'An acting assignment needs a last day.')
    }
    if (!liesWithin(input, { from: position.validFrom, to: position.validTo })) {
      throw invalidField('from', 'Jabatan ini tidak berlaku selama itu.', 'The position does not exist all that time.')
    }
    const collision = findCollision({ ...input, officialId: official.id }, await listHoldings(tx, position.id))
    if (collision) {
      const until = collision.to ? `${collision.from} sampai ${collision.to}` : `sejak ${collision.from}`
      const untilEn = collision.to ? `${collision.from} to ${collision.to}` : `since ${collision.from}`
      throw invalidField(
        'from',
        `${collision.displayName} memegang jabatan ini (${collision.manner}) ${until}. Akhiri dahulu, atau pilih hari lain.`,
        `${collision.displayName} holds this position (${collision.manner}) ${untilEn}. End that first, or choose other days.`,
      )
    }
    const id = newId<'assignment'>(context.now.epochMilliseconds)
    await tx
      .insertInto('organization.assignment')
      .values({
        id,
        position_id: position.id,
        official_id: official.id,
        manner: input.manner,
        decree_number: input.decreeNumber,
        decree_on: input.decreeOn,
        valid_from: input.from,
        valid_to: input.to ?? null,
      })
      .execute()
    context.invalidate('organization')
    return {
      result: { assignmentId: id as string, positionId: position.id },
      event: {
        subject: { type: 'assignment', id },
        payload: {
          positionId: position.id,
          officialId: official.id,
          personId: official.personId,
          manner: input.manner,
          decreeNumber: input.decreeNumber,
          from: input.from,
          to: input.to ?? null,
        },
      },
    }
  },
})
