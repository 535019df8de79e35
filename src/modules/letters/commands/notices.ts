import { dayOf } from '#kernel/clock/clock.ts'
import type { CommandContext } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { accountForPerson, getAccount } from '#modules/accounts/index.ts'
import { sendMessage } from '#modules/messaging/index.ts'
import { isSecret, type Security } from '../domain.ts'
import { letterPaths } from '../paths.ts'
import { postsByIds } from '../queries/posts.ts'
import { noticeTexts } from '../texts/notices.ts'

export type NoticeKind =
  | 'turn-paraf'
  | 'turn-signature'
  | 'voided-edited'
  | 'voided-returned'
  | 'voided-recalled'
  | 'returned'
  | 'returned-step'
  | 'issued'
  | 'ended'
  | 'note'

/** What a message may say of a letter. */
export interface NoticeOf {
  readonly id: string
  readonly security: Security
  readonly subject: string
}

/**
 * Tells people of a letter. Of a secret one a message says nothing but that something waits: it may go out by WhatsApp
 * or mail, where we do not decide who reads it.
 */
export async function tell(
  tx: WriteHandle,
  context: CommandContext,
  kind: NoticeKind,
  letter: NoticeOf,
  accountIds: readonly string[],
): Promise<void> {
  const secret = isSecret(letter.security)
  for (const accountId of new Set(accountIds)) {
    if (accountId === context.actor.accountId) continue
    const t = noticeTexts((await getAccount(tx, accountId)).locale)
    const subject = letter.subject || t('no-subject')
    await sendMessage(tx, context, {
      accountId,
      title: secret ? t('secret-title') : t(`${kind}-title`),
      body: secret ? t('secret-body') : t(`${kind}-body`, { subject, by: context.actor.name }),
      link: letterPaths.letter(letter.id),
    })
  }
}

/** Accounts of those who hold the posts today. Somebody without an account finds the letter when he has one. */
export async function accountsOfPosts(
  tx: WriteHandle,
  context: CommandContext,
  positionIds: readonly string[],
): Promise<string[]> {
  const day = dayOf(context.now, context.tenant.profile.zone).toString()
  const posts = await postsByIds(tx, [...new Set(positionIds)], day)
  const accounts: string[] = []
  for (const { holders } of posts.values()) {
    for (const { personId } of holders) {
      const account = await accountForPerson(tx, personId, 'staff')
      if (account) accounts.push(account.id)
    }
  }
  return accounts
}
