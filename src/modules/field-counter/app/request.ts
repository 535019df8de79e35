import { change, type DeviceRecord, type WaitReason } from './store.ts'

/** Why the server could not be asked, or did not do it. */
export class Refusal extends Error {
  constructor(
    readonly wait: WaitReason,
    readonly status: number,
    /** What the server said. */
    readonly detail = '',
    /** Seconds after which it may be asked again, when it said so. */
    readonly retryAfter?: number,
  ) {
    super(`${wait} ${status} ${detail}`)
  }
}

const patienceMs = 45_000

export async function digestOf(bytes: ArrayBuffer | Uint8Array<ArrayBuffer>): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

export function base64url(bytes: ArrayBuffer): string {
  const text = String.fromCharCode(...new Uint8Array(bytes))
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

export async function sign(key: CryptoKey, message: string): Promise<string> {
  const bytes = new TextEncoder().encode(message)
  return base64url(await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, key, bytes))
}

async function proofOf(device: DeviceRecord, path: string, body: Uint8Array<ArrayBuffer>) {
  const sentAt = new Date().toISOString()
  return {
    'x-device': device.id,
    'x-device-time': sentAt,
    'x-device-signature': await sign(device.signKey, `${path}\n${sentAt}\n${await digestOf(body)}`),
  }
}

export async function sendJson<T>(device: DeviceRecord, path: string, value: unknown): Promise<T> {
  const body = new TextEncoder().encode(JSON.stringify(value))
  const headers = { 'content-type': 'application/json', ...(await proofOf(device, path, body)) }
  return (await ask(path, { method: 'POST', headers, body })) as T
}

export async function sendBytes(device: DeviceRecord, path: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const body = new FormData()
  body.append('part', new Blob([bytes]), 'part')
  await ask(path, { method: 'POST', headers: await proofOf(device, path, bytes), body })
}

/** As a form with a token, from a page that has one. */
export async function sendForm<T>(
  path: string,
  values: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
): Promise<T> {
  return (await ask(path, { method: 'POST', headers, body: new URLSearchParams(values) })) as T
}

export async function proofForForm(device: DeviceRecord, path: string, nonce: string) {
  return proofOf(device, path, new TextEncoder().encode(nonce))
}

export async function fetchJson<T>(path: string): Promise<T> {
  return (await ask(path, {})) as T
}

async function ask(path: string, init: RequestInit): Promise<unknown> {
  let answer: Response
  try {
    answer = await fetch(path, {
      ...init,
      headers: { ...(init.headers as Record<string, string>), accept: 'application/json' },
      cache: 'no-store',
      signal: AbortSignal.timeout(patienceMs),
    })
  } catch {
    throw new Refusal('network', 0)
  }
  const said = (await answer.json().catch(() => undefined)) as { detail?: string } | undefined
  // A gateway that has no network answers with a page of its own.
  if (answer.ok && said !== undefined) return said
  throw new Refusal(
    waitOf(answer.status),
    answer.status,
    said?.detail,
    Number(answer.headers.get('retry-after')) || undefined,
  )
}

function waitOf(status: number): WaitReason {
  if (status === 401) return 'signed-out'
  if (status === 403) return 'forbidden'
  if (status === 404) return 'other-account'
  if (status >= 200 && status < 400) return 'network'
  return 'busy'
}

/** What the clock of the device differs from the server's is kept, and told. */
export async function keepClock(serverTime: string): Promise<void> {
  const offset = Date.now() - Date.parse(serverTime)
  await change(
    'device',
    'device',
    (known) => known && { ...known, clockOffsetMs: offset, lastContactAt: new Date().toISOString() },
  )
}
