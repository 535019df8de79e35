import { useTexts } from '../texts.ts'
import { Icon } from './icon.tsx'

/** Light or dark by hand, kept in the cookie `theme`. Only shown when scripts run; otherwise the device decides. */
export function ThemeSwitch() {
  const t = useTexts()
  return (
    <button
      class="link-button"
      type="button"
      hidden
      data-island="theme"
      data-text-dark={t('theme-dark')}
      data-text-light={t('theme-light')}
    >
      <Icon name="moon" size={18} />
      <span>{t('theme-dark')}</span>
    </button>
  )
}
