import type { CommandContext } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { accountForPerson } from '#modules/accounts/index.ts'
import { sendMessage } from '#modules/messaging/index.ts'
import { getPerson } from '#modules/people/index.ts'
import { cardPaths } from '../paths.ts'
import type { CardRow } from './card-row.ts'

const names = { 'ktp-el': 'KTP-el', kia: 'Kartu identitas anak' } as const
type News = 'ready' | 'sent' | 'returned' | 'handed-over' | 'cancelled' | 'expired'
type Words = Readonly<Record<string, string>>

const sayings: Readonly<Record<News, (card: string, words: Words) => { title: string; body: string }>> = {
  ready: (card, { place = '' }) => ({
    title: `${card} siap diambil`,
    body: `${card} sudah tercetak dan disimpan di ${place}. Bawa KTP-el atau kartu keluarga; keluarga satu kartu boleh mengambilkan.`,
  }),
  sent: (card, { courier = '', receipt = '' }) => ({
    title: `${card} sedang dikirim`,
    body: `${card} dikirim lewat ${courier}, nomor resi ${receipt}.`,
  }),
  returned: (card, { place = '' }) => ({
    title: `${card} kembali ke loket`,
    body: `Kurir tidak bertemu siapa pun. ${card} sekarang disimpan di ${place} dan dapat diambil.`,
  }),
  'handed-over': (card, { receiver = '' }) => ({
    title: `${card} sudah diserahkan`,
    body: `${card} diserahkan kepada ${receiver}. Bila Anda tidak mengenalnya, segera hubungi loket.`,
  }),
  cancelled: (card, { reason = '' }) => ({ title: `${card} dibatalkan`, body: `${card} tidak diserahkan. ${reason}` }),
  expired: (card) => ({
    title: `${card} berakhir`,
    body: `${card} tidak berlaku lagi karena umur. Anak yang sudah cukup umur dapat merekam KTP-el; anak lain mendapat kartu baru dengan foto.`,
  }),
}

/** Tells the holder, or for a child its parents, how a card stands. */
export async function tellHolder(
  tx: WriteHandle,
  context: CommandContext,
  card: Pick<CardRow, 'person_id' | 'kind'>,
  news: News,
  words: Words = {},
): Promise<void> {
  const holder = await getPerson(tx, card.person_id)
  const concerned = card.kind === 'kia' ? [holder.motherId, holder.fatherId] : [holder.id]
  for (const personId of concerned) {
    const account = personId && (await accountForPerson(tx, personId))
    if (!account) continue
    const name = card.kind === 'kia' ? `${names.kia} ${holder.fullName}` : names[card.kind]
    await sendMessage(tx, context, { accountId: account.id, ...sayings[news](name, words), link: cardPaths.own })
  }
}
