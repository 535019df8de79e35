import type { WriteHandle } from '#kernel/db/database.ts'
import { invalidField } from '#kernel/errors.ts'
import type { ChainInput } from '../content-schema.ts'
import { postsByIds } from '../queries/posts.ts'

/** Writes the chain of a letter anew. @throws invalid-input for a post that does not exist */
export async function writeChain(
  tx: WriteHandle,
  letterIds: readonly string[],
  steps: ChainInput,
  day: string,
): Promise<void> {
  const ids = [...new Set(steps.flatMap((step) => step.posts.map((post) => post.positionId)))]
  const known = await postsByIds(tx, ids, day)
  if (ids.some((id) => !known.has(id))) {
    throw invalidField('posts', 'Ada jabatan yang tidak dikenal lagi. Pilih ulang.', 'A post is unknown. Choose again.')
  }
  await tx.deleteFrom('letters.step').where('letter_id', 'in', letterIds).execute()
  if (steps.length === 0) return
  const rows = letterIds.flatMap((id) =>
    steps.map((step, index) => ({
      letter_id: id,
      step: index,
      role: step.role,
      kind: step.role === 'paraf' ? (step.kind ?? ('hierarchy' as const)) : null,
      needed: step.needed,
    })),
  )
  for (const part of inParts(rows)) await tx.insertInto('letters.step').values(part).execute()
  const posts = letterIds.flatMap((id) =>
    steps.flatMap((step, index) =>
      step.posts.map((post, ordinal) => ({
        letter_id: id,
        step: index,
        position_id: post.positionId,
        ordinal,
        mandate_id: post.mandateId ?? null,
      })),
    ),
  )
  for (const part of inParts(posts)) await tx.insertInto('letters.step_post').values(part).execute()
}

const rowsAtOnce = 2000

/** PostgreSQL takes 65,535 values in one statement; a thousand letters have more. */
export function inParts<Row>(rows: readonly Row[]): Row[][] {
  const count = Math.ceil(rows.length / rowsAtOnce)
  return Array.from({ length: count }, (_, index) => rows.slice(index * rowsAtOnce, (index + 1) * rowsAtOnce))
}
