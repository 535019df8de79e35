import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Locale } from '#kernel/i18n/texts.ts'

const LocaleContext = createContext<Locale>('id')

/** Gives every component below it its language; `FrameProvider` already does this for whole pages. */
export const LocaleProvider = LocaleContext.Provider

export function useLocale(): Locale {
  return useContext(LocaleContext)
}
