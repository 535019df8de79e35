/** An address with the filters in use; what is empty is left out. */
export function withQuery(path: string, query: Readonly<Record<string, string | undefined>>): string {
  const used = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]))
  return used.length > 0 ? `${path}?${new URLSearchParams(used)}` : path
}
