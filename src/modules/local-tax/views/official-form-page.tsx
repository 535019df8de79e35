import type { AppError } from '#kernel/errors.ts'
import { type AnyCalculator, CalculatorFields, controlName, type RawInput, type TaxField } from '#modules/tax/index.ts'
import { Button, ButtonRow, CsrfField, DateField, type DateParts, ErrorSummary, TextArea } from '#ui/index.ts'
import { formatNop } from '../nop.ts'
import { localTaxPaths } from '../paths.ts'
import type { TaxObject } from '../queries/objects.ts'
import { officialTexts } from '../texts/official.ts'
import { errorsOf, TaxFrame, type TaxPageProps } from './frame.tsx'

interface PageProps extends TaxPageProps {
  readonly object: TaxObject
  readonly calculator: AnyCalculator
  readonly raw: RawInput
  readonly periodFrom: string | DateParts | undefined
  readonly periodTo: string | DateParts | undefined
  readonly ground: string
  readonly error: AppError | undefined
}

/** What the office asks: without figures that somebody would type in place of those of the region. */
export const officialFields = ({ fields }: AnyCalculator): Readonly<Record<string, TaxField>> =>
  Object.fromEntries(Object.entries(fields).filter(([, field]) => !field.isOwn && !field.isPast))

/** An assessment of a billboard or a well: period, what the calculator asks, ground. */
export function OfficialFormPage(props: PageProps) {
  const { object, calculator, locale, error } = props
  const t = officialTexts(locale)
  const fields = officialFields(calculator)
  const own = ['periodFrom', 'periodTo', 'ground']
  const errors = errorsOf(error, locale)
  const asked = (error?.fields ?? []).filter(({ path }) => !own.includes(path))
  return (
    <TaxFrame
      {...props}
      title={t('title', { tax: calculator.title[locale] })}
      lead={object.name}
      crumbs={[
        { label: formatNop(object.code), href: localTaxPaths.object(object.id) },
        { label: t('title', { tax: calculator.title[locale] }) },
      ]}
    >
      <ErrorSummary
        errors={[
          ...errors.list.filter(({ name }) => name === undefined || own.includes(name)),
          ...asked.map(({ path, message }) => ({ name: controlName(fields, path), text: message[locale] })),
        ]}
      />
      <form method="post" action={localTaxPaths.assessObject(object.id)} novalidate class="form-page">
        <CsrfField />
        <DateField
          name="periodFrom"
          label={t('period-from')}
          value={props.periodFrom}
          error={errors.of('periodFrom')}
        />
        <DateField name="periodTo" label={t('period-to')} value={props.periodTo} error={errors.of('periodTo')} />
        <CalculatorFields fields={fields} raw={props.raw} errors={asked} />
        <TextArea
          name="ground"
          label={t('ground')}
          hint={t('ground-hint')}
          rows={3}
          maxLength={500}
          value={props.ground}
          error={errors.of('ground')}
        />
        <ButtonRow>
          <Button>{t('compute')}</Button>
        </ButtonRow>
      </form>
    </TaxFrame>
  )
}
