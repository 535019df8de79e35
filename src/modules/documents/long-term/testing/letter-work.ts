import { createPrivateKey, randomBytes, sign } from 'node:crypto'
import { join } from 'node:path'
import type { CommandContext } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { newId } from '#kernel/ids.ts'
import { issueDocument } from '../../commands/issue-document.ts'
import { createAuthority, issueSigner, issueTimeStamper } from '../../signing/certificate-authority.ts'
import { signPdf } from '../../signing/sign-pdf.ts'
import { createLocalSigner } from '../../signing/signer.ts'
import { pageFile } from '../../typeset/compile.ts'
import { getTypesetter } from '../../typeset/compiler.ts'
import { birthCertificate } from '../../typeset/specimens.ts'
import { findUnprintable, typeset } from '../../typeset/typeset.ts'
import { ownStamps } from '../stamp-source.ts'

const names = [
  'Kirana',
  'Ayu',
  'Hartono',
  'Bagas',
  'Sekar',
  'Damar',
  'Wulan',
  'Panji',
  'Laras',
  'Galih',
  'Ratih',
  'Wira',
]

/** A birth certificate of somebody else each time, so that nothing of the one before can be used again. */
function certificateOf(number: number) {
  const name = [number, number >> 3, number >> 6].map((part) => names[part % names.length]).join(' ')
  const order = String(number).padStart(4, '0')
  const { region, office, verification, footnotes, signature, ...data } = birthCertificate
  return {
    whole: {
      ...birthCertificate,
      verification: { ...verified, url: `${url}${order}` },
      number: `9901-LU-23112026-${order}`,
      child: { ...birthCertificate.child, name },
    },
    draft: {
      template: 'birth-certificate',
      number: `9901-LU-23112026-${order}`,
      title: 'Kutipan Akta Kelahiran',
      subjectName: name,
      footnotes: footnotes ?? [],
      data: { ...data, number: `9901-LU-23112026-${order}`, child: { ...data.child, name } },
    },
  } as const
}

/** As long as that of a letter with its signed statement: a dense QR takes Typst a third longer. */
const url = `HTTPS://ARUNIKA.EXAMPLE/V/AD34R68DAH/${'QZ7KM4XW2LBRT5VNCY6J'.repeat(12)}`

const verified = birthCertificate.verification as NonNullable<typeof birthCertificate.verification>

/** What a letter costs, whole and in parts, beside what the same costs without us; for the bench. */
export async function letterWork() {
  const typesetter = await getTypesetter()
  const now = new Date()
  const authority = await createAuthority({ region: 'Kabupaten Arunika', now })
  const identity = { name: 'Dr. Wening Hapsari, M.Si.', unit: 'Dinas', now, validYears: 2 }
  const own = async (made: Awaited<ReturnType<typeof issueSigner>>) =>
    createLocalSigner(made.certificate, [authority.certificate], made.privateKey)
  const made = await issueSigner(authority, identity)
  const signer = await own(made)
  const source = ownStamps(await own(await issueTimeStamper(authority, identity)), now)
  const key = createPrivateKey({ key: Buffer.from(made.privateKey), format: 'der', type: 'pkcs8' })
  const plain = await typeset('birth-certificate', birthCertificate, { now })
  const words = { reason: 'Akta', location: 'Arunika', name: identity.name, signedAt: now, stamp: source }
  const digest = randomBytes(32)
  const mainFilePath = join(typesetter.workspace, 'birth-certificate.typ')
  const place = join(typesetter.workspace, 'document.json')
  return {
    /** The whole: authority checked, typeset, signed, time-stamped, stored, entered in register and proof log. */
    issue: (tx: WriteHandle, context: CommandContext, number: number, unitPath: string) =>
      issueDocument(tx, context, certificateOf(number).draft, { type: 'case', id: newId(), unitPath }),
    typeset: async (number: number) => {
      const { whole } = certificateOf(number)
      await findUnprintable('birth-certificate', whole)
      await typeset('birth-certificate', whole, { now })
    },
    sign: () => signPdf(plain, signer, words),
    /** Compilation and export by Typst alone, of words that are ready. */
    pageOf: (number: number) => Buffer.from(pageFile(typesetter, 'birth-certificate', certificateOf(number).whole)),
    bareTypst: (page: Buffer) => {
      typesetter.compiler.mapShadow(place, page)
      const { result } = typesetter.compiler.compile({ mainFilePath })
      if (!result) throw new Error('Typst gave no document')
      typesetter.compiler.pdf(result, { pdfStandard: 'a-2a', creationTimestamp: Math.floor(now.getTime() / 1000) })
      typesetter.compiler.evictCache(10)
    },
    bareSignature: () => void sign('sha256', digest, key),
  }
}
