import { request as plainRequest } from 'node:http'
import { request as secureRequest } from 'node:https'
import type { Config } from '#kernel/config.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'

export interface HttpAnswer {
  readonly status: number
  readonly text: string
}

const patienceMs = 10_000

/**
 * A request over the network to this region's own web server, as the simulated bank makes it. By the public
 * address when there is one; otherwise by this machine, under the host name that leads to the region.
 */
export function callOwnServer(
  place: { readonly tenant: Tenant; readonly config: Config },
  path: string,
  options: { readonly headers?: Readonly<Record<string, string>>; readonly body?: Buffer } = {},
): Promise<HttpAnswer> {
  const { tenant, config } = place
  const url = new URL(path, config.publicUrl ?? `http://127.0.0.1:${config.port}`)
  const host = config.publicUrl ? undefined : tenant.hosts[0]
  const ask = url.protocol === 'https:' ? secureRequest : plainRequest
  return new Promise((resolve, reject) => {
    const request = ask(url, {
      method: options.body ? 'POST' : 'GET',
      timeout: patienceMs,
      headers: {
        ...(host ? { host } : {}),
        ...(options.body ? { 'content-type': 'application/json', 'content-length': options.body.length } : {}),
        ...options.headers,
      },
    })
    request.on('timeout', () => request.destroy(new Error(`no answer within ${patienceMs} ms`)))
    request.on('error', reject)
    request.on('response', (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', reject)
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8') }),
      )
    })
    request.end(options.body)
  })
}
