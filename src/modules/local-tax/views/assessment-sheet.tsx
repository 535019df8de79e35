import { formatDay } from '#kernel/i18n/format.ts'
import type { Locale } from '#kernel/i18n/texts.ts'
import { formatRupiah } from '#kernel/money/money.ts'
import type { Result } from '#modules/tax/index.ts'
import { Notice, PlainLayout, PrintLayout, SummaryList } from '#ui/index.ts'
import { formatNop } from '../nop.ts'
import type { Assessment } from '../queries/assessments.ts'
import { claimTexts } from '../texts/claims.ts'
import { basisRows } from './claim-words.tsx'
import { WorkingPart } from './working-part.tsx'

/** The assessment as it is printed from the browser. */
export function AssessmentSheet(props: {
  readonly one: Assessment
  readonly steps: Result['steps'] | undefined
  readonly locale: Locale
  readonly unit: string | undefined
}) {
  const { one, steps, locale, unit } = props
  const t = claimTexts(locale)
  const title = t(one.kind === 'sppt' ? 'sheet.title' : 'sheet.other')
  return (
    <PlainLayout title={title} heading={false}>
      <PrintLayout unit={unit} title={title} number={one.kind === 'sppt' ? formatNop(one.code) : one.number}>
        {one.state === 'draft' && <Notice tone="soon">{t('sheet.draft')}</Notice>}
        {one.state === 'cancelled' && <Notice tone="late">{t('sheet.cancelled')}</Notice>}
        <SummaryList
          dense
          rows={[
            { term: t('owner'), value: `${one.ownerName} (${one.npwpd})` },
            { term: t('owner-at'), value: one.ownerAddress },
            ...basisRows(one, locale),
            { term: t('total'), value: <b>{formatRupiah(one.amount)}</b> },
            { term: t('due-on'), value: formatDay(one.dueOn, locale) },
          ]}
        />
        {steps && <WorkingPart steps={steps} locale={locale} />}
      </PrintLayout>
    </PlainLayout>
  )
}
