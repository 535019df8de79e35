/** What `letters.letter-signed.v1` says: one signature more. The subject is the letter. */
export interface LetterSigned {
  readonly documentId: string
  readonly number: string
  /** No further signature is awaited: the letter is issued. */
  readonly isIssued: boolean
  /** Of the exact version that was signed. */
  readonly hash: string
}
