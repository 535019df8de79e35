import { defineModule } from '#kernel/define/module.ts'

export const templates = defineModule({
  name: 'templates',
  routes: [],
  commands: [],
  permissions: {},
})
