import {
  type BaseBlock,
  Constructed,
  fromBER,
  GeneralizedTime,
  Integer,
  ObjectIdentifier,
  OctetString,
  UTCTime,
} from 'asn1js'

/** A file's ASN.1 that is not what it has to be. */
export class Asn1Error extends Error {}

export type Node = BaseBlock

/** One element (ITU-T X.690) and nothing behind it. */
export function parseAsn1(encoded: Uint8Array): Node {
  let parsed: ReturnType<typeof fromBER>
  try {
    parsed = fromBER(encoded, { parseEmbedded: false })
  } catch (cause) {
    throw new Asn1Error('ASN.1 cannot be read', { cause })
  }
  if (parsed.offset !== encoded.length || parsed.result.error) throw new Asn1Error('ASN.1 cannot be read')
  return parsed.result
}

export function members(node: Node | undefined): readonly Node[] {
  if (!(node instanceof Constructed)) throw new Asn1Error('A structure is missing')
  return node.valueBlock.value as readonly Node[]
}

/** The element as it stands in the file: what was signed, where something was. */
export const rawOf = (node: Node | undefined): Buffer => {
  if (!node) throw new Asn1Error('An element is missing')
  return Buffer.from(node.valueBeforeDecodeView)
}

export const isTagged = (node: Node | undefined, number: number): node is Node =>
  node?.idBlock.tagClass === 3 && node.idBlock.tagNumber === number

export function oidOf(node: Node | undefined): string {
  if (!(node instanceof ObjectIdentifier)) throw new Asn1Error('An object identifier is missing')
  return node.getValue()
}

export function octetsOf(node: Node | undefined): Buffer {
  if (!(node instanceof OctetString)) throw new Asn1Error('An octet string is missing')
  return Buffer.from(node.getValue())
}

/** Hexadecimal, as `X509Certificate.serialNumber` writes it but in lower case and without leading zeros. */
export function serialOf(node: Node | undefined): string {
  if (!(node instanceof Integer)) throw new Asn1Error('A number is missing')
  return plainSerial(Buffer.from(node.valueBlock.valueHexView).toString('hex'))
}

export const plainSerial = (hex: string): string => hex.toLowerCase().replace(/^0+(?=.)/, '')

export function timeOf(node: Node | undefined): Date {
  if (!(node instanceof UTCTime) && !(node instanceof GeneralizedTime)) throw new Asn1Error('A time is missing')
  const date = node.toDate()
  if (Number.isNaN(date.getTime())) throw new Asn1Error('A time cannot be read')
  return date
}
