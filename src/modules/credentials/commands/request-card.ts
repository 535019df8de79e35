import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { anyone } from '#kernel/access/access.ts'
import { type CommandContext, command } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { invalidField, notFound } from '#kernel/errors.ts'
import { newId } from '#kernel/ids.ts'
import { cardFields } from '../cards/fields.ts'
import { checkPresentation } from '../check/check-presentation.ts'
import type { Verdict } from '../check/verdict.ts'
import { cardKinds, fieldName, requestSeconds } from '../domain.ts'
import { credentialPaths } from '../paths.ts'
import { ProtocolError } from '../protocol-error.ts'
import { hashOf } from '../queries/offers.ts'
import { largestPresentation } from '../sd-jwt/parse.ts'
import { recordShowing } from './record-showing.ts'
import type { OpenedShowing } from './show-card.ts'

const answerContext = 'credentials.request.answer'

/** How the asking page names itself to wallets (OpenID4VP, client identifier prefix `redirect_uri`). */
export const clientId = (origin: string, id: string): string => `redirect_uri:${origin}${credentialPaths.answer(id)}`

/** Somebody asks for fields of a card. He learns nothing before the holder agrees in the wallet. */
export const askForCard = command({
  name: 'credentials.ask-for-card',
  event: 'credentials.card-asked-for.v1',
  access: anyone,
  input: z.object({
    kind: z.enum(cardKinds),
    fields: z.array(z.string().max(60)).max(40),
    asker: z.string().trim().min(2).max(120),
    purpose: z.string().trim().min(2).max(200),
  }),
  async run(tx, { kind, fields, asker, purpose }, { now }) {
    const known = cardFields[kind].map(({ path }) => fieldName(path))
    const wanted = known.filter((name) => fields.includes(name))
    if (wanted.length === 0) {
      throw invalidField(
        'fields',
        'Pilih sedikitnya satu data dari kartu itu.',
        'Choose at least one field of that card.',
      )
    }
    const id = newId<'request'>(now.epochMilliseconds)
    const secret = randomBytes(24).toString('base64url')
    await tx
      .insertInto('credentials.request')
      .values({
        id,
        secret_hash: hashOf(secret),
        kind,
        fields: wanted,
        asker,
        purpose,
        nonce: randomBytes(24).toString('base64url'),
        state: randomBytes(18).toString('base64url'),
        made_at: now.toString(),
        expires_at: now.add({ seconds: requestSeconds }).toString(),
      })
      .execute()
    return { result: secret, event: { subject: { type: 'card-request', id }, payload: { kind, fields: wanted } } }
  },
})

/**
 * A wallet answers a request (OpenID4VP, direct_post). Only a card that its holder proves for this request is taken in.
 * @throws ProtocolError
 */
export const answerRequest = command({
  name: 'credentials.answer-request',
  event: 'credentials.request-answered.v1',
  access: anyone,
  input: z.object({ id: z.uuid(), state: z.string().max(100), presentation: z.string().max(largestPresentation) }),
  async run(tx, { id, state, presentation }, context) {
    const row = await tx
      .selectFrom('credentials.request')
      .selectAll()
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst()
    const isOver = !row || row.expires_at.getTime() <= context.now.epochMilliseconds
    if (isOver || row.state !== state) throw new ProtocolError('invalid_request', 'this request is unknown or over')
    if (row.answered_at) throw new ProtocolError('invalid_request', 'this request was answered before')
    const verdict = await checkAnswer(tx, context, { id, nonce: row.nonce, presentation })
    const isProven = ['holder', 'fresh'].every((name) =>
      verdict.checks.some((check) => check.name === name && check.outcome === 'good'),
    )
    if (!verdict.card || !isProven) throw new ProtocolError('invalid_request', 'this is no card that proves its holder')
    await tx
      .updateTable('credentials.request')
      .set({
        answer_sealed: context.tenant.cipher.seal(presentation, `${answerContext}:${id}`),
        answered_at: context.now.toString(),
      })
      .where('id', '=', id)
      .execute()
    return { result: undefined, event: { subject: { type: 'card-request', id }, payload: { kind: verdict.card.kind } } }
  },
})

/** Who asked opens the answer, once; it is checked again, recorded for the holder, and erased. */
export const openAnswer = command({
  name: 'credentials.open-answer',
  event: 'credentials.answer-opened.v1',
  access: anyone,
  input: z.object({ secret: z.string().max(60) }),
  async run(tx, { secret }, context) {
    const { tenant, now } = context
    const row = await tx
      .selectFrom('credentials.request')
      .selectAll()
      .where('secret_hash', '=', hashOf(secret))
      .forUpdate()
      .executeTakeFirst()
    if (!row?.answer_sealed || row.expires_at.getTime() <= now.epochMilliseconds) throw notFound()
    const presentation = tenant.cipher.open(row.answer_sealed, `${answerContext}:${row.id}`)
    const verdict = await checkAnswer(tx, context, { id: row.id, nonce: row.nonce, presentation })
    await tx.deleteFrom('credentials.request').where('id', '=', row.id).execute()
    const { card } = verdict
    const { asker: audience, purpose } = row
    if (card) await recordShowing(tx, context, { ...verdict, card }, { channel: 'page', audience, purpose })
    const result: OpenedShowing = { verdict, audience, purpose }
    return { result, event: { subject: { type: 'card-request', id: row.id }, payload: { valid: verdict.valid } } }
  },
})

function checkAnswer(
  tx: WriteHandle,
  { tenant, now, origin }: CommandContext,
  answer: { readonly id: string; readonly nonce: string; readonly presentation: string },
): Promise<Verdict> {
  return checkPresentation(answer.presentation, {
    tenant,
    db: tx,
    now,
    origin,
    audience: clientId(origin, answer.id),
    challenge: { nonce: answer.nonce },
  })
}
