import { z } from 'zod'
import { anyone } from '#kernel/access/access.ts'
import { readPageWorker } from '#kernel/http/assets.ts'
import { get, json, page, post, text } from '#kernel/http/route.ts'
import { pageAudience, prepareShowing } from '../commands/show-card.ts'
import { makeNonce } from '../keys/nonces.ts'
import { credentialPaths, keptWallet } from '../paths.ts'
import { WalletPage } from '../views/wallet-page.tsx'

/** The cards on this device. The page holds nothing of anybody: what it shows lies in the browser. */
export const wallet = get(credentialPaths.wallet, {
  access: anyone,
  audit: 'none',
  handle: ({ tenant, origin }) => page(<WalletPage zone={tenant.profile.zone} origin={origin} />),
})

export const walletWorker = get(credentialPaths.walletWorker, {
  access: anyone,
  audit: 'none',
  handle(context) {
    context.reply.header('cache-control', 'no-cache').header('service-worker-allowed', credentialPaths.wallet)
    return text(readPageWorker(keptWallet), 'text/javascript; charset=utf-8')
  },
})

export const walletNonce = post(credentialPaths.walletNonce, {
  access: anyone,
  audit: 'none',
  // Gives a challenge to anybody and changes nothing.
  csrf: false,
  rawBody: true,
  perMinute: 60,
  handle: ({ tenant, now, origin }) =>
    json({ nonce: makeNonce(tenant, 'showing', now), audience: pageAudience(origin) }),
})

const shown = z.object({ presentation: z.string(), audience: z.string(), purpose: z.string() })

export const show = post(credentialPaths.show, {
  access: anyone,
  audit: 'own-data',
  // The card's key signs what is shown and answers a challenge of ours: no other site can bring that.
  csrf: false,
  rawBody: true,
  perMinute: 30,
  async handle(context) {
    const input = shown.catch({ presentation: '', audience: '', purpose: '' }).parse(context.request.body)
    const { code, expiresAt } = await context.run(prepareShowing, input)
    return json({ link: `${context.origin}${credentialPaths.opened(code)}`, expiresAt })
  },
})
