import { symmetricDecrypt } from 'better-auth/crypto'
import QRCode from 'qrcode'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import { authSecret } from './instance.ts'

/** What an authenticator app needs, as a picture and as text. */
export interface Enrolment {
  /** SVG as a data address. */
  readonly image: string
  /** Base32 in groups of four. */
  readonly key: string
}

const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** @param sealed the secret as better-auth stores it */
export async function enrolmentOf(tenant: Tenant, sealed: string, holder: string): Promise<Enrolment> {
  const secret = await symmetricDecrypt({ key: authSecret(tenant), data: sealed })
  const key = encodeBase32(Buffer.from(secret))
  const issuer = tenant.profile.shortName
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(holder)}`
  const uri = `otpauth://totp/${label}?secret=${key}&issuer=${encodeURIComponent(issuer)}&digits=6&period=30`
  const svg = await QRCode.toString(uri, { type: 'svg', margin: 2 })
  return {
    image: `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`,
    key: key.replace(/(.{4})(?=.)/g, '$1 '),
  }
}

export function encodeBase32(bytes: Uint8Array): string {
  let bits = 0
  let value = 0
  let text = ''
  for (const byte of bytes) {
    value = (value << 8) | byte
    bits += 8
    while (bits >= 5) {
      bits -= 5
      text += base32[(value >>> bits) & 31]
    }
    value &= (1 << bits) - 1
  }
  return bits > 0 ? text + base32[(value << (5 - bits)) & 31] : text
}
