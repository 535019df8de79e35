import { machine } from '#kernel/command/machine.ts'
import type { LocalText } from '#kernel/i18n/texts.ts'
import type { RefusalCode } from './port/national-register.ts'
import type { Fault } from './port/outcome.ts'

export const messageStates = ['waiting', 'sending', 'held', 'accepted', 'closed'] as const
export type MessageState = (typeof messageStates)[number]

export const differenceKinds = [
  'unknown-person',
  'name-differs',
  'already-dead',
  'other-family',
  'number-differs',
  'already-registered',
  'duplicate-biometrics',
  'other',
  'data-differs',
  'no-clear-answer',
] as const
/** A refusal of an announcement, data found to differ when somebody was looked up, or no answer that can be read. */
export type DifferenceKind = RefusalCode | 'data-differs' | 'no-clear-answer'

/** From the answer of the national register to what an office decided. */
export const differenceMachine = machine({
  initial: 'open',
  states: ['open', 'waiting', 'resent', 'proposed', 'corrected', 'ours-accepted', 'closed'],
  transitions: [
    ...(['open', 'waiting'] as const).flatMap((from) => [
      {
        from,
        verb: 'send-again',
        to: 'resent',
        by: 'national-register.settle',
        label: { id: 'Data kita benar, kirim lagi', en: 'Ours is right, send again' },
      },
      {
        from,
        verb: 'propose',
        to: 'proposed',
        by: 'national-register.settle',
        label: { id: 'Data pusat benar, usulkan perbaikan', en: 'Theirs is right, propose the correction' },
      },
      {
        from,
        verb: 'close',
        to: 'closed',
        by: 'national-register.settle',
        label: { id: 'Tutup tanpa tindakan', en: 'Close without action' },
      },
    ]),
    {
      from: 'open',
      verb: 'wait',
      to: 'waiting',
      by: 'national-register.settle',
      label: { id: 'Tunggu', en: 'Wait' },
    },
    { from: 'waiting', verb: 'resume', to: 'open', by: 'clock', label: { id: 'Ingatkan lagi', en: 'Bring back' } },
    {
      from: 'proposed',
      verb: 'confirm',
      to: 'corrected',
      by: 'national-register.settle',
      label: { id: 'Setujui perbaikan', en: 'Confirm the correction' },
    },
    {
      from: 'proposed',
      verb: 'reject',
      to: 'open',
      by: 'national-register.settle',
      label: { id: 'Tolak usulan', en: 'Reject the proposal' },
    },
    {
      from: 'resent',
      verb: 'accept',
      to: 'ours-accepted',
      by: 'engine',
      label: { id: 'Diterima pusat', en: 'Accepted there' },
    },
    { from: 'resent', verb: 'refuse', to: 'open', by: 'engine', label: { id: 'Ditolak lagi', en: 'Refused again' } },
  ],
})

export const differenceStates = [
  'open',
  'waiting',
  'resent',
  'proposed',
  'corrected',
  'ours-accepted',
  'closed',
] as const
export type DifferenceState = (typeof differenceStates)[number]
export const isFinal = (state: string): boolean => differenceMachine.final.includes(state)

/** One field as it stands on either side. */
export interface SideBySide {
  readonly field: ComparedField
  readonly ours: string | undefined
  readonly theirs: string | undefined
}

export const comparedFields = [
  'nik',
  'kkNumber',
  'fullName',
  'sex',
  'birthPlace',
  'birthOn',
  'religion',
  'motherName',
  'fatherName',
  'diedOn',
] as const
export type ComparedField = (typeof comparedFields)[number]

/**
 * Fields that an office may take over from there by a correction. Numbers are given for life, a death has a register of its
 * own, and a family card changes by the events of families.
 */
export const correctable = [
  'fullName',
  'sex',
  'birthPlace',
  'birthOn',
  'religion',
  'motherName',
  'fatherName',
] as const satisfies readonly ComparedField[]
export type Correctable = (typeof correctable)[number]
export const isCorrectable = (field: string): field is Correctable => (correctable as readonly string[]).includes(field)

type Sides = Readonly<Partial<Record<ComparedField, string | undefined>>>

/** Every field that either side has, ours beside theirs; what they do not say is not compared. */
export function compareSides(ours: Sides, theirs: Sides): SideBySide[] {
  return comparedFields
    .filter((field) => ours[field] !== undefined || theirs[field] !== undefined)
    .map((field) => ({ field, ours: ours[field], theirs: theirs[field] }))
}

/** They say something, and it is something else. Capitals, accents and spaces are no difference between registers. */
export const differs = ({ ours, theirs }: SideBySide): boolean =>
  theirs !== undefined && plainText(ours ?? '') !== plainText(theirs)

