/** Words of a name as they are written, in small letters, without apostrophes and points: for comparing what is shown. */
export function plainWords(name: string): string[] {
  return name
    .normalize('NFD')
    .replace(/[\p{M}'’‘`´]/gu, '')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter(Boolean)
}
