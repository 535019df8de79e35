import { dayOf } from '#kernel/clock/clock.ts'
import type { CommandContext } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError } from '#kernel/errors.ts'
import { isAct, issueDocument } from '#modules/documents/index.ts'
import { findUnit } from '#modules/organization/index.ts'
import { type TakenNumber, takeNumber } from '#modules/registers/index.ts'
import { getTemplateVersion, type LetterTemplate } from '#modules/templates/index.ts'
import { hashOf, type LetterContent } from '../content.ts'
import { signaturesWanted } from '../domain.ts'
import { headUnitPath, letterWords, type PlannedSigner, plannedSigners, waitingBlock } from '../letter-data.ts'
import { getContent, type OpenLetter } from '../letter-row.ts'

export interface IssuedLetter {
  readonly number: TakenNumber
  readonly documentId: string
}

/**
 * The first signature: takes the number, typesets exactly the approved version and signs it, all in the transaction of
 * the command. Whatever refuses (authority, a letter that cannot be printed) leaves no number behind.
 */
export async function issueLetter(
  tx: WriteHandle,
  context: CommandContext,
  letter: OpenLetter,
  own: PlannedSigner,
): Promise<IssuedLetter> {
  const { row, chain } = letter
  const content = await getContent(context.tenant, tx, row)
  // What is stored is what was approved, or nothing is signed.
  if (hashOf(content) !== row.content_hash) throw new AppError('conflict')
  const template = await getTemplateVersion(tx, row.template_version_id)
  const number = await numberFor(tx, context, letter, template, content)
  const day = dayOf(context.now, context.tenant.profile.zone).toString()
  const others = (await plannedSigners(tx, letter, day)).filter((signer) => signer.positionId !== own.positionId)
  const wanted = signaturesWanted(chain)
  const title = template.name.id
  const issued = await issueDocument(
    tx,
    context,
    {
      template: 'official-letter',
      number: number.text,
      title,
      act: isAct(row.act) ? row.act : 'routine',
      subjectName: content.recipients[0]?.name ?? title,
      footnotes: [],
      data: letterWords(template, content, own.post?.title),
    },
    { type: 'letter', id: row.id, unitPath: headUnitPath(own, row.unit_path) },
    {
      mandateId: own.mandate?.id,
      // With any n of m it is not known yet who they will be; the first of the others are printed.
      cosigners: others.slice(0, wanted - 1).map(waitingBlock),
    },
  )
  return { number, documentId: issued.id }
}

/** Books of numbers are kept by each office for each kind of letter; the region may set its own pattern for any. */
async function numberFor(
  tx: WriteHandle,
  context: CommandContext,
  { row }: OpenLetter,
  template: LetterTemplate,
  content: LetterContent,
): Promise<TakenNumber> {
  const book = template.register ?? 'naskah'
  const office = await findUnit(tx, row.office)
  const name = office?.shortName ?? row.office
  return takeNumber(tx, context, {
    register: `${book}-${row.office}`.slice(0, 60).replace(/-+$/, ''),
    brought: {
      name: { id: `${words(book)} ${name}`, en: `${words(book)} ${name}` },
      pattern: content.classification
        ? '{classification}/{sequence}/{unit}/{year}'
        : '{sequence}/{unit}/{month}/{year}',
    },
    unitPath: row.unit_path,
    purpose: template.name.id,
    object: { type: 'letter', id: row.id },
    unit: name,
    classification: content.classification || '000',
  })
}

const words = (key: string): string => {
  const text = key.replaceAll('-', ' ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}
