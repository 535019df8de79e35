import { z } from 'zod'
import { signedIn } from '#kernel/access/access.ts'
import { type CommandContext, command, type Outcome } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError, notFound } from '#kernel/errors.ts'
import { getDefinition } from '../definition/store.ts'
import { stateOf } from '../domain.ts'
import { fileFieldsOf } from '../form/journey.ts'
import { addFile, type FileOwner, type NewFile, removeFileOf, storedFile } from './file-rows.ts'
import { requireUnsent } from './own-draft.ts'

/** Drafts and cases are somebody's own. */
interface OwnFiles extends FileOwner {
  readonly personId: string
}

/** Records a stored file with a draft, or with a returned case whose file field was marked. */
export const attachFile = command({
  name: 'services.attach-file',
  event: 'services.file-attached.v1',
  access: signedIn,
  input: z.object({ ownerId: z.uuid(), ...storedFile }),
  async run(tx, input, context) {
    const owner = await fileOwner(tx, context, input.ownerId, input.field)
    return attach(tx, context, owner, input)
  },
})

/** Gives a paper again that this person has given before: the same stored file, named once more. */
export const reuseFile = command({
  name: 'services.reuse-file',
  event: 'services.file-reused.v1',
  access: signedIn,
  input: z.object({ ownerId: z.uuid(), field: z.string(), attachmentId: z.uuid() }),
  async run(tx, input, context) {
    const owner = await fileOwner(tx, context, input.ownerId, input.field)
    // Who acts for somebody else does not get at what that person gave before.
    if (owner.personId !== context.actor.personId) throw notFound()
    const earlier = await tx
      .selectFrom('services.attachment')
      .selectAll()
      .where('id', '=', input.attachmentId)
      .where('person_id', '=', owner.personId)
      .where('document', '=', owner.field.document ?? '')
      .where('removed_at', 'is', null)
      .executeTakeFirst()
    if (!earlier) throw notFound()
    const file = {
      fileHash: earlier.file_hash,
      name: earlier.name,
      mediaType: earlier.media_type,
      sizeBytes: earlier.size_bytes,
      width: earlier.width ?? undefined,
      height: earlier.height ?? undefined,
    }
    return attach(tx, context, owner, file, earlier.id)
  },
})

/** @param from the attachment that is given again */
async function attach(
  tx: WriteHandle,
  context: CommandContext,
  owner: OwnFiles,
  file: NewFile,
  from?: string,
): Promise<Outcome<{ attachmentId: string }>> {
  const { id, isNew } = await addFile(tx, context.now, owner, file)
  const payload = { ownerId: owner.id, field: owner.field.id, fileHash: file.fileHash, ...(from ? { from } : {}) }
  const event = { subject: { type: 'attachment', id }, payload }
  return { result: { attachmentId: id }, event: isNew ? event : undefined }
}

export const removeFile = command({
  name: 'services.remove-file',
  event: 'services.file-removed.v1',
  access: signedIn,
  input: z.object({ ownerId: z.uuid(), field: z.string(), attachmentId: z.uuid() }),
  async run(tx, input, context) {
    const owner = await fileOwner(tx, context, input.ownerId, input.field)
    const isGone = await removeFileOf(tx, context.now, owner, input.attachmentId)
    const event = { subject: { type: 'attachment', id: input.attachmentId }, payload: { ownerId: owner.id } }
    return { result: undefined, event: isGone ? event : undefined }
  },
})

/** The draft or returned case of this account that may take a file now. @throws not-found, wrong-state */
async function fileOwner(
  tx: WriteHandle,
  context: CommandContext,
  ownerId: string,
  fieldId: string,
): Promise<OwnFiles> {
  const accountId = context.actor.accountId ?? ''
  const draft = await tx
    .selectFrom('services.draft')
    .select(['id', 'service_id', 'version', 'person_id', 'sent_at'])
    .where('id', '=', ownerId)
    .where('account_id', '=', accountId)
    .forUpdate()
    .executeTakeFirst()
  const open =
    draft ??
    (await tx
      .selectFrom('services.case')
      .select(['id', 'service_id', 'version', 'state', 'applicant_person_id as person_id'])
      .where('id', '=', ownerId)
      .where('account_id', '=', accountId)
      .forUpdate()
      .executeTakeFirst())
  if (!open) throw notFound()
  if ('sent_at' in open) requireUnsent({ sentAt: open.sent_at ? context.now : undefined })
  const definition = await getDefinition(tx, open.service_id, open.version, 'as-written')
  const field = fileFieldsOf(definition).find((candidate) => candidate.id === fieldId)
  if (!field) throw notFound()
  if ('state' in open) {
    const marked = await tx
      .selectFrom('services.mark')
      .select('id')
      .where('case_id', '=', open.id)
      .where('field', '=', fieldId)
      .where('resolved_at', 'is', null)
      .executeTakeFirst()
    if (stateOf(definition, open.state as string).holder !== 'applicant' || !marked) throw new AppError('wrong-state')
  }
  return { id: open.id, personId: open.person_id, field }
}
