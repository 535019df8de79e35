import { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import { instantOf } from '#kernel/clock/clock.ts'
import { type CommandContext, command } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError, type FieldError, invalidField, notFound } from '#kernel/errors.ts'
import { findPersonByNik, type Person } from '#modules/people/index.ts'
import { type Answers, type NewFile, takeIn } from '#modules/services/index.ts'
import { nearName } from '../domain.ts'
import { findSameEvent } from '../same-event.ts'
import { type ItemContent, itemContext } from './announce-item.ts'
import { proofSchema, requireDevice } from './device-proof.ts'

/**
 * Makes a case of an item of which everything has arrived: papers, answers and case in one transaction, once. The case
 * bears the id that the device made, so an answer that got lost is asked for again and nothing is done twice.
 */
export const receiveItem = command({
  name: 'field-counter.receive-item',
  event: 'field-counter.item-received.v1',
  access: permitted('field-counter.work'),
  input: z.object({ itemId: z.uuid(), proof: proofSchema }),
  async run(tx, { itemId, proof }, context) {
    const { actor, now, tenant } = context
    const device = await requireDevice(tx, context, proof)
    const item = await tx
      .selectFrom('field_counter.item')
      .selectAll()
      .where('id', '=', itemId)
      .where('device_id', '=', device.id)
      .where('account_id', '=', actor.accountId ?? '')
      .forUpdate()
      .executeTakeFirst()
    if (!item) throw notFound()
    if (item.state === 'received') return { result: undefined, event: undefined }
    if (item.state !== 'arriving' || !item.content) throw new AppError('wrong-state')
    if (item.depends_on) await requireEarlier(tx, item.depends_on, item.device_id)
    const content = tenant.cipher.openJson<ItemContent>(item.content, itemContext)
    const person = await requireApplicant(tx, context, content)
    const reportedAt = instantOf(item.reported_at)
    const taken = await takeIn(tx, context, {
      id: itemId,
      serviceId: item.service_id,
      personId: person.id,
      answers: content.answers,
      files: await storedFiles(tx, itemId),
      reported: { at: reportedAt, note: noteOf(item.local_number, content) },
      forbids: item.other_event_reason
        ? undefined
        : (_definition, answers) => requireNew(tx, context, item.service_id, itemId, content.applicant.nik, answers),
    })
    context.require('field-counter.work', { territory: taken.territory })
    await tx
      .updateTable('field_counter.item')
      .set({
        state: 'received',
        case_id: taken.caseId,
        case_number: taken.number,
        territory_code: taken.territory,
        version: taken.version,
        settled_at: now.toString(),
        content: null,
      })
      .where('id', '=', itemId)
      .execute()
    const payload = {
      caseId: taken.caseId,
      number: taken.number,
      serviceId: item.service_id,
      version: taken.version,
      localNumber: item.local_number,
      device: device.code,
      applicantPersonId: person.id,
      presence: content.applicant.presence,
      identity: content.applicant.identity,
      filledAt: instantOf(item.filled_at).toString(),
      reportedAt: reportedAt.toString(),
      clockTrusted: item.clock_trusted,
      ...(item.other_event_reason ? { otherEventReason: item.other_event_reason } : {}),
    }
    return { result: undefined, event: { subject: { type: 'field-item', id: itemId }, payload } }
  },
})

/** Why an item did not become a case, in words that its official can act upon. */
export const refuseItem = command({
  name: 'field-counter.refuse-item',
  event: 'field-counter.item-refused.v1',
  access: permitted('field-counter.work'),
  input: z.object({
    itemId: z.uuid(),
    proof: proofSchema,
    state: z.enum(['refused', 'conflict']),
    code: z.string().max(40),
    text: z.object({ id: z.string(), en: z.string() }),
    caseNumber: z.string().optional(),
    fields: z.array(z.object({ path: z.string(), message: z.object({ id: z.string(), en: z.string() }) })),
  }),
  async run(tx, { itemId, proof, state, code, ...reason }, context) {
    const device = await requireDevice(tx, context, proof)
    const { numUpdatedRows } = await tx
      .updateTable('field_counter.item')
      .set({ state, reason_code: code, reason: JSON.stringify(reason), settled_at: context.now.toString() })
      .where('id', '=', itemId)
      .where('device_id', '=', device.id)
      .where('account_id', '=', context.actor.accountId ?? '')
      .where('state', '=', 'arriving')
      .executeTakeFirst()
    const payload = { state, code, fields: reason.fields.map((field) => field.path) }
    const event = { subject: { type: 'field-item', id: itemId }, payload }
    return { result: undefined, event: numUpdatedRows > 0n ? event : undefined }
  },
})

