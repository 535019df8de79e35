import type { AnyRoute } from '#kernel/http/route.ts'
import { personRoutes } from './routes/person.tsx'
import { registerRoutes } from './routes/register.tsx'

export const peopleRoutes: readonly AnyRoute[] = [...registerRoutes, ...personRoutes]
