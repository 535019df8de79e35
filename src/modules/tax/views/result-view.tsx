import { formatDay } from '#kernel/i18n/format.ts'
import type { Locale } from '#kernel/i18n/texts.ts'
import { rate } from '#kernel/money/money.ts'
import { type Rule, ruleValueText } from '#modules/rules/index.ts'
import { Notice, Section, Stats, StatusTag, Table } from '#ui/index.ts'
import type { Result } from '../calculation/calculate.ts'
import type { Line } from '../calculation/calculator.ts'
import { figureText, moneyText, plainNumber, rateText } from '../calculation/words.ts'
import type { Step } from '../calculation/working.ts'
import { taxTexts } from '../texts.ts'

const tones = { verified: 'good', unverified: 'soon', disputed: 'late' } as const

interface ResultProps {
  readonly result: Result
  readonly locale: Locale
}

interface OnPaper {
  /** Nothing is folded away. */
  readonly onPaper?: boolean | undefined
}

/** What is to be paid, and what must be said about it. */
export function Outcome({ result, locale, onPaper }: ResultProps & OnPaper) {
  const t = taxTexts(locale)
  const { total } = result
  const day = formatDay(result.day, locale)
  const shown = total.isNegative ? total.negated : total
  return (
    <>
      <Stats
        rule={false}
        label={t('result')}
        items={[
          {
            value: moneyText(shown),
            text: `${t(total.isNegative ? 'total-back' : 'total')}, ${t('total-as-of', { day })}`,
          },
        ]}
      />
      {result.warnings.map((warning) => (
        <Notice key={warning.en} tone="soon">
          <p>{warning[locale]}</p>
        </Notice>
      ))}
      {result.lines.length > 1 && <Lines lines={result.lines} locale={locale} total={moneyText(total)} />}
      <Standing result={result} locale={locale} onPaper={onPaper} />
    </>
  )
}

function Lines({ lines, locale, total }: { lines: readonly Line[]; locale: Locale; total: string }) {
  const t = taxTexts(locale)
  const hasDestination = lines.some((line) => line.destination)
  return (
    <Table
      caption={t('lines')}
      captionHidden
      dense
      rows={lines}
      rowKey={(line) => line.id}
      columns={[
        { key: 'line', label: t('line'), header: true, cell: (line) => line.label[locale] },
        ...(hasDestination
          ? [
              {
                key: 'destination',
                label: t('destination'),
                cell: (line: Line) => (line.destination ? t(`to-${line.destination}`) : ''),
              },
            ]
          : []),
        { key: 'amount', label: t('amount'), align: 'end', cell: (line) => moneyText(line.amount) },
      ]}
      foot={
        <tr>
          <th scope="row" colSpan={hasDestination ? 2 : 1}>
            {t('total')}
          </th>
          <td class="end" data-label={t('amount')}>
            {total}
          </td>
        </tr>
      }
    />
  )
}

/** Whether anybody may rest an assessment on it, and which rows stand in the way. */
function Standing({ result, locale, onPaper }: ResultProps & OnPaper) {
  const t = taxTexts(locale)
  if (result.isOfficial) return <Notice tone="good">{t('official')}</Notice>
  const { openRules } = result
  return (
    <Notice tone="info" title={t('not-official')}>
      {openRules.length > 0 ? (
        <details open={onPaper}>
          <summary>{t('not-official-rules', { n: openRules.length })}</summary>
          <ul>
            {openRules.map((rule) => (
              <li key={rule.id}>
                {rule.title[locale]} ({rule.citation})
              </li>
            ))}
          </ul>
        </details>
      ) : (
        <p>{t('not-official-typed')}</p>
      )}
    </Notice>
  )
}

