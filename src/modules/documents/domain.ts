/** "Kirana Ayu Hartono" as a stranger may see it: "K••••• A•• H••••••". */
export function maskName(name: string): string {
  return name
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => {
      const [first = '', ...rest] = [...word]
      return first + '•'.repeat(Math.min(rest.length, 6))
    })
    .join(' ')
}

/** What the public page says of a document, worst first: a damaged copy proves nothing, whatever else is true. */
export type Verdict = 'damaged' | 'replaced' | 'revoked' | 'unfinished' | 'expired' | 'genuine'

/** @param today ISO date in the region's zone; a document holds to the end of its last day */
export function verdictOn(
  document: {
    readonly standing: 'stands' | 'revoked' | 'replaced'
    readonly validTo: string | undefined
    /** Undefined while somebody must still sign. */
    readonly completedAt: unknown
  },
  intact: boolean,
  today: string,
): Verdict {
  if (!intact) return 'damaged'
  if (document.standing !== 'stands') return document.standing
  if (document.completedAt === undefined) return 'unfinished'
  return document.validTo !== undefined && document.validTo < today ? 'expired' : 'genuine'
}
