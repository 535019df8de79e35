import { AppError } from '#kernel/errors.ts'
import type { RouteContext } from '#kernel/http/route.ts'
import { lawKey, officeLaw } from '../office-law.ts'
import { noteReading } from './note-reading.ts'
import { isStopped } from './queries.ts'

/**
 * What every page does before it shows somebody of the register: notes it for the person, and looks whether the
 * officer is browsing. What a desk puts before an officer is his work, as a file would be.
 * @throws forbidden, with words of what to do, for an officer who is stopped
 */
export async function readPeople(
  context: RouteContext,
  personIds: readonly string[],
  purpose: string,
  options: { readonly isDeskWork?: boolean } = {},
): Promise<void> {
  // A part of the program that runs without the rules of the office, as some tests do, has nothing to judge by.
  if (!officeLaw.find(lawKey)) {
    const records = personIds.map((personId) => ({ personId, object: { type: 'person', id: personId }, purpose }))
    return context.recordAccess(...records)
  }
  const { isStopped } = await context.run(noteReading, { personIds: [...personIds], purpose, ...options })
  if (isStopped) throw readingStopped()
}

/** @throws forbidden as above, before anything else is done */
export async function refuseStopped({ db, actor }: RouteContext): Promise<void> {
  if (actor.accountId && (await isStopped(db, actor.accountId))) throw readingStopped()
}

function readingStopped(): AppError {
  return new AppError('forbidden', {
    text: {
      id: 'Anda membuka data terlalu banyak orang dalam satu jam, jadi pembacaan register dihentikan. Tulis alasannya di halaman “Catatan pembacaan saya” pada register; atasan Anda dapat membukanya kembali.',
      en: 'You opened the data of too many people within an hour, so reading the register is stopped. Write the reason on the page “Notes on my reading” of the register; your supervisor can let you go on.',
    },
  })
}
