import { createHash } from 'node:crypto'
import { deflateRawSync } from 'node:zlib'
import { dayOf } from '#kernel/clock/clock.ts'
import type { CommandContext } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { newId } from '#kernel/ids.ts'
import { canonicalJson } from '#kernel/journal/journal.ts'
import { logStatement } from '#kernel/proof-log/log-statement.ts'
import { maskName } from '../domain.ts'
import { newVerificationCode } from '../qr/verification-code.ts'
import { initialsOf } from '../statement/statement.ts'
import { signStatement } from '../statement/statement-key.ts'
import { pageFile } from '../typeset/compile.ts'
import { getTypecase } from '../typeset/compiler.ts'
import { typeset } from '../typeset/typeset.ts'
import { documentData, refuseUnprintable, verificationData } from './document-data.ts'
import {
  actOf,
  type DocumentDraft,
  type IssuedDocument,
  type IssueOptions,
  type IssueSource,
} from './document-draft.ts'
import { keepToolkit } from './keep-toolkit.ts'
import { replaceDocuments } from './revoke-document.ts'
import { noteMissingStamp, signLetter } from './sign-letter.ts'
import { signingCredentials } from './signing-credentials.ts'
import { actingParty, type SigningParty, sealingParty } from './signing-party.ts'
import { fileVersionRow, signatureRow } from './stored-signatures.ts'

/** A document to issue, with what is particular to it. */
export interface IssueOrder {
  readonly draft: DocumentDraft
  readonly options?: IssueOptions | undefined
}

/** Issues one document, as {@link issueDocuments} does several. */
export async function issueDocument(
  tx: WriteHandle,
  context: CommandContext,
  draft: DocumentDraft,
  source: IssueSource,
  options: IssueOptions = {},
): Promise<IssuedDocument> {
  const [issued] = await issueDocuments(tx, context, [{ draft, options }], source)
  return issued as IssuedDocument
}

/**
 * Typesets, signs and stores documents inside the deciding command: they exist exactly when the decision does. While one is
 * being set the next is made ready.
 * The acting official must hold, today, the post that signs for the unit, and may sign such an act; a sealed one needs none.
 * What each says is bound by a signed statement, which its QR carries and which is a leaf of the proof log.
 * @returns them in the order they were given
 * @throws forbidden when he does not; invalid-input for letters that cannot be printed; not-found for an unknown
 *   document to replace. A file left behind by a rolled-back transaction is only an orphan
 */
export async function issueDocuments(
  tx: WriteHandle,
  context: CommandContext,
  orders: readonly IssueOrder[],
  source: IssueSource,
): Promise<readonly IssuedDocument[]> {
  const begun = await beginDocuments(tx, context, orders, source)
  await begun.finish()
  return begun.documents
}

/** Documents whose words stand and which are being set; nothing of them is in the database yet. */
export interface BegunDocuments {
  /** As they will be, in the order they were given. */
  readonly documents: readonly IssuedDocument[]
  /** Signs and stores them. To be called once, in the same transaction. */
  finish(): Promise<void>
}

/** As {@link issueDocuments}, for a command that has something else to do while they are being set. */
export async function beginDocuments(
  tx: WriteHandle,
  context: CommandContext,
  orders: readonly IssueOrder[],
  source: IssueSource,
): Promise<BegunDocuments> {
  const ready: ReadyDocument[] = []
  for (const order of orders) ready.push(await makeReady(tx, context, order, source))
  return {
    documents: ready.map(({ id, code }) => ({ id, code })),
    async finish() {
      for (const document of ready) await signAndStore(tx, context, document, source)
    },
  }
}

/** A document whose words stand; it is being set. */
interface ReadyDocument {
  readonly id: string
  readonly code: string
  readonly draft: DocumentDraft
  readonly options: IssueOptions
  readonly party: SigningParty
  readonly data: object
  readonly page: string
  readonly contentHash: string
  readonly validTo: string | undefined
  readonly statement: Awaited<ReturnType<typeof signStatement>>
  readonly signedAt: Date
  readonly rendition: Promise<Uint8Array>
}

async function makeReady(
  tx: WriteHandle,
  context: CommandContext,
  { draft, options = {} }: IssueOrder,
  source: IssueSource,
): Promise<ReadyDocument> {
  const { tenant, now } = context
  const party = await signingParty(tx, context, draft, source, options)
  const words = documentData(context, draft, party, options.cosigners ?? [])
  await refuseUnprintable(draft.template, words)
  const id = newId(now.epochMilliseconds)
  const code = newVerificationCode()
  const contentHash = createHash('sha256').update(canonicalJson(words)).digest('hex')
  const validTo = lastDay(draft)
  const statement = await signStatement(tx, context, {
    code: code.replaceAll('-', '').slice(0, 8),
    issuedOn: dayOf(now, tenant.profile.zone).toString(),
    validTo,
    contentHash: contentHash.slice(0, 32),
    region: tenant.profile.shortName,
    title: draft.title,
    number: draft.number,
    subject: draft.subjectShown?.initials ?? initialsOf(draft.subjectName),
    signer: signerWords(party),
  })
  const data = { ...words, verification: verificationData(context.origin, code, statement.text) }
  const page = pageFile(await getTypecase(), draft.template, data as never)
  const signedAt = new Date(now.epochMilliseconds)
  const rendition = typeset(draft.template, data as never, { now: signedAt, page })
  // Awaited when it is signed; until then a failure must not count as one that nobody hears of.
  rendition.catch(() => {})
  return { id, code, draft, options, party, data, page, contentHash, validTo, statement, signedAt, rendition }
}

