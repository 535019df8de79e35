import type { CommandContext } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { currentToolkit, toolkitFiles } from '../typeset/toolkit.ts'

/** Tenants and digests that this process has seen stored. */
const kept = new Set<string>()

/** Puts away what documents are typeset with, once for each version of it. @returns its digest */
export async function keepToolkit(
  tx: WriteHandle,
  { tenant, now }: Pick<CommandContext, 'tenant' | 'now'>,
): Promise<string> {
  const toolkit = await currentToolkit()
  const key = `${tenant.id}/${toolkit.digest}`
  if (kept.has(key)) return toolkit.digest
  const row = await tx
    .selectFrom('documents.toolkit')
    .select('digest')
    .where('digest', '=', toolkit.digest)
    .executeTakeFirst()
  // Only a row that is committed is remembered: the transaction that writes it may still be rolled back.
  if (row) {
    kept.add(key)
    return toolkit.digest
  }
  for await (const bytes of toolkitFiles()) await tenant.files.put(bytes)
  await tx
    .insertInto('documents.toolkit')
    .values({
      digest: toolkit.digest,
      compiler: toolkit.compiler,
      files: JSON.stringify(toolkit.files),
      first_used_at: now.toString(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return toolkit.digest
}
