import type { LocalText } from '#kernel/i18n/texts.ts'
import { decimal, money, percent } from '../../calculation/fields.ts'

const hint: LocalText = {
  id: 'Kosongkan untuk memakai angka daerah ini.',
  en: 'Leave empty for the figure of this region.',
}

/** Fields that stand in for a figure of the region. */
export const ownRate = (id: string, en: string) => percent({ label: { id, en }, hint, optional: true, isOwn: true })
export const ownAmount = (id: string, en: string) => money({ label: { id, en }, hint, optional: true, isOwn: true })
export const ownFactor = (id: string, en: string) =>
  decimal({ label: { id, en }, hint, optional: true, isOwn: true, max: 1000, places: 6 })
