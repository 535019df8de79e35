import type { CommandContext } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { invalidField } from '#kernel/errors.ts'
import { findArea, findOwnRegion, isWithin, levelOf } from '#modules/territory/index.ts'

/** The region of the installation; what lies outside it is for who may act in the whole region. */
export async function requireAt(
  tx: WriteHandle,
  context: CommandContext,
  permission: string,
  villageCode: string | null,
): Promise<string> {
  const own = (await findOwnRegion(tx))?.code ?? ''
  if (context.actor.kind !== 'system') context.require(permission, { territory: villageCode ?? own })
  return own
}

/** @throws invalid-input at `villageCode` for what is no village of the own region */
export async function requireVillage(tx: WriteHandle, own: string, villageCode: string): Promise<void> {
  const area = isWithin(villageCode, own) ? await findArea(tx, villageCode) : undefined
  if (area && levelOf(area.code) === 'village') return
  throw invalidField(
    'villageCode',
    'Pilih desa atau kelurahan dari daftar.',
    'Choose a village of this region from the list.',
  )
}
