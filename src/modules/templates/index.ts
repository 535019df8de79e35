export { installTemplates } from './install.ts'
export {
  groupNames,
  groupOf,
  type LetterGroup,
  type LetterKind,
  letterGroups,
  letterKindKeys,
  letterKinds,
} from './kinds.ts'
export { checkValues } from './letter/check-values.ts'
export { letterRefusal } from './letter/explain-fault.ts'
export { type LetterContent, letterContent } from './letter/letter-content.ts'
export { readValues } from './letter/read-values.ts'
export {
  findTemplateVersion,
  getTemplateVersion,
  listPublishedTemplates,
  type PublishedTemplate,
} from './queries/published.ts'
export type {
  LetterTemplate,
  TemplateColumn,
  TemplateContent,
  TemplateField,
} from './template.ts'
export { TemplateFields, type TemplateFieldsProps } from './views/template-fields.tsx'
