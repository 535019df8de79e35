import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError } from '#kernel/errors.ts'
import { sameName } from '#modules/people/index.ts'
import { listBirthsByMother } from './birth-entry.ts'
import type { ReportedChild } from './reported-children.ts'

/**
 * A child is entered once, whichever of two counters comes first. The other file stays where it is and names the
 * one that was quicker; twins are told apart by their names.
 * @throws conflict
 */
export async function refuseKnownBirths(
  tx: WriteHandle,
  motherId: string | undefined,
  children: readonly ReportedChild[],
): Promise<void> {
  if (!motherId) return
  for (const child of children) {
    const known = await listBirthsByMother(tx, { motherId, bornOn: child.bornOn })
    const same = known.find((entry) => sameName(entry.body.name, child.name))
    if (!same) continue
    throw new AppError('conflict', {
      params: { name: child.name, number: same.number, file: same.caseNumber },
      text: {
        id: 'Kelahiran {name} sudah dicatat dengan akta {number} dari berkas {file}. Berkas ini tidak berubah; periksa yang itu, lalu tolak atau kembalikan berkas ini.',
        en: 'The birth of {name} was already entered as certificate {number} by file {file}. This file is unchanged; look at that one, then refuse or return this file.',
      },
    })
  }
}
