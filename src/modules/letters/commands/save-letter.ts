import { z } from 'zod'
import { permitted, staff, systemOnly } from '#kernel/access/access.ts'
import { dateOf } from '#kernel/clock/clock.ts'
import { type CommandContext, command } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError, notFound } from '#kernel/errors.ts'
import { labelOf } from '#kernel/journal/journal.ts'
import { mayDraft, mayRead } from '../access.ts'
import {
  changedBetween,
  contentContext,
  hashOf,
  headContext,
  headOf,
  type LetterContent,
  searchTextOf,
} from '../content.ts'
import { contentSchema } from '../content-schema.ts'
import { edit, isOpenForEditing, isSecret, openTurns } from '../domain.ts'
import { getContent, guardOf, lockLetter, type OpenLetter } from '../letter-row.ts'
import { dropWorkingCopies, moveChain, writeHistory } from './letter-changes.ts'

const tab = z.string().regex(/^[A-Za-z0-9_-]{8,40}$/)

/**
 * Makes a new exact version of what was typed. Typing that began on an older version is refused once with what changed
 * since; nothing is lost, because the page keeps it and the window's own copy stays.
 * @throws conflict when somebody saved in between
 */
export const saveLetter = command({
  name: 'letters.save-letter',
  event: 'letters.letter-edited.v1',
  access: staff,
  input: z.object({
    letterId: z.uuid(),
    baseVersion: z.number().int().positive(),
    tab: tab.optional(),
    content: contentSchema,
  }),
  async run(tx, { letterId, baseVersion, content, tab: window }, context) {
    const letter = await lockLetter(tx, letterId)
    requireEditor(context, letter)
    const { row } = letter
    if (baseVersion !== row.version) {
      throw new AppError('conflict', {
        text: {
          id: 'Naskah ini sudah disimpan orang lain, atau dari jendela lain, sejak Anda membukanya. Ketikan Anda masih ada.',
          en: 'Somebody else, or another window of yours, saved this letter since you opened it. Your typing is still here.',
        },
      })
    }
    const before = await getContent(context.tenant, tx, row)
    const after = { ...content, templateVersionId: before.templateVersionId }
    const changed = changedBetween(before, after)
    await dropWindow(tx, letterId, window)
    if (changed.length === 0) return { result: { version: row.version, changed }, event: undefined }
    const version = row.version + 1
    const hash = hashOf(after)
    await insertVersion(tx, context, { letterId, version, hash, content: after, changed })
    const restarted = !isOpenForEditing(row.state)
    await moveChain(tx, context, {
      before: letter,
      after: edit(letter.chain, hash),
      voided: 'edited',
      letter: { subject: after.subject, urgency: after.urgency },
    })
    await writeHistory(
      tx,
      context,
      { id: letterId, version },
      {
        what: restarted ? 'edited-restarted' : 'edited',
        facts: { changed },
      },
    )
    return {
      result: { version, changed },
      event: { subject: { type: 'letter', id: letterId }, payload: { version, hash, restarted } },
    }
  },
})

/** A draft is open to those who draft; on its way only to whoever's paraf is awaited. @throws forbidden, wrong-state */
function requireEditor(context: CommandContext, letter: OpenLetter): void {
  const { actor } = context
  const guard = guardOf(letter)
  if (!mayRead(actor, guard)) throw notFound()
  const hasParaf = openTurns(letter.chain).some((turn) => turn.role === 'paraf' && turn.post === actor.position?.id)
  if (letter.row.state === 'running' && hasParaf) {
    context.require('letters.initial', { unitPath: actor.position?.unitPath })
    return
  }
  if (!mayDraft(actor, guard)) throw new AppError('forbidden')
  if (letter.row.state === 'running') {
    throw new AppError('wrong-state', {
      text: {
        id: 'Naskah ini sedang beredar. Tarik kembali dahulu, baru diubah.',
        en: 'This letter is on its way. Take it back first, then change it.',
      },
    })
  }
}

interface NewVersion {
  readonly letterId: string
  readonly version: number
  readonly hash: string
  readonly content: LetterContent
  readonly changed: readonly string[]
}

async function insertVersion(tx: WriteHandle, context: CommandContext, made: NewVersion): Promise<void> {
  const { tenant, actor } = context
  const { content } = made
  await tx
    .insertInto('letters.version')
    .values({
      letter_id: made.letterId,
      version: made.version,
      content_hash: made.hash,
      content_sealed: tenant.cipher.sealJson(content, contentContext),
      changed: [...made.changed],
      made_at: context.now.toString(),
      made_by: labelOf(actor),
      made_by_account: actor.accountId ?? '',
    })
    .execute()
  await tx
    .updateTable('letters.letter')
    .set({
      version: made.version,
      content_hash: made.hash,
      security: content.security,
      urgency: content.urgency,
      head_sealed: tenant.cipher.sealJson(headOf(content), headContext),
      search_text: isSecret(content.security) ? null : searchTextOf(content),
    })
    .where('id', '=', made.letterId)
    .execute()
}

async function dropWindow(tx: WriteHandle, letterId: string, window: string | undefined): Promise<void> {
  if (!window) return
  await tx.deleteFrom('letters.working_copy').where('letter_id', '=', letterId).where('tab', '=', window).execute()
}

/** Keeps what is being typed in one window. No event: nothing is decided, and it is written every few seconds. */
export const keepTyping = command({
  name: 'letters.keep-typing',
  event: 'letters.typing-kept.v1',
  access: staff,
  input: z.object({ letterId: z.uuid(), baseVersion: z.number().int().positive(), tab, content: contentSchema }),
  async run(tx, input, context) {
    const letter = await lockLetter(tx, input.letterId)
    requireEditor(context, letter)
    const { actor, tenant } = context
    const kept = {
      account_id: actor.accountId ?? '',
      made_by: labelOf(actor),
      base_version: input.baseVersion,
      content_sealed: tenant.cipher.sealJson(input.content, contentContext),
      saved_at: context.now.toString(),
    }
    await tx
      .insertInto('letters.working_copy')
      .values({ letter_id: input.letterId, tab: input.tab, ...kept })
      .onConflict((conflict) =>
        conflict
          .columns(['letter_id', 'tab'])
          .doUpdateSet(kept)
          .where('letters.working_copy.account_id', '=', kept.account_id),
      )
      .execute()
    return { result: null, event: undefined }
  },
})

/** Throws away what somebody typed and does not want to keep. */
export const dropTyping = command({
  name: 'letters.drop-typing',
  event: 'letters.typing-dropped.v1',
  access: permitted('letters.draft'),
  input: z.object({ letterId: z.uuid() }),
  async run(tx, { letterId }, context) {
    await dropWorkingCopies(tx, letterId, context.actor.accountId ?? '')
    return { result: null, event: undefined }
  },
})

const keptDays = 60

/** Typing that nobody came back for in two months. The versions stay. */
export const forgetTyping = command({
  name: 'letters.forget-typing',
  event: 'letters.typing-forgotten.v1',
  access: systemOnly,
  input: z.object({}),
  async run(tx, _input, context) {
    const before = dateOf(context.now.subtract({ hours: 24 * keptDays }))
    await tx.deleteFrom('letters.working_copy').where('saved_at', '<', before).execute()
    return { result: null, event: undefined }
  },
})
