import { dayOf } from '#kernel/clock/clock.ts'
import type { CommandContext } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError } from '#kernel/errors.ts'
import { newId } from '#kernel/ids.ts'
import type { TenantProfile } from '#kernel/tenancy/tenants.ts'
import { maskName } from '../domain.ts'
import { documentPaths } from '../paths.ts'
import { newVerificationCode } from '../qr/verification-code.ts'
import { signPdf } from '../signing/sign-pdf.ts'
import type {
  BirthCertificateData,
  CertificateData,
  DeathCertificateData,
  DecisionLetterData,
  DocumentData,
  FamilyCardData,
  RegionColors,
  TemplateName,
} from '../typeset/template-data.ts'
import { findUnprintable, typeset } from '../typeset/typeset.ts'
import { replaceDocuments } from './revoke-document.ts'
import { signingCredentials } from './signing-credentials.ts'
import { actingParty, type SigningParty, sealingParty } from './signing-party.ts'

/** Parts of a letter that the issuing adds: letterhead, QR, signature; to those of a service also title, number, day. */
type AddedAtIssue = keyof DocumentData | 'signature'
type AddedToDecisions = AddedAtIssue | 'title' | 'number' | 'issued'

interface DraftData {
  readonly 'birth-certificate': Omit<BirthCertificateData, AddedAtIssue>
  readonly 'death-certificate': Omit<DeathCertificateData, AddedAtIssue>
  readonly 'family-card': Omit<FamilyCardData, AddedAtIssue>
  readonly 'decision-letter': Omit<DecisionLetterData, AddedToDecisions>
  readonly certificate: Omit<CertificateData, AddedToDecisions>
}

/** A signed document before it is issued: what it says, without who signs and how it is verified. */
export type DocumentDraft = {
  [Name in keyof DraftData]: {
    readonly template: Name
    readonly number: string
    readonly title: string
    /** Absent when it concerns no person of the register: a firm, a building. */
    readonly subjectPersonId?: string | undefined
    /** Of the person or firm; shown masked to who checks the code. */
    readonly subjectName: string
    readonly footnotes: readonly string[]
    /** Of a sealed document: the article by which it comes about without an official. */
    readonly sealedUnder?: string | undefined
    readonly data: DraftData[Name]
  }
}[keyof DraftData]

export interface IssuedDocument {
  readonly id: string
  readonly code: string
}

export interface IssueSource {
  readonly type: string
  readonly id: string
  readonly unitPath: string
}

export interface IssueOptions {
  /**
   * No official acts: the step was taken by the clock or by the engine itself (tacit approval, automatic refusal).
   * The document carries the seal of the unit; the draft says under which article (`sealedUnder`).
   */
  readonly seal?: true | undefined
  /** Documents (ids) whose place it takes; they no longer hold from this moment. */
  readonly replaces?: readonly string[] | undefined
}

/**
 * Typesets, signs and stores a document inside the deciding command: it exists exactly when the decision does.
 * The acting official must hold, today, the post that signs for the unit; a sealed one needs none.
 * @throws forbidden when he does not; invalid-input for letters that cannot be printed; not-found for an unknown
 *   document to replace. A file left behind by a rolled-back transaction is only an orphan
 */
export async function issueDocument(
  tx: WriteHandle,
  context: CommandContext,
  draft: DocumentDraft,
  source: IssueSource,
  options: IssueOptions = {},
): Promise<IssuedDocument> {
  const { tenant, now } = context
  const party = await signingParty(tx, context, draft, source, options)
  const code = newVerificationCode()
  const data = documentData(context, draft, party, code)
  await refuseUnprintable(draft.template, data)
  const signedAt = new Date(now.epochMilliseconds)
  const pdf = await typeset(draft.template as TemplateName, data as never, { now: signedAt })
  const credentials = await signingCredentials(tx, context, party)
  const signed = await signPdf(pdf, credentials.signer, {
    reason: draft.title,
    location: tenant.profile.shortName,
    name: party.name,
    signedAt,
  })
  const id = newId(now.epochMilliseconds)
  await tx
    .insertInto('documents.issued')
    .values({
      id,
      code,
      template: draft.template,
      number: draft.number,
      title: draft.title,
      subject_person_id: draft.subjectPersonId ?? null,
      subject_label: maskName(draft.subjectName),
      source_type: source.type,
      source_id: source.id,
      unit_path: source.unitPath,
      data: tenant.cipher.sealJson(data, 'documents.issued.data'),
      file_hash: await tenant.files.put(signed),
      size_bytes: signed.length,
      signer_name: party.name,
      signer_position: party.position,
      signer_manner: party.manner,
      signer_order: party.order,
      signer_position_id: party.holder.kind === 'official' ? party.holder.positionId : null,
      certificate_serial: credentials.serial,
      issued_at: signedAt,
      valid_to: 'validUntil' in draft.data ? (draft.data.validUntil ?? null) : null,
    })
    .execute()
  await replaceDocuments(tx, context, options.replaces ?? [], { id, title: draft.title, number: draft.number })
  return { id, code }
}

function signingParty(
  tx: WriteHandle,
  context: CommandContext,
  draft: DocumentDraft,
  source: IssueSource,
  options: IssueOptions,
): Promise<SigningParty> {
  if (!options.seal) return actingParty(tx, context, source.unitPath)
  if (!draft.sealedUnder) throw new Error(`${draft.title} ${draft.number} is not sealed without its article of law`)
  return sealingParty(tx, context, source.unitPath, draft.sealedUnder)
}

function documentData(context: CommandContext, draft: DocumentDraft, party: SigningParty, code: string): object {
  const { profile } = context.tenant
  const { address, phone } = party.unit
  return {
    title: draft.title,
    number: draft.number,
    issued: {
      place: profile.shortName.replace(/^(Kabupaten|Kota|Provinsi)\s+/, ''),
      on: dayOf(context.now, profile.zone).toString(),
    },
    ...draft.data,
    region: { name: profile.shortName, timeZone: profile.zone, colors: colorsOf(profile) },
    office: {
      government: profile.name,
      name: party.unit.name,
      lines: [...(address ? [address] : []), ...(phone ? [phone] : [])],
    },
    verification: {
      url: `${context.origin}${documentPaths.verify(code)}`,
      address: `${context.origin.replace(/^https?:\/\//, '')}/v`,
      code,
    },
    footnotes: draft.footnotes,
    signature: party.signature,
  }
}

/** The region's own, except what is no plain colour: that would stop every letter. */
function colorsOf(profile: TenantProfile): Partial<RegionColors> {
  const colors = { accent: profile.accent, deep: profile.accentDeep, wash: profile.accentWash }
  return Object.fromEntries(Object.entries(colors).filter(([, color]) => /^#[0-9a-f]{6}$/i.test(color)))
}

async function refuseUnprintable(template: TemplateName, data: object): Promise<void> {
  const unprintable = await findUnprintable(template, data as never)
  if (unprintable.length === 0) return
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
