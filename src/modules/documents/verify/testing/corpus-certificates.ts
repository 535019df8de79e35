import type { FileVerdict } from '../verdict.ts'
import { type Cast, crlOf, signAs, signedAt, stampBy } from './cast.ts'
import type { CorpusCase } from './corpus.ts'
import { signedLetter, withStore } from './corpus-good.ts'
import type { CmsOptions } from './make-cms.ts'
import { letter, writePdf } from './make-pdf.ts'
import type { Identity } from './pki.ts'
import { type SignTestOptions, signTestPdf } from './sign-test-pdf.ts'

const trustOnly =
  'mathematically sound; whether the signer may be believed is asked of the authority, which pdfsig is not told'

/** Files that are whole, but whose signer, time or mathematics cannot be believed. */
export function certificateCases(cast: Cast): CorpusCase[] {
  const cases: CorpusCase[] = []
  const plain = writePdf(letter('Surat asli'))
  const add = (
    name: string,
    signer: Identity,
    expect: readonly FileVerdict[],
    cms: Partial<CmsOptions> = {},
    pdf: Partial<SignTestOptions> = {},
    why: string = trustOnly,
  ) => {
    const file = signTestPdf(plain, { make: signAs(cast, signer, cms), ...pdf })
    cases.push({ name: `certificate: ${name}`, file, expect, stricter: why })
    return file
  }
  add('of a foreign authority', cast.stranger, ['unknown-signer'])
  add('imitation with the same names', cast.imitated, ['unknown-signer'])
  add('self-signed with the same names', cast.selfSigned, ['unknown-signer'])
  add('imitation that brings the true authority along', cast.selfSigned, ['unknown-signer'], {
    chain: [cast.authority],
  })
  add('issued by an official instead of an authority', cast.belowPerson, ['unknown-signer'])
  add('expired at signing', cast.expired, ['expired'])
  add('not yet valid at signing', cast.early, ['expired'])
  add('signing before the authority existed', cast.head, ['expired'], {}, { signedAt: new Date('2019-01-01') })
  add('signing in the future', cast.head, ['expired'], {}, { signedAt: new Date('2028-01-01') })
  add('revoked in the register', cast.revoked, ['revoked'])
  add('revoked, claiming a day before', cast.revoked, ['revoked'], {}, { signedAt: new Date('2026-02-01') })
  add('without key usage', cast.noUsage, ['misused'])
  add('for enciphering only', cast.encipherer, ['misused'])
  add('for web servers only', cast.server, ['misused'])
  add('of an authority', cast.signingAuthority, ['misused'])
  add('with an unknown critical extension', cast.critical, ['misused'])
  add('RSA of 1024 bits', cast.shortRsa, ['weak'])
  add('itself signed with SHA-1', cast.sha1Certificate, ['weak'])
  add('digest MD5', cast.rsa, ['weak'], { hash: 'md5' })
  add('digest SHA-1', cast.rsa, ['weak'], { hash: 'sha1' })
  add('digest SHA-1, ECDSA', cast.head, ['weak'], { hash: 'sha1' })
  add('format adbe.pkcs7.sha1', cast.head, ['weak'], {}, { subFilter: 'adbe.pkcs7.sha1' })
  add('format adbe.x509.rsa_sha1', cast.rsa, ['weak'], {}, { subFilter: 'adbe.x509.rsa_sha1' })
  add('unknown format', cast.head, ['changed'], {}, { subFilter: 'Acme.Sign' })
  const unnamed = 'PAdES wants the certificate named under the signature (ETSI EN 319 142-1, 6.3)'
  add('not named by its signature', cast.head, ['changed'], { names: 'nothing' }, {}, unnamed)
  add('another named by its signature', cast.head, ['changed'], { names: cast.secretary }, {}, unnamed)
  add('not in the CMS', { ...cast.head, certificate: cast.secretary.certificate }, ['changed'], { names: cast.head })
  add('exchanged for one of another key', { ...cast.head, key: cast.secretary.key }, ['changed'])
  add('spoilt signature', cast.head, ['changed'], { spoilSignature: true })
  add('digest of other bytes', cast.head, ['changed'], { digest: Buffer.alloc(32) })
  add('content type of a time stamp', cast.head, ['changed'], { contentType: '1.2.840.113549.1.9.16.1.4' })
  add('content of its own inside', cast.head, ['changed'], {
    content: { type: '1.2.840.113549.1.7.1', bytes: Buffer.from('other') },
  })
  const stamp = (clock: Identity) => stampBy(cast, clock, signedAt)
  add('time stamp of other bytes', cast.head, ['genuine'], { stamp: () => stamp(cast.clock)(Buffer.from('x')) })
  add('time stamp of a foreign authority', cast.head, ['genuine'], { stamp: stamp(cast.strangeClock) })
  add('time stamp by an ordinary signer', cast.head, ['genuine'], { stamp: stamp(cast.notAClock) })
  add('expired, with a time stamp of nobody known', cast.expired, ['expired'], { stamp: stamp(cast.strangeClock) })
  add('revoked after a proven time', cast.revoked, ['genuine'], {
    stamp: stampBy(cast, cast.clock, new Date('2026-02-01')),
  })
  add('revoked before a proven time', cast.revoked, ['revoked'], { stamp: stamp(cast.clock) })
  const revoked = [{ serial: cast.head.serial, at: new Date('2026-10-01') }]
  const strangersList = { ...cast, authority: cast.imitation }
  const lists: readonly [string, Buffer, FileVerdict][] = [
    ['revoked in an embedded list', crlOf(cast, signedAt, revoked), 'revoked'],
    ['a list of somebody else', crlOf(strangersList, signedAt, revoked), 'genuine'],
    ['a list that cannot be read', Buffer.from('not a list'), 'genuine'],
  ]
  for (const [name, list, verdict] of lists) {
    const file = withStore(signedLetter(cast), [list])
    cases.push({ name: `certificate: ${name}`, file, expect: [verdict], stricter: trustOnly })
  }
  return cases
}
