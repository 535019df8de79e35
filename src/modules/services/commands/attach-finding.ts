import { z } from 'zod'
import { isPermitted, signedIn } from '#kernel/access/access.ts'
import { type CommandContext, command } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { notFound } from '#kernel/errors.ts'
import type { FieldDefinition } from '../definition/schema.ts'
import { machineOf, stateOf } from '../domain.ts'
import { listOpenTasks } from '../flow/tasks.ts'
import { isFileKind } from '../form/kinds.ts'
import { isOwnCase } from '../queries/own-case.ts'
import { lockCase, type OpenCase } from './case-row.ts'
import { addFile, type FileOwner, removeFileOf, storedFile } from './file-rows.ts'

/** A file for the form of a step or review that one may take now: photos of an inspection, the papers of an objection. */
export const attachFinding = command({
  name: 'services.attach-finding',
  event: 'services.finding-attached.v1',
  access: signedIn,
  input: z.object({ caseId: z.uuid(), ...storedFile }),
  async run(tx, input, context) {
    const { open, owner } = await stepFiles(tx, context, input.caseId, input.field)
    const { id, isNew } = await addFile(tx, context.now, owner, input)
    const payload = { number: open.row.number, field: owner.field.id, attachment: id, fileHash: input.fileHash }
    const event = { subject: { type: 'case', id: open.row.id }, payload }
    return { result: { attachmentId: id }, event: isNew ? event : undefined }
  },
})

export const removeFinding = command({
  name: 'services.remove-finding',
  event: 'services.finding-removed.v1',
  access: signedIn,
  input: z.object({ caseId: z.uuid(), field: z.string(), attachmentId: z.uuid() }),
  async run(tx, input, context) {
    const { open, owner } = await stepFiles(tx, context, input.caseId, input.field)
    const isGone = await removeFileOf(tx, context.now, owner, input.attachmentId)
    const payload = { number: open.row.number, field: owner.field.id, attachment: input.attachmentId }
    const event = { subject: { type: 'case', id: open.row.id }, payload }
    return { result: undefined, event: isGone ? event : undefined }
  },
})

/** The field for files in a step that the asker may take now. @throws not-found */
async function stepFiles(tx: WriteHandle, context: CommandContext, caseId: string, fieldId: string) {
  const open = await lockCase(tx, caseId)
  if (!open) throw notFound()
  const fields = await fieldsToFill(tx, context, open)
  const field = fields.find((candidate) => candidate.id === fieldId && isFileKind(candidate.kind))
  if (!field) throw notFound()
  const owner: FileOwner = { id: open.row.id, personId: undefined, field }
  return { open, owner }
}

async function fieldsToFill(tx: WriteHandle, context: CommandContext, open: OpenCase): Promise<FieldDefinition[]> {
  const rows = machineOf(open.definition).from(open.row.state)
  if (await isOwnCase(tx, context, open.row)) {
    return rows.filter((row) => row.by === 'applicant').flatMap((row) => row.form)
  }
  const { actor } = context
  const territory = open.row.territory_code
  const here = { unitPath: open.row.unit_path, territory }
  const steps = rows.filter((row) => row.by.includes('.') && isPermitted(actor, row.by, here))
  const tasks = await listOpenTasks(tx, open.row.id)
  const branches = (stateOf(open.definition, open.row.state).branches ?? []).filter((branch) => {
    const task = tasks.find((candidate) => candidate.branch === branch.id)
    return task && isPermitted(actor, branch.desk, { unitPath: task.unitPath, territory })
  })
  return [...steps, ...branches].flatMap((step) => step.form)
}
