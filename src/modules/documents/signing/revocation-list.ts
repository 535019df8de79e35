import { X509Certificate } from 'node:crypto'
import { members, octetsOf, oidOf, parseAsn1, rawOf } from '../verify/signature/asn1.ts'
import { tbsOf } from '../verify/signature/read-cms.ts'
import { OID } from './cms.ts'
import {
  bitString,
  certificateTime,
  der,
  generalizedTime,
  oid,
  sequence,
  smallInteger,
  TAG,
  unsignedInteger,
} from './der.ts'
import { createLocalSigner } from './signer.ts'

/** Why a certificate no longer holds, by its number in RFC 5280, 5.3.1. */
export const revocationReasons = {
  'key-compromise': 1,
  'affiliation-changed': 3,
  superseded: 4,
  'cessation-of-operation': 5,
  'privilege-withdrawn': 9,
} as const

export type RevocationReason = keyof typeof revocationReasons

export interface RevokedCertificate {
  /** Hexadecimal. */
  readonly serial: string
  readonly at: Date
  readonly reason: RevocationReason
}

export interface RevocationListOptions {
  /** Higher than that of every earlier list of the authority. */
  readonly number: number
  readonly thisUpdate: Date
  readonly nextUpdate: Date
  readonly revoked: readonly RevokedCertificate[]
  /** From when on the list also names certificates that have expired since: here, from the authority's beginning. */
  readonly completeSince: Date
}

const EXTENSION = {
  authorityKey: '2.5.29.35',
  subjectKey: '2.5.29.14',
  number: '2.5.29.20',
  reason: '2.5.29.21',
  expiredToo: '2.5.29.60',
} as const

/** The signed list of revoked certificates of an authority (RFC 5280, 5), DER. */
export async function createRevocationList(
  authority: { readonly certificate: Uint8Array; readonly privateKey: Uint8Array },
  options: RevocationListOptions,
): Promise<Uint8Array> {
  const issuer = tbsOf(new X509Certificate(authority.certificate))
  const algorithm = sequence(oid(OID.ecdsaWithSha256))
  const entries = options.revoked.map((one) =>
    sequence(
      unsignedInteger(Buffer.from(one.serial, 'hex')),
      certificateTime(one.at),
      sequence(extension(EXTENSION.reason, der(0x0a, Uint8Array.of(revocationReasons[one.reason])))),
    ),
  )
  const keyId = subjectKeyOf(issuer)
  const extensions = [
    ...(keyId ? [extension(EXTENSION.authorityKey, sequence(der(0x80, keyId)))] : []),
    extension(EXTENSION.number, smallInteger(options.number)),
    extension(EXTENSION.expiredToo, generalizedTime(options.completeSince)),
  ]
  const tbs = sequence(
    smallInteger(1),
    algorithm,
    rawOf(issuer[4]),
    certificateTime(options.thisUpdate),
    certificateTime(options.nextUpdate),
    ...(entries.length ? [sequence(...entries)] : []),
    der(TAG.context(0), sequence(...extensions)),
  )
  const signer = await createLocalSigner(authority.certificate, [], authority.privateKey)
  return sequence(tbs, algorithm, bitString(await signer.sign(tbs)))
}

const extension = (type: string, value: Uint8Array) => sequence(oid(type), der(TAG.octetString, value))

function subjectKeyOf(issuer: ReturnType<typeof tbsOf>): Uint8Array | undefined {
  const wrapped = issuer.find((one) => one.idBlock.tagClass === 3 && one.idBlock.tagNumber === 3)
  const extensions = wrapped ? members(members(wrapped)[0]) : []
  const found = extensions.find((one) => oidOf(members(one)[0]) === EXTENSION.subjectKey)
  return found && octetsOf(parseAsn1(octetsOf(members(found).at(-1))))
}
