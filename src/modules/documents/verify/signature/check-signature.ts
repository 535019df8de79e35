import { createHash, type X509Certificate } from 'node:crypto'
import { PdfRefusal } from '../pdf/refusal.ts'
import { Revision } from '../pdf/revision.ts'
import { nameOf, PdfString } from '../pdf/values.ts'
import type { Covers, Integrity } from '../verdict.ts'
import { WeakAlgorithm } from './algorithms.ts'
import { type Comparison, compareRevisions } from './compare-revisions.ts'
import { type Coverage, readContents, readCoverage } from './coverage.ts'
import { findSignatureFields, refKey, type SignatureField } from './find-fields.ts'
import { type Permissions, readPermissions } from './permissions.ts'
import { attests, CMS_OID, type Cms, isSignatureValid, namesSigner, readCms } from './read-cms.ts'
import { readTimeStamp } from './time-stamp.ts'

/** What can be said of one signature without asking whom to trust. */
export interface CheckedSignature {
  readonly field: SignatureField
  readonly kind: 'signature' | 'time-stamp'
  readonly coverage: Coverage | undefined
  readonly cms: Cms | undefined
  /** The CMS as it stands in the file. */
  readonly token: Buffer | undefined
  readonly integrity: Integrity
  readonly covers: Covers
  readonly comparison: Comparison | undefined
  readonly permissions: Permissions | undefined
  readonly problems: readonly string[]
}

const CADES = 'ETSI.CAdES.detached'
const TIME_STAMP = 'ETSI.RFC3161'
/** Formats that put SHA-1 under the signature. */
const OUTDATED = new Set(['adbe.pkcs7.sha1', 'adbe.x509.rsa_sha1'])

/** Never throws for a bad signature; a PdfRefusal of the whole file passes through. */
export function checkSignature(whole: Revision, field: SignatureField): CheckedSignature {
  const signature = field.value ?? new Map()
  const format = nameOf(whole.resolve(signature.get('SubFilter')))
  const kind = format === TIME_STAMP ? 'time-stamp' : 'signature'
  const problems: string[] = []
  const found: { -readonly [Key in keyof CheckedSignature]?: CheckedSignature[Key] } = {}
  let integrity: Integrity = 'broken'
  let covers: Covers = 'nothing'
  try {
    const coverage = readCoverage(signature, whole.bytes.length)
    found.coverage = coverage
    const signed = signedRevision(whole, field, coverage)
    found.token = readContents(whole.bytes, coverage)
    found.cms = readCms(found.token)
    integrity =
      kind === 'time-stamp'
        ? stampIntegrity(whole.bytes, coverage, found.token)
        : integrityOf(found.cms, whole.bytes, coverage, format)
    const after = afterwards(whole, signed, field)
    covers = after.covers
    found.comparison = after.comparison
    found.permissions = after.permissions
    if (after.problem) problems.push(after.problem)
    if (integrity === 'changed') problems.push('The signed bytes have changed')
  } catch (error) {
    if (error instanceof PdfRefusal && error.code === 'too-complex') throw error
    integrity = error instanceof WeakAlgorithm || (format && OUTDATED.has(format)) ? 'weak' : 'broken'
    problems.push(error instanceof Error ? error.message : String(error))
  }
  return {
    field,
    kind,
    coverage: found.coverage,
    cms: found.cms,
    token: found.token,
    integrity,
    covers,
    comparison: found.comparison,
    permissions: found.permissions,
    problems,
  }
}

/** The file as the signer had it, in which this very signature has to stand in its form already. */
function signedRevision(whole: Revision, field: SignatureField, { end, gapStart }: Coverage): Revision {
  if (end === whole.end) return whole
  const signed = new Revision(whole.bytes, end, whole.budget)
  const there = findSignatureFields(signed).find((one) => refKey(one.ref) === refKey(field.ref))
  const contents = there?.value?.get('Contents')
  if (!(contents instanceof PdfString) || contents.start !== gapStart) {
    throw new Error('The signature was not in the form of the revision that it signs')
  }
  return signed
}

function integrityOf(cms: Cms, bytes: Buffer, coverage: Coverage, format: string | undefined): Integrity {
  if (format !== CADES && format !== 'adbe.pkcs7.detached') throw new Error(`Format ${format} is not accepted`)
  if (cms.content || cms.contentType !== CMS_OID.data) throw new Error('The signature carries content of its own')
  const digest = createHash(cms.digest)
  for (const part of signedParts(bytes, coverage)) digest.update(part)
  if (!attests(cms, digest.digest())) return 'changed'
  const named = namesSigner(cms)
  if (named === 'no' || (named === 'absent' && format === CADES)) throw new Error('It does not name its certificate')
  if (!isSignatureValid(cms)) throw new Error('The signature is not that of its certificate')
  return 'intact'
}

/** Whether it stands for these bytes; whom it comes from is asked later. */
function stampIntegrity(bytes: Buffer, coverage: Coverage, token: Buffer): Integrity {
  const nobody: readonly X509Certificate[] = []
  const sources = { registers: [], crls: [], ocsps: [] }
  readTimeStamp(token, signedParts(bytes, coverage), { anchors: nobody, bag: nobody, sources })
  return 'intact'
}

export function signedParts(bytes: Buffer, { gapStart, gapEnd, end }: Coverage): Buffer[] {
  return [bytes.subarray(0, gapStart), bytes.subarray(gapEnd, end)]
}

function afterwards(whole: Revision, signed: Revision, field: SignatureField) {
  const permissions = readPermissions(signed, field)
  if (signed === whole) return { covers: 'whole', permissions } as const
  const [signedSection = -1] = signed.cross.sections
  if (whole.cross.sections[0] === signedSection) {
    return { covers: 'part', permissions, problem: 'Bytes follow the signed revision' } as const
  }
  if (!whole.cross.sections.includes(signedSection)) {
    return { covers: 'part', permissions, problem: 'What follows does not continue the signed revision' } as const
  }
  const comparison = compareRevisions(signed, whole, permissions)
  const covers = comparison.additions.has('changed') ? 'part' : 'whole-then-allowed'
  const problem = comparison.difference && `Changed after signing: ${comparison.difference}`
  return { covers, permissions, comparison, problem } as const
}
