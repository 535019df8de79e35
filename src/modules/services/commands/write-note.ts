import { z } from 'zod'
import { signedIn } from '#kernel/access/access.ts'
import { type CommandContext, command } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError, notFound } from '#kernel/errors.ts'
import { newId } from '#kernel/ids.ts'
import { labelOf } from '#kernel/journal/journal.ts'
import { accountForPerson } from '#modules/accounts/index.ts'
import { sendMessage } from '#modules/messaging/index.ts'
import { listOpenTasks } from '../flow/tasks.ts'
import { servicePaths } from '../paths.ts'
import { canReadCase } from '../queries/cases.ts'
import { noteContext } from '../queries/notes.ts'
import { isOwnCase } from '../queries/own-case.ts'
import { talkMessages, workMessages } from '../texts/work.ts'
import { findCase, type OpenCase } from './case-row.ts'

export const longestNote = 2000

/** A question of the applicant, or the office's answer. What is written is sealed and never changed. */
export const writeNote = command({
  name: 'services.write-note',
  event: 'services.note-written.v1',
  access: signedIn,
  input: z.object({ caseId: z.uuid(), text: z.string().max(longestNote) }),
  async run(tx, input, context) {
    const { open, isApplicant } = await partyTo(tx, context, input.caseId)
    const text = input.text.trim()
    if (text.length < 3) throw emptyNote
    const id = newId(context.now.epochMilliseconds)
    await tx
      .insertInto('services.note')
      .values({
        id,
        case_id: open.row.id,
        from_applicant: isApplicant,
        author_name: context.actor.name,
        author_label: labelOf(context.actor),
        text: context.tenant.cipher.seal(text, noteContext),
        written_at: context.now.toString(),
      })
      .execute()
    if (isApplicant) await tellOfficers(tx, context, open)
    else await tellApplicant(tx, context, open)
    const payload = { number: open.row.number, fromApplicant: isApplicant }
    return { result: { noteId: id }, event: { subject: { type: 'case', id: open.row.id }, payload } }
  },
})

/** What the other side wrote has been seen. */
export const readNotes = command({
  name: 'services.read-notes',
  event: 'services.notes-read.v1',
  access: signedIn,
  input: z.object({ caseId: z.uuid() }),
  async run(tx, input, context) {
    const { open, isApplicant } = await partyTo(tx, context, input.caseId)
    const read = await tx
      .updateTable('services.note')
      .set({ read_at: context.now.toString() })
      .where('case_id', '=', open.row.id)
      .where('from_applicant', '=', !isApplicant)
      .where('read_at', 'is', null)
      .returning('id')
      .execute()
    const result = { read: read.length }
    if (read.length === 0) return { result, event: undefined }
    const payload = { number: open.row.number, notes: read.map((row) => row.id) }
    return { result, event: { subject: { type: 'case', id: open.row.id }, payload } }
  },
})

const emptyNote = new AppError('invalid-input', {
  fields: [{ path: 'text', message: { id: 'Tulis pesan Anda dahulu.', en: 'Write your message first.' } }],
})

/** The applicant of a case, or an officer who may read it. @throws not-found for everybody else */
async function partyTo(tx: WriteHandle, context: CommandContext, caseId: string) {
  const open = await findCase(tx, caseId)
  if (!open) throw notFound()
  if (await isOwnCase(tx, context, open.row)) return { open, isApplicant: true }
  if (await canReadCase(tx, context.actor, open)) return { open, isApplicant: false }
  throw notFound()
}

/** Whoever has the file in hand hears of it; when nobody has, the queue shows it to all. */
async function tellOfficers(tx: WriteHandle, context: CommandContext, open: OpenCase): Promise<void> {
  const words = workMessages.asked(open.row.number, open.definition.title.id)
  await tellHolders(tx, context, open, words)
}

/** Those who have a case in hand. */
export async function tellHolders(
  tx: WriteHandle,
  context: CommandContext,
  open: OpenCase,
  words: { title: string; body: string },
): Promise<void> {
  const tasks = await listOpenTasks(tx, open.row.id)
  const holders = new Set(tasks.flatMap((task) => task.claimedPersonId ?? []))
  for (const personId of holders) {
    const account = await accountForPerson(tx, personId, 'staff')
    if (!account) continue
    await sendMessage(tx, context, { accountId: account.id, ...words, link: servicePaths.deskCase(open.row.id) })
  }
}

async function tellApplicant(tx: WriteHandle, context: CommandContext, open: OpenCase): Promise<void> {
  if (!open.row.account_id) return
  const words = talkMessages.answered(open.row.number)
  await sendMessage(tx, context, {
    accountId: open.row.account_id,
    ...words,
    link: servicePaths.ownCase(open.row.id),
  })
}
