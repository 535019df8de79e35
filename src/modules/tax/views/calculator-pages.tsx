import type { FieldError } from '#kernel/errors.ts'
import {
  Button,
  ButtonRow,
  CitizenLayout,
  DateField,
  EmptyState,
  ErrorSummary,
  FilterBar,
  LinkButton,
  LinkList,
  Section,
  TextField,
  useFrame,
} from '#ui/index.ts'
import type { Result } from '../calculation/calculate.ts'
import type { AnyCalculator } from '../calculation/calculator.ts'
import { type Subject, subjectKeys, subjects } from '../calculation/subjects.ts'
import { controlName, type RawInput } from '../forms/read-form.ts'
import { taxPaths } from '../paths.ts'
import { taxTexts } from '../texts.ts'
import { CalculatorFields, dateTyped } from './calculator-field.tsx'
import { Outcome, RulesUsed, Steps } from './result-view.tsx'

export interface CataloguePageProps {
  readonly calculators: readonly AnyCalculator[]
  readonly query: string
  readonly subject: Subject | undefined
}

/** Every calculation by subject, searched by words. */
export function CataloguePage({ calculators, query, subject }: CataloguePageProps) {
  const { locale } = useFrame()
  const t = taxTexts(locale)
  const bySubject = Map.groupBy(calculators, (calculator) => calculator.subject)
  const option = (key: Subject) => ({ value: key, label: subjects[key][locale] })
  return (
    <CitizenLayout title={t('title')} lead={t('lead')}>
      <FilterBar
        action={taxPaths.all}
        search={{ label: t('search'), value: query }}
        selects={[{ name: 'kelompok', label: t('subject'), value: subject, options: subjectKeys.map(option) }]}
      />
      <p role="status" class="mt-4 mb-4">
        {t('found', { n: calculators.length })}
      </p>
      {calculators.length === 0 && (
        <EmptyState title={t('none')} icon="search" action={<LinkButton href={taxPaths.all}>{t('title')}</LinkButton>}>
          {t('none-help')}
        </EmptyState>
      )}
      {subjectKeys.map((key) => {
        const list = bySubject.get(key)
        return (
          list && (
            <Section key={key} title={subjects[key][locale]} id={`kelompok-${key}`}>
              <LinkList
                headingLevel={3}
                items={list.map((calculator) => ({
                  title: calculator.title[locale],
                  href: taxPaths.calculator(calculator.kind),
                  text: calculator.lead[locale],
                }))}
              />
            </Section>
          )
        )
      })}
      <p class="mt-6">
        <a href={taxPaths.apiKinds}>{t('api')}</a>
      </p>
    </CitizenLayout>
  )
}

export interface CalculatorPageProps {
  readonly calculator: AnyCalculator
  readonly raw: RawInput
  /** As it stands in the form: an ISO day, or what was typed. */
  readonly day: string
  readonly region: string
  readonly errors: readonly FieldError[]
  readonly result: Result | undefined
  /** Address of the sheet for this result. */
  readonly sheetHref: string
}

/** One calculation: the form, and below it what came out. */
export function CalculatorPage(props: CalculatorPageProps) {
  const { calculator, raw, errors, result } = props
  const { locale } = useFrame()
  const t = taxTexts(locale)
  const { fields } = calculator
  const errorAt = (path: string) => errors.find((error) => error.path === path)?.message[locale]
  return (
    <CitizenLayout
      title={calculator.title[locale]}
      lead={calculator.lead[locale]}
      breadcrumb={[{ label: t('crumb'), href: taxPaths.all }, { label: calculator.title[locale] }]}
    >
      <ErrorSummary
        errors={errors.map((error) => ({ name: controlName(fields, error.path), text: error.message[locale] }))}
      />
      <form method="get" action={`${taxPaths.calculator(calculator.kind)}#hasil`} novalidate class="form-page">
        <input type="hidden" name="hitung" value="1" />
        <CalculatorFields fields={fields} raw={raw} errors={errors} />
        <DateField
          name="date"
          label={t('day')}
          hint={t('day-hint')}
          value={dateTyped('date', props.day)}
          error={errorAt('date')}
        />
        {calculator.law === 'region' && (
          <TextField
            name="region"
            label={t('region')}
            hint={t('region-hint')}
            value={props.region}
            error={errorAt('region')}
            width="short"
          />
        )}
        <ButtonRow>
          <Button>{t('compute')}</Button>
          <LinkButton href={taxPaths.calculator(calculator.kind)} variant="quiet">
            {t('again')}
          </LinkButton>
        </ButtonRow>
      </form>
      {result && (
        <>
          <Section title={t('result')} id="hasil">
            <Outcome result={result} locale={locale} />
            <ButtonRow>
              <LinkButton href={props.sheetHref} variant="secondary">
                {t('print')}
              </LinkButton>
            </ButtonRow>
            <p class="hint">{t('share')}</p>
          </Section>
          <Steps result={result} locale={locale} />
          <RulesUsed result={result} locale={locale} />
        </>
      )}
    </CitizenLayout>
  )
}
