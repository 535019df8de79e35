import type { FastifyRequest } from 'fastify'
import { isLocale, type Locale } from '../i18n/texts.ts'

/** Indonesian unless the person chose English (cookie `bahasa`, set at /bahasa/:locale). */
export function localeOf(request: FastifyRequest): Locale {
  const chosen = /(?:^|;\s*)bahasa=(id|en)/.exec(request.headers.cookie ?? '')?.[1]
  return isLocale(chosen) ? chosen : 'id'
}

export function wantsJson(request: FastifyRequest): boolean {
  return request.headers['x-autosave'] === '1' || (request.headers.accept ?? '').startsWith('application/json')
}
