import { z } from 'zod'

/** What this module announces, by event name. */
export const peopleEvents = {
  'people.person-unmasked.v1': z.object({ reason: z.string() }),
  'people.register-exported.v1': z.object({
    text: z.string(),
    area: z.string(),
    sex: z.string(),
    ageGroup: z.string(),
    rows: z.number().int(),
  }),
} as const
