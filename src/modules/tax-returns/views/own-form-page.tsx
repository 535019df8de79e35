import type { AppError } from '#kernel/errors.ts'
import { formatDay } from '#kernel/i18n/format.ts'
import { taxNames } from '#modules/local-tax/index.ts'
import {
  Button,
  ButtonRow,
  CitizenLayout,
  CsrfField,
  ErrorSummary,
  FieldGroup,
  FileUpload,
  MoneyField,
  Notice,
  Radios,
  Select,
  SummaryList,
  TextArea,
  useFrame,
} from '#ui/index.ts'
import { dayNames, type Typed } from '../domain.ts'
import { taxReturnPaths } from '../paths.ts'
import type { Paper } from '../queries/parts.ts'
import type { TaxReturn } from '../queries/returns.ts'
import { ownTexts } from '../texts/own.ts'
import { serviceOptions, titleOf } from './return-words.tsx'

interface PageProps {
  readonly one: TaxReturn
  readonly typed: Typed
  readonly papers: readonly Paper[]
  readonly error: AppError | undefined
  readonly notice: string | undefined
  readonly maxBytes: number
}

/** The form of a return; every day has its control, also where scripts hide what was not chosen. */
export function OwnFormPage({ one, typed, papers, error, notice, maxBytes }: PageProps) {
  const { locale } = useFrame()
  const t = ownTexts(locale)
  const isCorrection = one.version > 0
  const errors = error?.fields.length
    ? error.fields.map(({ path, message }) => ({ name: path, text: message[locale] }))
    : error
      ? [{ name: undefined, text: error.say(locale) }]
      : []
  const of = (name: string) => ({
    name,
    value: typed[name],
    error: errors.find((each) => each.name === name)?.text,
  })
  const services = serviceOptions(one.tax, locale)
  return (
    <CitizenLayout
      title={isCorrection ? t('correct') : titleOf(one, locale)}
      lead={isCorrection ? t('correct-lead') : undefined}
      breadcrumb={[
        { label: t('title'), href: taxReturnPaths.own },
        ...(isCorrection
          ? [{ label: titleOf(one, locale), href: taxReturnPaths.ownReturn(one.id) }, { label: t('correct') }]
          : [{ label: titleOf(one, locale) }]),
      ]}
      narrow
      private
    >
      {notice && (
        <Notice tone="good" announce>
          {notice}
        </Notice>
      )}
      {one.remindedOn && !isCorrection && (
        <Notice tone="late">{t('reminded', { day: formatDay(one.remindedOn, locale) })}</Notice>
      )}
      <ErrorSummary errors={errors} />
      <SummaryList
        dense
        rows={[
          { term: t('tax'), value: taxNames[one.tax][locale] },
          { term: t('object'), value: `${one.objectName}, ${one.objectAddress}` },
          { term: t('file-due'), value: formatDay(one.fileDueOn, locale) },
          { term: t('pay-due'), value: formatDay(one.payDueOn, locale) },
        ]}
      />
      <form
        method="post"
        action={taxReturnPaths.ownReturn(one.id)}
        enctype="multipart/form-data"
        novalidate
        class="form-page"
      >
        <CsrfField />
        {services.length > 0 && <Select {...of('service')} label={t('service')} options={services} />}
        <Radios
          {...of('manner')}
          label={t('manner')}
          options={[
            {
              value: 'month',
              label: t('manner.month'),
              reveals: <MoneyField {...of('turnover')} label={t('turnover')} hint={t('turnover-hint')} />,
            },
            {
              value: 'days',
              label: t('manner.days'),
              reveals: (
                <FieldGroup name="days" label={t('days')} hint={t('days-hint')}>
                  {() => (
                    <div class="month-grid">
                      {dayNames.slice(0, one.month.daysInMonth).map((name, index) => (
                        <MoneyField key={name} {...of(name)} label={t('day', { day: String(index + 1) })} />
                      ))}
                    </div>
                  )}
                </FieldGroup>
              ),
            },
            { value: 'nil', label: t('manner.nil') },
          ]}
        />
        <div data-island="conditions" data-when={JSON.stringify({ field: 'manner', equals: ['month', 'days'] })}>
          <MoneyField {...of('exempt')} label={t('exempt')} hint={t('exempt-hint')} optional />
          <TextArea {...of('exemptReason')} label={t('exempt-reason')} rows={2} maxLength={500} optional />
        </div>
        {isCorrection && <TextArea {...of('reason')} label={t('reason')} rows={2} maxLength={500} />}
        <FileUpload
          name="papers"
          label={t('papers')}
          hint={t('papers-hint')}
          error={of('papers').error}
          optional
          multiple
          accept={['image/jpeg', 'image/png', 'application/pdf']}
          acceptText="JPG, PNG, PDF"
          maxBytes={maxBytes}
          files={papers.map((paper) => ({
            id: paper.id,
            name: paper.name,
            size: paper.size,
            href: taxReturnPaths.ownPaper(one.id, paper.id),
          }))}
        />
        <ButtonRow>
          <Button name="act" value="periksa">
            {t('next')}
          </Button>
          <Button name="act" value="simpan" variant="secondary">
            {t('save')}
          </Button>
        </ButtonRow>
      </form>
    </CitizenLayout>
  )
}
