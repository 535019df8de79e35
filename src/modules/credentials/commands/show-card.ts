import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { anyone } from '#kernel/access/access.ts'
import { command } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError } from '#kernel/errors.ts'
import { newId } from '#kernel/ids.ts'
import { type CheckPlace, checkPresentation } from '../check/check-presentation.ts'
import { type CheckResult, reasons, type Verdict } from '../check/verdict.ts'
import { showingSeconds } from '../domain.ts'
import { useNonce } from '../keys/nonces.ts'
import { credentialPaths } from '../paths.ts'
import { hashOf } from '../queries/offers.ts'
import { largestPresentation } from '../sd-jwt/parse.ts'
import { fieldsOf, recordReading, recordShowing } from './record-showing.ts'

const presentationContext = 'credentials.showing.presentation'
const presentation = z.string().min(1).max(largestPresentation)

/** For whom proofs are made that are opened on our own page. */
export const pageAudience = (origin: string): string => `${origin}${credentialPaths.check}`

export interface PreparedShowing {
  readonly code: string
  readonly expiresAt: string
}

/**
 * Keeps what a holder wants to show for two minutes, under a code that opens it once. Who has the card's key needs no
 * session: the proof says who he is.
 * @throws invalid-input with the first thing that is wrong with the card
 */
export const prepareShowing = command({
  name: 'credentials.prepare-showing',
  event: 'credentials.showing-prepared.v1',
  access: anyone,
  input: z.object({
    presentation,
    audience: z.string().trim().min(2).max(120),
    purpose: z.string().trim().min(2).max(200),
  }),
  async run(tx, input, context) {
    const { tenant, now, origin } = context
    const place: CheckPlace = {
      tenant,
      db: tx,
      now,
      origin,
      audience: pageAudience(origin),
      challenge: { use: 'showing' },
    }
    const verdict = await usedUp(tx, await checkPresentation(input.presentation, place), now)
    if (!verdict.valid || !verdict.card || !verdict.nonce) throw cannotShow(verdict)
    const id = newId<'showing'>(now.epochMilliseconds)
    const code = randomBytes(18).toString('base64url')
    const expiresAt = now.add({ seconds: showingSeconds })
    const kept = { presentation: input.presentation, nonce: verdict.nonce }
    await tx
      .insertInto('credentials.showing')
      .values({
        id,
        credential_id: verdict.card.credentialId,
        holder_person_id: verdict.card.holderPersonId,
        channel: 'qr',
        fields: fieldsOf(verdict),
        audience: input.audience,
        purpose: input.purpose,
        code_hash: hashOf(code),
        presentation_sealed: tenant.cipher.sealJson(kept, `${presentationContext}:${id}`),
        made_at: now.toString(),
        expires_at: expiresAt.toString(),
      })
      .execute()
    const result: PreparedShowing = { code, expiresAt: expiresAt.toString() }
    const payload = { kind: verdict.card.kind, fields: fieldsOf(verdict) }
    return { result, event: { subject: { type: 'credential-showing', id }, payload } }
  },
})

export interface OpenedShowing {
  readonly verdict: Verdict
  readonly audience: string
  readonly purpose: string
}

/** Opens what a holder shows, once, within its minutes. The card is checked again at this moment. */
export const openShowing = command({
  name: 'credentials.open-showing',
  event: 'credentials.showing-opened.v1',
  access: anyone,
  input: z.object({ code: z.string().max(60) }),
  async run(tx, { code }, context) {
    const { tenant, now, origin } = context
    const row = await tx
      .selectFrom('credentials.showing')
      .selectAll()
      .where('code_hash', '=', hashOf(code))
      .forUpdate()
      .executeTakeFirst()
    const isOver = !row?.presentation_sealed || row.expires_at.getTime() <= now.epochMilliseconds
    if (!row || isOver || !row.presentation_sealed) throw showingOver()
    const kept = tenant.cipher.openJson<{ readonly presentation: string; readonly nonce: string }>(
      row.presentation_sealed,
      `${presentationContext}:${row.id}`,
    )
    const place = { tenant, db: tx, now, origin, audience: pageAudience(origin), challenge: { nonce: kept.nonce } }
    const verdict = await checkPresentation(kept.presentation, place)
    await tx
      .updateTable('credentials.showing')
      .set({ opened_at: now.toString(), outcome: verdict.valid ? 'valid' : 'invalid', presentation_sealed: null })
      .where('id', '=', row.id)
      .execute()
    await recordReading(tx, context, verdict, { id: row.id, audience: row.audience, purpose: row.purpose })
    const result: OpenedShowing = { verdict, audience: row.audience, purpose: row.purpose }
    return { result, event: { subject: { type: 'credential-showing', id: row.id }, payload: { valid: verdict.valid } } }
  },
})

/** Somebody checks a card that he was sent: on the page, or by a program. Recorded like every other showing. */
export const checkShownCard = command({
  name: 'credentials.check-shown-card',
  event: 'credentials.shown-card-checked.v1',
  access: anyone,
  input: z.object({
    presentation,
    channel: z.enum(['page', 'program']),
    audience: z.string().max(300).optional(),
    nonce: z.string().min(8).max(300).optional(),
    purpose: z.string().trim().max(200).default(''),
  }),
  async run(tx, input, context) {
    const { tenant, actor, now, origin } = context
    const verdict = await usedUp(
      tx,
      await checkPresentation(input.presentation, {
        tenant,
        db: tx,
        now,
        origin,
        audience: input.audience ?? pageAudience(origin),
        challenge: input.nonce ? { nonce: input.nonce } : { use: 'checking' },
      }),
      now,
    )
    const { card } = verdict
    if (!card) return { result: verdict, event: undefined }
    const audience = actor.kind === 'anonymous' ? 'seseorang tanpa akun' : actor.name
    // Who brings a copy that proves nothing writes no words of his own into the holder's record.
    const purpose = verdict.valid ? input.purpose || 'tidak disebutkan' : 'percobaan yang ditolak'
    const id = await recordShowing(tx, context, { ...verdict, card }, { channel: input.channel, audience, purpose })
    const payload = { kind: card.kind, valid: verdict.valid, channel: input.channel }
    return { result: verdict, event: { subject: { type: 'credential-showing', id }, payload } }
  },
})

/** A proof is good once: who brings it again holds a copy. */
async function usedUp(tx: WriteHandle, verdict: Verdict, now: Temporal.Instant): Promise<Verdict> {
  if (!verdict.nonce || !verdict.checks.some(({ name, outcome }) => name === 'fresh' && outcome === 'good'))
    return verdict
  if (await useNonce(tx, verdict.nonce, now)) return verdict
  const checks = verdict.checks.map(
    (check): CheckResult => (check.name === 'fresh' ? { ...check, outcome: 'bad', reason: reasons.freshUsed } : check),
  )
  return { ...verdict, valid: false, claims: {}, checks }
}

function cannotShow({ checks }: Verdict): AppError {
  const bad = checks.find(({ outcome }) => outcome !== 'good')
  return new AppError('conflict', { text: bad?.reason ?? reasons.formBad })
}

function showingOver(): AppError {
  return new AppError('not-found', {
    text: {
      id: 'Kode ini sudah dibuka, sudah lewat dua menit, atau tidak pernah ada. Minta pemegang kartu membuat kode yang baru.',
      en: 'This code was opened, is older than two minutes, or never was. Ask the holder for a new one.',
    },
  })
}
