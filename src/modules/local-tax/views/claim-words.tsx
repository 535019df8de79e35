import { formatDay } from '#kernel/i18n/format.ts'
import type { Locale } from '#kernel/i18n/texts.ts'
import { formatRupiah, senFromNumeric } from '#kernel/money/money.ts'
import { StatusTag, type Tone } from '#ui/index.ts'
import { type AssessmentState, taxNames } from '../claims.ts'
import { formatNop } from '../nop.ts'
import { type Assessment, isOfLand } from '../queries/assessments.ts'
import { claimTexts } from '../texts/claims.ts'
import { objectTexts } from '../texts/objects.ts'
import { squareMetres } from './frame.tsx'

const tones: Readonly<Record<AssessmentState, Tone>> = {
  draft: 'soon',
  issued: 'info',
  delivered: 'info',
  overdue: 'late',
  dunned: 'late',
  warned: 'late',
  seizure: 'late',
  paid: 'good',
  refunded: 'neutral',
  nil: 'good',
  cancelled: 'neutral',
  'written-off': 'neutral',
}

export function ClaimTag({ state, locale }: { state: AssessmentState; locale: Locale }) {
  return <StatusTag tone={tones[state]}>{claimTexts(locale)(`state.${state}`)}</StatusTag>
}

/** "SPPT 2026" or "SKPD Pajak reklame 2026". */
export function claimTitle({ kind, tax, year }: Pick<Assessment, 'kind' | 'tax' | 'year'>, locale: Locale): string {
  const word = claimTexts(locale)(`kind.${kind}`)
  if (kind === 'sppt') return `${word} ${year}`
  return kind === 'self' ? `${taxNames[tax][locale]} ${year}` : `${word}, ${taxNames[tax][locale]} ${year}`
}

/** What it was computed from, as a page and the printed sheet show it. */
export function basisRows(one: Assessment, locale: Locale) {
  const { basis, code, objectAddress, year, period } = one
  const t = claimTexts(locale)
  const o = objectTexts(locale)
  const lines = basis.lines.map((line) => ({
    term: line.label[locale],
    value: formatRupiah(senFromNumeric(line.amount)),
  }))
  const at = objectAddress ? [{ term: t('object-at'), value: objectAddress }] : []
  if (!isOfLand(basis))
    return [
      { term: t('tax'), value: taxNames[one.tax][locale] },
      ...(code ? [{ term: t('object'), value: formatNop(code) }] : []),
      ...at,
      { term: t('year'), value: String(year) },
      ...(period
        ? [{ term: t('period'), value: `${formatDay(period.from, locale)} – ${formatDay(period.to, locale)}` }]
        : []),
      ...(one.ground ? [{ term: t('ground'), value: one.ground }] : []),
      ...lines,
    ]
  const area = (size: string, price: string) => `${squareMetres(size, locale)} × ${formatRupiah(BigInt(price) * 100n)}`
  return [
    { term: t('nop'), value: formatNop(code) },
    { term: t('year'), value: String(year) },
    ...at,
    { term: o('land-area'), value: area(basis.landArea, basis.landPrice) },
    { term: o('building-area'), value: area(basis.buildingArea, basis.buildingPrice) },
    { term: o('value'), value: formatRupiah(senFromNumeric(basis.value)) },
    { term: t('untaxed'), value: t(basis.hasUntaxed ? 'untaxed-yes' : 'untaxed-no') },
    ...lines,
  ]
}

type WayText = Parameters<ReturnType<typeof claimTexts>>[0]

/** What was done, as a history says it. */
export const wayText = (verb: string, locale: Locale): string => claimTexts(locale)(`way.${verb}` as WayText)
