import { defineModule } from '#kernel/define/module.ts'
import { accessibility, government, holidays, language, lifeEvent, rules, start } from './routes.tsx'

export const portal = defineModule({
  name: 'portal',
  routes: [start, lifeEvent, government, accessibility, rules, holidays, language],
  commands: [],
  permissions: {},
})
