import type { Selectable } from 'kysely'
import { z } from 'zod'
import { citizen } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { type CommandContext, command } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError, type FieldError, notFound } from '#kernel/errors.ts'
import { newId } from '#kernel/ids.ts'
import { accountForPerson } from '#modules/accounts/index.ts'
import { sendMessage } from '#modules/messaging/index.ts'
import { findPersonByNik, parseNik } from '#modules/people/index.ts'
import type { ServiceDefinition } from '../definition/schema.ts'
import { listServices } from '../definition/store.ts'
import { servicePaths } from '../paths.ts'
import type { MandateTable } from '../tables.ts'
import { mandateMessages } from '../texts/work.ts'

type MandateRow = Selectable<MandateTable>

/**
 * Lets another person apply in one's name, for one service or all that allow it, until a day. It begins to work when
 * the other accepts.
 * @basis KUH Perdata pasal 1792
 */
export const offerMandate = command({
  name: 'services.offer-mandate',
  event: 'services.mandate-offered.v1',
  access: citizen,
  input: z.object({ nik: z.string().max(40), serviceId: z.string().max(80).optional(), validTo: z.string().max(10) }),
  async run(tx, input, context) {
    const { actor, now, tenant } = context
    const today = dayOf(now, tenant.profile.zone).toString()
    const faults: FieldError[] = []
    const nik = parseNik(input.nik)
    const agent = nik && (await findPersonByNik(tenant, tx, nik))
    const account = agent && (await accountForPerson(tx, agent.id))
    if (agent && agent.id === actor.personId) faults.push({ path: 'nik', message: ownNik })
    // One answer whether the NIK or the account is missing: nobody learns here which NIKs exist.
    else if (!account) faults.push({ path: 'nik', message: noAccount })
    if (!/^\d{4}-\d\d-\d\d$/.test(input.validTo) || input.validTo < today) {
      faults.push({ path: 'validTo', message: pastDay })
    }
    if (input.serviceId) {
      const service = (await listServices(tx, today)).find((each) => each.id === input.serviceId)
      if (!service?.mandate) faults.push({ path: 'serviceId', message: notByMandate })
    }
    if (faults.length || !agent || !account || !actor.personId) throw new AppError('invalid-input', { fields: faults })
    const same = await tx
      .selectFrom('services.mandate')
      .select('id')
      .where('principal_person_id', '=', actor.personId)
      .where('agent_person_id', '=', agent.id)
      .where('status', 'in', ['offered', 'accepted'])
      .where('valid_to', '>=', today)
      .where('service_id', input.serviceId ? '=' : 'is', input.serviceId ?? null)
      .executeTakeFirst()
    if (same) throw new AppError('conflict', { text: twice })
    const id = newId(now.epochMilliseconds)
    await tx
      .insertInto('services.mandate')
      .values({
        id,
        principal_person_id: actor.personId,
        agent_person_id: agent.id,
        service_id: input.serviceId ?? null,
        status: 'offered',
        valid_from: today,
        valid_to: input.validTo,
        created_at: now.toString(),
      })
      .execute()
    const message = mandateMessages.offered(actor.name)
    await sendMessage(tx, context, { accountId: account.id, ...message, link: servicePaths.mandates })
    const payload = { agentPersonId: agent.id, serviceId: input.serviceId ?? null, validTo: input.validTo }
    return { result: { mandateId: id }, event: { subject: { type: 'mandate', id }, payload } }
  },
})

const decision = z.object({ mandateId: z.uuid() })

export const acceptMandate = command({
  name: 'services.accept-mandate',
  event: 'services.mandate-accepted.v1',
  access: citizen,
  input: decision,
  run: (tx, input, context) => decide(tx, context, input.mandateId, 'accepted'),
})

export const declineMandate = command({
  name: 'services.decline-mandate',
  event: 'services.mandate-declined.v1',
  access: citizen,
  input: decision,
  run: (tx, input, context) => decide(tx, context, input.mandateId, 'declined'),
})

