import { z } from 'zod'

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
} as const

export type ChildRegistered = z.infer<(typeof populationEvents)['population.child-registered.v1']>
