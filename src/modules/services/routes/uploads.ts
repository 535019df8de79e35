import { AppError, type FieldError } from '#kernel/errors.ts'
import { acceptUpload } from '#kernel/files/intake.ts'
import { json, type Answer as RouteAnswer, type RouteContext } from '#kernel/http/route.ts'
import { attachFinding, removeFinding } from '../commands/attach-finding.ts'
import { attachFile, removeFile, reuseFile } from '../commands/attachment.ts'
import { largestFileBytes, mostFilesPerField } from '../form/file-limits.ts'
import { servicePaths } from '../paths.ts'

export const fileLimits = { maxFileBytes: largestFileBytes, maxFiles: mostFilesPerField }
const fileLimitText = '10 MB'

type File = Readonly<Record<string, unknown>>

/** The commands by which files of one owner come and go. */
export interface FileCommands {
  attach(file: File): Promise<{ attachmentId: string }>
  remove(field: string, attachmentId: string): Promise<unknown>
  /** Gives a paper again that the person gave before. */
  reuse?(field: string, attachmentId: string): Promise<unknown>
}

/** Papers of a draft, or of a case that came back. */
export const ownFilesOf = (context: RouteContext, ownerId: string): FileCommands => ({
  attach: (file) => context.run(attachFile, { ownerId, ...file }),
  remove: (field, attachmentId) => context.run(removeFile, { ownerId, field, attachmentId }),
  reuse: (field, attachmentId) => context.run(reuseFile, { ownerId, field, attachmentId }),
})

/** Papers of a step of a case. */
export const stepFilesOf = (context: RouteContext, caseId: string): FileCommands => ({
  attach: (file) => context.run(attachFinding, { caseId, ...file }),
  remove: (field, attachmentId) => context.run(removeFinding, { caseId, field, attachmentId }),
})

/** Stores the files of a form and removes the one whose button was pressed; gives back the first refusal. */
export async function takeFiles(
  context: RouteContext,
  files: FileCommands,
  form = context.form,
): Promise<FieldError | undefined> {
  const [removedField, attachmentId] = form.get('remove-file').split(':')
  if (removedField && attachmentId) await files.remove(removedField, attachmentId)
  const [reusedField, earlierId] = form.get('reuse-file').split(':')
  if (reusedField && earlierId) await files.reuse?.(reusedField, earlierId)
  for (const part of context.uploads) {
    try {
      await store(context, files, part.field, part)
    } catch (error) {
      if (!(error instanceof AppError) || error.status >= 500 || error.code === 'not-found') throw error
      return error.fields[0] ?? { path: part.field, message: { id: error.say('id'), en: error.say('en') } }
    }
  }
  return undefined
}

/** One file at once, with progress: what the upload island sends. */
export async function takeOneFile(context: RouteContext, files: FileCommands): Promise<RouteAnswer> {
  const field = context.form.get('field')
  const removed = context.form.get('remove')
  if (removed) {
    await files.remove(field, removed)
    return json({ removed })
  }
  const part = context.uploads[0]
  if (!part) throw new AppError('unsupported-file')
  return json(await store(context, files, field, part), 201)
}

async function store(context: RouteContext, files: FileCommands, field: string, part: RouteContext['uploads'][number]) {
  const file = await acceptUpload(part, fileLimitText, context.config)
  const fileHash = await context.tenant.files.put(file.bytes)
  const { attachmentId } = await files.attach({
    field,
    fileHash,
    name: file.name,
    mediaType: file.mediaType,
    sizeBytes: file.bytes.length,
    width: file.width,
    height: file.height,
  })
  return { id: attachmentId, name: file.name, size: file.bytes.length, href: servicePaths.attachment(attachmentId) }
}
