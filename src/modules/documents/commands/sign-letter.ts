import type { CommandContext } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { signingSettings } from '../long-term/settings.ts'
import { tryToStamp } from '../long-term/stamp-source.ts'
import { type SignPdfOptions, signPdf } from '../signing/sign-pdf.ts'
import type { DocumentSigner } from '../signing/signer.ts'

export interface SignedLetter {
  readonly file: Buffer
  readonly level: 'B-B' | 'B-T'
  /** Why it has no time stamp although the region wants one. */
  readonly problem: string | undefined
}

/** Signs at the best level to be had at once: with a time stamp when one comes within its time, without one otherwise. */
export async function signLetter(
  tx: WriteHandle,
  context: CommandContext,
  file: Uint8Array,
  signer: DocumentSigner,
  options: Omit<SignPdfOptions, 'stamp'>,
): Promise<SignedLetter> {
  if (signingSettings(context.tenant).wantedLevel === 'B-B') {
    return { file: await signPdf(file, signer, options), level: 'B-B', problem: undefined }
  }
  const attempt = await tryToStamp(tx, context)
  const signed = await signPdf(file, signer, { ...options, stamp: attempt.stamp })
  return { file: signed, level: attempt.problem === undefined ? 'B-T' : 'B-B', problem: attempt.problem }
}

/** Notes for the job, and for whoever wonders, why a letter was signed without a time stamp. */
export async function noteMissingStamp(
  tx: WriteHandle,
  context: CommandContext,
  documentId: string,
  { problem }: Pick<SignedLetter, 'problem'>,
): Promise<void> {
  if (problem === undefined) return
  await tx
    .insertInto('documents.raising')
    .values({ document_id: documentId, attempts: 0, problem: problem.slice(0, 500), retry_at: context.now.toString() })
    .onConflict((conflict) => conflict.column('document_id').doUpdateSet({ problem: problem.slice(0, 500) }))
    .execute()
}
