import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { sameText } from '#kernel/crypto/keys.ts'
import { LocalService, readBody, send, sendWithoutEnd } from '#kernel/outside/local-service.ts'
import { createRevocationList } from '../../signing/revocation-list.ts'
import type { SignedAnswer } from './sign-requests.ts'
import { SimulatedRefusal } from './simulated-account.ts'
import type { SimulatedOffice } from './simulated-office.ts'
import { answerVersion1 } from './version-1.ts'
import { answerVersion2 } from './version-2.ts'

/** What a version answers with; its transport is the same for both. */
export interface SimulatedAnswer {
  readonly status?: number | undefined
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
  /** Set for answers to signing, which may go wrong. */
  readonly signed?: SignedAnswer | undefined
}

export interface SimulatedRequest {
  readonly method: string
  readonly path: string
  readonly type: string
  readonly body: Buffer
}

export const jsonAnswer = (value: unknown, status = 200): SimulatedAnswer => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: Buffer.from(JSON.stringify(value)),
})

const LARGEST_REQUEST = 400 * 1024 * 1024

/**
 * The made-up national signing service as an HTTP server of its own, on this machine only: both versions of the published
 * interface, real signatures, and every way in which such a service has been seen to fail.
 */
export class SimulatedService extends LocalService {
  readonly office: SimulatedOffice
  readonly user = 'balai'
  readonly password = 'percontohan'
  /** How long `slow` takes. */
  slowMs = 2000

  constructor(office: SimulatedOffice) {
    super()
    this.office = office
  }

  protected async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? '/'
    if (path === '/crl') return this.sendList(response)
    const wanted = `Basic ${Buffer.from(`${this.user}:${this.password}`).toString('base64')}`
    if (!sameText(request.headers.authorization ?? '', wanted)) {
      return sendAnswer(response, jsonAnswer({ error: 'Unauthorized', status_code: 401 }, 401))
    }
    const body = await readBody(request, LARGEST_REQUEST)
    const asked = { method: request.method ?? 'GET', path, type: request.headers['content-type'] ?? '', body }
    try {
      const answer = path.startsWith('/api/v2/')
        ? await answerVersion2(this.office, asked)
        : await answerVersion1(this.office, asked)
      await this.sendAs(response, answer)
    } catch (error) {
      if (!(error instanceof SimulatedRefusal)) throw error
      sendAnswer(response, jsonAnswer({ error: error.message, status_code: error.code }, error.status))
    }
  }

  private async sendAs(response: ServerResponse, answer: SimulatedAnswer): Promise<void> {
    switch (answer.signed?.mishap) {
      case 'slow':
        await pause(this.slowMs)
        return sendAnswer(response, answer)
      case 'drop-before':
      case 'drop-after-signing':
        response.destroy()
        return
      case 'half-written':
        response.writeHead(200, { ...answer.headers, 'content-length': String(answer.body.length) })
        response.write(answer.body.subarray(0, answer.body.length / 2), () => response.destroy())
        return
      case 'rubbish':
        return sendAnswer(response, { ...answer, body: Buffer.from('<html>Selamat datang</html>') })
      case 'wrong-type':
        return sendAnswer(response, { ...answer, headers: { 'content-type': 'text/html' } })
      case 'endless':
        return sendWithoutEnd(response, 200, answer.headers)
      case 'error-in-200':
        return sendAnswer(response, jsonAnswer({ error: 'Terjadi kesalahan pada sertifikat', status_code: 2040 }))
      case 'server-error':
        return sendAnswer(response, {
          ...jsonAnswer({ error: 'Internal Server Error', status_code: 500 }),
          status: 500,
        })
      case 'redirect':
        return sendAnswer(response, {
          headers: { location: 'https://elsewhere.example/' },
          body: Buffer.alloc(0),
          status: 302,
        })
      default:
        return sendAnswer(response, answer)
    }
  }

  private async sendList(response: ServerResponse): Promise<void> {
    sendAnswer(response, {
      headers: { 'content-type': 'application/pkix-crl' },
      body: Buffer.from(await emptyRevocationList(this.office.options.authority, this.office.options.now())),
    })
  }
}

/** Nobody's certificate is taken back here; but whoever checks for it wants to read that. */
export function emptyRevocationList(
  authority: SimulatedOffice['options']['authority'],
  now: Date,
): Promise<Uint8Array> {
  return createRevocationList(authority, {
    number: Math.floor(now.getTime() / 1000),
    thisUpdate: now,
    nextUpdate: new Date(now.getTime() + 7 * 86_400_000),
    revoked: [],
    completeSince: new Date('2026-01-01T00:00:00Z'),
  })
}

function sendAnswer(response: ServerResponse, { status = 200, headers, body }: SimulatedAnswer): void {
  send(response, status, headers, body)
}
