import { dayOf } from '#kernel/clock/clock.ts'
import type { CommandContext } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError } from '#kernel/errors.ts'
import { newId } from '#kernel/ids.ts'
import { findActingSigner, type Signer } from '#modules/organization/index.ts'
import { maskName } from '../domain.ts'
import { documentPaths } from '../paths.ts'
import { newVerificationCode } from '../qr/verification-code.ts'
import { signPdf } from '../signing/sign-pdf.ts'
import type {
  BirthCertificateData,
  DocumentData,
  FamilyCardData,
  SignatureData,
  TemplateName,
} from '../typeset/template-data.ts'
import { findUnprintable, typeset } from '../typeset/typeset.ts'
import { signingCredentials } from './signing-credentials.ts'

/** Parts of a letter that the issuing adds: letterhead, QR, signature. */
type AddedAtIssue = keyof DocumentData | 'signature'

interface SignedTemplates {
  readonly 'birth-certificate': BirthCertificateData
  readonly 'family-card': FamilyCardData
}

/** A signed document before it is issued: what it says, without who signs and how it is verified. */
export type DocumentDraft = {
  [Name in keyof SignedTemplates]: {
    readonly template: Name
    readonly number: string
    readonly title: string
    readonly subjectPersonId: string
    readonly subjectName: string
    readonly footnotes: readonly string[]
    readonly data: Omit<SignedTemplates[Name], AddedAtIssue>
  }
}[keyof SignedTemplates]

export interface IssuedDocument {
  readonly id: string
  readonly code: string
}

export interface IssueSource {
  readonly type: string
  readonly id: string
  readonly unitPath: string
}

/**
 * Typesets, signs and stores a document inside the deciding command: it exists exactly when the decision does.
 * The acting official must hold, today, the post that signs for the unit.
 * @throws forbidden when he does not; a file left behind by a rolled-back transaction is only an orphan
 */
export async function issueDocument(
  tx: WriteHandle,
  context: CommandContext,
  draft: DocumentDraft,
  source: IssueSource,
): Promise<IssuedDocument> {
  const signer = await actingSigner(tx, context, source.unitPath)
  const code = newVerificationCode()
  const data = {
    ...draft.data,
    region: { name: context.tenant.profile.shortName, timeZone: context.tenant.profile.zone },
    office: { government: context.tenant.profile.name, name: signer.unit.name },
    verification: {
      url: `${context.origin}${documentPaths.verify(code)}`,
      address: `${context.origin.replace(/^https?:\/\//, '')}/v`,
      code,
    },
    footnotes: draft.footnotes,
    signature: signatureData(signer, context),
  }
  const signedAt = new Date(context.now.epochMilliseconds)
  const unprintable = await findUnprintable(draft.template as TemplateName, data as never)
  if (unprintable.length) {
    throw new AppError('invalid-input', {
      text: {
        id: 'Dokumen ini memuat huruf yang belum dapat dicetak: {letters}. Kembalikan berkas agar ditulis dengan huruf Latin.',
        en: 'This document holds letters that cannot be printed yet: {letters}. Send the file back to be written in Latin letters.',
      },
      params: { letters: unprintable.join(' ') },
      fields: [
        {
          path: 'verb',
          message: {
            id: `Huruf yang belum dapat dicetak: ${unprintable.join(' ')}`,
            en: `Letters that cannot be printed: ${unprintable.join(' ')}`,
          },
        },
      ],
    })
  }
  const pdf = await typeset(draft.template as TemplateName, data as never, { now: signedAt })
  const credentials = await signingCredentials(tx, context, signer)
  const signed = await signPdf(pdf, credentials.signer, {
    reason: draft.title,
    location: context.tenant.profile.shortName,
    name: signer.displayName,
    signedAt,
  })
  const id = newId(context.now.epochMilliseconds)
  await tx
    .insertInto('documents.issued')
    .values({
      id,
      code,
      template: draft.template,
      number: draft.number,
      title: draft.title,
      subject_person_id: draft.subjectPersonId,
      subject_label: maskName(draft.subjectName),
      source_type: source.type,
      source_id: source.id,
      unit_path: source.unitPath,
      data: context.tenant.cipher.sealJson(data, 'documents.issued.data'),
      file_hash: await context.tenant.files.put(signed),
      size_bytes: signed.length,
      signer_name: signer.displayName,
      signer_position: signer.positionTitle,
      signer_manner: signer.manner,
      signer_order: signer.decreeNumber,
      signer_position_id: signer.positionId,
      certificate_serial: credentials.serial,
      issued_at: signedAt,
    })
    .execute()
  return { id, code }
}

async function actingSigner(tx: WriteHandle, context: CommandContext, unitPath: string): Promise<Signer> {
  const { actor, tenant, now } = context
  const day = dayOf(now, tenant.profile.zone).toString()
  const holder = { positionId: actor.position?.id ?? '', personId: actor.personId ?? '' }
  const signer =
    holder.positionId && holder.personId
      ? await findActingSigner(tx, holder, unitPath, 'documents.sign', day)
      : undefined
  if (!signer) {
    throw new AppError('forbidden', {
      text: {
        id: 'Dokumen ini hanya dapat ditandatangani oleh pejabat yang hari ini berwenang untuk unit tersebut.',
        en: 'Only the official who holds the authority for this unit today can sign this document.',
      },
    })
  }
  return signer
}

const capacities = { definitif: 'definitive', plt: 'plt', plh: 'plh' } as const

function signatureData(signer: Signer, context: CommandContext): SignatureData {
  return {
    name: signer.displayName,
    position: signer.positionTitle,
    capacity: capacities[signer.manner],
    order: signer.decreeNumber.startsWith('SK') ? signer.decreeNumber : `SK ${signer.decreeNumber}`,
    signedAt: context.now.toZonedDateTimeISO(context.tenant.profile.zone).toString({ timeZoneName: 'never' }),
    employeeNumber: signer.employeeNumber,
  }
}
