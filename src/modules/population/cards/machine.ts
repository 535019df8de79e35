import { machine, type Transition } from '#kernel/command/machine.ts'

export const cardStates = [
  'requested',
  'recorded',
  'queued',
  'printed',
  'failed',
  'ready',
  'sent',
  'handed-over',
  'ended',
  'cancelled',
] as const
export type CardState = (typeof cardStates)[number]
export const cardKinds = ['ktp-el', 'kia'] as const
export type CardKind = (typeof cardKinds)[number]

/** A card in one of these is still on its way to its holder. */
export const openStates = [
  'requested',
  'recorded',
  'queued',
  'printed',
  'failed',
  'ready',
  'sent',
] as const satisfies readonly CardState[]

interface Step extends Transition {
  readonly from: CardState
  readonly to: CardState
}

const record = 'population.record-biometrics'
const print = 'population.print-cards'
const counter = 'population.hand-over-cards'
const step = (from: CardState, verb: string, to: CardState, by: string, id: string, en: string): Step => ({
  from,
  verb,
  to,
  by,
  label: { id, en },
})
const cancels = (from: CardState, by: string) =>
  step(from, 'cancel', 'cancelled', by, 'Batalkan kartu', 'Cancel the card')

/**
 * The way of a card. `case` is the decision of the service, `clock` the end of what it was issued for: the law, the
 * holder's death, a later card.
 */
export const cardMachine = machine<Step>({
  initial: 'requested',
  states: cardStates,
  transitions: [
    step('requested', 'record', 'recorded', record, 'Selesaikan perekaman', 'Finish the recording'),
    step('requested', 'order', 'queued', 'case', 'Putuskan pencetakan', 'Decide to print'),
    step('recorded', 'order', 'queued', 'case', 'Putuskan pencetakan', 'Decide to print'),
    step('queued', 'print', 'printed', print, 'Tercetak', 'Printed'),
    step('queued', 'spoil', 'failed', print, 'Gagal cetak', 'Spoiled'),
    step('failed', 'reprint', 'queued', print, 'Cetak ulang', 'Print again'),
    step('printed', 'shelve', 'ready', counter, 'Siap diambil', 'Ready to be picked up'),
    step('printed', 'send', 'sent', counter, 'Kirim lewat kurir', 'Send by courier'),
    step('printed', 'reject', 'failed', counter, 'Cacat, cetak ulang', 'Defective, print again'),
    step('ready', 'send', 'sent', counter, 'Kirim lewat kurir', 'Send by courier'),
    step('ready', 'reject', 'failed', counter, 'Cacat, cetak ulang', 'Defective, print again'),
    step('ready', 'hand-over', 'handed-over', counter, 'Serahkan', 'Hand over'),
    step('sent', 'deliver', 'handed-over', counter, 'Sudah diterima', 'Delivered'),
    step('sent', 'return', 'ready', counter, 'Kembali dari kurir', 'Came back'),
    step('handed-over', 'end', 'ended', 'clock', 'Berakhir', 'Ends'),
    cancels('requested', 'case'),
    cancels('recorded', 'case'),
    cancels('queued', 'case'),
    cancels('printed', 'case'),
    cancels('failed', print),
    cancels('ready', counter),
  ],
})

/** Letters and digits that nobody takes for others. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ'

/** "K7FM-3QXT": a code that says nothing of the holder; the last sign checks the others. */
export function cardCode(random: Uint8Array): string {
  const signs = [...random.slice(0, 7)].map((byte) => alphabet[byte % alphabet.length]).join('')
  const code = signs + checkSign(signs)
  return `${code.slice(0, 4)}-${code.slice(4)}`
}

function checkSign(signs: string): string {
  const sum = [...signs].reduce((total, sign, index) => total + alphabet.indexOf(sign) * (index + 1), 0)
  return alphabet[sum % 29] as string
}

/** A code as a scanner or a person gives it. @returns undefined when it is none, or a sign was misread */
export function readCardCode(typed: string): string | undefined {
  const signs = typed.toUpperCase().replace(/[^0-9A-Z]/g, '')
  if (signs.length !== 8 || [...signs].some((sign) => !alphabet.includes(sign))) return undefined
  return checkSign(signs.slice(0, 7)) === signs[7] ? `${signs.slice(0, 4)}-${signs.slice(4)}` : undefined
}

/**
 * What kind of child card somebody of an age gets, and until which day it holds.
 * @param photoFrom the rule `identity-documents.child-card.photo-from` @param until `identity-documents.child-card.until`
 * @returns undefined for who is too old @basis Permendagri 2/2016 pasal 3 dan 5
 */
export function childCardFor(
  birthOn: string,
  today: Temporal.PlainDate,
  { photoFrom, until }: { readonly photoFrom: number; readonly until: number },
): { readonly withPhoto: boolean; readonly expiresOn: string } | undefined {
  const born = Temporal.PlainDate.from(birthOn)
  const birthday = (years: number) => born.add({ years })
  const before = (day: Temporal.PlainDate) => Temporal.PlainDate.compare(today, day) < 0
  if (!before(birthday(until))) return undefined
  const withPhoto = !before(birthday(photoFrom))
  return {
    withPhoto,
    expiresOn: birthday(withPhoto ? until : photoFrom)
      .subtract({ days: 1 })
      .toString(),
  }
}
