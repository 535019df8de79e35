import type { CommandContext } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { formatRupiah, type Sen } from '#kernel/money/money.ts'
import { accountForPerson } from '#modules/accounts/index.ts'
import { sendMessage } from '#modules/messaging/index.ts'
import type { ProposalKind } from '../claims.ts'
import { localTaxPaths } from '../paths.ts'
import type { Assessment } from '../queries/assessments.ts'
import { letterTexts } from '../texts/letters.ts'

/** Writes to whoever answers for the tax that a letter was signed; without an account nobody is told. */
export async function tellTaxpayer(
  tx: WriteHandle,
  context: CommandContext,
  kind: ProposalKind,
  one: Assessment,
  amount: Sen,
): Promise<void> {
  const taxpayer = await tx
    .selectFrom('local_tax.taxpayer')
    .select(['person_id', 'responsible_person_id'])
    .where('id', '=', one.taxpayerId)
    .executeTakeFirst()
  const personId = taxpayer?.person_id ?? taxpayer?.responsible_person_id
  const account = personId ? await accountForPerson(tx, personId) : undefined
  if (!account) return
  const t = letterTexts(account.locale)
  const words = { number: one.number, year: String(one.year), amount: formatRupiah(amount) }
  await sendMessage(tx, context, {
    accountId: account.id,
    title: t(`${kind}.title`, words),
    body: t(`${kind}.body`, words),
    link: localTaxPaths.ownAssessment(one.id),
  })
}
