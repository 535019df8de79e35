import { z } from 'zod'
import type { OutsideAnswer } from '#kernel/outside/call-service.ts'
import { callService, type ServiceEndpoint } from './call.ts'
import {
  accepted,
  isPdf,
  jsonOf,
  largestAnswer,
  outcomeOfFault,
  refusalIn,
  SMALL_ANSWER,
  shaped,
  stateOf,
} from './read-answer.ts'
import type { SigningService, SignOutcome } from './signing-service.ts'

const QUICK_MS = 15_000
/** How base64 lengthens, with the JSON around it. */
const ENCODED = 1.4

/** Version 2: JSON, several documents at once, passphrase or a code that is good for a while. */
export function serviceVersion2(endpoint: ServiceEndpoint): SigningService {
  const post = (path: string, value: unknown, largest = SMALL_ANSWER, timeoutMs?: number) =>
    callService(endpoint, {
      method: 'POST',
      path,
      type: 'application/json',
      body: Buffer.from(JSON.stringify(value)),
      largest,
      timeoutMs,
    })
  const ask = async (path: string, value: unknown): Promise<unknown> =>
    accepted(await post(path, value, SMALL_ANSWER, QUICK_MS))
  const signWith = async (
    path: string,
    who: Readonly<Record<string, string>>,
    secret: string,
    work: { readonly files: readonly Uint8Array[]; readonly reason: string; readonly location: string },
  ): Promise<SignOutcome> => {
    const { files, reason, location } = work
    const body = {
      ...who,
      signatureProperties: files.map(() => ({ tampilan: 'INVISIBLE', reason, location })),
      file: files.map((file) => Buffer.from(file).toString('base64')),
    }
    try {
      return readSigned(await post(path, body, largestAnswer(files, ENCODED)), files.length, secret)
    } catch (fault) {
      return outcomeOfFault(fault)
    }
  }
  return {
    version: 2,
    perRequest: 10,
    sign: ({ nik, secret, ...work }) =>
      signWith('/api/v2/sign/pdf', { nik, [secret.kind]: secret.text }, secret.text, work),
    async requestCode(nik, files) {
      await ask('/api/v2/sign/get/totp', { nik, data: files })
    },
    async certificateState(nik) {
      const answer = await post('/api/v2/user/check/status', { nik }, SMALL_ANSWER, QUICK_MS)
      if (refusalIn(answer, undefined)?.kind === 'not-registered') return 'NOT_REGISTERED'
      return stateOf(shaped(z.object({ status: z.string() }), accepted(answer)).status)
    },
    async verify(file) {
      const answer = await post('/api/v2/verify/pdf', { file: Buffer.from(file).toString('base64'), password: '' })
      const said = shaped(verdict, accepted(answer))
      return {
        valid: said.conclusion === 'VALID',
        description: said.description,
        signatures: said.signatureInformations.map((one) => ({ signer: one.signerName, intact: one.integrityValid })),
      }
    },
    seal: {
      async requestActivation(idSubscriber) {
        await ask('/api/v2/seal/get/activation', { idSubscriber })
      },
      async revokeActivation(idSubscriber) {
        await ask('/api/v2/seal/revoke/activation', { idSubscriber })
      },
      async requestCode(idSubscriber, files) {
        await ask('/api/v2/seal/get/totp', { idSubscriber, data: files })
      },
      seal: ({ subscriberId, totp, ...work }) =>
        signWith('/api/v2/seal/pdf', { idSubscriber: subscriberId, totp }, totp, work),
    },
  }
}

const signedBody = z.object({ file: z.array(z.string()).max(1000) })

function readSigned(answer: OutsideAnswer, wanted: number, secret: string): SignOutcome {
  const refusal = refusalIn(answer, secret)
  if (refusal) return { kind: 'refused', refusal }
  if (answer.status !== 200) return { kind: 'unknown', cause: 'server-error' }
  const parsed = signedBody.safeParse(answer.type === 'application/json' ? jsonOf(answer) : undefined)
  const files = (parsed.data?.file ?? []).map((text) => Buffer.from(text, 'base64'))
  if (files.length !== wanted || !files.every(isPdf)) return { kind: 'unknown', cause: 'unreadable' }
  return { kind: 'signed', files }
}

const verdict = z.object({
  conclusion: z.string(),
  description: z.string().default(''),
  signatureInformations: z.array(z.object({ signerName: z.string(), integrityValid: z.boolean() })).max(100),
})
