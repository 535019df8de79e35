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
  'people.duplicate-proposed.v1': z.object({ verdict: z.string(), reason: z.string() }),
  'people.duplicate-decided.v1': z.object({ decision: z.string(), verdict: z.string(), reason: z.string() }),
  'people.duplicate-parted.v1': z.object({ reason: z.string() }),
  'people.review-started.v1': z.object({ kind: z.string() }),
  'people.nightly-review-started.v1': z.object({ kind: z.string() }),
  'people.register-reviewed.v1': z.object({ kind: z.string() }),
  'people.finding-resolved.v1': z.object({ code: z.string(), act: z.string(), note: z.string() }),
  'people.reading-alarm-raised.v1': z.object({ patterns: z.array(z.string()) }),
  'people.reading-explained.v1': z.object({ explanation: z.string() }),
  'people.reading-judged.v1': z.object({ verdict: z.string(), judgement: z.string() }),
  'people.slow-browsing-found.v1': z.object({ accounts: z.array(z.string()) }),
} as const
