/** Why the national register gave no answer that counts. */
export type Fault =
  | 'unreachable'
  | 'certificate'
  | 'timeout'
  | 'cut'
  | 'too-long'
  /** No JSON, half of it, or JSON of another shape. */
  | 'unreadable'
  | 'server-error'
  /** It says in words that it is closed, whatever its status. */
  | 'maintenance'
  /** The answer is about somebody else, or about another request. */
  | 'wrong-answer'
  | 'quota'
  /** It does not know this region's account, address or token. */
  | 'account'
  | 'redirect'
  /** This part of it is not set up for the region. */
  | 'not-set-up'

/** There is no answer that counts. Whether the request took effect there is unknown, unless it cannot have arrived. */
export interface Away {
  readonly kind: 'away'
  readonly fault: Fault
  readonly mayHaveArrived: boolean
  /** Its own words, short. */
  readonly words?: string | undefined
}

export const away = (fault: Fault, mayHaveArrived: boolean, words?: string): Away => ({
  kind: 'away',
  fault,
  mayHaveArrived,
  words,
})
