import { z } from 'zod'

/** A move between regions; no names. */
const movedTransfer = z.object({ direction: z.enum(['out', 'in']), number: z.string().nullable() })

/** What this module announces, by event name. */
export const populationEvents = {
  /** A child was entered in the register of births; health, schools and social aid begin here. No names. */
  'population.child-registered.v1': z.object({
    personId: z.uuid(),
    motherPersonId: z.uuid().nullable(),
    bornOn: z.iso.date(),
    villageCode: z.string(),
    registerNumber: z.string(),
    caseId: z.uuid(),
  }),
  'population.transfer-heard.v1': z.object({ from: z.string(), says: z.string(), seq: z.number().int() }),
  'population.transfer-attempted.v1': z.object({}),
  'population.transfer-lapsed.v1': z.object({}),
  'population.arrival-registered.v1': movedTransfer,
  'population.arrival-refused.v1': movedTransfer,
  'population.arrival-undone.v1': movedTransfer,
  'population.arrival-claimed.v1': z.object({ number: z.string() }),
  'population.transfer-withdrawn.v1': movedTransfer,
  'population.move-end-proposed.v1': z.object({ endAs: z.enum(['stay', 'gone']), reason: z.string() }),
  'population.move-end-confirmed.v1': z.object({ endAs: z.enum(['stay', 'gone']) }),
  'population.move-end-rejected.v1': z.object({ reason: z.string() }),
  'population.moved-card-issued.v1': z.object({ familyId: z.string() }),
  'population.transfer-retried.v1': movedTransfer,
  'population.origin-asked.v1': movedTransfer,
  'population.asked-transfer-answered.v1': movedTransfer,
  'population.peer-added.v1': z.object({ fingerprint: z.string() }),
  'population.peer-verified.v1': z.object({ fingerprint: z.string() }),
  'population.peer-suspended.v1': z.object({ reason: z.string() }),
} as const

export type ChildRegistered = z.infer<(typeof populationEvents)['population.child-registered.v1']>
