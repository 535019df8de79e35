import { type IncomingHttpHeaders, request as plainRequest } from 'node:http'
import { request as secureRequest } from 'node:https'

/** Where the service is and how it knows us. */
export interface ServiceEndpoint {
  readonly url: string
  readonly user: string
  readonly password: string
  readonly timeoutMs: number
  /** PEM of the authority of its TLS certificate; undefined means those that Node.js knows. */
  readonly ca: string | undefined
}

export interface ServiceCall {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly type?: string | undefined
  readonly body?: Uint8Array | undefined
  /** Bytes of the answer. */
  readonly largest: number
  /** Less patience than with signatures. */
  readonly timeoutMs?: number | undefined
}

export interface ServiceAnswer {
  readonly status: number
  /** Of the body, in small letters and without parameters. */
  readonly type: string
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

export type CallProblem = 'unreachable' | 'certificate' | 'timeout' | 'cut' | 'too-long'

/** There is no whole answer. Bears neither what was sent nor the address. */
export class CallFault extends Error {
  readonly problem: CallProblem
  /** False when the service cannot have had the request: then nothing happened there. */
  readonly mayHaveArrived: boolean
  /** What had come of the answer. */
  readonly headers: IncomingHttpHeaders

  constructor(problem: CallProblem, mayHaveArrived: boolean, headers: IncomingHttpHeaders = {}) {
    super(`The signing service: ${problem}`)
    this.problem = problem
    this.mayHaveArrived = mayHaveArrived
    this.headers = headers
  }
}

/**
 * One request on a connection of its own, within limited time and size; redirects are given back, never followed, and a
 * TLS certificate that does not prove the host ends it before anything is sent.
 * @throws CallFault
 */
export function callService(endpoint: ServiceEndpoint, call: ServiceCall): Promise<ServiceAnswer> {
  const url = new URL(`${endpoint.url}${call.path}`)
  const isSecure = url.protocol === 'https:'
  const credentials = Buffer.from(`${endpoint.user}:${endpoint.password}`).toString('base64')
  const headers = {
    authorization: `Basic ${credentials}`,
    accept: 'application/json, application/pdf',
    ...(call.type ? { 'content-type': call.type } : {}),
    ...(call.body ? { 'content-length': String(call.body.length) } : {}),
  }
  return new Promise((resolve, reject) => {
    const options = { method: call.method, headers, agent: false as const }
    const request = isSecure
      ? secureRequest(url, { ...options, ...(endpoint.ca ? { ca: endpoint.ca } : {}), rejectUnauthorized: true })
      : plainRequest(url, options)
    let isConnected = false
    let isReached = false
    let received: IncomingHttpHeaders = {}
    let isSettled = false
    const fail = (problem: CallProblem) => {
      if (isSettled) return
      isSettled = true
      clearTimeout(timer)
      reject(new CallFault(problem, isConnected, received))
      request.destroy()
    }
    const timer = setTimeout(() => fail('timeout'), call.timeoutMs ?? endpoint.timeoutMs)
    request.on('socket', (socket) => {
      socket.once('connect', () => {
        isReached = true
      })
      socket.once(isSecure ? 'secureConnect' : 'connect', () => {
        isConnected = true
      })
    })
    request.on('error', () => fail(isConnected ? 'cut' : isReached ? 'certificate' : 'unreachable'))
    request.on('response', (response) => {
      received = response.headers
      const chunks: Buffer[] = []
      let size = 0
      response.on('data', (chunk: Buffer) => {
        size += chunk.length
        if (size > call.largest) fail('too-long')
        else chunks.push(chunk)
      })
      response.on('error', () => fail('cut'))
      response.on('close', () => {
        if (!response.complete) return fail('cut')
        if (isSettled) return
        isSettled = true
        clearTimeout(timer)
        const type = (received['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
        resolve({ status: response.statusCode ?? 0, type, headers: received, body: Buffer.concat(chunks) })
      })
    })
    request.end(call.body)
  })
}
