import type { Actor } from '#kernel/access/access.ts'
import { AppError } from '#kernel/errors.ts'

/** True while the last proof of identity counts. */
export function isElevated(actor: Actor, now: Temporal.Instant): boolean {
  return (actor.elevatedUntil ?? 0) > now.epochMilliseconds
}

/**
 * For a person's own sensitive settings, which need no permission but a recent proof.
 * @throws step-up-needed, which leads to /akun/bukti and back
 */
export function requireStepUp(actor: Actor, now: Temporal.Instant): void {
  if (!isElevated(actor, now)) throw new AppError('step-up-needed')
}
