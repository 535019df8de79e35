import { defineModule } from '#kernel/define/module.ts'
import { accessibility, government, language, lifeEvent, start } from './routes.tsx'

export const portal = defineModule({
  name: 'portal',
  routes: [start, lifeEvent, government, accessibility, language],
  commands: [],
  permissions: {},
})
