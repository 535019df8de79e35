import type { AnyRoute } from '#kernel/http/route.ts'
import { duplicateRoutes } from './duplicates/routes.tsx'
import { checkRoutes } from './plausibility/routes.tsx'
import { personRoutes } from './routes/person.tsx'
import { registerRoutes } from './routes/register.tsx'
import { watchRoutes } from './watch/routes.tsx'

export const peopleRoutes: readonly AnyRoute[] = [
  ...registerRoutes,
  ...personRoutes,
  ...duplicateRoutes,
  ...checkRoutes,
  ...watchRoutes,
]
