import type { CommandContext } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { accountForPerson } from '#modules/accounts/index.ts'
import { sendMessage } from '#modules/messaging/index.ts'
import { listFamilyMembers } from '#modules/people/index.ts'
import { kindsOfNotice, type NoticeKind } from '../kinds.ts'
import { noticePaths } from '../paths.ts'
import type { Subject } from '../queries/subjects.ts'

/** A message to each of them who has an account; of a deceased to the grown-ups on his card. */
export async function tellFamily(
  tx: WriteHandle,
  context: CommandContext,
  notice: {
    readonly id: string
    readonly kind: NoticeKind
    readonly partnerName: string
    readonly subjects: readonly Subject[]
  },
): Promise<void> {
  const ids = new Set<string>()
  for (const { role, person, told } of notice.subjects) {
    if (!told) continue
    if (role !== 'deceased') ids.add(person.id)
    else if (person.familyId) {
      for (const member of await listFamilyMembers(tx, person.familyId)) if (member.id !== person.id) ids.add(member.id)
    }
  }
  const what = kindsOfNotice[notice.kind].label.id.toLowerCase()
  for (const personId of ids) {
    const account = await accountForPerson(tx, personId)
    if (!account) continue
    await sendMessage(tx, context, {
      accountId: account.id,
      title: `${notice.partnerName} melaporkan ${what} dalam keluarga Anda`,
      body: 'Periksa laporannya. Bila benar, Anda tinggal melengkapi sedikit dan mengirim; datanya sudah kami isikan.',
      link: noticePaths.family(notice.id),
    })
  }
}
