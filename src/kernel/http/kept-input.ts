import { createHmac } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import { sameText } from '../crypto/keys.ts'
import { isId, newId } from '../ids.ts'
import type { Tenant } from '../tenancy/tenants.ts'
import { cookieName, cookieOptions } from './cookies.ts'
import { FormValues } from './form-values.ts'

const cookie = 'isian'
const ownerCookie = 'pemilik'
const ownerDays = 400
const context = 'kernel.kept_input.body'
const lifetimeSeconds = 24 * 60 * 60

/**
 * Remembers in the browser who works there. A session that was ended elsewhere leaves no trace of its
 * account, and the form it still sends must not be shown to the next person at the same device.
 */
export function rememberOwner(tenant: Tenant, request: FastifyRequest, reply: FastifyReply, accountId: string): void {
  if (ownerOf(tenant, request) === accountId) return
  const value = `${accountId}.${sign(tenant, accountId)}`
  reply.setCookie(cookieName(ownerCookie, request), value, cookieOptions(request, ownerDays * 24 * 60 * 60))
}

function ownerOf(tenant: Tenant, request: FastifyRequest): string | undefined {
  const [accountId, signature] = (request.cookies[cookieName(ownerCookie, request)] ?? '').split('.')
  return accountId && signature && sameText(sign(tenant, accountId), signature) ? accountId : undefined
}

/**
 * Keeps a form whose session had ended. It is given back once, on the page that shows the form, in the
 * same browser, and only to the account that the ended session belonged to.
 */
export async function keepInput(
  tenant: Tenant,
  request: FastifyRequest,
  reply: FastifyReply,
  kept: { readonly form: FormValues; readonly page: string; readonly accountId: string | undefined },
): Promise<void> {
  const { form, page } = kept
  const accountId = kept.accountId ?? ownerOf(tenant, request)
  const id = newId()
  const entries = form.entries().filter(([name]) => name !== '_csrf' && !/password|sandi/i.test(name))
  const body = tenant.cipher.sealJson(entries, context)
  await sql`insert into kernel.kept_input (id, account_id, path, body)
    values (${id}, ${accountId ?? null}, ${pathOf(page)}, ${body})`.execute(tenant.pools.write)
  reply.setCookie(cookieName(cookie, request), `${id}.${sign(tenant, id)}`, cookieOptions(request, lifetimeSeconds))
}

export async function takeKeptInput(
  tenant: Tenant,
  request: FastifyRequest,
  reply: FastifyReply,
  accountId: string,
): Promise<FormValues | undefined> {
  const name = cookieName(cookie, request)
  const [id, signature] = (request.cookies[name] ?? '').split('.')
  if (!id || !signature || !isId(id) || !sameText(sign(tenant, id), signature)) return undefined
  const { rows } = await sql<{ body: Buffer }>`delete from kernel.kept_input
    where id = ${id} and path = ${pathOf(request.url)} and (account_id is null or account_id = ${accountId})
      and created_at > now() - interval '24 hours'
    returning body`.execute(tenant.pools.write)
  if (!rows[0]) return undefined
  reply.clearCookie(name, cookieOptions(request))
  return new FormValues(tenant.cipher.openJson<[string, string][]>(rows[0].body, context))
}

function pathOf(url: string): string {
  return url.split('?')[0] as string
}

function sign(tenant: Tenant, id: string): string {
  return createHmac('sha256', tenant.key('kept-input')).update(id).digest('base64url')
}
