import type { FastifyReply, FastifyRequest } from 'fastify'
import { checkAccess } from '../access/access.ts'
import { AppError } from '../errors.ts'
import { cacheKey, isCacheable, sendCached } from './cached.ts'
import { buildContext } from './context.ts'
import { checkCsrf, csrfField, csrfToken } from './csrf.ts'
import { FormValues, type UploadedPart } from './form-values.ts'
import { keepInput, rememberOwner, takeKeptInput } from './kept-input.ts'
import type { FoundSession, ServerParts } from './parts.ts'
import { backOf, send } from './respond.ts'
import type { AnyRoute, RouteContext } from './route.ts'

/** One request through one route: form, origin, session, permission, input, handler, answer. */
export async function handleRoute(
  parts: ServerParts,
  route: AnyRoute,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const tenant = request.tenant
  const { form, uploads } =
    route.method === 'POST' ? await readBody(route, request) : { form: new FormValues(), uploads: [] }
  if (route.method === 'POST' && route.csrf !== false) {
    checkCsrf(tenant, request, form.get(csrfField) || String(request.headers['x-csrf-token'] ?? ''))
  }
  request.typed = form
  const found = await parts.sessions.find(tenant, request, reply)
  const context = buildContext(parts, request, reply, found, { form, uploads, route })
  request.routeContext = context
  if (found.session) rememberOwner(tenant, request, reply, found.session.accountId)
  const cache = route.cache && isCacheable(parts, request) ? parts.caches.get(tenant.id) : undefined
  const mark = cache?.mark() ?? 0
  const { answer, ready } = await answerOf(parts, route, context, found).catch(async (error: unknown) => {
    await keepWhatWasTyped(error, request, reply, found, form)
    throw error
  })
  const csrf = () => {
    if (route.cache && cache) throw new Error(`${route.path} is cached for everyone and cannot hold a form token`)
    return csrfToken(tenant, request, reply)
  }
  if (cache && route.cache && answer.kind === 'page' && answer.status === 200) {
    const html = parts.presentation.document(ready, answer.view, csrf)
    const tags = route.cache.tags({ params: ready.params, query: ready.query })
    return sendCached(request, reply, cache.store(cacheKey(request), html, tags, mark))
  }
  return send(parts, ready, answer, csrf)
}

async function answerOf(parts: ServerParts, route: AnyRoute, context: RouteContext, found: FoundSession) {
  checkAccess(found.actor, route.access, parts.clock.now().epochMilliseconds)
  const { tenant, request, reply } = context
  const kept =
    route.method === 'GET' && found.session
      ? await takeKeptInput(tenant, request, reply, found.session.accountId)
      : undefined
  const ready: RouteContext = kept ? { ...context, kept } : context
  try {
    return { ready, answer: await route.handle(ready) }
  } catch (error) {
    const refused = error instanceof AppError && (error.code === 'invalid-input' || error.fields.length > 0)
    if (refused && route.invalid && !context.wantsJson) return { ready, answer: await route.invalid(ready, error) }
    throw error
  }
}

/** A form that only lacks a living session, or a fresh proof of identity, is kept for its owner. */
async function keepWhatWasTyped(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  found: FoundSession,
  form: FormValues,
): Promise<void> {
  const lacksProof = error instanceof AppError && (error.code === 'sign-in-needed' || error.code === 'step-up-needed')
  if (!lacksProof || form.names().length < 2) return
  const accountId = found.session?.accountId ?? found.endedAccountId
  await keepInput(request.tenant, request, reply, { form, page: backOf(request), accountId })
}

async function readBody(
  route: AnyRoute,
  request: FastifyRequest,
): Promise<{ form: FormValues; uploads: UploadedPart[] }> {
  if (route.rawBody) return { form: new FormValues(), uploads: [] }
  if (request.isMultipart())
    return route.upload ? readMultipart(route.upload, request) : { form: new FormValues(), uploads: [] }
  const body = (request.body ?? {}) as Record<string, unknown>
  const entries = Object.entries(body).flatMap(([name, value]): [string, string][] =>
    (Array.isArray(value) ? value : [value]).map((item): [string, string] => [name, String(item ?? '')]),
  )
  return { form: new FormValues(entries), uploads: [] }
}

async function readMultipart(
  limit: NonNullable<AnyRoute['upload']>,
  request: FastifyRequest,
): Promise<{ form: FormValues; uploads: UploadedPart[] }> {
  const entries: [string, string][] = []
  const uploads: UploadedPart[] = []
  const parts = request.parts({
    limits: { fileSize: limit.maxFileBytes, files: limit.maxFiles, fields: 200, fieldSize: 64 * 1024, parts: 220 },
  })
  for await (const part of parts) {
    if (part.type === 'field') {
      entries.push([part.fieldname, String(part.value ?? '')])
      continue
    }
    const chunks: Buffer[] = []
    let tooLarge = false
    for await (const chunk of part.file) {
      // Past the limit the stream goes on empty; what was read so far is let go at once.
      if (part.file.truncated) tooLarge = true
      else chunks.push(chunk as Buffer)
    }
    tooLarge ||= part.file.truncated
    // A file input left empty arrives as a nameless empty part.
    if (part.filename || chunks.length > 0) {
      const bytes = tooLarge ? Buffer.alloc(0) : Buffer.concat(chunks)
      uploads.push({ field: part.fieldname, name: part.filename ?? '', bytes, tooLarge })
    }
  }
  return { form: new FormValues(entries), uploads }
}

declare module 'fastify' {
  interface FastifyRequest {
    routeContext?: RouteContext
    /** The posted form, for an error page that comes before there is a context. */
    typed?: FormValues
  }
}
