import type { CommandContext } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { getTimeStamper } from '../commands/time-stamper.ts'
import { OID } from '../signing/cms.ts'
import type { DocumentSigner } from '../signing/signer.ts'
import { Breaker } from './breaker.ts'
import { createToken } from './create-token.ts'
import { fetchToken } from './remote-time-stamps.ts'
import { signingSettings, timeStampRoots } from './settings.ts'

/** Gives time stamps or fails; what it gives has been checked. */
export type StampSource = (digest: Uint8Array) => Promise<Uint8Array>

/** How long a deciding command may wait for somebody else's authority; a job has more time. */
const budgets = { signing: 3000, job: 15_000 } as const

const breakers = new Map<string, Breaker>()

/** The authority of somebody else that this region has chosen. */
export function remoteStamps(tenant: Tenant, purpose: keyof typeof budgets, now: () => Date): StampSource | undefined {
  const chosen = signingSettings(tenant).timeStamps
  if (!chosen) return undefined
  const place = `${tenant.id} ${chosen.url}`
  const breaker = breakers.get(place) ?? new Breaker()
  breakers.set(place, breaker)
  const { url, user, password } = chosen
  return (digest) =>
    breaker.run(() =>
      fetchToken({ url, user, password, anchors: timeStampRoots(tenant) }, digest, { now, budgetMs: budgets[purpose] }),
    )
}

/** The region's own authority. */
export function ownStamps(authority: DocumentSigner, now: Date): StampSource {
  return (digest) =>
    createToken(
      { algorithm: OID.sha256, digest, nonce: undefined, policy: undefined, withCertificates: true },
      now,
      authority,
    )
}

/** What a signature is stamped by while a command decides, and what became of it. */
export interface StampAttempt {
  stamp(digest: Uint8Array): Promise<Uint8Array | undefined>
  /** Why there was none; for the register. */
  readonly problem: string | undefined
}

/** An outage costs a level, never a signature: whatever goes wrong is kept for the job that makes it up. */
export async function tryToStamp(tx: WriteHandle, context: CommandContext): Promise<StampAttempt> {
  const now = new Date(context.now.epochMilliseconds)
  const source = remoteStamps(context.tenant, 'signing', () => now) ?? ownStamps(await getTimeStamper(tx, context), now)
  const attempt: { problem: string | undefined } & StampAttempt = {
    problem: undefined,
    async stamp(digest) {
      try {
        return await source(digest)
      } catch (error) {
        attempt.problem = messageOf(error)
        return undefined
      }
    },
  }
  return attempt
}

export function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const { cause } = error
  return cause instanceof Error && cause.message ? `${error.message}: ${cause.message}` : error.message
}
