import { defineTexts } from '#kernel/i18n/texts.ts'
import { english } from './texts-en.ts'
import { indonesian } from './texts-id.ts'

export const appTexts = defineTexts({ id: indonesian, en: english })

export type AppText = ReturnType<typeof appTexts>
