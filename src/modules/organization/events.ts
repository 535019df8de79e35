import { z } from 'zod'

const day = z.iso.date()
const manner = z.enum(['definitif', 'plt', 'plh'])

/** What organization announces. */
export const organizationEvents = {
  'organization.unit-created.v1': z.object({ path: z.string(), name: z.string(), kind: z.string(), validFrom: day }),
  'organization.unit-edited.v1': z.object({ path: z.string(), name: z.string(), territoryCode: z.string() }),
  'organization.unit-closed.v1': z.object({ path: z.string(), lastDay: day }),
  'organization.position-created.v1': z.object({
    unitPath: z.string(),
    title: z.string(),
    roles: z.array(z.string()),
    validFrom: day,
  }),
  'organization.position-edited.v1': z.object({ title: z.string(), rank: z.number(), roles: z.array(z.string()) }),
  'organization.position-closed.v1': z.object({ lastDay: day }),
  'organization.official-assigned.v1': z.object({
    positionId: z.uuid(),
    officialId: z.uuid(),
    personId: z.uuid(),
    manner,
    decreeNumber: z.string(),
    from: day,
    to: day.nullable(),
  }),
  'organization.assignment-ended.v1': z.object({
    positionId: z.uuid(),
    officialId: z.uuid(),
    personId: z.uuid(),
    lastDay: day,
  }),
  'organization.role-edited.v1': z.object({ permissions: z.array(z.string()), before: z.array(z.string()) }),
} as const
