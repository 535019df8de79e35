import type { Logger } from 'pino'
import type { Command } from '#kernel/command/command.ts'
import type { ReadHandle } from '#kernel/db/database.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { checkStoredDocument } from '../queries/check-stored.ts'
import { continues, type ExpectedSigner } from './check-signed.ts'
import type { SignerSecret, SigningService, SignOutcome } from './client/signing-service.ts'
import { addCertifiedSignature } from './commands/add-certified-signature.ts'
import { type AskedDocument, askSignatures } from './commands/ask-signatures.ts'
import { noteCertification } from './commands/batches.ts'
import type { Problem } from './domain.ts'
import { listOpenOrdinals } from './queries/batches.ts'

export interface BatchWork {
  readonly batchId: string
  readonly tenant: Tenant
  readonly db: ReadHandle
  readonly now: () => Temporal.Instant
  readonly log: Pick<Logger, 'error' | 'warn'>
  readonly service: SigningService
  readonly signer: ExpectedSigner
  /** Held by this work alone, and gone with it. */
  readonly secret: SignerSecret
  run<Input, Result>(command: Command<Input, Result>, input: unknown): Promise<Result>
}

/** Why a batch goes no further. */
export interface BatchEnd {
  readonly problem: Problem
  readonly detail?: string | undefined
}

const UNSTEADY_AFTER = 3
const RETRY_PAUSE_MS = 2000

/**
 * Has the documents of a started batch signed, one request after another, in this process. Whatever happens to the process,
 * each document is either certified, waiting, or known to have been sent.
 * @param first called once, when the first request came to its end: without a problem, the proof was right
 */
export async function runBatch(work: BatchWork, first: (end: BatchEnd | undefined) => void): Promise<void> {
  const { batchId } = work
  try {
    const end = await signAll(work, first)
    const outcome = end ? { state: 'stopped' as const, ...end } : { state: 'done' as const }
    await work.run(noteCertification, { batchId, outcomes: [], end: outcome })
  } catch (error) {
    // What is under way is settled by the timetable, as after a crash. The secret is in none of these errors.
    work.log.error({ err: error, batch: batchId }, 'a batch of certified signatures was interrupted')
  } finally {
    first(undefined)
  }
}

async function signAll(work: BatchWork, first: (end: BatchEnd | undefined) => void): Promise<BatchEnd | undefined> {
  const { batchId, service } = work
  let inTrouble = 0
  for (;;) {
    const waiting = await listOpenOrdinals(work.tenant.pools.write, batchId)
    if (waiting.length === 0) return undefined
    const { halted, asked } = await work.run(askSignatures, {
      batchId,
      ordinals: waiting.slice(0, service.perRequest),
    })
    if (halted) return undefined
    if (asked.length === 0) continue
    const { end, ok } = await signSome(work, asked)
    if (end) {
      first(end)
      return end
    }
    if (ok) first(undefined)
    inTrouble = ok ? 0 : inTrouble + 1
    if (inTrouble >= UNSTEADY_AFTER) return { problem: 'unsteady' }
  }
}

interface Signed {
  readonly end?: BatchEnd | undefined
  readonly ok: boolean
}

async function signSome(work: BatchWork, all: readonly AskedDocument[]): Promise<Signed> {
  const { tenant, service, batchId } = work
  const intact: AskedDocument[] = []
  for (const one of all) {
    if ((await checkStoredDocument(tenant, work.db, one.documentId, work.now())) === 'genuine') intact.push(one)
    else
      await work.run(noteCertification, {
        batchId,
        outcomes: [{ ordinal: one.ordinal, state: 'failed', problem: 'damaged' }],
      })
  }
  if (intact.length === 0) return { ok: true }
  const files: Buffer[] = []
  for (const { fileHash } of intact) files.push(Buffer.from(await tenant.files.get(fileHash)))
  const outcome = await ask(work, files, intact)
  const note = (
    state: 'waiting' | 'failed' | 'unknown',
    problem?: Problem,
    more: { detail?: string; remoteId?: string | undefined } = {},
  ) =>
    work.run(noteCertification, {
      batchId,
      outcomes: intact.map(({ ordinal }) => ({ ordinal, state, problem, ...more })),
    })
  switch (outcome.kind) {
    case 'signed':
      return { ok: await takeAll(work, intact, files, outcome.files) }
    case 'unreachable':
      await note('waiting')
      return { ok: false, end: { problem: outcome.problem } }
    case 'unknown':
      await note('unknown', outcome.cause, { remoteId: outcome.remoteId })
      return { ok: false }
    default: {
      const { kind, words } = outcome.refusal
      if (kind !== 'refused') {
        await note('waiting')
        return { ok: false, end: { problem: kind, detail: words } }
      }
      const state = await service.certificateState(work.signer.nik).catch(() => 'UNKNOWN' as const)
      if (state !== 'ISSUE' && state !== 'UNKNOWN') {
        await note('waiting')
        return { ok: false, end: { problem: 'certificate-state', detail: state } }
      }
      await note('failed', 'refused', { detail: words })
      return { ok: false }
    }
  }
}

/** Nothing was sent when the service cannot be reached, so it may be tried once more; a lost answer is fetched by its id. */
async function ask(work: BatchWork, files: Buffer[], asked: readonly AskedDocument[]): Promise<SignOutcome> {
  const { service, signer, secret, tenant } = work
  const request = {
    nik: signer.nik,
    secret,
    files,
    reason: asked.length === 1 ? (asked[0]?.title ?? '') : 'Tanda tangan elektronik tersertifikasi',
    location: tenant.profile.shortName,
  }
  let outcome = await service.sign(request)
  if (outcome.kind === 'unreachable' && outcome.problem === 'unreachable') {
    await new Promise((resolve) => setTimeout(resolve, RETRY_PAUSE_MS))
    outcome = await service.sign(request)
  }
  if (outcome.kind !== 'unknown' || !outcome.remoteId || !service.fetchSigned) return outcome
  try {
    return { kind: 'signed', files: [await service.fetchSigned(outcome.remoteId)], remoteId: outcome.remoteId }
  } catch {
    return outcome
  }
}

/** Each file goes to the document that it continues, in whatever order they came. */
async function takeAll(
  work: BatchWork,
  asked: readonly AskedDocument[],
  sent: readonly Buffer[],
  returned: readonly Uint8Array[],
): Promise<boolean> {
  let ok = true
  for (const [index, { ordinal }] of asked.entries()) {
    const file = returned.find((one) => continues(sent[index] as Buffer, one)) ?? returned[index] ?? Buffer.alloc(0)
    const { batchId, signer } = work
    const result = await work.run(addCertifiedSignature, { batchId, ordinal, file, signer, from: 'answer' })
    if (result.outcome === 'refused') ok = false
  }
  return ok
}
