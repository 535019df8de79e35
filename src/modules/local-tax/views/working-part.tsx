import { formatRupiah, senFromNumeric } from '#kernel/money/money.ts'
import { Exact, type Result } from '#modules/tax/index.ts'
import { Section, SummaryList } from '#ui/index.ts'
import { assessmentTexts } from '../texts/assessment.ts'
import type { TaxPageProps } from './frame.tsx'

/** Each step of a notice with its formula and the law behind it. */
export function WorkingPart({ steps, locale }: { steps: Result['steps']; locale: TaxPageProps['locale'] }) {
  return (
    <Section title={assessmentTexts(locale)('steps')} id="cara">
      <SummaryList
        dense
        rows={steps.map((step) => ({
          term: step.label[locale],
          value: (
            <>
              {step.formula && `${step.formula[locale]} = `}
              <b>
                {step.figure instanceof Exact
                  ? formatRupiah(senFromNumeric(step.figure.decimal(2)))
                  : String(step.figure)}
              </b>
              {step.rules.length > 0 && (
                <span class="hint"> {[...new Set(step.rules.map((rule) => rule.citation))].join('; ')}</span>
              )}
            </>
          ),
        }))}
      />
    </Section>
  )
}
