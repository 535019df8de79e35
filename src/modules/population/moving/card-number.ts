import { dayOf } from '#kernel/clock/clock.ts'
import type { CommandContext } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { askForKk, isAllottedAbove, numberKeyOf } from '#modules/national-register/index.ts'
import { districtOf } from '#modules/people/index.ts'

/** People are on their way: the number of their new card is there when they are registered, where the centre gives it out. */
export async function askCardNumber(
  tx: WriteHandle,
  context: CommandContext,
  transferId: string,
  villageCode: string,
): Promise<void> {
  if (villageCode.split('.').length < 3 || !(await isAllottedAbove(tx))) return
  const issuedOn = dayOf(context.now, context.tenant.profile.zone).toString()
  const districtCode = districtOf(villageCode)
  const key = numberKeyOf({ kind: 'kk', districtCode, day: issuedOn, source: { kind: 'move', id: transferId }, nth: 0 })
  await askForKk(tx, context, { key, districtCode, issuedOn })
}
