import { qrModules } from '../../qr/qr.ts'
import type {
  DocumentData,
  RegionColors,
  RegionData,
  SignatureData,
  SigningCapacity,
  TimeZone,
} from '../template-data.ts'
import { formatDate } from '../terbilang.ts'

/** What every template receives beside its own words: `templates/lib/letter.typ` reads these names. */
export interface PresentedLetter {
  readonly title: string
  readonly author: string
  readonly draft: boolean
  readonly colors: RegionColors
  readonly crest: string | null
  readonly region: string
  readonly office: { readonly government: string; readonly name: string; readonly lines: readonly string[] }
  readonly verification: PresentedQr | null
  readonly footnotes: readonly string[]
}

export interface PresentedQr {
  readonly size: number
  readonly path: string
  readonly address: string
  readonly code: string
  readonly alt: string
}

export interface PresentedSignature {
  /** Above the post, where several sign. */
  readonly role: string | null
  readonly titles: readonly string[]
  readonly note: string
  readonly name: string
  readonly lines: readonly string[]
}

/** The look of a region that has set no colours: pandan green and kunyit. */
export const DEFAULT_COLORS: RegionColors = {
  accent: '#0d5a4d',
  deep: '#083c34',
  wash: '#e9f1ec',
  gold: '#f2c14b',
}

const ZONE_NAMES: Readonly<Record<TimeZone, string>> = {
  'Asia/Jakarta': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Jayapura': 'WIT',
}

const CAPACITIES: Readonly<
  Record<Exclude<SigningCapacity, 'seal' | 'party'>, { readonly prefix: string; readonly note: string }>
> = {
  definitive: { prefix: '', note: 'Jabatan definitif' },
  plt: { prefix: 'Plt. ', note: 'Pelaksana tugas' },
  plh: { prefix: 'Plh. ', note: 'Pelaksana harian' },
  pj: { prefix: 'Pj. ', note: 'Penjabat' },
}

export function presentLetter(data: DocumentData, title: string): PresentedLetter {
  return {
    title,
    author: `${data.office.name}, ${data.office.government}`,
    draft: data.draft ?? false,
    colors: { ...DEFAULT_COLORS, ...data.region.colors },
    crest: data.region.crest ?? null,
    region: data.region.name,
    office: {
      government: data.office.government.toLocaleUpperCase('id'),
      name: data.office.name.toLocaleUpperCase('id'),
      lines: data.office.lines ?? [],
    },
    verification: data.verification
      ? presentQr(data.verification, data.verification.code, 'Kode QR untuk memeriksa keaslian dokumen ini')
      : null,
    footnotes: data.footnotes ?? [],
  }
}

export function presentQr(
  target: { readonly url: string; readonly address: string },
  code: string,
  alt: string,
): PresentedQr {
  return { ...qrModules(target.url), address: target.address, code, alt: `${alt}: ${target.url}` }
}

export function presentSignature(signature: SignatureData, region: RegionData): PresentedSignature {
  const moment = signature.signedAt ? formatMoment(signature.signedAt, region.timeZone) : undefined
  if (signature.capacity === 'seal') return presentSeal(signature, moment)
  const signed = moment ? `Ditandatangani secara elektronik ${moment}.` : 'Menunggu tanda tangan elektronik.'
  const { prefix, note } = signature.capacity === 'party' ? { prefix: '', note: '' } : CAPACITIES[signature.capacity]
  const authority = [note, signature.order].filter(Boolean).join(', ')
  return {
    role: signature.role ?? null,
    titles: [...mandateLines(signature), ...(signature.position ? [`${prefix}${signature.position},`] : [])],
    note: keepTogether(authority ? `${signed} ${authority}.` : signed),
    name: signature.name,
    lines: [
      ...(signature.rank ? [signature.rank] : []),
      ...(signature.employeeNumber ? [`NIP ${groupEmployeeNumber(signature.employeeNumber)}`] : []),
    ],
  }
}

/**
 * By whose mandate: a.n. names who gave it, u.b. who received it and lets the signer use it.
 * @basis Permendagri 1/2023 (tata naskah dinas: a.n., u.b.)
 */
function mandateLines({ onBehalfOf, underBehalfOf }: SignatureData): string[] {
  return [...(onBehalfOf ? [`a.n. ${onBehalfOf}`] : []), ...(underBehalfOf ? [`${underBehalfOf},`, 'u.b.'] : [])]
}

/** The number of a decree or article stays with its word, the hour with its zone. */
function keepTogether(note: string): string {
  return note.replace(
    /\b(SK|UU|PP|pasal|ayat|pukul) (?=\S{1,24})|(\d\d\.\d\d) (?=WI)/g,
    (_, word?: string, hour?: string) => {
      return `${word ?? hour}\u{a0}`
    },
  )
}

/** A sealed document says in plain words that no official acted, and by which article that is so. */
function presentSeal(seal: SignatureData, moment: string | undefined): PresentedSignature {
  const sealed = moment ? `Disegel secara elektronik ${moment}.` : 'Menunggu segel elektronik.'
  return {
    role: seal.role ?? null,
    titles: [`${seal.position},`],
    note: keepTogether(`${sealed} Terbit otomatis menurut ${seal.order}, tanpa tanda tangan pejabat.`),
    name: seal.name,
    lines: [],
  }
}

/** `23 November 2026, 10.41 WIB`, from an ISO 8601 moment with offset. */
export function formatMoment(moment: string, zone: TimeZone): string {
  const local = Temporal.Instant.from(moment).toZonedDateTimeISO(zone)
  return `${formatDate(local.toPlainDate())}, ${formatTime(local.toPlainTime())} ${ZONE_NAMES[zone]}`
}

/** `04.35`, with the full stop that Indonesian spelling asks for. */
export function formatTime(time: Temporal.PlainTime): string {
  return `${String(time.hour).padStart(2, '0')}.${String(time.minute).padStart(2, '0')}`
}

export function zoneName(zone: TimeZone): string {
  return ZONE_NAMES[zone]
}

/** `99 01 02 60 11 26 0001`: region, birth date and sequence apart. Text of another length is left as it is. */
export function groupNik(nik: string): string {
  return /^\d{16}$/.test(nik) ? nik.replace(/^(..)(..)(..)(..)(..)(..)(....)$/, '$1 $2 $3 $4 $5 $6 $7') : nik
}

/** `19800101 200501 1 002`: birth date, appointment month, sex and sequence apart. */
export function groupEmployeeNumber(number: string): string {
  return number.replace(/^(\d{8})(\d{6})(\d)(\d{3})$/, '$1 $2 $3 $4')
}

export const parseDate = (date: string) => Temporal.PlainDate.from(date)
export const parseTime = (time: string) => Temporal.PlainTime.from(time)
