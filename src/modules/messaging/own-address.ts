import { request as plainRequest } from 'node:http'
import { request as secureRequest } from 'node:https'
import type { Config } from '#kernel/config.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'

export interface HttpAnswer {
  readonly status: number
  readonly text: string
}

export interface HttpCall {
  readonly url: string
  readonly headers?: Readonly<Record<string, string>> | undefined
  /** Posts these bytes as JSON; without them it is a GET. */
  readonly body?: Buffer | undefined
  readonly timeoutMs?: number | undefined
}

const patienceMs = 10_000

/** One request with a limit of time. Unlike `fetch` it may name the host, so that a region is reached on this machine. */
export function callHttp(call: HttpCall): Promise<HttpAnswer> {
  const url = new URL(call.url)
  const patience = call.timeoutMs ?? patienceMs
  const ask = url.protocol === 'https:' ? secureRequest : plainRequest
  return new Promise((resolve, reject) => {
    const request = ask(url, {
      method: call.body ? 'POST' : 'GET',
      signal: AbortSignal.timeout(patience),
      headers: {
        ...(call.body ? { 'content-type': 'application/json', 'content-length': call.body.length } : {}),
        ...call.headers,
      },
    })
    request.on('error', reject)
    request.on('response', (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', reject)
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8') }),
      )
    })
    request.end(call.body)
  })
}

interface Place {
  readonly tenant: Tenant
  readonly config: Config
}

/** Where this region's own web server answers: the public address, or this machine under the region's host name. */
export function ownAddress({ tenant, config }: Place): { base: string; headers: Readonly<Record<string, string>> } {
  if (config.publicUrl) return { base: config.publicUrl, headers: {} }
  const host = tenant.hosts[0]
  return { base: `http://127.0.0.1:${config.port}`, headers: host ? { host } : {} }
}

/** A request over the network to this region's own web server, as the simulated banks and telephones make it. */
export function callOwnServer(
  place: Place,
  path: string,
  options: { readonly headers?: Readonly<Record<string, string>>; readonly body?: Buffer } = {},
): Promise<HttpAnswer> {
  const { base, headers } = ownAddress(place)
  return callHttp({ url: `${base}${path}`, headers: { ...headers, ...options.headers }, body: options.body })
}
