import { verify as checkSignature, createHash, createPublicKey, X509Certificate } from 'node:crypto'
import { createAuthority, issueSigner } from '../src/modules/documents/signing/certificate-authority.ts'
import { signPdf } from '../src/modules/documents/signing/sign-pdf.ts'
import { findLastSignature } from '../src/modules/documents/signing/signature-dictionary.ts'
import { createLocalSigner } from '../src/modules/documents/signing/signer.ts'
import { birthCertificate } from '../src/modules/documents/typeset/specimens.ts'
import { typeset } from '../src/modules/documents/typeset/typeset.ts'
import { readCms } from '../src/modules/documents/verify/signature/read-cms.ts'
import { verifyPdf } from '../src/modules/documents/verify/verify-pdf.ts'
import type { Figure } from './report.ts'
import { interleave, median } from './rounds.ts'

const rounds = 9
const files = 200
const leastPerSecond = 200

/** Verifications per second of a birth certificate of ours on one core, beside what the mathematics alone takes. */
export async function benchVerify(): Promise<Figure[]> {
  const signedAt = new Date('2026-11-23T03:41:00Z')
  const now = new Date('2026-12-01T00:00:00Z')
  const authority = await createAuthority({ region: 'Kabupaten Arunika', now: new Date('2026-01-05') })
  const identity = {
    name: 'Dr. Wening Hapsari, M.Si.',
    position: 'Kepala Dinas',
    unit: 'Dinas Dukcapil',
    validYears: 2,
  }
  const issued = await issueSigner(authority, { ...identity, now: new Date('2026-01-05') })
  const signer = await createLocalSigner(issued.certificate, [authority.certificate], issued.privateKey)
  const plain = await typeset('birth-certificate', birthCertificate, { now: signedAt })
  const words = { reason: 'Akta kelahiran', location: 'Arunika', name: identity.name, signedAt }
  const once = Buffer.from(await signPdf(plain, signer, words))
  const twice = Buffer.from(await signPdf(once, signer, words))
  const options = { anchors: [authority.certificate], now }
  const bare = bareCheck(once, issued.certificate)
  const perSecond = async (work: () => void) => {
    const started = performance.now()
    for (let count = 0; count < files; count += 1) work()
    return files / ((performance.now() - started) / 1000)
  }
  const verified = (file: Buffer) => () => {
    const { verdict } = verifyPdf(file, options)
    if (verdict !== 'genuine') throw new Error(`the certificate is ${verdict}`)
  }
  const found = await interleave(rounds, {
    one: () => perSecond(verified(once)),
    two: () => perSecond(verified(twice)),
    bare: () => perSecond(bare),
  })
  return [
    {
      name: `verifications of a birth certificate (${Math.round(once.length / 1024)} KB)`,
      unit: '/s',
      value: median(found.one),
      limit: { name: 'digest and two ECDSA checks alone', value: median(found.bare) },
      goal: { of: 'value', is: '>=', than: leastPerSecond },
      detail: { all: found.one, bare: found.bare },
    },
    {
      name: 'verifications with two signers, revisions compared',
      unit: '/s',
      value: median(found.two),
      detail: { all: found.two },
    },
  ]
}

/** Hashing the signed bytes, the signature over them and the one on the certificate: what cannot be left out. */
function bareCheck(file: Buffer, certificate: Uint8Array): () => void {
  const signature = findLastSignature(file)
  if (!signature) throw new Error('the certificate is not signed')
  const [, length, resume] = signature.byteRange
  const cms = readCms(trim(Buffer.from(file.toString('latin1', signature.contentsStart + 1, resume - 1), 'hex')))
  const key = createPublicKey(new X509Certificate(certificate).publicKey.export({ type: 'spki', format: 'pem' }))
  return () => {
    createHash('sha256').update(file.subarray(0, length)).update(file.subarray(resume)).digest()
    for (let count = 0; count < 2; count += 1) {
      if (!checkSignature('sha256', cms.signedBytes, key, cms.signature)) throw new Error('the signature is wrong')
    }
  }
}

/** Without the zeros of the reserve. */
function trim(bytes: Buffer): Buffer {
  return bytes.subarray(0, 4 + bytes.readUInt16BE(2))
}
