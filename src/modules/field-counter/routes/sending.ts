import { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { AppError, notFound } from '#kernel/errors.ts'
import { acceptUpload } from '#kernel/files/intake.ts'
import { type Answer, json, post, type RouteContext } from '#kernel/http/route.ts'
import { findStandings, trackingPin } from '#modules/services/index.ts'
import { announceItem, itemSchema } from '../commands/announce-item.ts'
import type { DeviceProof } from '../commands/device-proof.ts'
import { dropParts, isSameFile, keepPart, noteStoredFile } from '../commands/keep-part.ts'
import { noteDevice } from '../commands/note-device.ts'
import { receiveItem, refuseItem, withdrawItem } from '../commands/receive-item.ts'
import { partBytes } from '../domain.ts'
import { fieldCounterPaths } from '../paths.ts'
import { type ExpectedFile, type FieldItem, listExpectedFiles, listOwnItems, readParts } from '../queries/items.ts'
import { proofIn, signedJson } from './signed.ts'

const working = { access: permitted('field-counter.work'), audit: 'own-data' } as const
const itemParams = z.object({ itemId: z.uuid() })

type ItemContext = RouteContext<{ itemId: string }>

/** How an item stands here, for the device that sent it. */
async function standing(context: ItemContext, proof: DeviceProof): Promise<Answer> {
  const { db, params, actor } = context
  const [item] = await listOwnItems(db, actor.accountId ?? '', proof.deviceId, [params.itemId])
  if (!item) throw notFound()
  const files = item.state === 'arriving' ? await listExpectedFiles(db, item.id) : []
  return json({
    ...toDevice(item, context),
    missing: files.filter((file) => !file.isStored).map((file) => ({ id: file.id, numbers: missingOf(file) })),
  })
}

function missingOf(file: ExpectedFile): number[] {
  return Array.from({ length: file.parts }, (_, number) => number).filter((number) => !file.have.includes(number))
}

function toDevice(item: FieldItem, { tenant, now }: Pick<RouteContext, 'tenant' | 'now'>) {
  return {
    id: item.id,
    state: item.state,
    serverTime: now.toString(),
    partsKept: item.partsKept,
    partsWanted: item.partsWanted,
    version: item.version,
    reportedOn: dayOf(item.reportedAt, tenant.profile.zone).toString(),
    isClockTrusted: item.isClockTrusted,
    ...(item.caseId ? { caseNumber: item.caseNumber, pin: trackingPin(tenant, item.caseId) } : {}),
    ...(item.settledAt ? { settledAt: item.settledAt.toString() } : {}),
    ...(item.reasonCode ? { reasonCode: item.reasonCode, reason: item.reason } : {}),
  }
}

export const announce = post('/lapangan/kirim/:itemId', {
  ...working,
  params: itemParams,
  // Signed by the device (`signed.ts`).
  csrf: false,
  rawBody: true,
  async handle(context) {
    const { body, proof } = signedJson(context)
    const item = itemSchema.safeParse(body)
    if (!item.success) throw new AppError('unreadable', { cause: item.error })
    await context.run(announceItem, { itemId: context.params.itemId, proof, item: item.data })
    return standing(context, proof)
  },
})

export const sendPart = post('/lapangan/kirim/:itemId/:fileId/:number', {
  ...working,
  params: z.object({ itemId: z.uuid(), fileId: z.uuid(), number: z.coerce.number().int().min(0) }),
  // Signed by the device (`signed.ts`).
  csrf: false,
  upload: { maxFileBytes: partBytes, maxFiles: 1 },
  perMinute: 600,
  async handle(context) {
    const [piece] = context.uploads
    if (!piece || piece.tooLarge) throw new AppError('unreadable')
    const proof = proofIn(context, piece.bytes)
    await context.run(keepPart, { ...context.params, bytes: piece.bytes, proof })
    return json({ kept: context.params.number })
  },
})

/** Everything has arrived: the files are looked at and put away, then the case is made, or it is said why not. */
export const finish = post('/lapangan/kirim/:itemId/selesai', {
  ...working,
  params: itemParams,
  // Signed by the device (`signed.ts`).
  csrf: false,
  rawBody: true,
  async handle(context) {
    const { proof } = signedJson(context)
    const { itemId } = context.params
    try {
      for (const file of await listExpectedFiles(context.db, itemId)) await storeFile(context, proof, file)
      await context.run(receiveItem, { itemId, proof })
    } catch (error) {
      if (!(error instanceof AppError) || !isRefusal(error)) throw error
      await context.run(refuseItem, {
        itemId,
        proof,
        state: error.code === 'conflict' ? 'conflict' : 'refused',
        code: String(error.params['reason'] ?? error.code),
        text: { id: error.say('id'), en: error.say('en') },
        caseNumber: String(error.params['caseNumber'] ?? '') || undefined,
        fields: error.fields,
      })
    }
    return standing(context, proof)
  },
})

/** What belongs to the application, as against what belongs to the session, the device or the hour. */
function isRefusal(error: AppError): boolean {
  const passing = ['device-revoked', 'waits-for-earlier', 'parts-missing'].includes(
    String(error.params['reason'] ?? ''),
  )
  if (passing || error.status >= 500) return false
  return !['sign-in-needed', 'step-up-needed', 'too-many-requests', 'not-found', 'unreadable'].includes(error.code)
}

async function storeFile(context: ItemContext, proof: DeviceProof, file: ExpectedFile): Promise<void> {
  if (file.isStored) return
  const at = { itemId: context.params.itemId, fileId: file.id, proof }
  if (missingOf(file).length > 0) throw new AppError('wrong-state', { params: { reason: 'parts-missing' } })
  const bytes = await readParts(context.db, at.itemId, file.id)
  if (!isSameFile(bytes, file.digest)) {
    await context.run(dropParts, at)
    throw new AppError('wrong-state', { params: { reason: 'parts-missing' } })
  }
  const accepted = await acceptUpload(
    { field: file.field, name: file.name, bytes, tooLarge: false },
    '10 MB',
    context.config,
  ).catch((error: unknown) => {
    if (!(error instanceof AppError) || error.status >= 500) throw error
    const message = { id: error.say('id'), en: error.say('en') }
    throw new AppError('invalid-input', { fields: [{ path: file.field, message }] })
  })
  const fileHash = await context.tenant.files.put(accepted.bytes)
  const { name, mediaType, width, height } = accepted
  const stored = { fileHash, name, mediaType, sizeBytes: accepted.bytes.length, width, height }
  await context.run(noteStoredFile, { ...at, stored })
}

export const withdraw = post('/lapangan/kirim/:itemId/batal', {
  ...working,
  params: itemParams,
  // Signed by the device (`signed.ts`).
  csrf: false,
  rawBody: true,
  async handle(context) {
    const { body, proof } = signedJson(context)
    const { reason } = (body ?? {}) as { reason?: unknown }
    await context.run(withdrawItem, { itemId: context.params.itemId, proof, reason })
    return json({ state: 'withdrawn' })
  },
})

const report = z.object({
  drafts: z.number(),
  queued: z.number(),
  oldestQueuedAt: z.string().optional(),
  packMadeAt: z.string().optional(),
  wiped: z.boolean().default(false),
  /** Items whose state is asked for. */
  items: z.array(z.uuid()).max(200).default([]),
})

/** A device tells how it is, and hears what became of what it sent, what the time is, and whether it still may. */
export const deviceState = post(fieldCounterPaths.state, {
  ...working,
  // Signed by the device (`signed.ts`).
  csrf: false,
  rawBody: true,
  perMinute: 60,
  async handle(context) {
    const { body, proof } = signedJson(context)
    const said = report.safeParse(body)
    if (!said.success) throw new AppError('unreadable', { cause: said.error })
    const { items: ids, ...rest } = said.data
    const device = await context.run(noteDevice, { proof, ...rest })
    const { db, actor, now } = context
    const items = device.isRevoked ? [] : await listOwnItems(db, actor.accountId ?? '', proof.deviceId, ids)
    const standings = await findStandings(
      db,
      items.flatMap((item) => item.caseId ?? []),
    )
    return json({
      serverTime: now.toString(),
      accountId: actor.accountId,
      isRevoked: device.isRevoked,
      items: items.map((item) => ({
        ...toDevice(item, context),
        case: standings.find((each) => each.caseId === item.caseId),
      })),
    })
  },
})
