import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { anyone } from '#kernel/access/access.ts'
import { command, type Outcome } from '#kernel/command/command.ts'
import { isSessionAlive } from '#modules/accounts/index.ts'
import { mostWrongPins, tokenSeconds } from '../domain.ts'
import { ProtocolError } from '../protocol-error.ts'
import { hashOf, isSamePin } from '../queries/offers.ts'

export type Redeemed =
  | { readonly token: string; readonly expiresIn: number; readonly kind: string }
  /** Told apart from a refusal that changes nothing: the wrong number is counted. */
  | { readonly refused: string }

/**
 * Turns the code of an offer into an access token, once (OpenID4VCI 6). A wrong number is counted; after some the offer
 * is over.
 * @throws ProtocolError
 */
export const redeemOffer = command({
  name: 'credentials.redeem-offer',
  event: 'credentials.offer-redeemed.v1',
  access: anyone,
  input: z.object({ code: z.string().max(200), pin: z.string().max(20).optional() }),
  async run(tx, { code, pin }, { tenant, now }): Promise<Outcome<Redeemed>> {
    const offer = await tx
      .selectFrom('credentials.offer')
      .selectAll()
      .where('code_hash', '=', hashOf(code))
      .forUpdate()
      .executeTakeFirst()
    if (!offer) throw new ProtocolError('invalid_grant', 'this code is unknown')
    if (offer.state !== 'open') throw new ProtocolError('invalid_grant', 'this code was used before')
    if (offer.expires_at.getTime() <= now.epochMilliseconds)
      throw new ProtocolError('invalid_grant', 'this code is over')
    if (!(await isSessionAlive(tx, offer.session_id, now))) {
      throw new ProtocolError('invalid_grant', 'the session in which this was offered has ended')
    }
    const subject = { type: 'credential-offer', id: offer.id }
    if (offer.pin_hash && pin === undefined) throw new ProtocolError('invalid_request', 'tx_code is missing')
    if (!offer.pin_hash && pin !== undefined) throw new ProtocolError('invalid_request', 'no tx_code is expected')
    if (offer.pin_hash && !isSamePin(tenant, offer.id, pin ?? '', offer.pin_hash)) {
      const wrong = offer.wrong_pins + 1
      const isOver = wrong >= mostWrongPins
      await tx
        .updateTable('credentials.offer')
        .set({ wrong_pins: wrong, ...(isOver ? { state: 'blocked' as const } : {}) })
        .where('id', '=', offer.id)
        .execute()
      const result: Redeemed = { refused: isOver ? 'the number was wrong too often' : 'the number is wrong' }
      return { result, event: { subject, payload: { outcome: 'wrong-pin', wrong } } }
    }
    const token = randomBytes(32).toString('base64url')
    await tx
      .updateTable('credentials.offer')
      .set({
        state: 'redeemed',
        token_hash: hashOf(token),
        token_expires_at: now.add({ seconds: tokenSeconds }).toString(),
      })
      .where('id', '=', offer.id)
      .execute()
    const result: Redeemed = { token, expiresIn: tokenSeconds, kind: offer.kind }
    return { result, event: { subject, payload: { outcome: 'redeemed' } } }
  },
})
