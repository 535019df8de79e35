import { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import { dateOf, dayOf } from '#kernel/clock/clock.ts'
import { type CommandContext, command } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError, invalidField } from '#kernel/errors.ts'
import { newId } from '#kernel/ids.ts'
import { labelOf } from '#kernel/journal/journal.ts'
import { findTemplateVersion, type LetterTemplate } from '#modules/templates/index.ts'
import { contentContext, hashOf, headContext, headOf, type LetterContent, searchTextOf } from '../content.ts'
import { type ChainInput, stepsSchema } from '../content-schema.ts'
import { isSecret, type LetterState } from '../domain.ts'
import { findChainTemplate } from '../queries/chain-templates.ts'
import { writeChain } from './chain-rows.ts'
import { writeHistory } from './letter-changes.ts'

/** Begins a draft on a published template, in the unit of the post in which somebody acts. */
export const startLetter = command({
  name: 'letters.start-letter',
  event: 'letters.letter-started.v1',
  access: permitted('letters.draft'),
  input: z.object({
    templateVersionId: z.uuid(),
    /** A chain that the unit uses again and again. */
    chainTemplateId: z.uuid().optional(),
    /** Or one given here. */
    steps: stepsSchema.optional(),
  }),
  async run(tx, input, context) {
    const unitPath = drafterUnit(context)
    context.require('letters.draft', { unitPath })
    const template = await usableTemplate(tx, input.templateVersionId)
    const id = newId(context.now.epochMilliseconds)
    const content = emptyContent(template)
    await insertLetters(tx, context, { template, unitPath, state: 'draft', letters: [{ id, content }] })
    const steps = await chainFor(tx, unitPath, input)
    await writeChain(tx, [id], steps, dayOf(context.now, context.tenant.profile.zone).toString())
    await writeHistory(tx, context, { id, version: 1 }, { what: 'started', facts: { template: template.name } })
    return {
      result: { id },
      event: {
        subject: { type: 'letter', id },
        payload: { template: template.key, version: template.version, unitPath },
      },
    }
  },
})

async function chainFor(
  tx: WriteHandle,
  unitPath: string,
  input: { readonly chainTemplateId?: string | undefined; readonly steps?: ChainInput | undefined },
): Promise<ChainInput> {
  if (input.steps) return input.steps
  if (!input.chainTemplateId) return []
  const found = await findChainTemplate(tx, input.chainTemplateId)
  return found && (unitPath === found.unitPath || unitPath.startsWith(`${found.unitPath}.`)) ? found.steps : []
}

/** @throws forbidden for somebody without a post: a letter always comes from a unit */
export function drafterUnit({ actor }: CommandContext): string {
  if (actor.position && actor.personId && actor.accountId) return actor.position.unitPath
  throw new AppError('forbidden', {
    text: {
      id: 'Naskah ditulis dari sebuah jabatan. Akun Anda hari ini tidak memangku jabatan.',
      en: 'A letter is written from a post. Your account holds none today.',
    },
  })
}

/** @throws invalid-input when the template is no more */
export async function usableTemplate(tx: WriteHandle, versionId: string): Promise<LetterTemplate> {
  const template = await findTemplateVersion(tx, versionId)
  if (template) return template
  throw invalidField('templateVersionId', 'Templat ini tidak ada lagi.', 'This template is no more.')
}

export function emptyContent(template: LetterTemplate): LetterContent {
  return {
    templateVersionId: template.versionId,
    subject: '',
    recipients: [],
    copies: [],
    attachmentsNote: '',
    annexes: [],
    security: 'biasa',
    urgency: 'biasa',
    classification: '',
    values: {},
  }
}

export interface NewLetters {
  readonly template: LetterTemplate
  readonly unitPath: string
  readonly state: LetterState
  readonly mergeId?: string | undefined
  readonly letters: readonly { readonly id: string; readonly content: LetterContent }[]
}

/** Letters with their first version. */
export async function insertLetters(tx: WriteHandle, context: CommandContext, made: NewLetters): Promise<void> {
  const { actor, tenant } = context
  // Lists page by this moment, which JavaScript knows to the millisecond.
  const now = dateOf(context.now)
  const rows = made.letters.map(({ id, content }) => ({ id, content, hash: hashOf(content) }))
  await tx
    .insertInto('letters.letter')
    .values(
      rows.map(({ id, content, hash }) => ({
        id,
        unit_path: made.unitPath,
        kind: made.template.kind,
        template_key: made.template.key,
        template_version_id: made.template.versionId,
        act: made.template.act,
        state: made.state,
        version: 1,
        content_hash: hash,
        security: content.security,
        urgency: content.urgency,
        head_sealed: tenant.cipher.sealJson(headOf(content), headContext),
        search_text: isSecret(content.security) ? null : searchTextOf(content),
        drafter_person_id: actor.personId ?? '',
        drafter_account_id: actor.accountId ?? '',
        drafter_position_id: actor.position?.id ?? null,
        drafter_label: labelOf(actor),
        merge_id: made.mergeId ?? null,
        created_at: now,
        changed_at: now,
      })),
    )
    .execute()
  await tx
    .insertInto('letters.version')
    .values(
      rows.map(({ id, content, hash }) => ({
        letter_id: id,
        version: 1,
        content_hash: hash,
        content_sealed: tenant.cipher.sealJson(content, contentContext),
        changed: [],
        made_at: now,
        made_by: labelOf(actor),
        made_by_account: actor.accountId ?? '',
      })),
    )
    .execute()
}
