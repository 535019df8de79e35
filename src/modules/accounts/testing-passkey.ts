import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'

/** Tests only: an authenticator in software (WebAuthn level 2, ES256, attestation "none"). */
export class SoftwareAuthenticator {
  readonly credentialId = randomBytes(16)
  userHandle = Buffer.alloc(0)
  private readonly privateKey: KeyObject
  private readonly publicKey: Buffer
  private counter = 0

  /** @param verifiesUser false for a device that only asks for presence */
  constructor(
    private readonly origin: string,
    private readonly verifiesUser = true,
  ) {
    const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const { x, y } = pair.publicKey.export({ format: 'jwk' })
    this.privateKey = pair.privateKey
    // COSE_Key: kty EC2, alg ES256, crv P-256, x, y.
    this.publicKey = Buffer.concat([
      Buffer.from('a5010203262001215820', 'hex'),
      Buffer.from(x ?? '', 'base64url'),
      Buffer.from('225820', 'hex'),
      Buffer.from(y ?? '', 'base64url'),
    ])
  }

  /** Answers `navigator.credentials.create`. */
  create(options: { challenge: string; user: { id: string } }): string {
    this.userHandle = Buffer.from(options.user.id, 'base64url')
    const length = Buffer.alloc(2)
    length.writeUInt16BE(this.credentialId.length)
    const credential = Buffer.concat([Buffer.alloc(16), length, this.credentialId, this.publicKey])
    const data = Buffer.concat([this.authenticatorData(0x40), credential])
    const size = Buffer.alloc(2)
    size.writeUInt16BE(data.length)
    // CBOR map: fmt "none", attStmt {}, authData bytes.
    const attestation = Buffer.concat([
      Buffer.from('a363666d74646e6f6e656761747453746d74a068617574684461746159', 'hex'),
      size,
      data,
    ])
    return this.answer({
      clientDataJSON: this.clientData('webauthn.create', options.challenge).toString('base64url'),
      attestationObject: attestation.toString('base64url'),
      transports: ['internal'],
    })
  }

  /** Answers `navigator.credentials.get`. */
  use(options: { challenge: string }): string {
    const client = this.clientData('webauthn.get', options.challenge)
    const data = this.authenticatorData(0)
    const signed = Buffer.concat([data, createHash('sha256').update(client).digest()])
    return this.answer({
      clientDataJSON: client.toString('base64url'),
      authenticatorData: data.toString('base64url'),
      signature: sign('sha256', signed, this.privateKey).toString('base64url'),
      userHandle: this.userHandle.toString('base64url'),
    })
  }

  private clientData(type: string, challenge: string): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin: this.origin, crossOrigin: false }))
  }

  private authenticatorData(flags: number): Buffer {
    this.counter += 1
    const count = Buffer.alloc(4)
    count.writeUInt32BE(this.counter)
    const rpId = createHash('sha256').update(new URL(this.origin).hostname).digest()
    return Buffer.concat([rpId, Buffer.from([flags | 0x01 | (this.verifiesUser ? 0x04 : 0)]), count])
  }

  private answer(response: Record<string, unknown>): string {
    const id = this.credentialId.toString('base64url')
    return JSON.stringify({ id, rawId: id, type: 'public-key', clientExtensionResults: {}, response })
  }
}
