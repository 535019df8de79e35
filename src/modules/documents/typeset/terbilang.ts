/**
 * Numbers and dates in Indonesian words, as certificates and receipts carry them.
 * @basis Pedoman Umum Ejaan Bahasa Indonesia, penulisan bilangan
 */

const UNITS = ['nol', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan'] as const
const SCALES = [
  [1_000_000_000_000_000n, 'kuadriliun'],
  [1_000_000_000_000n, 'triliun'],
  [1_000_000_000n, 'miliar'],
  [1_000_000n, 'juta'],
] as const
const LIMIT = 1_000_000_000_000_000_000n

const MONTHS = [
  'Januari',
  'Februari',
  'Maret',
  'April',
  'Mei',
  'Juni',
  'Juli',
  'Agustus',
  'September',
  'Oktober',
  'November',
  'Desember',
] as const

const DAYS = ['Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu', 'Minggu'] as const

/**
 * An integer in words, lower case: `terbilang(2026)` is `dua ribu dua puluh enam`.
 * @throws RangeError for a fraction, an unsafe number, or an absolute value of 10^18 and above.
 */
export function terbilang(value: number | bigint): string {
  if (typeof value === 'number' && !Number.isSafeInteger(value)) {
    throw new RangeError(`terbilang needs a safe integer, got ${value}`)
  }
  const number = BigInt(value)
  if (number < 0n) return `minus ${terbilang(-number)}`
  if (number >= LIMIT) throw new RangeError('terbilang stops below 10^18')
  return number === 0n ? UNITS[0] : inWords(number).join(' ')
}

function inWords(number: bigint): string[] {
  for (const [scale, name] of SCALES) {
    if (number >= scale) return [...inWords(number / scale), name, ...inWords(number % scale)]
  }
  if (number >= 2000n) return [...inWords(number / 1000n), 'ribu', ...inWords(number % 1000n)]
  if (number >= 1000n) return ['seribu', ...inWords(number - 1000n)]
  if (number >= 200n) return [unit(number / 100n), 'ratus', ...inWords(number % 100n)]
  if (number >= 100n) return ['seratus', ...inWords(number - 100n)]
  if (number >= 20n) return [unit(number / 10n), 'puluh', ...inWords(number % 10n)]
  if (number >= 12n) return [unit(number - 10n), 'belas']
  if (number === 11n) return ['sebelas']
  if (number === 10n) return ['sepuluh']
  return number === 0n ? [] : [unit(number)]
}

function unit(digit: bigint): string {
  return UNITS[Number(digit)] as string
}

/** `20 November 2026`. */
export function formatDate(date: Temporal.PlainDate): string {
  return `${date.day} ${MONTHS[date.month - 1]} ${date.year}`
}

/** `Jumat, 20 November 2026`. */
export function formatDayAndDate(date: Temporal.PlainDate): string {
  return `${dayName(date)}, ${formatDate(date)}`
}

/** `Jumat`. */
export function dayName(date: Temporal.PlainDate): string {
  return DAYS[date.dayOfWeek - 1] as string
}

/** `dua puluh November dua ribu dua puluh enam`; the month keeps its capital. */
export function terbilangDate(date: Temporal.PlainDate): string {
  return `${terbilang(date.day)} ${MONTHS[date.month - 1]} ${terbilang(date.year)}`
}
