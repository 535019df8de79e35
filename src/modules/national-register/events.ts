import { z } from 'zod'

/** What this module announces, by event name. */
export const nationalRegisterEvents = {
  /** A number that a case waited for is there: take it by calling `allocateNikFor` again under the same key. */
  'national-register.number-granted.v1': z.object({
    key: z.string(),
    kind: z.enum(['nik', 'kk']),
    caseId: z.string().nullable(),
  }),
  'national-register.announcements-noted.v1': z.object({ told: z.record(z.string(), z.string()) }),
  'national-register.state-changed.v1': z.object({
    state: z.enum(['untried', 'up', 'down']),
    fault: z.string().nullable(),
  }),
} as const
