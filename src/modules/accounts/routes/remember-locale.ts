import type { FastifyReply } from 'fastify'
import type { Locale } from '#kernel/i18n/texts.ts'

/** The kernel reads this before anything else, also without a session; hence no host prefix. */
export function rememberLocale(reply: FastifyReply, locale: Locale): void {
  reply.setCookie('bahasa', locale, { path: '/', maxAge: 31_536_000, sameSite: 'lax' })
}
