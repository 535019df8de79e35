import { z } from 'zod'
import { movingPackage } from '../package.ts'
import type { TransferRow } from '../transfers.ts'

/**
 * What a side says of one transfer: always its whole present word, numbered. The other side takes in only a higher number,
 * so that messages may be lost, doubled, late or replayed and both still come to the same end.
 */
const common = {
  v: z.literal(1),
  iss: z.string(),
  aud: z.string(),
  transfer: z.uuid(),
  seq: z.number().int().min(1),
  /** Number of the latest statement of the other side that was taken in. */
  seen: z.number().int().min(0),
  reason: z.string().max(300).optional(),
}

export const originWords = ['offered', 'withdrawn', 'closed', 'declined', 'pending'] as const
export const destinationWords = [
  'asked',
  'announced',
  'claimed',
  'registered',
  'withdrawn',
  'refused',
  'undone',
] as const
export type OriginWord = (typeof originWords)[number]
export type DestinationWord = (typeof destinationWords)[number]

/** Whom the destination asks the origin for, when the family applied there. */
export const askedFor = z.object({
  niks: z
    .array(z.string().regex(/^\d{16}$/))
    .min(1)
    .max(50),
  to: z.string().max(300),
  movedOn: z.iso.date(),
  /** Village to which they go. */
  village: z.string().max(20),
})

export const statementSchema = z.discriminatedUnion('side', [
  z.object({ ...common, side: z.literal('origin'), says: z.enum(originWords), package: movingPackage.optional() }),
  z.object({ ...common, side: z.literal('destination'), says: z.enum(destinationWords), asked: askedFor.optional() }),
])
export type Statement = z.infer<typeof statementSchema>

/** The word of the region that they leave. */
export function originWord(row: Pick<TransferRow, 'state' | 'package'>): OriginWord {
  switch (row.state) {
    case 'drafted':
    case 'sent':
    case 'accepted':
    case 'registered':
      return 'offered'
    case 'settled':
      return 'closed'
    case 'asked':
      return 'pending'
    case 'refused':
      return row.package ? 'withdrawn' : 'declined'
    default:
      return 'withdrawn'
  }
}

/** The word of the region to which they go. Only it registers them, so only it can say that a move no longer happens. */
export function destinationWord(row: Pick<TransferRow, 'state'>): DestinationWord {
  switch (row.state) {
    case 'asked':
    case 'announced':
    case 'claimed':
    case 'registered':
    case 'refused':
      return row.state
    case 'settled':
      return 'registered'
    case 'cancelled':
      return 'undone'
    default:
      return 'withdrawn'
  }
}
