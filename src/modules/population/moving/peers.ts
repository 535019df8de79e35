import { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import { command } from '#kernel/command/command.ts'
import { AppError, invalidField } from '#kernel/errors.ts'
import { fingerprintOf, regionKeys } from './exchange/keys.ts'
import { findPeer, getPeer } from './queries/peers.ts'

export const keepPeers = 'population.keep-peers'
const access = permitted(keepPeers, { stepUp: true })
const regionCode = z.string().regex(/^\d{2}\.\d{2}$/)

/** Notes another region with the keys that it showed. Nothing is believed of it before its fingerprint was compared. */
export const addPeer = command({
  name: 'population.add-peer',
  event: 'population.peer-added.v1',
  access,
  input: z.object({ regionCode, name: z.string().trim().min(3).max(100), baseUrl: z.url().max(200), keys: regionKeys }),
  async run(tx, input, context) {
    context.require(keepPeers, {})
    const url = new URL(input.baseUrl)
    const local = url.hostname === 'localhost' || url.hostname === '127.0.0.1'
    if (url.protocol !== 'https:' && !local) {
      throw invalidField('baseUrl', 'Alamatnya harus berawal https://.', 'The address has to begin with https://.')
    }
    const known = await findPeer(tx, input.regionCode)
    const fingerprint = await fingerprintOf(input.keys)
    // Other keys are another peer: whatever was compared before says nothing of them.
    const same = known?.fingerprint === fingerprint && known.baseUrl === url.origin
    if (known && same) return { result: { regionCode: known.regionCode }, event: undefined }
    const now = context.now.toString()
    const row = {
      name: input.name,
      base_url: url.origin,
      keys: JSON.stringify(input.keys),
      fingerprint,
      state: 'waiting' as const,
      state_reason: null,
      changed_by: context.actor.name,
      changed_at: now,
    }
    await tx
      .insertInto('population.peer')
      .values({ region_code: input.regionCode, ...row, added_by: context.actor.name, added_at: now })
      .onConflict((conflict) => conflict.column('region_code').doUpdateSet(row))
      .execute()
    return {
      result: { regionCode: input.regionCode },
      event: { subject: { type: 'peer', id: input.regionCode }, payload: { fingerprint } },
    }
  },
})

/** The fingerprint was read over the telephone by both sides and is typed in as it was heard. */
export const verifyPeer = command({
  name: 'population.verify-peer',
  event: 'population.peer-verified.v1',
  access,
  input: z.object({ regionCode, heard: z.string().max(60) }),
  async run(tx, input, context) {
    const peer = await getPeer(tx, input.regionCode)
    const digits = (text: string) => text.replace(/\D/g, '')
    if (digits(input.heard) !== digits(peer.fingerprint)) {
      throw invalidField(
        'heard',
        'Angka yang Anda dengar tidak sama dengan sidik kunci ini. Jangan disambungkan; hubungi administrator daerah itu.',
        'What you heard differs from this fingerprint. Do not connect it; call the administrator of that region.',
      )
    }
    await setState(tx, context, peer.regionCode, 'active', null)
    return {
      result: { regionCode: peer.regionCode },
      event: { subject: { type: 'peer', id: peer.regionCode }, payload: { fingerprint: peer.fingerprint } },
    }
  },
})

/** Nothing more is sent to it or believed of it, until its fingerprint is compared again. */
export const suspendPeer = command({
  name: 'population.suspend-peer',
  event: 'population.peer-suspended.v1',
  access,
  input: z.object({ regionCode, reason: z.string().trim().max(300) }),
  async run(tx, input, context) {
    const peer = await getPeer(tx, input.regionCode)
    if (peer.state === 'suspended') throw new AppError('wrong-state')
    if (input.reason.length < 10) {
      throw invalidField('reason', 'Tulis alasannya, paling sedikit 10 huruf.', 'Give the reason, at least 10 letters.')
    }
    await setState(tx, context, peer.regionCode, 'suspended', input.reason)
    return {
      result: { regionCode: peer.regionCode },
      event: { subject: { type: 'peer', id: peer.regionCode }, payload: { reason: input.reason } },
    }
  },
})

type Run = Parameters<typeof suspendPeer.run>

async function setState(
  tx: Run[0],
  context: Run[2],
  code: string,
  state: 'active' | 'suspended',
  reason: string | null,
): Promise<void> {
  await tx
    .updateTable('population.peer')
    .set({ state, state_reason: reason, changed_by: context.actor.name, changed_at: context.now.toString() })
    .where('region_code', '=', code)
    .execute()
}
