import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import {
  createAuthority,
  type IssuedCertificate,
  issueSigner,
  issueTimeStamper,
} from '../../signing/certificate-authority.ts'
import { OID } from '../../signing/cms.ts'
import { createRevocationList } from '../../signing/revocation-list.ts'
import { createLocalSigner, type DocumentSigner } from '../../signing/signer.ts'
import { createToken } from '../create-token.ts'
import {
  decodeRequest,
  encodeGranted,
  encodeRefusal,
  TimeStampRefusal,
  type TimeStampRequest,
} from '../time-stamp-messages.ts'

/** What a time-stamping authority of somebody else can do to us. */
export const misdeeds = [
  'hangs',
  'answers slowly, a byte at a time',
  'answers half',
  'answers rubbish',
  'answers nothing',
  'answers without end',
  'HTTP 500',
  'HTTP 401',
  'redirects',
  'breaks the connection',
  'refuses',
  'stamps other bytes',
  'answers another request',
  'stamps with an expired certificate',
  'stamps with a signing certificate',
  'stamps under an unknown root',
  'stamps the past',
  'sends a token that was changed',
  'sends no certificates',
] as const

export type Misdeed = (typeof misdeeds)[number]

/** A time-stamping authority on this machine, with a root, a published list, and a mind to misbehave. */
export class SimulatedAuthority {
  behaviour: Misdeed | 'well' = 'well'
  /** Requests that came. */
  asked = 0
  readonly root: IssuedCertificate
  private readonly server: Server
  private readonly signers: Record<'good' | 'expired' | 'official' | 'stranger', DocumentSigner>
  private readonly clock: () => Date

  private constructor(
    server: Server,
    root: IssuedCertificate,
    signers: SimulatedAuthority['signers'],
    clock: () => Date,
  ) {
    this.server = server
    this.root = root
    this.signers = signers
    this.clock = clock
  }

  static async start(clock: () => Date): Promise<SimulatedAuthority> {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    const from = new Date(clock().getTime() - 3 * 365 * 86_400_000)
    const root = await createAuthority({ region: 'Otoritas Waktu Negara', now: from })
    const other = await createAuthority({ region: 'Otoritas Entah', now: from })
    const identity = {
      name: 'Penanda Waktu Negara',
      unit: 'Otoritas Waktu Negara',
      now: from,
      validYears: 10,
      revocationListUrl: `http://127.0.0.1:${port}/daftar.crl`,
    }
    const signerOf = async (made: IssuedCertificate, by: IssuedCertificate) =>
      createLocalSigner(made.certificate, [by.certificate], made.privateKey)
    const signers = {
      good: await signerOf(await issueTimeStamper(root, identity), root),
      expired: await signerOf(await issueTimeStamper(root, { ...identity, validYears: 1 }), root),
      official: await signerOf(await issueSigner(root, identity), root),
      stranger: await signerOf(await issueTimeStamper(other, identity), other),
    }
    const authority = new SimulatedAuthority(server, root, signers, clock)
    server.on('request', (request, response) => {
      authority.answer(request, response).catch(() => response.destroy())
    })
    return authority
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/tsa`
  }

  async close(): Promise<void> {
    this.server.closeAllConnections()
    await new Promise((resolve) => this.server.close(resolve))
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.url === '/daftar.crl') {
      const now = this.clock()
      const nextUpdate = new Date(now.getTime() + 86_400_000)
      const list = { number: 1, thisUpdate: now, nextUpdate, revoked: [], completeSince: this.root.notBefore }
      response.end(await createRevocationList(this.root, list))
      return
    }
    this.asked += 1
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const asked = decodeRequest(Buffer.concat(chunks))
    const reply = Buffer.from(await this.reply(asked))
    switch (this.behaviour) {
      case 'hangs':
        return
      case 'answers slowly, a byte at a time':
        response.writeHead(200, { 'content-length': reply.length })
        for (const byte of reply) {
          response.write(Buffer.of(byte))
          await new Promise((resolve) => setTimeout(resolve, 50))
          if (response.destroyed) return
        }
        response.end()
        return
      case 'answers half':
        response.end(reply.subarray(0, reply.length >> 1))
        return
      case 'answers rubbish':
        response.end('<html>Selamat datang</html>')
        return
      case 'answers nothing':
        response.end()
        return
      case 'answers without end':
        while (!response.destroyed) {
          response.write(Buffer.alloc(16_384, 0x30))
          await new Promise((resolve) => setImmediate(resolve))
        }
        return
      case 'HTTP 500':
      case 'HTTP 401':
        response.writeHead(Number(this.behaviour.slice(5))).end(reply)
        return
      case 'redirects':
        response.writeHead(307, { location: `${this.url}/lain` }).end(reply)
        return
      case 'breaks the connection':
        response.destroy()
        return
      default:
        response.writeHead(200, { 'content-type': 'application/timestamp-reply' }).end(reply)
    }
  }

  private async reply(asked: TimeStampRequest): Promise<Uint8Array> {
    if (this.behaviour === 'refuses') return encodeRefusal(new TimeStampRefusal('systemFailure', 'Sedang dirawat'))
    const now = this.clock()
    const at = this.behaviour === 'stamps the past' ? new Date(now.getTime() - 3_600_000) : now
    const request: TimeStampRequest = {
      ...asked,
      ...(this.behaviour === 'stamps other bytes' ? { algorithm: OID.sha256, digest: Buffer.alloc(32, 7) } : {}),
      ...(this.behaviour === 'answers another request' ? { nonce: '4711' } : {}),
      ...(this.behaviour === 'sends no certificates' ? { withCertificates: false } : {}),
    }
    const token = Buffer.from(await createToken(request, at, this.signer()))
    if (this.behaviour === 'sends a token that was changed') token[token.length - 5] = (token.at(-5) as number) ^ 1
    return encodeGranted(token)
  }

  private signer(): DocumentSigner {
    switch (this.behaviour) {
      case 'stamps with an expired certificate':
        return this.signers.expired
      case 'stamps with a signing certificate':
        return this.signers.official
      case 'stamps under an unknown root':
        return this.signers.stranger
      default:
        return this.signers.good
    }
  }
}
