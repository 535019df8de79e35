import type { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { VNode } from 'preact'
import type { z } from 'zod'
import type { Access, Actor } from '../access/access.ts'
import type { Clock } from '../clock/clock.ts'
import type { Command, RunOptions } from '../command/command.ts'
import type { Config } from '../config.ts'
import type { ReadHandle } from '../db/database.ts'
import type { AppError } from '../errors.ts'
import type { Locale } from '../i18n/texts.ts'
import type { AccessRecord } from '../journal/journal.ts'
import type { Tenant } from '../tenancy/tenants.ts'
import type { FormValues, UploadedPart } from './form-values.ts'

/** What a handler gives back; the kernel turns it into the response. */
export type Answer =
  | { readonly kind: 'page'; readonly view: VNode; readonly status: number }
  | { readonly kind: 'redirect'; readonly to: string }
  | { readonly kind: 'json'; readonly value: unknown; readonly status: number }
  | { readonly kind: 'text'; readonly value: string; readonly type: string; readonly status: number }
  | {
      readonly kind: 'bytes'
      readonly value: Uint8Array
      readonly type: string
      readonly name?: string | undefined
      readonly inline: boolean
      /** The same for everybody and for ever, so that every cache on the way may keep it. */
      readonly unchanging?: boolean | undefined
    }
  | { readonly kind: 'stream'; readonly value: Readable; readonly type: string; readonly name: string }

export const page = (view: VNode, status = 200): Answer => ({ kind: 'page', view, status })
/** 303: the browser follows with GET. Only paths of our own are allowed. */
export const redirect = (to: string): Answer => ({ kind: 'redirect', to })
export const json = (value: unknown, status = 200): Answer => ({ kind: 'json', value, status })
export const text = (value: string, type = 'text/plain; charset=utf-8', status = 200): Answer => ({
  kind: 'text',
  value,
  type,
  status,
})
export const bytes = (
  value: Uint8Array,
  type: string,
  options: { name?: string; inline?: boolean; unchanging?: boolean } = {},
): Answer => ({
  kind: 'bytes',
  value,
  type,
  name: options.name,
  inline: options.inline ?? false,
  unchanging: options.unchanging,
})

/** A file to keep that is made while it is sent; when the reader goes away, the stream is destroyed. */
export const stream = (value: Readable, type: string, name: string): Answer => ({ kind: 'stream', value, type, name })

/** The signed-in session as pages need it. */
export interface SessionView {
  readonly id: string
  readonly accountId: string
  readonly unread: number
}

export interface RouteContext<Params = unknown, Query = unknown> {
  readonly tenant: Tenant
  readonly config: Config
  readonly actor: Actor
  readonly session: SessionView | undefined
  readonly locale: Locale
  readonly clock: Clock
  readonly now: Temporal.Instant
  readonly requestId: string
  readonly db: ReadHandle
  readonly params: Params
  readonly query: Query
  /** The posted form; empty for GET. */
  readonly form: FormValues
  /** Uploaded files of a multipart form, already limited in size and number. */
  readonly uploads: readonly UploadedPart[]
  /** A form of this address that arrived after its session had ended, given back once. */
  readonly kept: FormValues | undefined
  /** True when an island asks and wants JSON rather than a page. */
  readonly wantsJson: boolean
  readonly origin: string
  run<Input, Result>(command: Command<Input, Result>, input: unknown, options?: RunOptions): Promise<Result>
  recordAccess(...records: AccessRecord[]): Promise<void>
  /** Shown once on the next page after a redirect. */
  notify(message: string): void
  readonly notice: string | undefined
  setCookie(name: string, value: string, options?: { maxAgeSeconds?: number; path?: string }): void
  cookie(name: string): string | undefined
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}

/** Whether handling a route reads personal data; the architecture test holds routes to it. */
export type Audit = 'none' | 'own-data' | 'personal-data'

export interface CachePolicy<Params, Query> {
  /** Dropped when a command invalidates any of these. */
  tags(input: { params: Params; query: Query }): readonly string[]
}

export interface Route<Params = unknown, Query = unknown> {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly access: Access
  readonly audit: Audit
  readonly params?: z.ZodType<Params> | undefined
  readonly query?: z.ZodType<Query> | undefined
  /** Only for pages that are the same for everybody without a session. */
  readonly cache?: CachePolicy<Params, Query> | undefined
  /** Largest request body in bytes; multipart routes say more. */
  readonly upload?: { readonly maxFileBytes: number; readonly maxFiles: number } | undefined
  /** Attempts per minute and address that this route bears. */
  readonly perMinute?: number | undefined
  /** Requests that arrive by other means than our forms (API, browser reports) and carry their own proof. */
  readonly csrf?: false | undefined
  /** Keeps the bytes as they came in `request.rawBody`, for signatures over them; `only`: and does not parse them. */
  readonly rawBody?: true | 'only' | undefined
  readonly handle: (context: RouteContext<Params, Query>) => Answer | Promise<Answer>
  /** The page again with errors and everything that was typed; called for refused input. */
  readonly invalid?: ((context: RouteContext<Params, Query>, error: AppError) => Answer | Promise<Answer>) | undefined
}

// biome-ignore lint/suspicious/noExplicitAny: routes of every parameter type share the list
export type AnyRoute = Route<any, any>

type Rest<P, Q> = Omit<Route<P, Q>, 'method' | 'path'>

/** `get('/layanan/:id', { access, audit, params, handle })` */
export function get<P = unknown, Q = unknown>(path: string, rest: Rest<P, Q>): Route<P, Q> {
  return { method: 'GET', path, ...rest }
}

export function post<P = unknown, Q = unknown>(path: string, rest: Rest<P, Q>): Route<P, Q> {
  return { method: 'POST', path, ...rest }
}
