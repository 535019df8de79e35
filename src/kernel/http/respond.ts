import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { anonymous } from '../access/access.ts'
import { isDatabaseAway } from '../db/pools.ts'
import { AppError } from '../errors.ts'
import { buildContext } from './context.ts'
import { csrfToken } from './csrf.ts'
import type { ServerParts } from './parts.ts'
import type { Answer, RouteContext } from './route.ts'

const compressed = promisify(gzip)

export async function send(
  parts: ServerParts,
  context: RouteContext,
  answer: Answer,
  csrf: () => string,
): Promise<FastifyReply> {
  const { reply } = context
  switch (answer.kind) {
    case 'redirect':
      return reply.redirect(ownPath(answer.to), 303)
    case 'json':
      return reply.code(answer.status).header('cache-control', 'no-store').send(answer.value)
    case 'text':
      return reply.code(answer.status).type(answer.type).send(answer.value)
    case 'bytes':
      reply
        .type(answer.type)
        .header('cache-control', answer.unchanging ? 'public, max-age=31536000, immutable' : 'private, no-store')
      if (answer.inline) showInert(reply, answer.type)
      reply.header('content-disposition', `${answer.inline ? 'inline' : 'attachment'}${fileName(answer.name)}`)
      return reply.send(Buffer.from(answer.value.buffer, answer.value.byteOffset, answer.value.byteLength))
    case 'stream':
      reply.type(answer.type).header('cache-control', 'private, no-store')
      reply.header('content-disposition', `attachment${fileName(answer.name)}`)
      return reply.send(answer.value)
    case 'page':
      return sendHtml(context, parts.presentation.document(context, answer.view, csrf), answer.status)
  }
}

/**
 * Bytes from people are shown, never run, and only pages of our own may frame them. Browsers draw a PDF in a
 * viewer of their own that a sandbox would keep from starting; its type, which cannot be guessed otherwise
 * (nosniff), keeps it from ever being a page.
 */
function showInert(reply: FastifyReply, type: string): void {
  const rules = type === 'application/pdf' ? "object-src 'self'" : "img-src 'self'; sandbox"
  reply.header('content-security-policy', `default-src 'none'; ${rules}; frame-ancestors 'self'`)
  reply.header('x-frame-options', 'SAMEORIGIN')
}

async function sendHtml(context: RouteContext, html: string, status: number): Promise<FastifyReply> {
  const { reply, request } = context
  reply
    .code(status)
    .type('text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .header('vary', 'Cookie, Accept-Encoding')
  if (!(request.headers['accept-encoding'] ?? '').includes('gzip')) return reply.send(html)
  return reply.header('content-encoding', 'gzip').send(await compressed(html, { level: 5 }))
}

/** Every error ends here: a page, or problem+json (RFC 9457) for programs. */
export async function sendError(
  parts: ServerParts,
  request: FastifyRequest,
  reply: FastifyReply,
  raw: unknown,
): Promise<FastifyReply> {
  const error = asAppError(raw, request)
  const level = error.reportable ? 'error' : 'info'
  parts.log[level](
    { err: raw, requestId: request.id, code: error.code, path: request.url.split('?')[0] },
    error.message,
  )
  const context = request.routeContext ?? (await contextForError(parts, request, reply))
  if (error.code === 'too-many-requests') reply.header('retry-after', String(error.params['seconds'] ?? 60))
  if (context.wantsJson) return reply.code(error.status).type('application/problem+json').send(problem(error, context))
  if (error.code === 'sign-in-needed') return toSignIn(request, reply, context)
  if (error.code === 'step-up-needed')
    return reply.redirect(`/akun/bukti?lanjut=${encodeURIComponent(backOf(request))}`, 303)
  try {
    const view = parts.presentation.errorView(context, error, request.id)
    const html = parts.presentation.document(context, view, () => csrfToken(request.tenant, request, reply))
    return await sendHtml(context, html, error.status)
  } catch (second) {
    parts.log.error({ err: second, requestId: request.id }, 'the error page failed')
    return reply
      .code(error.status)
      .type('text/plain; charset=utf-8')
      .send(`${error.say('id')}\n${request.id}`)
  }
}

function toSignIn(request: FastifyRequest, reply: FastifyReply, context: RouteContext): FastifyReply {
  if (request.method === 'POST') {
    context.notify(
      context.locale === 'en'
        ? 'Your session has ended. We kept what you filled in; sign in to continue.'
        : 'Sesi Anda sudah berakhir. Isian Anda kami simpan; masuk lagi untuk melanjutkan.',
    )
  }
  return reply.redirect(`/masuk?lanjut=${encodeURIComponent(backOf(request))}`, 303)
}

/** Where to return after signing in: the page itself, or for a form the page that shows it. */
export function backOf(request: FastifyRequest): string {
  if (request.method === 'GET') return request.url
  const referrer = request.headers.referer
  if (referrer && URL.canParse(referrer) && new URL(referrer).host === request.host) {
    const { pathname, search } = new URL(referrer)
    return pathname + search
  }
  return request.url.split('?')[0] as string
}

async function contextForError(
  parts: ServerParts,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<RouteContext> {
  const found = await parts.sessions
    .find(request.tenant, request, reply)
    .catch(() => ({ actor: anonymous, session: undefined }))
  return buildContext(parts, request, reply, found, { form: request.typed })
}

/** Who only reads has nothing that could be sent again. */
const cannotRead = {
  id: 'Balai sedang tidak dapat membuka data. Muat ulang halaman ini sebentar lagi.',
  en: 'Balai cannot open its data at the moment. Reload this page shortly.',
} as const

function asAppError(raw: unknown, request: FastifyRequest): AppError {
  const error = toAppError(raw, request)
  const isReading = request.method === 'GET' || request.method === 'HEAD'
  return error.code === 'unavailable' && isReading
    ? new AppError('unavailable', { text: cannotRead, cause: error.cause })
    : error
}

function toAppError(raw: unknown, { id, method }: FastifyRequest): AppError {
  if (raw instanceof AppError) return raw
  if (isDatabaseAway(raw)) return new AppError('unavailable', { cause: raw })
  const { statusCode, code } = raw as { statusCode?: number; code?: string }
  if (statusCode === 413 || code === 'FST_ERR_CTP_BODY_TOO_LARGE') {
    return new AppError('too-large', { params: { limit: '10 MB' }, cause: raw })
  }
  if (statusCode === 503) return new AppError('unavailable', { cause: raw })
  // An address that cannot be read leads nowhere; a body that cannot be read is the sender's to mend.
  const isAddress = statusCode === 404 || method === 'GET' || method === 'HEAD'
  if (statusCode && statusCode >= 400 && statusCode < 500) {
    return new AppError(isAddress ? 'not-found' : 'unreadable', { cause: raw })
  }
  return new AppError('unexpected', { params: { id: id.slice(-12) }, cause: raw })
}

function problem(error: AppError, context: RouteContext): Record<string, unknown> {
  return {
    type: `/kesalahan/${error.code}`,
    title: error.code,
    status: error.status,
    detail: error.say(context.locale),
    instance: context.requestId,
    ...(error.fields.length
      ? { errors: error.fields.map((field) => ({ path: field.path, detail: field.message[context.locale] })) }
      : {}),
  }
}

/** Redirects never leave the site, whatever a form or query said. */
export function ownPath(path: string): string {
  return /^\/(?![/\\])[^\r\n]*$/.test(path) ? path : '/'
}

function fileName(name: string | undefined): string {
  if (!name) return ''
  const plain = name.replace(/[^\w. -]/g, '_')
  return `; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`
}
