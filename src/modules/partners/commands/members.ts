import { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import { command } from '#kernel/command/command.ts'
import { AppError, invalidField, notFound } from '#kernel/errors.ts'
import { newId } from '#kernel/ids.ts'
import { findPersonByNik } from '#modules/people/index.ts'
import { refuseUnknown } from './keys.ts'
import { lockPartner } from './partners.ts'

const keeps = permitted('partners.keep', { stepUp: true })

/** Somebody who may act for the partner on the pages, with his own account. */
export const addMember = command({
  name: 'partners.add-member',
  event: 'partners.member-added.v1',
  access: keeps,
  input: z.object({
    partnerId: z.uuid(),
    nik: z.string().trim().max(30),
    permissions: z.array(z.string().max(80)).min(1),
  }),
  async run(tx, { partnerId, nik, permissions }, { tenant, now }) {
    const partner = await lockPartner(tx, partnerId)
    if (partner.state === 'ended') throw new AppError('wrong-state')
    refuseUnknown(permissions)
    const person = await findPersonByNik(tenant, tx, nik)
    if (person?.status !== 'active') {
      throw invalidField(
        'nik',
        'NIK ini tidak ada pada register penduduk.',
        'This NIK is not in the population register.',
      )
    }
    const present = await tx
      .selectFrom('partners.member')
      .select('id')
      .where('partner_id', '=', partnerId)
      .where('person_id', '=', person.id)
      .where('ended_at', 'is', null)
      .executeTakeFirst()
    if (present) throw invalidField('nik', 'Orang ini sudah menjadi petugas mitra.', 'This person is a member already.')
    const id = newId<'partner-member'>(now.epochMilliseconds)
    await tx
      .insertInto('partners.member')
      .values({
        id,
        partner_id: partnerId,
        person_id: person.id,
        permissions: [...permissions],
        added_at: now.toString(),
      })
      .execute()
    const payload = { memberId: id, personId: person.id, permissions }
    return { result: id, event: { subject: { type: 'partner', id: partnerId }, payload } }
  },
})

export const endMember = command({
  name: 'partners.end-member',
  event: 'partners.member-ended.v1',
  access: keeps,
  input: z.object({ partnerId: z.uuid(), memberId: z.uuid() }),
  async run(tx, { partnerId, memberId }, { now }) {
    const done = await tx
      .updateTable('partners.member')
      .set({ ended_at: now.toString() })
      .where('id', '=', memberId)
      .where('partner_id', '=', partnerId)
      .where('ended_at', 'is', null)
      .returning('person_id')
      .executeTakeFirst()
    if (!done) throw notFound()
    const payload = { memberId, personId: done.person_id }
    return { result: undefined, event: { subject: { type: 'partner', id: partnerId }, payload } }
  },
})