/** Either side may end it, at once. @basis KUH Perdata pasal 1814 dan 1817 */
export const revokeMandate = command({
  name: 'services.revoke-mandate',
  event: 'services.mandate-revoked.v1',
  access: citizen,
  input: decision,
  async run(tx, input, context) {
    const row = await lockMandate(tx, input.mandateId)
    const me = context.actor.personId
    if (row.principal_person_id !== me && row.agent_person_id !== me) throw notFound()
    if (row.status === 'revoked') return { result: undefined, event: undefined }
    if (row.status === 'declined') throw new AppError('wrong-state')
    await setStatus(tx, context, row.id, 'revoked')
    const other = row.principal_person_id === me ? row.agent_person_id : row.principal_person_id
    await tell(tx, context, other, mandateMessages.revoked(context.actor.name))
    return { result: undefined, event: { subject: { type: 'mandate', id: row.id }, payload: {} } }
  },
})

async function decide(tx: WriteHandle, context: CommandContext, id: string, status: 'accepted' | 'declined') {
  const row = await lockMandate(tx, id)
  if (row.agent_person_id !== context.actor.personId) throw notFound()
  if (row.status === status) return { result: undefined, event: undefined }
  if (row.status !== 'offered') throw new AppError('wrong-state')
  await setStatus(tx, context, row.id, status)
  const words = mandateMessages.decided(context.actor.name, status === 'accepted')
  await tell(tx, context, row.principal_person_id, words)
  return { result: undefined, event: { subject: { type: 'mandate', id: row.id }, payload: {} } }
}

/**
 * The power of attorney under which an agent applies for another.
 * @returns the person in whose name it is
 * @throws forbidden when it does not stand, or not for this service
 */
export async function requireMandate(
  tx: WriteHandle,
  context: CommandContext,
  mandateId: string,
  definition: Pick<ServiceDefinition, 'id' | 'mandate'>,
): Promise<string> {
  const today = dayOf(context.now, context.tenant.profile.zone).toString()
  const row = await tx.selectFrom('services.mandate').selectAll().where('id', '=', mandateId).executeTakeFirst()
  const stands =
    row?.status === 'accepted' &&
    row.agent_person_id === context.actor.personId &&
    row.valid_from <= today &&
    today <= row.valid_to &&
    (row.service_id === null || row.service_id === definition.id)
  if (!row || !stands || !definition.mandate) {
    throw new AppError('forbidden', {
      text: {
        id: 'Kuasa untuk permohonan ini tidak berlaku lagi, atau bukan untuk layanan ini.',
        en: 'The power of attorney for this application no longer stands, or is not for this service.',
      },
    })
  }
  return row.principal_person_id
}

/** The one in whose name an application begins hears of it each time. */
export async function tellMandateUsed(
  tx: WriteHandle,
  context: CommandContext,
  principalPersonId: string,
  definition: Pick<ServiceDefinition, 'title'>,
): Promise<void> {
  await tell(tx, context, principalPersonId, mandateMessages.used(context.actor.name, definition.title.id))
}

async function lockMandate(tx: WriteHandle, id: string): Promise<MandateRow> {
  const row = await tx.selectFrom('services.mandate').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  if (!row) throw notFound()
  return row
}

async function setStatus(tx: WriteHandle, context: CommandContext, id: string, status: MandateRow['status']) {
  const decided_at = context.now.toString()
  await tx.updateTable('services.mandate').set({ status, decided_at }).where('id', '=', id).execute()
}

async function tell(
  tx: WriteHandle,
  context: CommandContext,
  personId: string,
  words: { title: string; body: string },
): Promise<void> {
  const account = await accountForPerson(tx, personId)
  if (account) await sendMessage(tx, context, { accountId: account.id, ...words, link: servicePaths.mandates })
}

const ownNik = { id: 'Ini NIK Anda sendiri.', en: 'This is your own NIK.' }
const noAccount = {
  id: 'Tidak ada akun Balai dengan NIK ini. Periksa lagi 16 angkanya, atau minta orangnya mendaftar dahulu.',
  en: 'There is no Balai account with this NIK. Check its 16 digits, or ask the person to sign up first.',
}
const pastDay = { id: 'Pilih hari terakhir, hari ini atau sesudahnya.', en: 'Choose the last day, today or later.' }
const notByMandate = {
  id: 'Layanan ini tidak dapat dikuasakan.',
  en: 'This service cannot be applied for by another.',
}
const twice = {
  id: 'Kuasa yang sama sudah ada. Cabut yang lama dahulu bila ingin mengubahnya.',
  en: 'The same power of attorney is there already. Revoke it first to change it.',
}
