import { defineTexts } from '#kernel/i18n/texts.ts'
import { english } from './texts-en.ts'
import { indonesian } from './texts-id.ts'

export const templateTexts = defineTexts({ id: indonesian, en: english })
export type TemplateTexts = ReturnType<typeof templateTexts>