async function signAndStore(
  tx: WriteHandle,
  context: CommandContext,
  document: ReadyDocument,
  source: IssueSource,
): Promise<void> {
  const { tenant, now } = context
  const { id, code, draft, options, party, data, page, contentHash, validTo, statement, signedAt } = document
  const cosigners = options.cosigners ?? []
  const credentials = await signingCredentials(tx, context, party)
  const rendition = await document.rendition
  const signed = await signLetter(tx, context, rendition, credentials.signer, {
    reason: draft.title,
    location: tenant.profile.shortName,
    name: party.name,
    signedAt,
    furtherFields: cosigners.length,
  })
  const stored = tenant.files.put(signed.file)
  // Awaited below; until then a failure must not count as one that nobody hears of.
  stored.catch(() => {})
  const file = { fileHash: createHash('sha256').update(signed.file).digest('hex'), sizeBytes: signed.file.length }
  const made = { certificateSerial: credentials.serial, signedAt }
  const version = { ...file, version: 1, reason: 'issued', madeAt: signedAt } as const
  // One statement, one journey to the database.
  const inserted = tx
    .with('signed', (also) => also.insertInto('documents.signature').values(signatureRow(id, 1, party, made)))
    .with('filed', (also) => also.insertInto('documents.file_version').values(fileVersionRow(id, version)))
    .insertInto('documents.issued')
    .values({
      id,
      code,
      template: draft.template,
      number: draft.number,
      title: draft.title,
      subject_person_id: draft.subjectPersonId ?? null,
      subject_label: draft.subjectShown?.label ?? maskName(draft.subjectName),
      source_type: source.type,
      source_id: source.id,
      unit_path: source.unitPath,
      data: tenant.cipher.sealJson(data, 'documents.issued.data'),
      // Small, for half of it is the outline of a QR: compressed before it is sealed.
      page: tenant.cipher.seal(deflateRawSync(page), 'documents.issued.page'),
      toolkit: await keepToolkit(tx, context),
      content_hash: contentHash,
      rendition_bytes: rendition.length,
      file_hash: file.fileHash,
      size_bytes: file.sizeBytes,
      act: party.act,
      signer_name: party.name,
      signer_position: party.position,
      signer_manner: party.manner,
      signer_order: party.order,
      signer_position_id: party.holder.kind === 'official' ? party.holder.positionId : null,
      signatures_wanted: 1 + cosigners.length,
      level: signed.level,
      statement: Buffer.from(statement.bytes),
      issued_at: signedAt,
      completed_at: cosigners.length === 0 ? signedAt : null,
      valid_to: validTo ?? null,
    })
    .execute()
  await Promise.all([stored, inserted])
  await noteMissingStamp(tx, context, id, signed)
  await logStatement(tx, { id, at: now, statement: statement.bytes })
  const replaced = [...(options.replaces ?? []), ...(await earlierVersions(tx, draft, id))]
  await replaceDocuments(tx, context, replaced, { id, title: draft.title, number: draft.number })
}

/**
 * Of a family card only the latest version holds, whichever file issued the others.
 * @basis UU 23/2006 pasal 62; Permendagri 109/2019
 */
async function earlierVersions(tx: WriteHandle, draft: DocumentDraft, id: string): Promise<string[]> {
  if (draft.template !== 'family-card') return []
  const rows = await tx
    .selectFrom('documents.issued')
    .select('id')
    .where('template', '=', draft.template)
    .where('number', '=', draft.number)
    .where('revoked_at', 'is', null)
    .where('id', '<>', id)
    .execute()
  return rows.map((row) => row.id)
}

function signingParty(
  tx: WriteHandle,
  context: CommandContext,
  draft: DocumentDraft,
  source: IssueSource,
  options: IssueOptions,
): Promise<SigningParty> {
  const act = actOf(draft)
  if (!options.seal) return actingParty(tx, context, source.unitPath, act, options.mandateId)
  if (!draft.sealedUnder) throw new Error(`${draft.title} ${draft.number} is not sealed without its article of law`)
  return sealingParty(tx, context, source.unitPath, draft.sealedUnder, act)
}

const lastDay = (draft: DocumentDraft): string | undefined =>
  'validUntil' in draft.data ? draft.data.validUntil : undefined

const prefixes = { definitif: '', plt: 'Plt. ', plh: 'Plh. ', seal: '' } as const

function signerWords({ name, position, manner, onBehalf }: SigningParty): string {
  const post = `${prefixes[manner]}${position}`
  return manner === 'seal' ? name : `${name}, ${onBehalf ? `${onBehalf.form} ${onBehalf.of}, ` : ''}${post}`
}
