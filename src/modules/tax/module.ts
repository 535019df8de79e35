import { defineModule } from '#kernel/define/module.ts'

export const tax = defineModule({ name: 'tax', routes: [], commands: [], permissions: {} })
