import type { AnyHandle } from '#kernel/db/database.ts'
import { invalidField } from '#kernel/errors.ts'
import { listRules } from '#modules/rules/index.ts'
import { areaCodePattern, findArea, findOwnRegion } from '#modules/territory/index.ts'
import type { AnyCalculator } from '../calculation/calculator.ts'
import { LawBook } from '../calculation/law.ts'

/** The rows one calculator may read, of all days and regions. */
export async function lawBookFor(db: AnyHandle, calculator: AnyCalculator): Promise<LawBook> {
  return new LawBook(await listRules(db, calculator.rules))
}

/**
 * The region whose law counts: that of the installation when none is named, "" for national law alone.
 *
 * @throws AppError invalid-input at `region` for a code that is no area
 */
export async function regionFor(db: AnyHandle, code: string | undefined): Promise<string> {
  if (code === undefined) return (await findOwnRegion(db))?.code ?? ''
  if (code === '') return ''
  if (!areaCodePattern.test(code) || !(await findArea(db, code))) throw unknownRegion(code)
  return code
}

export function unknownRegion(code: string) {
  return invalidField(
    'region',
    `Kode wilayah “${code}” tidak dikenal. Tulis kode Kemendagri, misalnya 99.01.`,
    `The region code “${code}” is not known. Write the code of the Ministry of Home Affairs, for example 99.01.`,
  )
}
