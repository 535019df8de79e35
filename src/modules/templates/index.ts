export { type LetterGroup, type LetterKind, groupNames, groupOf, letterGroups, letterKindKeys, letterKinds } from './kinds.ts'
export { checkValues } from './letter/check-values.ts'
export { type LetterContent, letterContent } from './letter/letter-content.ts'
export { readValues } from './letter/read-values.ts'
export { findTemplateVersion, getTemplateVersion, listPublishedTemplates, type PublishedTemplate } from './queries.ts'
export {
  type LetterTemplate,
  type TemplateColumn,
  type TemplateContent,
  type TemplateField,
} from './template.ts'
export { TemplateFields, type TemplateFieldsProps } from './views/template-fields.tsx'
