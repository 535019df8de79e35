import { AppError } from '../errors.ts'

/** A permission that a position holds today, within a unit and a territory. */
export interface Grant {
  readonly permission: string
  /** Dotted path of the unit, for instance "setda.disdukcapil"; it covers everything below. */
  readonly unitPath: string
  /** Territory code prefix ("" = everywhere); "99.01" covers "99.01.02.2003". */
  readonly territory: string
}

/** The position in which somebody acts. */
export interface ActingPosition {
  readonly id: string
  readonly title: string
  readonly unitId: string
  readonly unitPath: string
  readonly unitName: string
  /** How the position is held: definitif, plt (acting, vacant post), plh (acting, holder away). */
  readonly manner: 'definitif' | 'plt' | 'plh'
}

/** Who does something. Authority comes from the position, never from the person. */
export interface Actor {
  /** A partner is a program of another organisation, known by its key; its grants are what the key allows. */
  readonly kind: 'anonymous' | 'citizen' | 'staff' | 'partner' | 'system'
  readonly accountId?: string | undefined
  readonly personId?: string | undefined
  readonly name: string
  readonly position?: ActingPosition | undefined
  readonly grants: readonly Grant[]
  readonly onBehalfOfId?: string | undefined
  /** The organisation and the key, when a program of a partner asks. */
  readonly partner?: { readonly id: string; readonly keyId: string } | undefined
  /** Until when the last proof of identity counts for actions that need step-up (epoch ms). */
  readonly elevatedUntil?: number | undefined
}

export const anonymous: Actor = { kind: 'anonymous', name: 'Tanpa akun', grants: [] }

/** The program itself, in jobs. Its name is what the journal shows. */
export function systemActor(job: string): Actor {
  return { kind: 'system', name: job, grants: [] }
}

/** What an action touches: used to check unit and jurisdiction. */
export interface Scope {
  readonly unitPath?: string | undefined
  readonly territory?: string | undefined
}

/** True when one of today's grants covers the permission within the scope. Deny by default. */
export function isPermitted(actor: Actor, permission: string, scope: Scope = {}): boolean {
  return actor.grants.some(
    (grant) =>
      grant.permission === permission &&
      (scope.unitPath === undefined || within(scope.unitPath, grant.unitPath)) &&
      (scope.territory === undefined || within(scope.territory, grant.territory)),
  )
}

export function requirePermission(actor: Actor, permission: string, scope?: Scope): void {
  if (isPermitted(actor, permission, scope)) return
  throw new AppError(actor.kind === 'anonymous' ? 'sign-in-needed' : 'forbidden', { params: { permission } })
}

/** The grants of one permission, for queries that list what somebody may see. */
export function grantsFor(actor: Actor, permission: string): Grant[] {
  return actor.grants.filter((grant) => grant.permission === permission)
}

function within(path: string, prefix: string): boolean {
  return prefix === '' || path === prefix || path.startsWith(`${prefix}.`)
}

/**
 * Who may use a route or a command. `permitted` is checked for the permission alone at the door and
 * again with unit and jurisdiction inside the command, where the object is known.
 */
export type Access =
  | { readonly kind: 'anyone' }
  | { readonly kind: 'signed-in' }
  | { readonly kind: 'citizen' }
  | { readonly kind: 'staff' }
  | { readonly kind: 'system' }
  | { readonly kind: 'permitted'; readonly permission: string; readonly stepUp: boolean }

export const anyone: Access = { kind: 'anyone' }
export const signedIn: Access = { kind: 'signed-in' }
export const citizen: Access = { kind: 'citizen' }
export const staff: Access = { kind: 'staff' }
export const systemOnly: Access = { kind: 'system' }

export function permitted(permission: string, options: { stepUp?: boolean } = {}): Access {
  return { kind: 'permitted', permission, stepUp: options.stepUp ?? false }
}

/** @throws sign-in-needed, forbidden or step-up-needed */
export function checkAccess(actor: Actor, access: Access, nowMs: number): void {
  if (access.kind === 'anyone') return
  if (access.kind === 'system') {
    if (actor.kind !== 'system') throw new AppError('forbidden')
    return
  }
  if (actor.kind === 'system') return
  if (actor.kind === 'anonymous') throw new AppError('sign-in-needed')
  if (access.kind === 'signed-in') {
    // Pages of one's own belong to people; a program has none.
    if (actor.kind === 'partner') throw new AppError('forbidden')
    return
  }
  if (access.kind === 'citizen' || access.kind === 'staff') {
    if (actor.kind !== access.kind) throw new AppError('forbidden')
    return
  }
  requirePermission(actor, access.permission)
  if (access.stepUp && !((actor.elevatedUntil ?? 0) > nowMs)) throw new AppError('step-up-needed')
}
