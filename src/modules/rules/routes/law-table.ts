import type { Exported } from '#kernel/export/export-routes.ts'
import type { RouteContext } from '#kernel/http/route.ts'
import { findOwnRegion } from '#modules/territory/index.ts'
import type { Rule } from '../domain.ts'
import { type Law, readLaw } from '../queries/law.ts'
import { ruleTexts } from '../texts.ts'
import { ruleValueText } from '../value-words.ts'
import { filterOf, type LawQuery } from './law-query.ts'

/** The figures of law that the address asks for. */
export async function lawFor(context: RouteContext<unknown, LawQuery>): Promise<Law> {
  const region = (await findOwnRegion(context.db))?.code ?? ''
  return readLaw(context.db, region, filterOf(context))
}

/** The same as a file. */
export async function lawTable(context: RouteContext<unknown, LawQuery>): Promise<Exported<Rule>> {
  const { locale } = context
  const t = ruleTexts(locale)
  return {
    file: `aturan-${filterOf(context).on}`,
    title: t('law.title'),
    rows: (await lawFor(context)).rules,
    columns: [
      { label: t('law.key'), kind: 'text', width: 36, value: (rule) => rule.key },
      { label: t('law.rule'), kind: 'text', width: 48, value: (rule) => rule.title[locale] },
      { label: t('law.value'), kind: 'text', width: 32, value: (rule) => ruleValueText(rule, locale) },
      { label: t('law.citation'), kind: 'text', width: 40, value: (rule) => rule.citation },
      { label: t('law.since'), kind: 'day', value: (rule) => Temporal.PlainDate.from(rule.validFrom) },
      { label: t('law.status'), kind: 'text', value: (rule) => t(`law.${rule.status}`) },
    ],
  }
}
