import { z } from 'zod'
import { anyone, systemActor } from '#kernel/access/access.ts'
import type { JobHandler } from '#kernel/define/module.ts'
import { get, json, post } from '#kernel/http/route.ts'
import { fetchLimited } from '#modules/documents/index.ts'
import { findOwnRegion } from '#modules/territory/index.ts'
import { exchangePaths } from '../../paths.ts'
import { lapseTransfer, listLapsing } from '../lapse.ts'
import { answerMessage, deliverTransfer, listDueTransfers } from './deliver.ts'
import { largestMessage } from './envelope.ts'
import { ownKeys, regionKeys } from './keys.ts'

/** What a region shows of itself to be connected. Its fingerprint is compared by voice, so nothing here need be believed. */
export const ownRegionKeys = get(exchangePaths.keys, {
  access: anyone,
  audit: 'none',
  async handle({ tenant, db }) {
    const own = await findOwnRegion(db)
    return json({ code: own?.code ?? '', name: tenant.profile.shortName, keys: ownKeys(tenant).keys })
  },
})

/** A body that is none has no message, which is refused as every other that is not sealed to us. */
const envelope = z.object({ message: z.string().catch('') }).catch({ message: '' })

/** Where another region speaks. The message proves itself; whatever does not is refused without a word why. */
export const messages = post(exchangePaths.messages, {
  access: anyone,
  audit: 'personal-data',
  // The message carries the signature of the region that sent it; no browser and no session has a part in it.
  csrf: false,
  rawBody: true,
  perMinute: 600,
  async handle(context) {
    const { tenant, db, request } = context
    const { message } = envelope.parse(request.body)
    const actor = systemActor('Daerah lain')
    const answer = await answerMessage({ tenant, db, run: (act, input) => context.run(act, input, { actor }) }, message)
    return json({ message: answer })
  },
})

const budgetMs = 15_000

async function postMessage(url: string, message: string): Promise<string> {
  const answer = await fetchLimited(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ message }),
    budgetMs,
    largest: largestMessage,
  })
  return envelope.parse(JSON.parse(Buffer.from(answer).toString('utf8'))).message
}

const shown = z.object({ code: z.string(), name: z.string(), keys: regionKeys })

/** The keys that a region shows at its address. @throws Error when there are none */
export async function fetchRegionKeys(baseUrl: string): Promise<z.infer<typeof shown>> {
  const answer = await fetchLimited(new URL(exchangePaths.keys, baseUrl).toString(), {
    method: 'GET',
    budgetMs,
    largest: 10_000,
  })
  return shown.parse(JSON.parse(Buffer.from(answer).toString('utf8')))
}

/** Each minute: letters that hold no longer lapse, and what the others have not heard is said again. */
export const exchangeMoves: JobHandler = async (_payload, context) => {
  const { tenant, db, clock, log } = context
  for (const transferId of await listLapsing(tenant, db, clock.now())) await context.run(lapseTransfer, { transferId })
  for (const transferId of await listDueTransfers(db, clock.now())) {
    try {
      await deliverTransfer({ tenant, db, post: postMessage, run: (act, input) => context.run(act, input) }, transferId)
    } catch (error) {
      log.error({ err: error, transferId }, 'a transfer could not be sent')
    }
  }
}
