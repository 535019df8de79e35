import type { Tone } from '#ui/index.ts'
import type { Draft } from './drafts.ts'
import type { AppText } from './texts.ts'

/** A sending that has not spoken for so long goes on no more, whatever it last said. */
const silenceMs = 60_000

/** The state of an item in words. "Sending" is never kept: it is what a sender said a moment ago. */
export function stateOf({ record, content }: Draft, t: AppText): { label: string; tone: Tone } {
  switch (record.state) {
    case 'draft':
      return { label: t('state.draft'), tone: 'neutral' }
    case 'received':
      return content.received?.isWithApplicant
        ? { label: t('state.returned'), tone: 'soon' }
        : { label: t('state.received'), tone: 'good' }
    case 'refused':
      return { label: t('state.refused'), tone: 'late' }
    case 'conflict':
      return { label: t('state.conflict'), tone: 'late' }
    case 'queued':
      if (isSending({ record })) {
        const { sent = 0, of = 1 } = record.progress ?? {}
        return { label: t('state.sending', { sent, of }), tone: 'info' }
      }
      if (record.wait) return { label: t(`wait.${record.wait}`), tone: 'soon' }
      return record.progress
        ? { label: t('wait.interrupted'), tone: 'soon' }
        : { label: t('state.queued'), tone: 'info' }
  }
}

export function isSending({ record }: Pick<Draft, 'record'>): boolean {
  return record.state === 'queued' && record.progress !== undefined && Date.now() - record.progress.at < silenceMs
}

const zones: Record<string, string> = { 'Asia/Jakarta': 'WIB', 'Asia/Makassar': 'WITA', 'Asia/Jayapura': 'WIT' }

export class Moments {
  constructor(
    private readonly locale: 'id' | 'en',
    private readonly zone: string,
  ) {}

  /** "Jumat 20 Nov, 09.14 WIB" */
  moment(iso: string): string {
    const day = this.format(iso, { weekday: 'short', day: 'numeric', month: 'short' })
    return `${day.replace(',', '')}, ${this.time(iso)}`
  }

  time(iso: string): string {
    return `${this.format(iso, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })} ${zones[this.zone] ?? ''}`.trim()
  }

  /** "20 November 2026" of a day as it is written. */
  day(iso: string): string {
    return this.format(`${iso.slice(0, 10)}T12:00:00Z`, { day: 'numeric', month: 'long', year: 'numeric' })
  }

  /** Today as the region has it. */
  today(): string {
    return new Intl.DateTimeFormat('en-CA', { timeZone: this.zone }).format(new Date())
  }

  private format(iso: string, options: Intl.DateTimeFormatOptions): string {
    const tag = this.locale === 'id' ? 'id-ID' : 'en-GB'
    return new Intl.DateTimeFormat(tag, { timeZone: this.zone, ...options }).format(new Date(iso))
  }
}
