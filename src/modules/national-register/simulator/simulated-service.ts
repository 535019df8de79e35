import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { sameText } from '#kernel/crypto/keys.ts'
import { LocalService, readBody, send, sendWithoutEnd } from '#kernel/outside/local-service.ts'
import { answerGateway, type SimulatedAnswer } from './answer-gateway.ts'
import { answerVerify, type VerifyAccount } from './answer-verify.ts'
import type { Mishap } from './mishaps.ts'
import type { SimulatedRegister } from './simulated-register.ts'

const LARGEST_REQUEST = 32 * 1024 * 1024
const SLOW_MS = 1500
const json = { 'content-type': 'application/json' }

/**
 * The made-up national register as an HTTP server of its own, on this machine only: the gateway and the web service of
 * verification, and every way in which such services have been seen to fail.
 */
export class SimulatedService extends LocalService {
  readonly register: SimulatedRegister
  readonly token = 'percontohan'
  readonly account: VerifyAccount = { user: 'balai', password: 'percontohan', ip: '127.0.0.1' }
  readonly customer = 'PERCONTOHAN'
  slowMs = SLOW_MS
  /** Asked once for each request; undefined answers well. */
  mishap: (path: string) => Mishap | undefined | Promise<Mishap | undefined> = () => undefined

  constructor(register: SimulatedRegister) {
    super()
    this.register = register
  }

  protected async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? '/'
    const body = await readJson(request)
    const mishap = await this.mishap(path)
    if (mishap === 'drop-before') return void response.destroy()
    const early = earlyAnswers[mishap ?? '']
    if (early) return send(response, early.status, { 'content-type': early.type, ...early.headers }, early.body)
    if (mishap === 'delivered-twice') await this.answer(request, path, body)
    const answer = await this.answer(request, path, body)
    await this.sendAs(response, answer, mishap)
  }

  private async answer(request: IncomingMessage, path: string, body: unknown): Promise<SimulatedAnswer> {
    try {
      if (path.startsWith('/dukcapil/')) {
        return await answerVerify(this.register, this.account, path, body as Readonly<Record<string, string>>)
      }
      if (!sameText(request.headers.authorization ?? '', `Bearer ${this.token}`)) {
        return { status: 401, value: { error: 'Unauthorized' } }
      }
      return await answerGateway(this.register, path, body)
    } catch {
      return { status: 400, value: { error: 'Bad Request' } }
    }
  }

  private async sendAs(response: ServerResponse, { status, value }: SimulatedAnswer, mishap?: Mishap): Promise<void> {
    const text = JSON.stringify(value)
    switch (mishap) {
      case 'slow':
        await pause(this.slowMs)
        return send(response, status, json, text)
      case 'drop-after':
        return void response.destroy()
      case 'server-error-after':
        return send(response, 500, json, JSON.stringify({ error: 'Internal Server Error' }))
      case 'half-json':
        return send(response, status, json, text.slice(0, Math.ceil(text.length / 2)))
      case 'answered-twice':
        return send(response, status, json, text + text)
      case 'wrong-answer':
        return send(response, status, json, aboutAnother(text))
      case 'clock-skew':
        return send(response, status, { ...json, date: 'Thu, 01 Jan 1970 00:00:00 GMT' }, text)
      case 'endless':
        return sendWithoutEnd(response, status, json)
      default:
        return send(response, status, json, text)
    }
  }
}

interface Early {
  readonly status: number
  readonly type: string
  readonly body: string
  readonly headers?: Readonly<Record<string, string>>
}

/** Given without looking at what was asked: it has no effect there. */
const earlyAnswers: Readonly<Record<string, Early>> = {
  'server-error': { status: 500, type: 'application/json', body: '{"error":"Internal Server Error"}' },
  html: { status: 200, type: 'text/html', body: '<html><title>Selamat datang</title><body>Portal</body></html>' },
  maintenance: {
    status: 200,
    type: 'text/plain',
    body: 'Mohon maaf, sistem sedang dalam pemeliharaan. Silakan coba beberapa saat lagi.',
  },
  quota: {
    status: 200,
    type: 'application/json',
    body: '{"content":[{"RESPON":"Kuota Akses Hari ini telah Habis"}],"quotaLimiter":0}',
  },
  account: { status: 401, type: 'application/json', body: '{"error":"Unauthorized"}' },
  redirect: { status: 302, type: 'text/html', body: '', headers: { location: 'https://elsewhere.example/' } },
}

/** The same answer with every id and every number changed: what somebody else would have got. */
function aboutAnother(text: string): string {
  return text
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, '0197ffff-0000-7000-8000-000000000000')
    .replace(/"\d{16}"/g, '"9901010101010001"')
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const text = (await readBody(request, LARGEST_REQUEST)).toString('utf8')
  try {
    return text ? JSON.parse(text) : {}
  } catch {
    return undefined
  }
}
