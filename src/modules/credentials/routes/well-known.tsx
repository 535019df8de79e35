import { z } from 'zod'
import { anyone } from '#kernel/access/access.ts'
import { notFound } from '#kernel/errors.ts'
import { get, page, type RouteContext, text } from '#kernel/http/route.ts'
import { cardKinds, statusSeconds } from '../domain.ts'
import { listPublicKeys } from '../keys/issuer-keys.ts'
import { issuerMetadata, jwtIssuerMetadata, serverMetadata, typeMetadata } from '../metadata.ts'
import { credentialPaths } from '../paths.ts'
import { hasStatusList } from '../queries/credentials.ts'
import { statusToken } from '../status/status-token.ts'
import { TypePage } from '../views/type-page.tsx'

const open = { access: anyone, audit: 'none', perMinute: 600 } as const
const metadataSeconds = 300

/** For every program in the world, also those that run in a browser under another address. */
function published({ reply }: Pick<RouteContext, 'reply'>, value: unknown, type = 'application/json') {
  reply.header('cache-control', `public, max-age=${metadataSeconds}`).header('access-control-allow-origin', '*')
  return text(JSON.stringify(value), `${type}; charset=utf-8`)
}

export const wellKnownIssuer = get(credentialPaths.issuerMetadata, {
  ...open,
  handle: (context) => published(context, issuerMetadata(context.origin, context.tenant.profile.name)),
})

export const wellKnownServer = get(credentialPaths.serverMetadata, {
  ...open,
  handle: (context) => published(context, serverMetadata(context.origin)),
})

export const wellKnownJwtIssuer = get(credentialPaths.jwtIssuer, {
  ...open,
  handle: async (context) => published(context, jwtIssuerMetadata(context.origin, await listPublicKeys(context.db))),
})

/** What a kind of card may say: a page for people, metadata for wallets. */
export const cardType = get('/kartu-digital/jenis/:kind', {
  ...open,
  params: z.object({ kind: z.enum(cardKinds) }),
  handle(context) {
    const { kind } = context.params
    context.reply.header('vary', 'Accept')
    const wantsPage = /\btext\/html\b/.test(String(context.request.headers.accept ?? ''))
    return wantsPage
      ? page(<TypePage locale={context.locale} kind={kind} />)
      : published(context, typeMetadata(context.origin, kind))
  },
})

/** The signed list of cards that no longer hold. Other programs keep it for its `ttl`. */
export const statusList = get('/kartu-digital/status/:list', {
  ...open,
  params: z.object({ list: z.coerce.number().int().min(0).max(4095) }),
  async handle({ db, tenant, now, origin, params: { list }, request, reply }) {
    if (!(await hasStatusList(db, list))) throw notFound()
    const made = await statusToken(db, tenant, { list, uri: `${origin}${credentialPaths.statusList(list)}`, now })
    if (!made) throw notFound()
    reply
      .header('cache-control', `public, max-age=${statusSeconds}`)
      .header('etag', made.etag)
      .header('access-control-allow-origin', '*')
    const isSame = request.headers['if-none-match'] === made.etag
    return text(isSame ? '' : made.token, 'application/statuslist+jwt', isSame ? 304 : 200)
  },
})
