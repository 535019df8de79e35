import { provide } from '#kernel/define/extension-point.ts'
import { defineModule } from '#kernel/define/module.ts'
import { adminNav } from '#modules/organization/index.ts'
import { copyTemplate, discardDraft, saveDraft } from './commands/edit-template.ts'
import { publishDraft, restoreTemplate, retireTemplate } from './commands/publish-template.ts'
import { templatePaths } from './paths.ts'
import { actsOnTemplate } from './routes/acts.tsx'
import * as edit from './routes/edit.tsx'
import * as pages from './routes/templates.tsx'

export const templates = defineModule({
  name: 'templates',
  routes: [
    pages.templateList,
    pages.templateView,
    pages.templatePage,
    pages.specimenFile,
    pages.compareView,
    edit.editForm,
    edit.edit,
    edit.preview,
    edit.copyForm,
    edit.copy,
    ...actsOnTemplate,
  ],
  commands: [copyTemplate, saveDraft, discardDraft, publishDraft, retireTemplate, restoreTemplate],
  permissions: {
    'templates.read': { id: 'Melihat templat naskah', en: 'Read letter templates' },
    'templates.edit': { id: 'Menulis templat naskah', en: 'Write letter templates' },
    'templates.publish': {
      id: 'Menerbitkan, menghentikan, dan memakai lagi templat naskah',
      en: 'Publish, retire and restore letter templates',
    },
  },
  provides: [
    provide(adminNav, 'templates', {
      label: { id: 'Templat naskah', en: 'Letter templates' },
      href: templatePaths.list,
      permission: 'templates.read',
      order: 66,
    }),
  ],
})
