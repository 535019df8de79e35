import { z } from 'zod'
import type { ApiOperation } from '#kernel/http/api-description.ts'
import { checkNames } from './check/verdict.ts'
import { cardKinds } from './domain.ts'
import { credentialPaths } from './paths.ts'

const localText = z.object({ id: z.string(), en: z.string() })

export const checkRequest = z.object({
  presentation: z.string().describe('The SD-JWT with its disclosures and the key binding JWT of the holder'),
  nonce: z.string().optional().describe('The challenge that you gave the holder, when it is not one of ours'),
  audience: z.string().optional().describe('What the proof names as aud, when it is not our own address'),
  purpose: z.string().optional().describe('What the card is shown for; the holder reads it'),
})

const verdict = z.object({
  valid: z.boolean(),
  checks: z.array(
    z.object({ name: z.enum(checkNames), outcome: z.enum(['good', 'bad', 'unknown']), reason: localText }),
  ),
  card: z
    .object({
      kind: z.enum(cardKinds),
      title: localText,
      issuedAt: z.string(),
      expiresAt: z.string(),
      revokedAt: z.string().nullable(),
    })
    .optional(),
  claims: z.record(z.string(), z.unknown()),
})

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** A card of an issuer that does not exist, so that the example can be sent by anybody and says nothing of anybody. */
const strange = `${part({ alg: 'ES256', typ: 'dc+sd-jwt', kid: 'contoh' })}.${part({
  iss: 'https://penerbit.example',
  vct: 'https://penerbit.example/kartu',
})}.${'A'.repeat(86)}~`

/** How programs check digital cards, as OpenAPI tells it. */
export const credentialOperations: readonly ApiOperation[] = [
  {
    method: 'post',
    path: credentialPaths.apiNonce,
    operationId: 'challengeHolder',
    summary: 'A challenge for the holder’s program to answer, so that its proof counts once and for you',
    access: 'open',
    response: {
      status: 200,
      description: 'Give nonce and audience to the holder; send what comes back within five minutes',
      schema: z.object({ nonce: z.string(), audience: z.string(), expiresAt: z.string() }),
      example: {
        nonce: 'Vqk3b0bq1v2v5GmW7dYxJGcjVgFYl0u6mA2qkJb0m7Yv8C3t',
        audience: 'https://arunika.example/periksa-kartu',
        expiresAt: '2026-11-23T02:05:00Z',
      },
    },
  },
  {
    method: 'post',
    path: credentialPaths.apiCheck,
    operationId: 'checkCard',
    summary: 'Check a digital card that you were shown: signature, data, time, revocation, holder, freshness',
    access: 'open',
    request: { schema: checkRequest, example: { presentation: strange, purpose: 'penerimaan murid baru' } },
    response: {
      status: 200,
      description: 'Each check with its reason; claims only of a valid card. A proof is good once.',
      schema: verdict,
      example: {
        valid: false,
        checks: [
          {
            name: 'form',
            outcome: 'good',
            reason: {
              id: 'Ini kartu digital dalam bentuk yang benar.',
              en: 'This is a digital card in the right form.',
            },
          },
          {
            name: 'issuer',
            outcome: 'bad',
            reason: {
              id: 'Kartu ini menyebut penerbit lain atau kunci yang bukan milik daerah ini. Periksa di alamat penerbitnya.',
              en: 'This card names another issuer, or a key that is not of this region. Check it at its issuer.',
            },
          },
        ],
        claims: {},
      },
    },
  },
]
