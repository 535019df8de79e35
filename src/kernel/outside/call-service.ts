import { type IncomingHttpHeaders, request as plainRequest } from 'node:http'
import { request as secureRequest } from 'node:https'

/** Where a system of somebody else is, and how it knows us. */
export interface OutsideEndpoint {
  /** Without a slash at its end. */
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly timeoutMs: number
  /** PEM of the authority of its TLS certificate; undefined means those that Node.js knows. */
  readonly ca: string | undefined
}

export interface OutsideCall {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly headers?: Readonly<Record<string, string>> | undefined
  /** Sent as JSON; bytes as they are, with the type that the headers name. */
  readonly body?: unknown
  /** Bytes of the answer. */
  readonly largest: number
  readonly timeoutMs?: number | undefined
}

export interface OutsideAnswer {
  readonly status: number
  /** Of the body, in small letters and without parameters. */
  readonly type: string
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

export type OutsideProblem = 'unreachable' | 'certificate' | 'timeout' | 'cut' | 'too-long'

/** There is no whole answer. Bears neither what was sent nor the address. */
export class OutsideFault extends Error {
  readonly problem: OutsideProblem
  /** False when the other side cannot have had the request: then nothing happened there. */
  readonly mayHaveArrived: boolean
  /** What had come of the answer. */
  readonly headers: IncomingHttpHeaders

  constructor(problem: OutsideProblem, mayHaveArrived: boolean, headers: IncomingHttpHeaders = {}) {
    super(`a system outside: ${problem}`)
    this.problem = problem
    this.mayHaveArrived = mayHaveArrived
    this.headers = headers
  }
}

/**
 * One request on a connection of its own, within limited time and size; redirects are given back, never followed, and a
 * TLS certificate that does not prove the host ends it before anything is sent.
 * @throws OutsideFault
 */
export function callOutside(endpoint: OutsideEndpoint, call: OutsideCall): Promise<OutsideAnswer> {
  const url = new URL(`${endpoint.url}${call.path}`)
  const isSecure = url.protocol === 'https:'
  const isJson = call.body !== undefined && !(call.body instanceof Uint8Array)
  const body = isJson ? Buffer.from(JSON.stringify(call.body)) : (call.body as Uint8Array | undefined)
  const headers = {
    accept: 'application/json',
    ...endpoint.headers,
    ...call.headers,
    ...(isJson ? { 'content-type': 'application/json' } : {}),
    ...(body ? { 'content-length': String(body.length) } : {}),
  }
  return new Promise((resolve, reject) => {
    const options = { method: call.method, headers, agent: false as const }
    const request = isSecure
      ? secureRequest(url, { ...options, ...(endpoint.ca ? { ca: endpoint.ca } : {}), rejectUnauthorized: true })
      : plainRequest(url, options)
    let isReached = false
    let isConnected = false
    let received: IncomingHttpHeaders = {}
    let isSettled = false
    const fail = (problem: OutsideProblem) => {
      if (isSettled) return
      isSettled = true
      clearTimeout(timer)
      reject(new OutsideFault(problem, isConnected, received))
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
    request.end(body)
  })
}