/** The official gives an item up: it was somebody else's report already, or it was a mistake. */
export const withdrawItem = command({
  name: 'field-counter.withdraw-item',
  event: 'field-counter.item-withdrawn.v1',
  access: permitted('field-counter.work'),
  input: z.object({ itemId: z.uuid(), proof: proofSchema, reason: z.string().trim().min(5).max(300) }),
  async run(tx, { itemId, proof, reason }, context) {
    const device = await requireDevice(tx, context, proof)
    const item = await tx
      .selectFrom('field_counter.item')
      .select('state')
      .where('id', '=', itemId)
      .where('device_id', '=', device.id)
      .where('account_id', '=', context.actor.accountId ?? '')
      .forUpdate()
      .executeTakeFirst()
    // What never arrived is given up on the device alone.
    if (!item || item.state === 'withdrawn') return { result: undefined, event: undefined }
    if (item.state === 'received') throw new AppError('wrong-state')
    await tx.deleteFrom('field_counter.part').where('item_id', '=', itemId).execute()
    await tx
      .updateTable('field_counter.item')
      .set({
        state: 'withdrawn',
        reason_code: 'withdrawn',
        reason: JSON.stringify({ text: { id: reason, en: reason }, fields: [] }),
        content: null,
        settled_at: context.now.toString(),
      })
      .where('id', '=', itemId)
      .execute()
    return { result: undefined, event: { subject: { type: 'field-item', id: itemId }, payload: { reason } } }
  },
})

async function requireApplicant(
  tx: WriteHandle,
  { tenant }: CommandContext,
  { applicant }: ItemContent,
): Promise<Person> {
  const person = await findPersonByNik(tenant, tx, applicant.nik)
  const wrong = (field: string, id: string, en: string): FieldError => ({
    path: `applicant.${field}`,
    message: { id, en },
  })
  if (!person) {
    throw invalidField(
      'applicant.nik',
      'NIK pemohon tidak ada dalam register kami. Periksa 16 angkanya pada KTP atau KK.',
      'The applicant’s NIK is not in our register. Check its 16 digits on the identity or family card.',
    )
  }
  const fields = [
    ...(person.diedOn
      ? [wrong('nik', 'Pemilik NIK ini tercatat meninggal.', 'The holder of this NIK is recorded as deceased.')]
      : []),
    ...(nearName(person.fullName, applicant.fullName)
      ? []
      : [
          wrong(
            'fullName',
            'Nama pemohon tidak sama dengan yang tercatat pada NIK itu. Periksa KTP.',
            'The name is not the one recorded with this NIK. Check the identity card.',
          ),
        ]),
  ]
  if (fields.length > 0) throw new AppError('invalid-input', { fields })
  return person
}

/** Of one family what came first goes first; what it waited for may also have been given up. */
async function requireEarlier(tx: WriteHandle, itemId: string, deviceId: string): Promise<void> {
  const earlier = await tx
    .selectFrom('field_counter.item')
    .select(['state', 'local_number'])
    .where('id', '=', itemId)
    .where('device_id', '=', deviceId)
    .executeTakeFirst()
  if (earlier?.state === 'received' || earlier?.state === 'withdrawn') return
  throw new AppError('wrong-state', {
    params: { reason: 'waits-for-earlier' },
    text: {
      id: `Menunggu kiriman lain dari keluarga yang sama${earlier ? ` (${earlier.local_number})` : ''}.`,
      en: `Waits for another item of the same family${earlier ? ` (${earlier.local_number})` : ''}.`,
    },
  })
}

/** @throws conflict when the event was reported or registered already */
async function requireNew(
  tx: WriteHandle,
  { tenant }: CommandContext,
  serviceId: string,
  itemId: string,
  applicantNik: string,
  answers: Answers,
): Promise<void> {
  const found = await findSameEvent(tenant, tx, { serviceId, itemId, applicantNik, answers })
  if (!found) return
  throw new AppError('conflict', {
    text: found.text,
    params: { reason: 'same-event', caseNumber: found.caseNumber ?? '' },
  })
}

async function storedFiles(tx: WriteHandle, itemId: string): Promise<(NewFile & { field: string })[]> {
  const rows = await tx
    .selectFrom('field_counter.file')
    .select(['field', 'stored'])
    .where('item_id', '=', itemId)
    .orderBy('id')
    .execute()
  if (rows.some((row) => row.stored === null))
    throw new AppError('wrong-state', { params: { reason: 'parts-missing' } })
  return rows.map((row) => ({ field: row.field, ...(row.stored as NewFile) }))
}

const identityWords = { ktp: 'KTP-el', kk: 'kartu keluarga', other: 'dokumen lain' } as const

function noteOf(localNumber: string, { applicant }: ItemContent): string {
  const who =
    applicant.presence === 'self' ? 'pemohon hadir' : `diwakili ${applicant.proxyName || 'kuasa'} dengan surat kuasa`
  return `Diterima loket lapangan, tanda terima ${localNumber}; ${who}, dikenali dari ${identityWords[applicant.identity]}.`
}
