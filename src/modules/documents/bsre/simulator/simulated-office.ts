import { randomBytes, randomInt } from 'node:crypto'
import { createAuthority, type IssuedCertificate, issueSigner } from '../../signing/certificate-authority.ts'
import { signPdf } from '../../signing/sign-pdf.ts'
import { createLocalSigner, type DocumentSigner } from '../../signing/signer.ts'
import { type Mishap, type SimulatedAccount, SimulatedRefusal, spokenMishaps } from './simulated-account.ts'

export interface SimulatedOfficeOptions {
  readonly authority: Pick<IssuedCertificate, 'certificate' | 'privateKey'>
  readonly now: () => Date
  /** Whoever has an account, by NIK. */
  find(nik: string): Promise<SimulatedAccount | undefined>
  /** Where the list of revoked certificates of the authority is. */
  readonly revocationListUrl?: string | undefined
}

interface Code {
  readonly text: string
  readonly until: number
  left: number
}

export interface Proof {
  readonly passphrase?: string | undefined
  readonly totp?: string | undefined
}

const CODE_MS = 5 * 60_000

/** The made-up national service behind both versions of its interface: accounts, codes, keys and what it signed. */
export class SimulatedOffice {
  readonly options: SimulatedOfficeOptions
  /** Taken one for each request for signatures; then all is well. */
  readonly mishaps: Mishap[] = []
  /** Signed files by the id of version 1. */
  readonly signed = new Map<string, Buffer>()
  /** How many signatures were made, asked for or not. */
  signatures = 0
  private readonly signers = new Map<string, Promise<DocumentSigner>>()
  private readonly codes = new Map<string, Code>()
  private readonly earlier = new Map<string, Buffer>()
  previous: readonly Buffer[] = []

  constructor(options: SimulatedOfficeOptions) {
    this.options = options
  }

  async account(nik: string): Promise<SimulatedAccount> {
    const found = await this.options.find(nik)
    if (!found) throw new SimulatedRefusal(2011, 'User tidak terdaftar')
    return found
  }

  /** @throws SimulatedRefusal unless the person may sign so many files now */
  async admit(nik: string, proof: Proof, files: number): Promise<SimulatedAccount> {
    const account = await this.account(nik)
    const [spoken = '', mishap = ''] = (proof.passphrase ?? '').split('/')
    const isProven = proof.totp === undefined ? spoken === account.passphrase : this.useCode(nik, proof.totp, files)
    if (!isProven) throw new SimulatedRefusal(2031, 'Passphrase atau TOTP anda salah')
    if (account.state !== 'ISSUE') {
      throw new SimulatedRefusal(2021, `Sertifikat pengguna tidak dapat dipakai: ${account.state}`)
    }
    const wanted = spokenMishaps[mishap]
    if (wanted) this.mishaps.push(wanted)
    return account
  }

  /** The code that would be sent by e-mail. */
  giveCode(holder: string, files: number): string {
    const text = String(randomInt(1_000_000)).padStart(6, '0')
    this.codes.set(holder, { text, until: this.options.now().getTime() + CODE_MS, left: files })
    return text
  }

  /** What the e-mail said last; for tests and the demo, which have no mailbox there. */
  codeOf(holder: string): string | undefined {
    return this.codes.get(holder)?.text
  }

  useCode(holder: string, typed: string, files: number): boolean {
    const code = this.codes.get(holder)
    if (!code || code.text !== typed || code.until < this.options.now().getTime() || code.left < files) return false
    code.left -= files
    return true
  }

  async sign(file: Buffer, name: string, words: { reason: string; location: string }): Promise<Buffer> {
    return this.signAs(await this.signer(name), file, name, words)
  }

  /** Of somebody whose authority nobody knows. */
  async signUnknown(file: Buffer, name: string, words: { reason: string; location: string }): Promise<Buffer> {
    const now = this.options.now()
    const authority = await createAuthority({ region: 'Tidak Dikenal', now })
    return this.signAs(await signerOf(authority, name, now), file, name, words)
  }

  /** The signature that the same file got before, when it did. */
  earlierOf(file: Buffer, nik: string): Buffer | undefined {
    return this.earlier.get(`${nik}:${file.length}:${file.subarray(-64).toString('hex')}`)
  }

  keep(file: Buffer, nik: string, signed: Buffer): string {
    this.earlier.set(`${nik}:${file.length}:${file.subarray(-64).toString('hex')}`, signed)
    const id = randomBytes(12).toString('hex')
    this.signed.set(id, signed)
    // What nobody fetches is not kept for ever.
    const [oldest] = this.signed.keys()
    if (oldest && this.signed.size > 200) this.signed.delete(oldest)
    return id
  }

  private async signAs(
    signer: DocumentSigner,
    file: Buffer,
    name: string,
    words: { reason: string; location: string },
  ): Promise<Buffer> {
    this.signatures += 1
    return signPdf(file, signer, { ...words, name, signedAt: this.options.now(), fieldName: this.nextField() })
  }

  private nextField = (): string => `Tanda Tangan Tersertifikasi ${randomBytes(4).toString('hex')}`

  private signer(name: string): Promise<DocumentSigner> {
    const { authority, now, revocationListUrl } = this.options
    const known = this.signers.get(name) ?? signerOf(authority, name, now(), revocationListUrl)
    this.signers.set(name, known)
    return known
  }
}

async function signerOf(
  authority: Pick<IssuedCertificate, 'certificate' | 'privateKey'>,
  name: string,
  now: Date,
  revocationListUrl?: string,
): Promise<DocumentSigner> {
  const identity = { name, unit: 'Layanan Tanda Tangan Percontohan', now, validYears: 2, revocationListUrl }
  const issued = await issueSigner(authority, identity)
  return createLocalSigner(issued.certificate, [authority.certificate], issued.privateKey)
}
