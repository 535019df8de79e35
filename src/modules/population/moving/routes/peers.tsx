import { z } from 'zod'
import { anyone, permitted } from '#kernel/access/access.ts'
import { type AppError, invalidField } from '#kernel/errors.ts'
import { type Answer, get, page, post, type RouteContext, redirect } from '#kernel/http/route.ts'
import { findOwnRegion, listOwnVillages } from '#modules/territory/index.ts'
import { movingPaths } from '../../paths.ts'
import { claimArrival } from '../claim.ts'
import { fingerprintOf, ownKeys } from '../exchange/keys.ts'
import { fetchRegionKeys } from '../exchange/routes.ts'
import { addPeer, keepPeers, suspendPeer, verifyPeer } from '../peers.ts'
import { getPeer, listPeers } from '../queries/peers.ts'
import { movingTexts } from '../texts.ts'
import { ClaimPage } from '../views/claim-page.tsx'
import { AddPeerPage, PeerListPage, PeerPage } from '../views/peer-pages.tsx'
import { around } from './desk.tsx'

const reading = { access: permitted(keepPeers), audit: 'none' } as const
const changing = { access: permitted(keepPeers, { stepUp: true }), audit: 'none' } as const
const params = z.object({ code: z.string().regex(/^\d{2}\.\d{2}$/) })
type PeerContext = RouteContext<z.infer<typeof params>>

async function showPeers(context: RouteContext): Promise<Answer> {
  const { tenant, db } = context
  return page(
    <PeerListPage
      {...around(context)}
      peers={await listPeers(db)}
      ownFingerprint={await fingerprintOf(ownKeys(tenant).keys)}
      zone={tenant.profile.zone}
    />,
  )
}

async function showAdd(context: RouteContext, error?: AppError): Promise<Answer> {
  return page(<AddPeerPage {...around(context, error)} />, error?.status ?? 200)
}

async function connect(context: RouteContext): Promise<Answer> {
  const baseUrl = context.form.get('baseUrl')
  const unreachable = movingTexts('id')('unreachable')
  const asked = z.url({ protocol: /^https?$/ }).safeParse(baseUrl)
  const isLocal = asked.success && ['localhost', '127.0.0.1'].includes(new URL(baseUrl).hostname)
  if (!asked.success || !(baseUrl.startsWith('https://') || isLocal))
    throw invalidField('baseUrl', unreachable, movingTexts('en')('unreachable'))
  const shown = await fetchRegionKeys(baseUrl).catch(() => undefined)
  const own = await findOwnRegion(context.db)
  if (!shown || shown.code === own?.code) throw invalidField('baseUrl', unreachable, movingTexts('en')('unreachable'))
  const { regionCode } = await context.run(addPeer, {
    regionCode: shown.code,
    name: shown.name,
    baseUrl,
    keys: shown.keys,
  })
  return redirect(movingPaths.peer(regionCode))
}

async function showPeer(context: PeerContext, error?: AppError): Promise<Answer> {
  const peer = await getPeer(context.db, context.params.code)
  return page(
    <PeerPage {...around(context, error)} peer={peer} zone={context.tenant.profile.zone} />,
    error?.status ?? 200,
  )
}

async function done(context: PeerContext): Promise<Answer> {
  context.notify(movingTexts(context.locale)('done'))
  return redirect(movingPaths.peer(context.params.code))
}

async function showClaim(context: RouteContext, error?: AppError): Promise<Answer> {
  const villages = await listOwnVillages(context.db, [''])
  return page(<ClaimPage form={context.kept ?? context.form} error={error} villages={villages} />, error?.status ?? 200)
}

export const peerRoutes = [
  get(movingPaths.peers, { ...reading, handle: showPeers }),
  get(movingPaths.addPeer, { ...reading, handle: (context) => showAdd(context) }),
  post(movingPaths.addPeer, { ...changing, perMinute: 10, handle: connect, invalid: showAdd }),
  get(movingPaths.peer(':code'), { ...reading, params, handle: (context: PeerContext) => showPeer(context) }),
  post(movingPaths.peerAct(':code', 'cocokkan'), {
    ...changing,
    params,
    perMinute: 5,
    async handle(context: PeerContext) {
      await context.run(verifyPeer, { regionCode: context.params.code, heard: context.form.get('heard') })
      return done(context)
    },
    invalid: showPeer,
  }),
  post(movingPaths.peerAct(':code', 'hentikan'), {
    ...changing,
    params,
    async handle(context: PeerContext) {
      await context.run(suspendPeer, { regionCode: context.params.code, reason: context.form.get('reason') })
      return done(context)
    },
    invalid: showPeer,
  }),
]

/** For families without an account here; few attempts, since the code has eight digits. */
export const claimRoutes = [
  get(movingPaths.claim, { access: anyone, audit: 'none', handle: (context) => showClaim(context) }),
  post(movingPaths.claim, {
    access: anyone,
    audit: 'own-data',
    perMinute: 5,
    async handle(context) {
      const names = ['number', 'nik', 'code', 'street', 'rt', 'rw', 'villageCode'] as const
      const { people } = await context.run(claimArrival, context.form.pick(...names))
      return page(<ClaimPage form={context.form} error={undefined} villages={[]} claimed={people} />)
    },
    invalid: showClaim,
  }),
]
