/** Parts that follow each other as sentences: what ends with a full stop ("Laras, M.H.") gets no second one. */
export function sentences(...parts: readonly (string | undefined)[]): string {
  const said = parts.filter((part): part is string => Boolean(part))
  return said.map((part, index) => (index === said.length - 1 || part.endsWith('.') ? part : `${part}.`)).join(' ')
}
