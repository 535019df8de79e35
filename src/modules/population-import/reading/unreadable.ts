/** Why a file cannot be read as a table; texts are in texts/unreadable.ts. */
export const unreadableReasons = [
  'empty',
  'old-excel',
  'open-document',
  'web-page',
  'not-a-table',
  'damaged',
  'no-rows',
  'too-many-columns',
  'quote-not-closed',
  'unpacks-too-large',
] as const
export type UnreadableReason = (typeof unreadableReasons)[number]

/** The file is no table that can be read. Said to the person, never a fault of the program. */
export class Unreadable extends Error {
  constructor(
    readonly reason: UnreadableReason,
    readonly row?: number | undefined,
    cause?: unknown,
  ) {
    super(reason, { cause })
    this.name = 'Unreadable'
  }
}
