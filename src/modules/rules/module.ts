import { defineModule } from '#kernel/define/module.ts'

export const rules = defineModule({ name: 'rules', routes: [], commands: [], permissions: {} })
