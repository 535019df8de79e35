import { callOutside, type OutsideAnswer } from '#kernel/outside/call-service.ts'

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

/** @throws OutsideFault */
export function callService(endpoint: ServiceEndpoint, call: ServiceCall): Promise<OutsideAnswer> {
  const { url, user, password, timeoutMs, ca } = endpoint
  const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`
  const headers = {
    authorization,
    accept: 'application/json, application/pdf',
    ...(call.type ? { 'content-type': call.type } : {}),
  }
  return callOutside({ url, headers, timeoutMs, ca }, call)
}
