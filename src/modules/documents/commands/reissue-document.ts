import type { Selectable } from 'kysely'
import { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import { type CommandContext, command } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError, notFound } from '#kernel/errors.ts'
import { isAct } from '../authority/acts.ts'
import { readStatementBytes } from '../statement/statement.ts'
import type { IssuedTable } from '../tables.ts'
import type { DocumentDraft } from './document-draft.ts'
import { issueDocument } from './issue-document.ts'

/** What the issuing adds anew. */
const addedAtIssue = ['region', 'office', 'verification', 'footnotes', 'signature', 'signatures'] as const

/**
 * Issues a document once more with the same words and number: signed by who holds the post today, with a code of its own. The
 * former print no longer holds from this moment, for a paper that was lost may be in anybody's hands.
 */
export const reissueDocument = command({
  name: 'documents.reissue-document',
  event: 'documents.document-reissued.v1',
  access: permitted('documents.sign', { stepUp: true }),
  input: z.object({ documentId: z.uuid(), reason: z.string().trim().min(10).max(500) }),
  async run(tx, { documentId, reason }, context) {
    const row = await tx
      .selectFrom('documents.issued')
      .selectAll()
      .where('id', '=', documentId)
      .forUpdate()
      .executeTakeFirst()
    if (!row) throw notFound()
    context.require('documents.sign', { unitPath: row.unit_path })
    const draft = draftOfIssued(context, row)
    const source = { type: row.source_type, id: row.source_id, unitPath: row.unit_path }
    const seal = row.signer_manner === 'seal' ? { seal: true as const } : {}
    const issued = await issueDocument(tx, context, draft, source, { replaces: [row.id], ...seal })
    return {
      result: issued,
      event: {
        subject: { type: 'document', id: issued.id },
        payload: { replaces: row.id, number: row.number, reason },
      },
    }
  },
})

/** The words and number of a document that stands, to be issued once more. @throws wrong-state */
function draftOfIssued(context: CommandContext, row: Selectable<IssuedTable>): DocumentDraft {
  if (row.revoked_at) throw wrongState('Dokumen ini sudah tidak berlaku.', 'This document no longer holds.')
  if (row.signatures_wanted > 1) {
    throw wrongState(
      'Dokumen dengan beberapa penanda tangan diterbitkan ulang dari naskahnya, agar semua menandatangani lagi.',
      'A document with several signers is issued again from its letter, so that all of them sign again.',
    )
  }
  const kept = context.tenant.cipher.openJson<Record<string, unknown>>(row.data, 'documents.issued.data')
  const footnotes = (kept['footnotes'] as readonly string[] | undefined) ?? []
  for (const name of addedAtIssue) delete kept[name]
  return {
    template: row.template,
    number: row.number,
    title: row.title,
    act: isAct(row.act) ? row.act : 'routine',
    subjectPersonId: row.subject_person_id ?? undefined,
    subjectName: '',
    subjectShown: { label: row.subject_label, initials: readStatementBytes(row.statement)?.subject ?? '' },
    footnotes,
    ...(row.signer_manner === 'seal' ? { sealedUnder: row.signer_order } : {}),
    data: kept,
  } as unknown as DocumentDraft
}

/**
 * The words and number of a document that stands, for an effect that issues it once more.
 * @throws not-found; wrong-state when it no longer holds
 */
export async function draftOfDocument(tx: WriteHandle, context: CommandContext, id: string): Promise<DocumentDraft> {
  const row = await tx.selectFrom('documents.issued').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  if (!row) throw notFound()
  return draftOfIssued(context, row)
}

const wrongState = (id: string, en: string) => new AppError('wrong-state', { text: { id, en } })
