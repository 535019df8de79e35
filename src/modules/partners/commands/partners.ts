import { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { command } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError, invalidField, notFound } from '#kernel/errors.ts'
import { newId } from '#kernel/ids.ts'
import { partnerKinds, partnerStates, statesAfter } from '../domain.ts'

const keeps = permitted('partners.keep', { stepUp: true })

const facts = z.object({
  name: z.string().trim().min(3).max(120),
  kind: z.enum(partnerKinds),
  territoryCode: z
    .string()
    .trim()
    .max(20)
    .regex(/^(\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?)?$/),
  agreement: z.string().trim().min(3).max(120),
  agreementUntil: z.iso.date(),
  contactName: z.string().trim().min(2).max(120),
  contactPhone: z
    .string()
    .trim()
    .regex(/^\+?[\d\s-]{8,20}$/),
  contactEmail: z.email().max(200),
})

export const registerPartner = command({
  name: 'partners.register-partner',
  event: 'partners.partner-registered.v1',
  access: keeps,
  input: facts,
  async run(tx, input, { tenant, now }) {
    if (input.agreementUntil < dayOf(now, tenant.profile.zone).toString()) throw agreementOver()
    await refuseTaken(tx, input.name)
    const id = newId<'partner'>(now.epochMilliseconds)
    const moment = now.toString()
    await tx
      .insertInto('partners.partner')
      .values({ id, ...columns(input), created_at: moment, updated_at: moment })
      .execute()
    const { name, kind, agreement } = input
    return { result: id, event: { subject: { type: 'partner', id }, payload: { name, kind, agreement } } }
  },
})

export const changePartner = command({
  name: 'partners.change-partner',
  event: 'partners.partner-changed.v1',
  access: keeps,
  input: facts.extend({ partnerId: z.uuid() }),
  async run(tx, { partnerId, ...input }, { now }) {
    await lockPartner(tx, partnerId)
    await refuseTaken(tx, input.name, partnerId)
    await tx
      .updateTable('partners.partner')
      .set({ ...columns(input), updated_at: now.toString() })
      .where('id', '=', partnerId)
      .execute()
    const { name, kind, agreement, agreementUntil } = input
    const payload = { name, kind, agreement, agreementUntil }
    return { result: undefined, event: { subject: { type: 'partner', id: partnerId }, payload } }
  },
})

/** Suspended and ended partners get no answers, from this moment. */
export const setPartnerState = command({
  name: 'partners.set-partner-state',
  event: 'partners.partner-state-set.v1',
  access: keeps,
  input: z.object({ partnerId: z.uuid(), state: z.enum(partnerStates), reason: z.string().trim().min(10).max(500) }),
  async run(tx, { partnerId, state, reason }, { now }) {
    const partner = await lockPartner(tx, partnerId)
    if (!statesAfter[partner.state].includes(state)) throw new AppError('wrong-state')
    await tx
      .updateTable('partners.partner')
      .set({ state, state_reason: reason, updated_at: now.toString() })
      .where('id', '=', partnerId)
      .execute()
    return { result: undefined, event: { subject: { type: 'partner', id: partnerId }, payload: { state, reason } } }
  },
})

/** The partner's row, locked. @throws not-found */
export async function lockPartner(tx: WriteHandle, id: string) {
  const row = await tx.selectFrom('partners.partner').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  if (!row) throw notFound()
  return row
}

async function refuseTaken(tx: WriteHandle, name: string, ownId?: string): Promise<void> {
  const row = await tx.selectFrom('partners.partner').select('id').where('name', '=', name).executeTakeFirst()
  if (row && row.id !== ownId) {
    throw invalidField(
      'name',
      'Mitra dengan nama ini sudah terdaftar.',
      'A partner of this name is registered already.',
    )
  }
}

function agreementOver(): AppError {
  return invalidField(
    'agreementUntil',
    'Perjanjian ini sudah berakhir. Tulis hari terakhir perjanjian yang berlaku.',
    'This agreement is over. Give the last day of the one that holds.',
  )
}

function columns(input: z.infer<typeof facts>) {
  return {
    name: input.name,
    kind: input.kind,
    territory_code: input.territoryCode,
    agreement: input.agreement,
    agreement_until: input.agreementUntil,
    contact_name: input.contactName,
    contact_phone: input.contactPhone,
    contact_email: input.contactEmail,
  }
}
