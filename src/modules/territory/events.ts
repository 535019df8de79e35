import { z } from 'zod'

const place = { villageCode: z.string(), rw: z.string() }

/** What this module announces, by event name. */
export const territoryEvents = {
  'territory.neighbourhoods-opened.v1': z.object({ ...place, rt: z.array(z.string()), openedOn: z.iso.date() }),
  'territory.neighbourhood-head-named.v1': z.object({}),
  'territory.neighbourhood-closed.v1': z.object({
    ...place,
    rt: z.string(),
    closedOn: z.iso.date(),
    reason: z.string(),
  }),
  'territory.neighbourhood-reopened.v1': z.object({ reason: z.string() }),
} as const
