import { z } from 'zod'
import { systemOnly } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { command } from '#kernel/command/command.ts'
import { accountForPerson } from '#modules/accounts/index.ts'
import { sendMessage } from '#modules/messaging/index.ts'
import { getRule, wholeNumber } from '#modules/rules/index.ts'
import { cardTitles } from '../cards/fields.ts'
import type { CardKind, RevocationCause } from '../domain.ts'
import { makeKey } from '../keys/issuer-keys.ts'
import { credentialPaths } from '../paths.ts'
import { causeWords } from '../texts-causes.ts'

/** Gives the region a new signing key when the present one is old; the old ones go on verifying what they signed. */
export const renewIssuerKey = command({
  name: 'credentials.renew-issuer-key',
  event: 'credentials.issuer-key-renewed.v1',
  access: systemOnly,
  input: z.object({}),
  async run(tx, _input, { tenant, now }) {
    const days = wholeNumber(await getRule(tx, 'credentials.key-life', '', dayOf(now, tenant.profile.zone)))
    const present = await tx
      .selectFrom('credentials.issuer_key')
      .select('made_at')
      .where('retired_at', 'is', null)
      .executeTakeFirst()
    const oldest = now.subtract({ hours: days * 24 }).epochMilliseconds
    // A region that issues no cards needs no key.
    if (!present || present.made_at.getTime() > oldest) return { result: undefined, event: undefined }
    const key = await makeKey(tx, tenant, now)
    return { result: key.id, event: { subject: { type: 'issuer-key', id: key.id }, payload: {} } }
  },
})

const offerDays = 7

/** Erases what was shown and never opened, used challenges that are over, and old offers. */
export const tidyUp = command({
  name: 'credentials.tidy-up',
  event: 'credentials.tidied-up.v1',
  access: systemOnly,
  input: z.object({}),
  async run(tx, _input, { now }) {
    await tx
      .updateTable('credentials.showing')
      .set({ presentation_sealed: null })
      .where('presentation_sealed', 'is not', null)
      .where('expires_at', '<', new Date(now.epochMilliseconds))
      .execute()
    await tx.deleteFrom('credentials.used_nonce').where('expires_at', '<', new Date(now.epochMilliseconds)).execute()
    await tx
      .deleteFrom('credentials.offer')
      .where('made_at', '<', new Date(now.subtract({ hours: offerDays * 24 }).epochMilliseconds))
      .execute()
    await tx.deleteFrom('credentials.request').where('expires_at', '<', new Date(now.epochMilliseconds)).execute()
    return { result: undefined, event: undefined }
  },
})

const perRun = 200

/** Tells people that a card of theirs ended by what happened in the registers, and that they can add it again. */
export const tellEnded = command({
  name: 'credentials.tell-ended',
  event: 'credentials.ended-told.v1',
  access: systemOnly,
  input: z.object({}),
  async run(tx, _input, context) {
    const { now } = context
    const rows = await tx
      .selectFrom('credentials.credential')
      .select(['id', 'kind', 'holder_person_id', 'revoked_cause'])
      .where('revoked_at', 'is not', null)
      .where('told_at', 'is', null)
      .orderBy('revoked_at')
      .limit(perRun)
      .forUpdate()
      .execute()
    if (rows.length === 0) return { result: 0, event: undefined }
    const told = new Set<string>()
    for (const row of rows) {
      const about = `${row.holder_person_id}/${row.kind}`
      const account = told.has(about) ? undefined : await accountForPerson(tx, row.holder_person_id)
      told.add(about)
      if (!account || row.revoked_cause === 'holder-died') continue
      const title = cardTitles[row.kind as CardKind].id
      const cause = causeWords[row.revoked_cause as RevocationCause].id
      await sendMessage(tx, context, {
        accountId: account.id,
        title: `${title} di ponsel Anda tidak berlaku lagi`,
        body: `Kartu digital itu berakhir karena ${cause}. Bila Anda masih berhak, tambahkan lagi supaya isinya yang terbaru.`,
        link: credentialPaths.own,
      })
    }
    await tx
      .updateTable('credentials.credential')
      .set({ told_at: now.toString() })
      .where(
        'id',
        'in',
        rows.map((row) => row.id),
      )
      .execute()
    return {
      result: rows.length,
      event: { subject: { type: 'credentials', id: rows[0]?.id ?? '' }, payload: { cards: rows.length } },
    }
  },
})
