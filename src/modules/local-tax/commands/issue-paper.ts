import { z } from 'zod'
import { signedIn } from '#kernel/access/access.ts'
import { type CommandContext, command } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError, notFound } from '#kernel/errors.ts'
import { formatDay } from '#kernel/i18n/format.ts'
import { formatRupiah } from '#kernel/money/money.ts'
import { type DocumentDraft, issueDocument, listDocumentsOf, revokeDocument } from '#modules/documents/index.ts'
import { noticeRows, noticeTitle } from '../notice-paper.ts'
import { type Assessment, findAssessment, isOfLand } from '../queries/assessments.ts'
import { listTaxpayersOf } from '../queries/taxpayers.ts'
import { collectingUnit } from './assessment-bills.ts'
import { eventOf, subjectType } from './assessment-row.ts'
import { requireAt } from './place.ts'

/**
 * The notice as a sealed document, made when somebody first asks for it; whoever asks later gets the same. For an official who
 * may read it, and for the taxpayer himself.
 */
export const issuePaper = command({
  name: 'local-tax.issue-paper',
  event: 'local-tax.paper-issued.v1',
  access: signedIn,
  input: z.object({ assessmentId: z.uuid() }),
  async run(tx, { assessmentId }, context) {
    const one = await findAssessment(tx, assessmentId)
    if (!one) throw notFound()
    await requireReader(tx, context, one)
    const { basis } = one
    if (!isOfLand(basis) || one.state === 'draft' || one.state === 'cancelled') throw new AppError('wrong-state')
    const known = (await papersOf(tx, one.id))[0]
    if (known) return { result: { documentId: known.id }, event: undefined }
    const draft: DocumentDraft = {
      template: 'decision-letter',
      number: one.number,
      title: noticeTitle,
      ...(one.ownerPersonId ? { subjectPersonId: one.ownerPersonId } : {}),
      subjectName: one.ownerName,
      footnotes: [],
      sealedUnder: 'UU 1/2022 pasal 38 sampai 43',
      data: {
        recipient: { name: one.ownerName, lines: [`NPWPD ${one.npwpd}`, one.ownerAddress] },
        opening: [`Pajak bumi dan bangunan berikut terutang untuk tahun pajak ${one.year}:`],
        rows: [
          ...noticeRows(one, basis),
          { label: 'Pajak yang harus dibayar', value: formatRupiah(one.amount) },
          { label: 'Jatuh tempo', value: formatDay(one.dueOn, 'id') },
        ],
        closing: [
          'Bayarlah dengan kode bayar tagihannya paling lambat pada jatuh tempo. Sesudah itu dikenai bunga setiap bulan.',
        ],
      },
    }
    const source = { type: subjectType, id: one.id, unitPath: collectingUnit }
    const { id } = await issueDocument(tx, context, draft, source, { seal: true })
    return { result: { documentId: id }, event: eventOf(one.id, { documentId: id }) }
  },
})

async function requireReader(tx: WriteHandle, context: CommandContext, one: Assessment): Promise<void> {
  const { actor } = context
  if (actor.kind !== 'citizen') {
    await requireAt(tx, context, 'local-tax.read', one.villageCode ?? null)
    return
  }
  const mine = await listTaxpayersOf(tx, actor.personId ?? '')
  if (!mine.some(({ id }) => id === one.taxpayerId)) throw notFound()
}

const papersOf = async (tx: WriteHandle, assessmentId: string) =>
  (await listDocumentsOf(tx, subjectType, assessmentId)).filter(
    (document) => document.title === noticeTitle && document.standing === 'stands',
  )

/** What was printed of an assessment no longer says what is owed. */
export async function revokePapers(
  tx: WriteHandle,
  context: CommandContext,
  assessmentId: string,
  ground: string,
): Promise<void> {
  for (const paper of await papersOf(tx, assessmentId)) await revokeDocument(tx, context, paper.id, ground)
}
