import { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { type CommandContext, command } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError } from '#kernel/errors.ts'
import { coSignDocument, isAct } from '#modules/documents/index.ts'
import { searchTextOf } from '../content.ts'
import { approve, isSecret } from '../domain.ts'
import { headUnitPath, plannedSigners } from '../letter-data.ts'
import { getContent, type LetterRow, openHead } from '../letter-row.ts'
import { insertApproval, lockForPost } from './initial-letter.ts'
import { type IssuedLetter, issueLetter } from './issue-letter.ts'
import { moveChain, writeHistory } from './letter-changes.ts'
import { tell } from './notices.ts'

/** Signs one exact version. The first signature takes the number and issues; later ones are added to the same file. */
export const signLetter = command({
  name: 'letters.sign-letter',
  event: 'letters.letter-signed.v1',
  access: permitted('letters.sign', { stepUp: true }),
  input: z.object({ letterId: z.uuid(), hash: z.string().regex(/^[0-9a-f]{64}$/) }),
  async run(tx, input, context) {
    const signed = await signOne(tx, context, input.letterId, input.hash)
    return { result: signed, event: { subject: { type: 'letter', id: input.letterId }, payload: { ...signed } } }
  },
})

export interface SignedLetter {
  readonly documentId: string
  readonly number: string
  /** No further signature is awaited. */
  readonly isIssued: boolean
  readonly hash: string
}

/** Everything that signing one letter is, for one and for many alike. @throws what authority, chain or printing refuse */
export async function signOne(
  tx: WriteHandle,
  context: CommandContext,
  letterId: string,
  hash: string,
): Promise<SignedLetter> {
  const { letter, positionId } = await lockForPost(tx, context, letterId, 'letters.sign')
  const { row } = letter
  const after = approve(letter.chain, positionId, 'signature', hash)
  const day = dayOf(context.now, context.tenant.profile.zone).toString()
  const own = (await plannedSigners(tx, letter, day)).find((signer) => signer.positionId === positionId)
  if (!own) throw new AppError('forbidden')
  let number = row.number ?? ''
  let documentId = row.document_id ?? ''
  if (row.document_id) {
    await coSignDocument(tx, context, {
      documentId: row.document_id,
      act: isAct(row.act) ? row.act : 'routine',
      unitPath: headUnitPath(own, row.unit_path),
      mandateId: own.mandate?.id,
    })
  } else {
    const issued = await issueLetter(tx, context, letter, own)
    number = issued.number.text
    documentId = issued.documentId
    await storeIssue(tx, context, row, issued)
  }
  const isIssued = after.state === 'issued'
  if (isIssued) {
    await tx.updateTable('letters.letter').set({ issued_at: context.now.toString() }).where('id', '=', row.id).execute()
  }
  await insertApproval(tx, context, letter, 'signature')
  await moveChain(tx, context, { before: letter, after })
  await writeHistory(tx, context, row, { what: isIssued ? 'issued' : 'signed', facts: { number } })
  if (isIssued && !row.merge_id) {
    const about = { id: row.id, security: row.security, subject: openHead(context.tenant, row).subject }
    await tell(tx, context, 'issued', about, [row.drafter_account_id])
  }
  return { documentId, number, isIssued, hash }
}

async function storeIssue(
  tx: WriteHandle,
  context: CommandContext,
  row: LetterRow,
  { number, documentId }: IssuedLetter,
): Promise<void> {
  const content = await getContent(context.tenant, tx, row)
  await tx
    .updateTable('letters.letter')
    .set({
      number: number.text,
      number_id: number.id,
      document_id: documentId,
      search_text: isSecret(row.security) ? null : searchTextOf(content, number.text),
    })
    .where('id', '=', row.id)
    .execute()
}
