import type { LocalText } from '#kernel/i18n/texts.ts'
import type { CardKind, RevocationCause } from '../domain.ts'
import type { Json, JsonObject } from '../sd-jwt/disclosures.ts'

/** What is looked at, in this order; the first three come before anything of the content is believed. */
export const checkNames = [
  'form',
  'signature',
  'disclosures',
  'issuer',
  'validity',
  'status',
  'holder',
  'fresh',
] as const
export type CheckName = (typeof checkNames)[number]

export interface CheckResult {
  readonly name: CheckName
  readonly outcome: 'good' | 'bad' | 'unknown'
  readonly reason: LocalText
}

export interface Verdict {
  /** Valid only when everything could be checked and nothing was bad. */
  readonly valid: boolean
  readonly checks: readonly CheckResult[]
  /** Of a card of this region whose signature holds. */
  readonly card:
    | {
        readonly credentialId: string
        readonly kind: CardKind
        readonly holderPersonId: string
        readonly subjectPersonId: string
        readonly issuedAt: Temporal.Instant
        readonly expiresAt: Temporal.Instant
        readonly revokedAt: Temporal.Instant | undefined
        readonly revokedCause: RevocationCause | undefined
      }
    | undefined
  /** What was shown. Only of a valid card. */
  readonly claims: JsonObject
  readonly shown: readonly (readonly string[])[]
  /** Challenge of the proof, to be used up by whoever decides. */
  readonly nonce: string | undefined
}

/** The value at a path; undefined when it was not shown. */
export function claimAt(claims: JsonObject, path: readonly string[]): Json | undefined {
  let value: Json | undefined = claims
  for (const name of path) {
    if (typeof value !== 'object' || value === null || Array.isArray(value) || !Object.hasOwn(value, name))
      return undefined
    value = (value as JsonObject)[name]
  }
  return value
}

const text = (id: string, en: string): LocalText => ({ id, en })

/** Each outcome in words for whoever is shown a card. */
export const reasons = {
  formGood: text('Ini kartu digital dalam bentuk yang benar.', 'This is a digital card in the right form.'),
  formBad: text(
    'Ini bukan kartu digital yang utuh. Salin seluruhnya, dari huruf pertama sampai terakhir.',
    'This is not a whole digital card. Copy all of it, from the first letter to the last.',
  ),
  formKind: text(
    'Ini surat elektronik jenis lain, bukan kartu digital.',
    'This is another kind of token, not a digital card.',
  ),
  algorithm: text(
    'Kartu ini tidak ditandatangani dengan cara yang kami terima (ES256). Mungkin tanda tangannya dibuang.',
    'This card is not signed in a way that we accept (ES256). Its signature may have been removed.',
  ),
  issuerGood: text('Diterbitkan oleh pemerintah daerah ini.', 'Issued by this regional government.'),
  issuerBad: text(
    'Kartu ini menyebut penerbit lain atau kunci yang bukan milik daerah ini. Periksa di alamat penerbitnya.',
    'This card names another issuer, or a key that is not of this region. Check it at its issuer.',
  ),
  signatureGood: text('Tanda tangannya asli; tidak ada yang diubah.', 'The signature is genuine; nothing was changed.'),
  signatureBad: text(
    'Tanda tangannya tidak cocok: isinya diubah atau tidak pernah kami terbitkan.',
    'The signature does not fit: it was changed or never issued by us.',
  ),
  disclosuresGood: text('Setiap data yang ditunjukkan cocok dengan kartunya.', 'Everything shown belongs to the card.'),
  disclosuresBad: text(
    'Ada data yang diubah atau ditambahkan: data itu tidak ada di kartu yang kami terbitkan.',
    'Something was changed or added: it is not in the card that we issued.',
  ),
  validityGood: text('Masih dalam masa berlaku.', 'Within its time.'),
  validityEarly: text('Kartu ini belum mulai berlaku.', 'This card does not hold yet.'),
  validityOver: text(
    'Masa berlakunya sudah lewat. Pemegang dapat menambahkan kartu yang baru.',
    'It is past its time. The holder can add a new one.',
  ),
  statusGood: text('Tidak dicabut.', 'Not revoked.'),
  statusBad: text('Kartu ini sudah tidak berlaku: {cause}.', 'This card no longer holds: {cause}.'),
  statusUnknown: text('Kartu ini tidak ada dalam daftar kami.', 'This card is not in our list.'),
  holderGood: text('Yang menunjukkan memegang kunci kartu ini.', 'Whoever shows it holds the key of this card.'),
  holderMissing: text(
    'Pemegang tidak membuktikan bahwa kartu ini miliknya. Minta ia menunjukkannya dari ponselnya, bukan mengirim salinan.',
    'The holder did not prove that the card is his. Ask him to show it from his phone, not to send a copy.',
  ),
  holderKey: text(
    'Bukti pemegang dibuat dengan kunci lain: kartu ini bukan milik yang menunjukkannya.',
    'The proof was made with another key: this card is not of who shows it.',
  ),
  holderForm: text('Bukti pemegang tidak dapat dibaca.', 'The proof of the holder cannot be read.'),
  holderContent: text(
    'Bukti pemegang dibuat untuk data lain: ada yang ditambah atau dibuang sesudahnya.',
    'The proof of the holder is of other data: something was added or removed after it.',
  ),
  holderAudience: text(
    'Bukti ini dibuat untuk pihak lain, bukan untuk pemeriksaan ini.',
    'This proof was made for somebody else, not for this check.',
  ),
  freshGood: text(
    'Dibuat baru saja, untuk pemeriksaan ini, dan belum pernah dipakai.',
    'Made just now, for this check, and never used before.',
  ),
  freshOld: text('Bukti ini sudah terlalu lama. Minta dibuat lagi.', 'This proof is too old. Ask for a new one.'),
  freshUsed: text(
    'Bukti ini sudah pernah dipakai. Bisa jadi salinan dari yang ditunjukkan kepada orang lain.',
    'This proof was used before. It may be a copy of what was shown to somebody else.',
  ),
  freshNonce: text(
    'Bukti ini menjawab tantangan lain. Bisa jadi dibuat untuk orang lain atau pada waktu lain.',
    'This proof answers another challenge. It may have been made for somebody else or at another time.',
  ),
} as const
