import { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import { dateOf, dayOf } from '#kernel/clock/clock.ts'
import { type CommandContext, command } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError } from '#kernel/errors.ts'
import { newId } from '#kernel/ids.ts'
import { labelOf } from '#kernel/journal/journal.ts'
import { getAccount } from '#modules/accounts/index.ts'
import { sendMessage } from '#modules/messaging/index.ts'
import type { LetterContent } from '../content.ts'
import { type ChainInput, contentSchema, stepsSchema } from '../content-schema.ts'
import { type Chain, isSecret, openTurns, submit } from '../domain.ts'
import { mostMergeRows } from '../merge/parse-rows.ts'
import { letterPaths } from '../paths.ts'
import { findChainTemplate } from '../queries/chain-templates.ts'
import { noticeTexts } from '../texts/notices.ts'
import { inParts, writeChain } from './chain-rows.ts'
import { rankOf } from './letter-changes.ts'
import { accountsOfPosts } from './notices.ts'
import { drafterUnit, insertLetters, usableTemplate } from './start-letter.ts'
import { readyFaults } from './submit-letter.ts'

/**
 * Makes many letters of one template at once, all or none, and sends them on the same chain when asked to.
 * @throws invalid-input naming the first row that is not ready
 */
export const mergeLetters = command({
  name: 'letters.merge-letters',
  event: 'letters.letters-merged.v1',
  access: permitted('letters.draft'),
  input: z.object({
    templateVersionId: z.uuid(),
    name: z.string().trim().min(3).max(120),
    contents: z.array(contentSchema).min(1).max(mostMergeRows),
    chainTemplateId: z.uuid().optional(),
    steps: stepsSchema.optional(),
    submit: z.boolean(),
  }),
  async run(tx, input, context) {
    const unitPath = drafterUnit(context)
    context.require('letters.draft', { unitPath })
    const template = await usableTemplate(tx, input.templateVersionId)
    const saved = input.chainTemplateId ? await findChainTemplate(tx, input.chainTemplateId) : undefined
    const steps = input.steps ?? saved?.steps ?? []
    const chain = {
      steps: steps.map((step) => ({ ...step, kind: step.kind, posts: step.posts.map((post) => post.positionId) })),
    }
    if (input.submit) {
      for (const [index, content] of input.contents.entries()) {
        const [fault] = readyFaults(template, content, chain)
        if (fault) throw refusedRow(index, fault)
      }
    }
    const id = newId(context.now.epochMilliseconds)
    const letters = input.contents.map((content) => ({
      id: newId(context.now.epochMilliseconds) as string,
      content: { ...content, templateVersionId: template.versionId },
    }))
    await tx
      .insertInto('letters.merge')
      .values({
        id,
        unit_path: unitPath,
        template_version_id: template.versionId,
        name: input.name,
        count: letters.length,
        made_at: context.now.toString(),
        made_by: labelOf(context.actor),
        account_id: context.actor.accountId ?? '',
      })
      .execute()
    const state = input.submit ? 'running' : 'draft'
    await insertLetters(tx, context, { template, unitPath, state, mergeId: id, letters })
    const ids = letters.map((letter) => letter.id)
    await writeChain(tx, ids, steps, dayOf(context.now, context.tenant.profile.zone).toString())
    await insertHistory(tx, context, ids, input.submit)
    if (input.submit) await openFirstTurns(tx, context, letters, steps, input.name)
    return {
      result: { id, count: letters.length },
      event: {
        subject: { type: 'letter-merge', id },
        payload: { template: template.key, count: letters.length, submitted: input.submit, unitPath },
      },
    }
  },
})

function refusedRow(index: number, fault: { readonly path: string; readonly message: { id: string; en: string } }) {
  const line = index + 1
  return new AppError('invalid-input', {
    fields: [
      {
        path: fault.path === 'steps' ? 'chain' : fault.path === 'classification' ? 'classification' : 'rows',
        message:
          fault.path === 'steps' || fault.path === 'classification'
            ? fault.message
            : { id: `Baris ${line}: ${fault.message.id}`, en: `Row ${line}: ${fault.message.en}` },
      },
    ],
  })
}

async function insertHistory(tx: WriteHandle, context: CommandContext, ids: readonly string[], submitted: boolean) {
  const shared = {
    at: context.now.toString(),
    version: 1,
    by_label: labelOf(context.actor),
    by_account: context.actor.accountId ?? null,
    facts: '{}',
  }
  await tx
    .insertInto('letters.history')
    .values(
      ids.flatMap((letter_id) =>
        (submitted ? ['merged', 'submitted'] : ['merged']).map((what) => ({
          ...shared,
          id: newId(context.now.epochMilliseconds) as string,
          letter_id,
          what,
        })),
      ),
    )
    .execute()
}

/** One message for all of them: five hundred would bury everything else. */
async function openFirstTurns(
  tx: WriteHandle,
  context: CommandContext,
  letters: readonly { readonly id: string; readonly content: LetterContent }[],
  steps: ChainInput,
  name: string,
): Promise<void> {
  const chain: Chain = submit({
    steps: steps.map((step) => ({ ...step, kind: step.kind, posts: step.posts.map((post) => post.positionId) })),
    state: 'draft',
    hash: '',
    approvals: [],
    skips: [],
  })
  const turns = openTurns(chain)
  const rows = letters.flatMap(({ id, content }) =>
    turns.map((turn) => ({
      letter_id: id,
      step: turn.step,
      position_id: turn.post,
      role: turn.role,
      urgency_rank: rankOf(content.urgency),
      since: dateOf(context.now),
    })),
  )
  for (const part of inParts(rows)) await tx.insertInto('letters.turn').values(part).execute()
  const secret = letters.some(({ content }) => isSecret(content.security))
  const accounts = await accountsOfPosts(
    tx,
    context,
    turns.map((turn) => turn.post),
  )
  for (const accountId of new Set(accounts)) {
    const t = noticeTexts((await getAccount(tx, accountId)).locale)
    const words = { count: letters.length, by: context.actor.name, subject: name }
    await sendMessage(tx, context, {
      accountId,
      title: secret ? t('secret-title') : t(`merge-${turns[0]?.role ?? 'paraf'}-title`, words),
      body: secret ? t('secret-body') : t('merge-body', words),
      link: letterPaths.desk,
    })
  }
}
