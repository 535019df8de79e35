import type { FastifyRequest } from 'fastify'
import { isLocale, type Locale } from '../i18n/texts.ts'

/** Indonesian unless the person chose English (cookie `bahasa`, set at /bahasa/:locale). */
export function localeOf(request: FastifyRequest): Locale {
  const chosen = /(?:^|;\s*)bahasa=(id|en)/.exec(request.headers.cookie ?? '')?.[1]
  return isLocale(chosen) ? chosen : 'id'
}

/** A program asks: by what it accepts, or by coming to an address for programs without asking for a page. */
export function wantsJson(request: FastifyRequest): boolean {
  const accept = request.headers.accept ?? ''
  if (request.headers['x-autosave'] === '1' || accept.startsWith('application/json')) return true
  return request.url.startsWith('/api/') && !accept.includes('text/html')
}
