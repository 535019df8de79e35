import { createHash, verify, X509Certificate } from 'node:crypto'
import { createAuthority, issueSigner } from './signing/certificate-authority.ts'
import { signPdf } from './signing/sign-pdf.ts'
import { findLastSignature } from './signing/signature-dictionary.ts'
import { createLocalSigner } from './signing/signer.ts'
import { birthCertificate } from './typeset/specimens.ts'
import { typeset } from './typeset/typeset.ts'
import { readCms } from './verify/signature/read-cms.ts'

export { letterWork } from './long-term/testing/letter-work.ts'
export { compilePdf } from './typeset/compile.ts'
export { getTypesetter } from './typeset/compiler.ts'
export { endTypesetting } from './typeset/sandbox/typeset-apart.ts'
export type { TemplateName } from './typeset/template-data.ts'
export { compareGolden } from './typeset/testing/golden.ts'
export { verifyPdf } from './verify/verify-pdf.ts'

/** A birth certificate as we issue it, signed once and twice, and what its verification cannot do without. */
export async function signedBirthCertificate() {
  const from = new Date('2026-01-05')
  const signedAt = new Date('2026-11-23T03:41:00Z')
  const authority = await createAuthority({ region: 'Kabupaten Arunika', now: from })
  const identity = {
    name: 'Dr. Wening Hapsari, M.Si.',
    position: 'Kepala Dinas',
    unit: 'Dinas Dukcapil',
    validYears: 2,
  }
  const issued = await issueSigner(authority, { ...identity, now: from })
  const signer = await createLocalSigner(issued.certificate, [authority.certificate], issued.privateKey)
  const plain = await typeset('birth-certificate', birthCertificate, { now: signedAt })
  const words = { reason: 'Akta kelahiran', location: 'Arunika', name: identity.name, signedAt }
  const once = Buffer.from(await signPdf(plain, signer, words))
  const twice = Buffer.from(await signPdf(once, signer, words))
  return { once, twice, authority: authority.certificate, bareCheck: bareCheck(once, issued.certificate) }
}

/** Hashing the signed bytes and checking two signatures, that of the signer and one as long as the authority's. */
function bareCheck(file: Buffer, certificate: Uint8Array): () => void {
  const signature = findLastSignature(file)
  if (!signature) throw new Error('the certificate is not signed')
  const [, length, resume] = signature.byteRange
  const padded = Buffer.from(file.toString('latin1', signature.contentsStart + 1, resume - 1), 'hex')
  const cms = readCms(padded.subarray(0, 4 + padded.readUInt16BE(2)))
  const key = new X509Certificate(certificate).publicKey
  return () => {
    createHash('sha256').update(file.subarray(0, length)).update(file.subarray(resume)).digest()
    for (let count = 0; count < 2; count += 1) {
      if (!verify('sha256', cms.signedBytes, key, cms.signature)) throw new Error('the signature is wrong')
    }
  }
}
