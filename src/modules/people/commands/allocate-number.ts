import { sql } from 'kysely'
import type { WriteHandle } from '#kernel/db/database.ts'
import { AppError } from '#kernel/errors.ts'
import { type KkNumber, kkPrefix, type Nik, nikPrefix, type Sex, withSequence } from '../domain.ts'

/**
 * The next NIK of a district and birth date, taken under a row lock: it is given out exactly when the
 * calling command commits, and a command that is retried takes it again.
 * @param districtCode dotted code of the district of first registration
 * @throws conflict when all 9,999 of that district and day are taken
 * @basis PP 37/2007 pasal 37
 */
export async function allocateNik(
  tx: WriteHandle,
  districtCode: string,
  birthOn: Temporal.PlainDate | string,
  sex: Sex,
): Promise<Nik> {
  return nextNumber(tx, 'people.nik_sequence', nikPrefix(districtCode, birthOn, sex))
}

/** The next KK number of a district and day of issue. @throws conflict as `allocateNik` does */
export async function allocateKkNumber(
  tx: WriteHandle,
  districtCode: string,
  issuedOn: Temporal.PlainDate | string,
): Promise<KkNumber> {
  return nextNumber(tx, 'people.kk_sequence', kkPrefix(districtCode, issuedOn))
}

async function nextNumber(
  tx: WriteHandle,
  table: 'people.nik_sequence' | 'people.kk_sequence',
  prefix: string,
): Promise<string> {
  const { rows } = await sql<{ last: number }>`
    insert into ${sql.table(table)} as sequence (prefix, last) values (${prefix}, 1)
    on conflict (prefix) do update set last = sequence.last + 1 where sequence.last < 9999
    returning last`.execute(tx)
  const row = rows[0]
  if (!row) {
    throw new AppError('conflict', {
      params: { prefix },
      text: {
        id: 'Nomor urut untuk {prefix} sudah habis (9999). Hubungi pengelola register penduduk.',
        en: 'The sequence for {prefix} is used up (9999). Contact the keeper of the population register.',
      },
    })
  }
  return withSequence(prefix, row.last)
}
