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
  if (Math.abs(a.length - b.length) > most) return most + 1
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    let least = i
    for (let j = 1; j <= b.length; j += 1) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1
      let cost = Math.min((last[j] as number) + 1, (row[j - 1] as number) + 1, (last[j - 1] as number) + change)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (before[j - 2] as number) + 1)
      }
      row.push(cost)
      least = Math.min(least, cost)
    }
    if (least > most) return most + 1
    before = last
    last = row
  }
  return last[b.length] as number
}
