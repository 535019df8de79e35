/* How words that people type are held against words of the catalogue. */

/** Lower case, no accents, letters and digits only. */
export function plainText(text: string): string {
  return text
    .slice(0, 400)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .slice(0, 200)
}

/** Words that say that somebody wants something, not what. */
const stopWords = new Set(
  `saya aku kami anda mau ingin minta tolong cara bagaimana gimana gmn mengurus urus ngurus mengajukan ajukan bikin buat
   membuat pembuatan dapat mendapatkan perlu butuh untuk yang di ke dari dan atau dengan pada itu ini apa syarat surat
   layanan online baru saja ya dong nih untuk punya the a an of for to in on my i how get want need do make apply
   application request letter service please new`
    .split(/\s+/)
    .filter(Boolean),
)

export function isStopWord(word: string): boolean {
  return stopWords.has(word)
}

/** The nasal of a prefix follows the first sound of the root: "membangun", "mendaftar", "mengurus", but "menikah". */
const prefixes = [
  /^memper/,
  /^(?:me|pe)ng(?=[aiueoghk])/,
  /^(?:me|pe)n(?=[cdjstz])/,
  /^(?:me|pe)m(?=[bpfv])/,
  /^(?:per|ber|ter|ke|pe|me|di|se)/,
]
const suffixes = ['kannya', 'annya', 'kan', 'nya', 'an', 'ku', 'mu', 'i']

/**
 * A rough stem: "kelahiran" and "melahirkan" meet in "lahir". It only has to be the same for the same family of
 * words, not right.
 */
export function stemOf(word: string): string {
  let stem = word
  const suffix = suffixes.find((end) => stem.endsWith(end) && stem.length - end.length >= 4)
  if (suffix) stem = stem.slice(0, -suffix.length)
  const rests = prefixes.map((prefix) => stem.replace(prefix, ''))
  stem = rests.find((rest) => rest !== stem && rest.length >= 4) ?? stem
  return stem.replace(/ies$/, 'y').replace(/(?<=\w{4})s$/, '')
}

/** Wrong letters that a word of this length may have. */
export function allowedSlips(length: number): number {
  return length < 4 ? 0 : length < 8 ? 1 : 2
}

/**
 * Letters added, left out, changed or swapped with a neighbour (optimal string alignment).
 * @returns more than `most` when the words are further apart
 */
export function slipsBetween(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most || a.length > longest || b.length > longest) return most + 1
  let [before, last, row]: [Uint8Array, Uint8Array, Uint8Array] = [...rows]
  for (let j = 0; j <= b.length; j += 1) last[j] = j
  for (let i = 1; i <= a.length; i += 1) {
    const letter = a.charCodeAt(i - 1)
    row[0] = i
    let least = i
    for (let j = 1; j <= b.length; j += 1) {
      const other = b.charCodeAt(j - 1)
      let cost = at(last, j - 1) + (letter === other ? 0 : 1)
      if (at(last, j) + 1 < cost) cost = at(last, j) + 1
      if (at(row, j - 1) + 1 < cost) cost = at(row, j - 1) + 1
      const isSwap = i > 1 && j > 1 && letter === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === other
      if (isSwap && at(before, j - 2) + 1 < cost) cost = at(before, j - 2) + 1
      row[j] = cost
      if (cost < least) least = cost
    }
    if (least > most) return most + 1
    ;[before, last, row] = [last, row, before]
  }
  return at(last, b.length)
}

const longest = 60
/** Three rows of the table of slips, used again by every comparison: a question asks for thousands of them. */
const rows = [new Uint8Array(longest + 1), new Uint8Array(longest + 1), new Uint8Array(longest + 1)] as const

function at(row: Uint8Array, index: number): number {
  return row[index] as number
}
