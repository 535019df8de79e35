import type { FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { runCommand } from '../command/command.ts'
import { AppError } from '../errors.ts'
import { recordAccess } from '../journal/journal.ts'
import { cookieName, cookieOptions, originOf } from './cookies.ts'
import { FormValues, type UploadedPart } from './form-values.ts'
import type { FoundSession, ServerParts } from './parts.ts'
import { localeOf, wantsJson } from './preferences.ts'
import type { AnyRoute, RouteContext } from './route.ts'

const noticeCookie = 'pesan'

interface RequestData {
  readonly form?: FormValues | undefined
  readonly uploads?: readonly UploadedPart[]
  readonly route?: AnyRoute
}

/** Everything a handler may use, for one request. */
export function buildContext(
  parts: ServerParts,
  request: FastifyRequest,
  reply: FastifyReply,
  found: FoundSession,
  data: RequestData = {},
): RouteContext {
  const tenant = request.tenant
  const now = parts.clock.now()
  const cache = parts.caches.get(tenant.id)
  // Several regions in one process: each answers at its own name, not at the one address of the installation.
  const origin = (tenant.hosts.length > 0 ? undefined : parts.config.publicUrl) ?? originOf(request)
  return {
    tenant,
    config: parts.config,
    actor: found.actor,
    session: found.session,
    locale: localeOf(request),
    clock: parts.clock,
    now,
    requestId: request.id,
    db: tenant.pools.read,
    params: parse(data.route?.params, request.params),
    query: parse(data.route?.query, request.query),
    form: data.form ?? new FormValues(),
    uploads: data.uploads ?? [],
    kept: undefined,
    wantsJson: wantsJson(request),
    origin,
    run: (command, input, options = {}) =>
      runCommand(command, input, {
        tenant,
        actor: options.actor ?? found.actor,
        clock: parts.clock,
        requestId: request.id,
        origin,
        idempotencyKey: options.idempotencyKey,
        subscribers: parts.subscribers,
        onCommit: (tags) => cache?.drop(tags),
      }),
    recordAccess: (...records) => recordAccess(tenant.pools.write, found.actor, records, now),
    notify(message) {
      reply.setCookie(noticeCookie, Buffer.from(message).toString('base64url'), cookieOptions(request, 60))
    },
    notice: takeNotice(request, reply),
    setCookie(name, value, options = {}) {
      reply.setCookie(cookieName(name, request), value, cookieOptions(request, options.maxAgeSeconds))
    },
    cookie: (name) => request.cookies[cookieName(name, request)],
    request,
    reply,
  }
}

/** Address parts that do not fit their schema lead nowhere: 404, as for an unknown id. */
function parse(schema: z.ZodType | undefined, value: unknown): unknown {
  if (!schema) return value
  const parsed = schema.safeParse(value)
  if (!parsed.success) throw new AppError('not-found', { cause: parsed.error })
  return parsed.data
}

function takeNotice(request: FastifyRequest, reply: FastifyReply): string | undefined {
  const value = request.cookies?.[noticeCookie]
  if (!value || request.method !== 'GET') return undefined
  reply.clearCookie(noticeCookie, cookieOptions(request))
  return Buffer.from(value, 'base64url').toString('utf8').slice(0, 500)
}
