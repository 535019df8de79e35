import { defineModule } from '#kernel/define/module.ts'
import { territoryRoutes } from './routes.ts'

export const territory = defineModule({
  name: 'territory',
  routes: territoryRoutes,
  commands: [],
  permissions: {},
})
