import { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import { type CommandContext, command } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError, type FieldError, notFound } from '#kernel/errors.ts'
import { checkValues, getTemplateVersion, type LetterTemplate } from '#modules/templates/index.ts'
import { mayDraft, mayRead } from '../access.ts'
import type { LetterContent } from '../content.ts'
import { type Chain, chainFault, recall, submit } from '../domain.ts'
import { getContent, guardOf, lockLetter } from '../letter-row.ts'
import { chainFaults } from '../texts/chain-faults.ts'
import { dropWorkingCopies, moveChain, writeHistory } from './letter-changes.ts'

/**
 * Sends a draft on its way, in the exact version that the drafter saw.
 * @throws invalid-input with what is still missing, each at its field; `steps` for the chain
 */
export const submitLetter = command({
  name: 'letters.submit-letter',
  event: 'letters.letter-submitted.v1',
  access: permitted('letters.draft'),
  input: z.object({ letterId: z.uuid(), version: z.number().int().positive() }),
  async run(tx, { letterId, version }, context) {
    const letter = await lockLetter(tx, letterId)
    const guard = guardOf(letter)
    if (!mayRead(context.actor, guard)) throw notFound()
    if (!mayDraft(context.actor, guard)) throw new AppError('forbidden')
    if (version !== letter.row.version) throw new AppError('conflict')
    const content = await getContent(context.tenant, tx, letter.row)
    const fields = readyFaults(await getTemplateVersion(tx, letter.row.template_version_id), content, letter.chain)
    if (fields.length > 0) throw new AppError('invalid-input', { fields })
    await moveChain(tx, context, { before: letter, after: submit(letter.chain) })
    await dropWorkingCopies(tx, letterId)
    await writeHistory(tx, context, letter.row, { what: 'submitted' })
    return {
      result: null,
      event: { subject: { type: 'letter', id: letterId }, payload: { version, hash: letter.row.content_hash } },
    }
  },
})

/** What a letter still lacks before it can go on its way. */
export function readyFaults(
  template: LetterTemplate,
  content: LetterContent,
  chain: Pick<Chain, 'steps'>,
): FieldError[] {
  const faults = checkValues(template, content.values as never)
  const say = (path: string, id: string, en: string) => faults.push({ path, message: { id, en } })
  if (!content.subject) say('subject', 'Tulis hal naskah ini.', 'Say what the letter is about.')
  if (template.layout === 'correspondence' && content.recipients.length === 0) {
    say('recipients', 'Tulis kepada siapa naskah ini ditujukan.', 'Say whom the letter is for.')
  }
  if (template.register && !/^[0-9A-Z]+([.-][0-9A-Z]+)*$/.test(content.classification)) {
    say(
      'classification',
      'Tulis kode klasifikasi arsip, misalnya 000.1.2.3. Kode ini menjadi bagian nomor.',
      'Write the classification code, as 000.1.2.3. It becomes part of the number.',
    )
  }
  const fault = chainFault(chain.steps)
  if (fault) faults.push({ path: 'steps', message: chainFaults[fault] })
  const signers = chain.steps
    .filter((step) => step.role === 'signature')
    .reduce((sum, step) => sum + step.posts.length, 0)
  if (!fault && template.signers.length > 1 && signers !== template.signers.length) {
    const n = template.signers.length
    say(
      'steps',
      `Naskah jenis ini ditandatangani ${n} pihak; rantainya menyebut ${signers}.`,
      `A letter of this kind has ${n} signers; the chain names ${signers}.`,
    )
  }
  return faults
}

/** The drafter takes the letter back; what had been approved no longer holds. */
export const recallLetter = command({
  name: 'letters.recall-letter',
  event: 'letters.letter-recalled.v1',
  access: permitted('letters.draft'),
  input: z.object({ letterId: z.uuid() }),
  async run(tx, { letterId }, context) {
    const letter = await lockOwn(tx, context, letterId)
    await moveChain(tx, context, { before: letter, after: recall(letter.chain), voided: 'recalled' })
    await writeHistory(tx, context, letter.row, { what: 'recalled' })
    return { result: null, event: { subject: { type: 'letter', id: letterId }, payload: {} } }
  },
})

async function lockOwn(tx: WriteHandle, context: CommandContext, letterId: string) {
  const letter = await lockLetter(tx, letterId)
  const guard = guardOf(letter)
  if (!mayRead(context.actor, guard)) throw notFound()
  context.require('letters.draft', { unitPath: guard.unitPath })
  if (guard.drafterPersonId !== context.actor.personId) context.require('letters.keep', { unitPath: guard.unitPath })
  return letter
}