export function plainText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Words in capitals, as the centre writes them, as this register writes names. */
export function asWritten(text: string): string {
  if (text !== text.toUpperCase()) return text
  return text
    .toLowerCase()
    .replace(/(^|[\s'.-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
}

export interface Breaker {
  readonly state: 'untried' | 'up' | 'down'
  readonly since: Temporal.Instant
  /** Answers that did not count, one after another. */
  readonly faults: number
  readonly fault: Fault | undefined
  readonly nextTryAt: Temporal.Instant | undefined
}

const downAfter = 3
const firstPauseSeconds = 10
const longestPauseSeconds = 15 * 60
/** Faults that more patience does not heal. */
const hopeless: Readonly<Partial<Record<Fault, number>>> = {
  quota: 3600,
  account: longestPauseSeconds,
  'not-set-up': longestPauseSeconds,
  redirect: longestPauseSeconds,
  certificate: longestPauseSeconds,
}

/** After one answer more. @param jitter from 0 to 1, so that regions do not all come back in one second */
export function afterAnswer(before: Breaker, fault: Fault | undefined, now: Temporal.Instant, jitter: number): Breaker {
  if (!fault) {
    const since = before.state === 'up' ? before.since : now
    return { state: 'up', since, faults: 0, fault: undefined, nextTryAt: undefined }
  }
  const faults = before.faults + 1
  const isDown = faults >= downAfter || fault in hopeless || before.state === 'down'
  const pause = hopeless[fault] ?? pauseSeconds(faults)
  return {
    state: isDown ? 'down' : before.state,
    since: isDown && before.state !== 'down' ? now : before.since,
    faults,
    fault,
    nextTryAt: now.add({ milliseconds: Math.round(pause * 1000 * (0.75 + jitter / 4)) }),
  }
}

/** 10 seconds, doubled with each failure, a quarter of an hour at most. */
export function pauseSeconds(failures: number): number {
  return Math.min(longestPauseSeconds, firstPauseSeconds * 2 ** Math.max(0, Math.min(failures - 1, 20)))
}

/** A message that got so many answers that do not count, while others got good ones, needs a person to look at it. */
export const mostAttempts = 30

/** Why nothing that counts came back, for officers. */
export const faultTexts: Readonly<Record<Fault, LocalText>> = {
  unreachable: { id: 'Tidak dapat dihubungi.', en: 'It cannot be reached.' },
  certificate: {
    id: 'Sertifikat TLS di alamat itu tidak membuktikan siapa pemiliknya, jadi tidak ada yang dikirim.',
    en: 'The TLS certificate at that address does not prove who it is, so nothing was sent.',
  },
  timeout: { id: 'Tidak menjawab pada waktunya.', en: 'It did not answer in time.' },
  cut: { id: 'Sambungan terputus sebelum jawabannya utuh.', en: 'The line was cut before the answer was whole.' },
  'too-long': { id: 'Jawabannya terlalu besar untuk diterima.', en: 'Its answer is too large to be taken.' },
  unreadable: { id: 'Jawabannya tidak dapat dibaca.', en: 'Its answer cannot be read.' },
  'server-error': { id: 'Mengalami galat di dalamnya.', en: 'It has an error of its own.' },
  maintenance: { id: 'Sedang dalam pemeliharaan.', en: 'It is under maintenance.' },
  'wrong-answer': {
    id: 'Menjawab tentang orang atau permintaan lain, jadi jawabannya tidak dipakai.',
    en: 'It answered about another person or request, so the answer is not used.',
  },
  quota: { id: 'Kuota akses daerah sudah habis.', en: 'The quota of the region is spent.' },
  account: {
    id: 'Menolak akun daerah. Periksa pengguna, kata sandi, dan alamat IP yang didaftarkan.',
    en: 'It refuses the account of the region. Check user, password and registered IP address.',
  },
  redirect: {
    id: 'Alamatnya mengarahkan ke tempat lain, jadi tidak diikuti.',
    en: 'Its address leads elsewhere and was not followed.',
  },
  'not-set-up': { id: 'Belum diatur untuk daerah ini.', en: 'It is not set up for this region.' },
}

export const isFault = (word: string | null | undefined): word is Fault => word != null && word in faultTexts

/** The one who waits is told no more than this. @basis UU 25/2009 pasal 4 (keterbukaan) */
export const waitingForNumber: LocalText = {
  id: 'Menunggu nomor dari pusat. Berkas tetap diperiksa seperti biasa dan ditandatangani begitu nomornya datang; tidak ada yang perlu Anda lakukan.',
  en: 'Waiting for the number from the national register. The file is examined as usual and signed as soon as the number comes; there is nothing you have to do.',
}

/** The first twelve digits of a number: district and day, to whose date forty is added for women. @basis PP 37/2007 pasal 37 */
export function firstTwelve(districtCode: string, day: string, sex: 'male' | 'female' | undefined): string {
  const [year = '', month = '', date = ''] = day.split('-')
  const coded = String(Number(date) + (sex === 'female' ? 40 : 0)).padStart(2, '0')
  return `${districtCode.replaceAll('.', '')}${coded}${month}${year.slice(2)}`
}
