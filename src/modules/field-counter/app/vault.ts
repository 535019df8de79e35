import { change, type DeviceRecord, read, type Sealed, type VaultRecord } from './store.ts'

/** OWASP's figure for PBKDF2 with SHA-256 (2023): about half a second on a small tablet. */
const iterations = 600_000
export const mostWrong = 10
export const pinPattern = /^\d{6,12}$/
export const lockAfterMinutes = 10

const text = new TextEncoder()

/** The opened vault of one official. The key lives in the memory of this page and goes with it. */
export interface OpenVault {
  readonly accountId: string
  readonly label: string
  readonly key: CryptoKey
}

export interface NewKeys {
  readonly signKey: CryptoKey
  readonly macKey: CryptoKey
  readonly publicKey: { readonly kty: string; readonly crv: string; readonly x: string; readonly y: string }
}

/** Keys of a device. The browser keeps them and gives them to nobody, not even to this program. */
export async function makeDeviceKeys(): Promise<NewKeys> {
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify'])
  const macKey = await crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256', length: 256 }, false, ['sign'])
  const { kty = '', crv = '', x = '', y = '' } = await crypto.subtle.exportKey('jwk', pair.publicKey)
  return { signKey: pair.privateKey, macKey, publicKey: { kty, crv, x, y } }
}

/** @param serverHalf what the server keeps for a forgotten PIN, base64url */
export async function makeVault(
  device: Pick<DeviceRecord, 'macKey'>,
  owner: { readonly accountId: string; readonly label: string },
  pin: string,
  serverHalf: string,
  dataKey: Uint8Array<ArrayBuffer> = crypto.getRandomValues(new Uint8Array(32)),
): Promise<VaultRecord> {
  const salt = crypto.getRandomValues(new Uint8Array(16))
  const at = { ...owner, salt, iterations }
  return {
    ...at,
    byPin: await sealBytes(await keyOfPin(device, at, pin), dataKey, `pin/${owner.accountId}`),
    byServer: await sealBytes(
      await keyOfServer(device, owner.accountId, serverHalf),
      dataKey,
      `server/${owner.accountId}`,
    ),
    wrong: 0,
    lockAfterMinutes,
  }
}

export type Opening =
  | { readonly kind: 'open'; readonly vault: OpenVault }
  | { readonly kind: 'wrong'; readonly left: number }
  | { readonly kind: 'locked' }

/** Tries a PIN. The attempt is counted before it is made, so that reloading the page does not take it back. */
export async function openVault(device: DeviceRecord, accountId: string, pin: string): Promise<Opening> {
  const counted = await change('vault', accountId, (known) => known && { ...known, wrong: known.wrong + 1 })
  if (!counted?.byPin) return { kind: 'locked' }
  try {
    const kek = await keyOfPin(device, counted, pin)
    const raw = await openBytes(kek, counted.byPin, `pin/${accountId}`)
    await change('vault', accountId, (known) => known && { ...known, wrong: 0 })
    return { kind: 'open', vault: { accountId, label: counted.label, key: await dataKeyOf(raw) } }
  } catch {
    if (counted.wrong < mostWrong) return { kind: 'wrong', left: mostWrong - counted.wrong }
    await change('vault', accountId, (known) => known && { ...known, byPin: undefined })
    return { kind: 'locked' }
  }
}

/** After an online sign-in: the same data under a new PIN. Undefined when the server's half does not fit. */
export async function renewPin(
  device: DeviceRecord,
  accountId: string,
  pin: string,
  serverHalf: string,
): Promise<VaultRecord | undefined> {
  const known = await read('vault', accountId)
  if (!known) return undefined
  try {
    const raw = await openBytes(await keyOfServer(device, accountId, serverHalf), known.byServer, `server/${accountId}`)
    return await makeVault(device, { accountId, label: known.label }, pin, serverHalf, new Uint8Array(raw))
  } catch {
    return undefined
  }
}

export async function sealJson(vault: OpenVault, value: unknown, place: string): Promise<Sealed> {
  return sealBytes(vault.key, text.encode(JSON.stringify(value)), `${vault.accountId}/${place}`)
}

export async function openJson<T>(vault: OpenVault, sealed: Sealed, place: string): Promise<T> {
  const bytes = await openBytes(vault.key, sealed, `${vault.accountId}/${place}`)
  return JSON.parse(new TextDecoder().decode(bytes)) as T
}

export function sealFile(vault: OpenVault, bytes: ArrayBuffer, place: string): Promise<Sealed> {
  return sealBytes(vault.key, new Uint8Array(bytes), `${vault.accountId}/${place}`)
}

export function openFile(vault: OpenVault, sealed: Sealed, place: string): Promise<ArrayBuffer> {
  return openBytes(vault.key, sealed, `${vault.accountId}/${place}`)
}

/** The PIN alone opens nothing elsewhere: the key of this device is mixed in. */
async function keyOfPin(
  device: Pick<DeviceRecord, 'macKey'>,
  vault: Pick<VaultRecord, 'accountId' | 'salt' | 'iterations'>,
  pin: string,
): Promise<CryptoKey> {
  const typed = await crypto.subtle.importKey('raw', text.encode(pin), 'PBKDF2', false, ['deriveBits'])
  const stretched = await crypto.subtle.deriveBits(
    { name: 'PBKDF2', hash: 'SHA-256', salt: vault.salt, iterations: vault.iterations },
    typed,
    256,
  )
  return mixed(device, `pin/${vault.accountId}/`, new Uint8Array(stretched))
}

function keyOfServer(device: Pick<DeviceRecord, 'macKey'>, accountId: string, half: string): Promise<CryptoKey> {
  return mixed(device, `server/${accountId}/`, text.encode(half))
}

async function mixed(
  device: Pick<DeviceRecord, 'macKey'>,
  purpose: string,
  secret: Uint8Array<ArrayBuffer>,
): Promise<CryptoKey> {
  const label = text.encode(purpose)
  const message = new Uint8Array(label.length + secret.length)
  message.set(label)
  message.set(secret, label.length)
  const bits = await crypto.subtle.sign('HMAC', device.macKey, message)
  return crypto.subtle.importKey('raw', bits, 'AES-GCM', false, ['encrypt', 'decrypt'])
}

function dataKeyOf(raw: ArrayBuffer): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt'])
}

async function sealBytes(key: CryptoKey, bytes: Uint8Array<ArrayBuffer>, place: string): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const additionalData = text.encode(place)
  return { iv, data: await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, bytes) }
}

function openBytes(key: CryptoKey, sealed: Sealed, place: string): Promise<ArrayBuffer> {
  return crypto.subtle.decrypt({ name: 'AES-GCM', iv: sealed.iv, additionalData: text.encode(place) }, key, sealed.data)
}
