import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { findSignatures } from '../../signing/signature-dictionary.ts'

export const hasOtherVerifiers = ['pdfsig', 'openssl'].every((name) => spawnSync(name, ['-v']).error === undefined)

const pem = (der: Buffer) => `-----BEGIN CERTIFICATE-----\n${der.toString('base64')}\n-----END CERTIFICATE-----\n`

/** What programs of others say of the signatures of a file; `undefined` where they find none. */
export class OtherVerifiers {
  private readonly folder: string
  private readonly environment: NodeJS.ProcessEnv

  constructor(folder: string, authority: Buffer) {
    this.folder = folder
    // A home of its own: NSS would otherwise use the certificates of whoever runs this.
    this.environment = { ...process.env, HOME: folder, TZ: 'UTC' }
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'root.pem'), pem(authority))
  }

  private run(binary: string, ...args: string[]) {
    return spawnSync(binary, args, { cwd: this.folder, encoding: 'utf8', env: this.environment, timeout: 20_000 })
  }

  /** NSS by way of poppler: each signature is valid. Document time stamps are unknown to it and left aside. */
  pdfsig(file: Buffer): boolean | undefined {
    writeFileSync(join(this.folder, 'file.pdf'), file)
    const { stdout } = this.run('pdfsig', '-no-ocsp', '-nocert', 'file.pdf')
    const parts = (stdout ?? '')
      .split(/^Signature #/m)
      .slice(1)
      .filter((part) => !/ETSI.RFC3161|Signature Type: unknown/.test(part))
    return parts.length ? parts.every((part) => part.includes('Signature is Valid')) : undefined
  }

  /** OpenSSL on the bytes that each signature names: mathematics, and the path to the authority at this time. */
  openssl(file: Buffer, at: Date): { readonly sound: boolean; readonly trusted: boolean } | undefined {
    const found = findSignatures(file).filter(({ text }) => !text.includes('ETSI.RFC3161'))
    if (found.length === 0) return undefined
    const results = found.map((one) => {
      const [start, length, resume, rest] = one.byteRange
      const hex = file.toString('latin1', one.contentsStart + 1, one.contentsEnd - 1)
      const cms = Buffer.from(hex, 'hex')
      const size = cms.length > 4 && cms[1] === 0x82 ? 4 + cms.readUInt16BE(2) : cms.length
      writeFileSync(join(this.folder, 'cms.der'), cms.subarray(0, size))
      const parts = [file.subarray(start, start + length), file.subarray(resume, resume + rest)]
      writeFileSync(join(this.folder, 'data.bin'), Buffer.concat(parts))
      const files = ['-inform', 'DER', '-in', 'cms.der', '-content', 'data.bin', '-out', 'out.bin']
      const verify = (...more: string[]) =>
        this.run('openssl', 'cms', '-verify', '-binary', ...more, ...files).status === 0
      const time = String(Math.floor(at.getTime() / 1000))
      const trusted = verify('-purpose', 'any', '-CAfile', 'root.pem', '-attime', time)
      return { sound: trusted || verify('-noverify'), trusted }
    })
    return { sound: results.every((one) => one.sound), trusted: results.every((one) => one.trusted) }
  }

  /** OpenSSL on the document time stamps: each is of an authority under the root and stands for the bytes that it names. */
  stamps(file: Buffer, at: Date): boolean | undefined {
    const found = findSignatures(file).filter(({ text }) => text.includes('ETSI.RFC3161'))
    if (found.length === 0) return undefined
    return found.every((one) => {
      const [start, length, resume, rest] = one.byteRange
      const token = Buffer.from(file.toString('latin1', one.contentsStart + 1, one.contentsEnd - 1), 'hex')
      const size = token.length > 4 && token[1] === 0x82 ? 4 + token.readUInt16BE(2) : token.length
      writeFileSync(join(this.folder, 'token.der'), token.subarray(0, size))
      const parts = [file.subarray(start, start + length), file.subarray(resume, resume + rest)]
      writeFileSync(join(this.folder, 'stamped.bin'), Buffer.concat(parts))
      const time = String(Math.floor(at.getTime() / 1000))
      const files = ['-token_in', '-in', 'token.der', '-data', 'stamped.bin', '-CAfile', 'root.pem', '-attime', time]
      return this.run('openssl', 'ts', '-verify', ...files).status === 0
    })
  }
}
