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
  remoteIdOf,
  SMALL_ANSWER,
  shaped,
  stateOf,
} from './read-answer.ts'
import { ServiceRefusal, type SigningService, type SignOutcome } from './signing-service.ts'

const LARGEST_FILE = 64 * 1024 * 1024
const QUICK_MS = 15_000

/** Version 1: forms with files, one document each. */
export function serviceVersion1(endpoint: ServiceEndpoint): SigningService {
  const fetchSigned = async (remoteId: string): Promise<Uint8Array> => {
    const path = `/api/sign/download/${encodeURIComponent(remoteId)}`
    const answer = await callService(endpoint, { method: 'GET', path, largest: LARGEST_FILE })
    accepted(answer)
    if (!isPdf(answer.body)) throw new ServiceRefusal({ kind: 'refused', code: 200, words: 'no PDF' })
    return answer.body
  }
  return {
    version: 1,
    perRequest: 1,
    async sign({ nik, secret, files, reason, location }) {
      const [file] = files
      if (!file || files.length > 1) throw new RangeError('Version 1 signs one file at a time')
      // The file first: some appliances read the fields in the order of their manual.
      const form = await encodeForm([
        ['file', pdfPart(file)],
        ['nik', nik],
        ['passphrase', secret.text],
        ['tampilan', 'invisible'],
        ['reason', reason],
        ['location', location],
      ])
      let answer: OutsideAnswer
      try {
        answer = await callService(endpoint, {
          method: 'POST',
          path: '/api/sign/pdf',
          ...form,
          largest: largestAnswer(files, 1.4),
        })
      } catch (fault) {
        return outcomeOfFault(fault)
      }
      return readSigned(answer, secret.text, fetchSigned)
    },
    fetchSigned,
    async certificateState(nik) {
      const path = `/api/user/status/${encodeURIComponent(nik)}`
      const answer = await callService(endpoint, { method: 'GET', path, largest: SMALL_ANSWER, timeoutMs: QUICK_MS })
      if (refusalIn(answer, undefined)?.kind === 'not-registered') return 'NOT_REGISTERED'
      return stateOf(shaped(z.object({ status: z.string() }), accepted(answer)).status)
    },
    async verify(file) {
      const form = await encodeForm([['signed_file', pdfPart(file)]])
      const answer = await callService(endpoint, {
        method: 'POST',
        path: '/api/sign/verify',
        ...form,
        largest: SMALL_ANSWER,
      })
      const said = shaped(verdict, accepted(answer))
      const signatures = said.details.map((one) => ({
        signer: one.info_signer.signer_name,
        intact: one.signature_document.document_integrity,
      }))
      return {
        valid: signatures.length > 0 && signatures.every(({ intact }) => intact),
        description: said.notes || said.summary,
        signatures,
      }
    },
  }
}

async function readSigned(
  answer: OutsideAnswer,
  secret: string,
  fetchSigned: (remoteId: string) => Promise<Uint8Array>,
): Promise<SignOutcome> {
  const refusal = refusalIn(answer, secret)
  if (refusal) return { kind: 'refused', refusal }
  const json = jsonOf(answer) as { id_dokumen?: unknown; file?: unknown } | undefined
  const remoteId = remoteIdOf(answer.headers['id_dokumen']) ?? remoteIdOf(json?.id_dokumen)
  if (answer.status !== 200) return { kind: 'unknown', cause: 'server-error', remoteId }
  const isFile = answer.type === 'application/pdf' || answer.type === 'application/octet-stream'
  if (isFile && isPdf(answer.body)) return { kind: 'signed', files: [answer.body], remoteId }
  if (typeof json?.file === 'string') {
    const file = Buffer.from(json.file, 'base64')
    if (isPdf(file)) return { kind: 'signed', files: [file], remoteId }
  }
  if (!remoteId) return { kind: 'unknown', cause: 'unreadable' }
  try {
    return { kind: 'signed', files: [await fetchSigned(remoteId)], remoteId }
  } catch {
    return { kind: 'unknown', cause: 'unreadable', remoteId }
  }
}

const verdict = z.object({
  notes: z.string().default(''),
  summary: z.string().default(''),
  details: z
    .array(
      z.object({
        info_signer: z.object({ signer_name: z.string() }),
        signature_document: z.object({ document_integrity: z.boolean() }),
      }),
    )
    .max(100),
})

const pdfPart = (file: Uint8Array) => new File([Uint8Array.from(file)], 'dokumen.pdf', { type: 'application/pdf' })

async function encodeForm(entries: readonly (readonly [string, string | File])[]) {
  const form = new FormData()
  for (const [name, value] of entries) form.append(name, value)
  const encoded = new Response(form)
  const type = encoded.headers.get('content-type') ?? 'multipart/form-data'
  return { type, body: new Uint8Array(await encoded.arrayBuffer()) }
}