/** Every step in order; those of a month or a payment under its name, which on a screen opens them. */
export function Steps({ result, locale, onPaper }: ResultProps & OnPaper) {
  const t = taxTexts(locale)
  const all = parts(result.steps)
  const isOpen = onPaper || all.filter((part) => part.title).length <= fewParts
  return (
    <Section title={t('steps')} id="langkah">
      {all.map((part) => (
        <div key={part.steps[0]?.id} class="working">
          {part.title ? (
            <details open={isOpen}>
              <summary>
                {part.title[locale]}: {figureText((part.steps.at(-1) as Step).figure, locale)}
              </summary>
              <StepList steps={part.steps} locale={locale} />
            </details>
          ) : (
            <StepList steps={part.steps} locale={locale} />
          )}
        </div>
      ))}
    </Section>
  )
}

/** So many named parts are read at once; of more, only those that somebody opens. */
const fewParts = 3

function StepList({ steps, locale }: { steps: readonly Step[]; locale: Locale }) {
  return (
    <ol>
      {steps.map((step) => (
        <li key={step.id}>
          <span class="working-name">{step.label[locale]}</span>
          {step.formula && <span class="working-how">{step.formula[locale]}</span>}
          {step.rules.length > 0 && (
            <span class="working-basis">
              <Basis rules={step.rules} />
            </span>
          )}
          <span class="working-figure">{figureText(step.figure, locale)}</span>
        </li>
      ))}
    </ol>
  )
}

function Basis({ rules }: { rules: readonly Rule[] }) {
  const byCitation = new Map(rules.map((rule) => [rule.citation, rule]))
  return (
    <>
      {[...byCitation.values()].map((rule, index) => (
        <span key={rule.id}>
          {index > 0 && '; '}
          <a href={`#${ruleAnchor(rule)}`}>{rule.citation}</a>
        </span>
      ))}
    </>
  )
}

const ruleAnchor = (rule: Rule) => `aturan-${rule.key.replaceAll('.', '-')}-${rule.validFrom}`

/** The rows of law behind the steps, with their days and state. */
export function RulesUsed({ result, locale }: ResultProps) {
  const t = taxTexts(locale)
  const day = (iso: string) => formatDay(Temporal.PlainDate.from(iso), locale)
  return (
    <Section title={t('rules')} id="aturan">
      <Table
        caption={t('rules')}
        captionHidden
        dense
        rows={result.rules}
        rowKey={(rule) => rule.id}
        columns={[
          {
            key: 'rule',
            label: t('rule'),
            header: true,
            cell: (rule) => (
              <a id={ruleAnchor(rule)} href={`/hukum/${rule.key}`}>
                {rule.title[locale]}
              </a>
            ),
          },
          { key: 'value', label: t('value'), cell: (rule) => valueText(rule, locale) },
          { key: 'citation', label: t('citation'), cell: (rule) => rule.citation },
          {
            key: 'days',
            label: t('valid-days'),
            cell: (rule) =>
              rule.validTo
                ? t('from-to', { from: day(rule.validFrom), to: day(rule.validTo) })
                : t('from-on', { day: day(rule.validFrom) }),
          },
          {
            key: 'status',
            label: t('status'),
            cell: (rule) => <StatusTag tone={tones[rule.status]}>{t(rule.status)}</StatusTag>,
          },
        ]}
      />
    </Section>
  )
}

function valueText(rule: Rule, locale: Locale): string {
  if (rule.unit === 'ratio') return rateText(rate(String(rule.value)), locale)
  const rounding = rule.value as { mode?: 'down' | 'up' | 'half-up'; unit?: number }
  if (rule.unit === 'table' && rounding.mode && rounding.unit)
    return taxTexts(locale)(`rounds-${rounding.mode}`, { unit: plainNumber(rounding.unit, 'id') })
  return ruleValueText(rule, locale)
}

function parts(steps: readonly Step[]): { title: Step['section']; steps: Step[] }[] {
  const found: { title: Step['section']; steps: Step[] }[] = []
  for (const step of steps) {
    const last = found.at(-1)
    if (last && last.title === step.section) last.steps.push(step)
    else found.push({ title: step.section, steps: [step] })
  }
  return found
}
