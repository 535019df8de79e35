import type { LocalText } from '#kernel/i18n/texts.ts'
import type { RevocationCause } from './domain.ts'

/** Why a card no longer holds, as a half sentence. It is shown to strangers too and names nobody. */
export const causeWords: Readonly<Record<RevocationCause, LocalText>> = {
  voided: { id: 'aktanya dibatalkan', en: 'its entry was voided' },
  corrected: { id: 'aktanya dibetulkan', en: 'its entry was corrected' },
  noted: { id: 'aktanya mendapat catatan pinggir', en: 'a note was added to its entry' },
  'paper-ended': { id: 'kutipan aktanya dicabut atau diganti', en: 'its extract was revoked or replaced' },
  moved: { id: 'orangnya pindah atau tidak lagi tercatat di alamat itu', en: 'the person no longer lives there' },
  'address-changed': { id: 'alamat atau kartu keluarganya berubah', en: 'the address or family card has changed' },
  'data-changed': { id: 'data orangnya berubah', en: 'the person’s data have changed' },
  'marriage-ended': { id: 'status perkawinannya berubah', en: 'the marital status has changed' },
  'holder-died': {
    id: 'pemegangnya tidak lagi tercatat sebagai penduduk aktif',
    en: 'its holder is no longer an active resident',
  },
  removed: { id: 'dihapus oleh pemegangnya', en: 'removed by its holder' },
  lost: { id: 'perangkatnya dilaporkan hilang', en: 'its device was reported as lost' },
}
