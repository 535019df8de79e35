import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Logger } from 'pino'
import type { VNode } from 'preact'
import type { Actor } from '../access/access.ts'
import type { Clock } from '../clock/clock.ts'
import type { Config } from '../config.ts'
import type { ModuleManifest } from '../define/module.ts'
import type { AppError } from '../errors.ts'
import type { Tenant } from '../tenancy/tenants.ts'
import type { PageCache } from './page-cache.ts'
import type { RouteContext, SessionView } from './route.ts'

/** Tells who is asking. Implemented by the accounts module. */
export interface SessionSource {
  /** Cheap: whether the request carries a session cookie at all. */
  mayHaveSession(request: FastifyRequest): boolean
  /**
   * Cheap: a session that we ourselves signed, whether or not it still lives. Its requests are counted by themselves, so
   * that an office behind one address is not one visitor.
   */
  allowanceOf?(tenant: Tenant, request: FastifyRequest): string | undefined
  find(tenant: Tenant, request: FastifyRequest, reply: FastifyReply): Promise<FoundSession>
}

export interface FoundSession {
  readonly actor: Actor
  readonly session: SessionView | undefined
  /** Of a session that has ended, so that a form it sent is kept for the right person. */
  readonly endedAccountId?: string | undefined
}

/** Turns views into documents. Implemented over src/ui. */
export interface Presentation {
  document(context: RouteContext, view: VNode, csrf: () => string): string
  errorView(context: RouteContext, error: AppError, errorId: string): VNode
}

export interface ServerParts {
  readonly config: Config
  readonly tenants: readonly Tenant[]
  readonly modules: readonly ModuleManifest[]
  readonly sessions: SessionSource
  readonly presentation: Presentation
  readonly clock: Clock
  readonly log: Logger
  readonly subscribers: ReadonlyMap<string, readonly string[]>
  readonly caches: ReadonlyMap<string, PageCache>
  readonly isReady: () => Promise<Record<string, string>>
}
