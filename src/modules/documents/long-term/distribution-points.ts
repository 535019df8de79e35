import type { X509Certificate } from 'node:crypto'
import { isTagged, members, type Node, octetsOf, oidOf, parseAsn1, rawOf } from '../verify/signature/asn1.ts'
import { tbsOf } from '../verify/signature/read-cms.ts'

const DISTRIBUTION_POINTS = '2.5.29.31'

/** The web addresses at which the issuer of a certificate publishes its list of revoked ones (RFC 5280, 4.2.1.13). */
export function distributionPoints(certificate: X509Certificate): string[] {
  const wrapped = tbsOf(certificate).find((one) => isTagged(one, 3))
  const extensions = wrapped ? members(members(wrapped)[0]) : []
  const found = extensions.find((one) => oidOf(members(one)[0]) === DISTRIBUTION_POINTS)
  if (!found) return []
  const points = members(parseAsn1(octetsOf(members(found).at(-1))))
  return points
    .flatMap((point) => {
      const name = tagged(point, 0)
      const full = name && tagged(name, 0)
      return (full ? members(full) : []).filter((one) => isTagged(one, 6)).map(contentOf)
    })
    .filter((url) => /^https?:\/\//.test(url))
}

const tagged = (node: Node, number: number): Node | undefined => members(node).find((one) => isTagged(one, number))

/** The bytes of an implicitly tagged IA5String. */
function contentOf(node: Node): string {
  const raw = rawOf(node)
  return raw.toString('latin1', raw.length - node.valueBlock.blockLength)
}
