import { OutsideFault } from '#kernel/outside/call-service.ts'
import { type CertificateState, ServiceRefusal, type SigningService } from './client/signing-service.ts'

/** What the national service said of a certificate a while ago; of who cannot be asked now, `away`. */
export interface KnownState {
  readonly state: CertificateState | 'away'
  readonly at: Temporal.Instant
}

const HOURS = 8
const MOST = 5000
const known = new Map<string, KnownState>()

/** In the memory of this process alone. */
export function recallState(key: string, now: Temporal.Instant): KnownState | undefined {
  const found = known.get(key)
  const isFresh = found && Temporal.Instant.compare(found.at.add({ hours: HOURS }), now) > 0
  return isFresh ? found : undefined
}

export async function askState(
  service: SigningService,
  key: string,
  nik: string,
  now: Temporal.Instant,
): Promise<KnownState> {
  const state = await service.certificateState(nik).catch((error: unknown) => {
    if (error instanceof OutsideFault || error instanceof ServiceRefusal) return 'away' as const
    throw error
  })
  if (known.size >= MOST) known.clear()
  const found = { state, at: now }
  known.set(key, found)
  return found
}
