import type { AppError } from '#kernel/errors.ts'
import type { FormValues } from '#kernel/http/form-values.ts'
import { formatNumber } from '#kernel/i18n/format.ts'
import { type LetterTemplate, type PublishedTemplate, TemplateFields } from '#modules/templates/index.ts'
import {
  Button,
  ButtonRow,
  Checkbox,
  FormPage,
  Notice,
  Radios,
  Section,
  Select,
  Table,
  TextArea,
  TextField,
  ToneText,
} from '#ui/index.ts'
import type { LetterContent } from '../content.ts'
import { securities, urgencies } from '../domain.ts'
import type { MergedRow, MergeReading } from '../merge/read-merge.ts'
import { letterPaths } from '../paths.ts'
import type { ChainTemplate } from '../queries/chain-templates.ts'
import { deskTexts } from '../texts/desk.ts'
import { workTexts } from '../texts/work.ts'
import { errorsOf, LetterFrame, type LetterPageProps, recipientsText } from './frame.tsx'

interface MergeProps extends LetterPageProps {
  readonly template: LetterTemplate | undefined
  readonly templates: readonly PublishedTemplate[]
  readonly chains: readonly ChainTemplate[]
  readonly content: LetterContent | undefined
  readonly form: FormValues
  readonly reading: MergeReading | undefined
  readonly error: AppError | undefined
}

/** One row, one letter: template, what all share, rows, and a check of every row before anything is made. */
export function MergePage(props: MergeProps) {
  const { locale, template } = props
  const t = workTexts(locale)
  return (
    <LetterFrame
      {...props}
      title={t('merge.title')}
      lead={t('merge.lead')}
      crumbs={[{ label: deskTexts(locale)('nav.drafts'), href: letterPaths.drafts }, { label: t('merge.title') }]}
    >
      <div class="filters">
        <form method="get" action={letterPaths.merge}>
          <Select
            name="templat"
            label={t('merge.template')}
            value={template?.versionId}
            options={props.templates.map((one) => ({ value: one.versionId, label: one.name[locale] }))}
          />
          <Button variant="secondary">{t('merge.choose')}</Button>
        </form>
      </div>
      {template && props.content && <MergeForm {...props} template={template} content={props.content} />}
    </LetterFrame>
  )
}

function MergeForm(props: MergeProps & { template: LetterTemplate; content: LetterContent }) {
  const { locale, template, content, form, reading } = props
  const t = workTexts(locale)
  const d = deskTexts(locale)
  const errors = errorsOf(props.error, locale)
  const columns = ['penerima', 'alamat', 'hal', ...template.fields.map((field) => field.key)].join(', ')
  const isReady =
    reading !== undefined && reading.faults.length === 0 && reading.rows.every((row) => !row.errors.length)
  return (
    <>
      {reading && <Result reading={reading} locale={locale} />}
      <FormPage
        action={letterPaths.merge}
        errors={errors.list}
        actions={
          <ButtonRow>
            {isReady && (
              <Button name="buat" value="1">
                {t('merge.make', { n: formatNumber(reading.rows.length, locale) })}
              </Button>
            )}
            <Button variant={isReady ? 'secondary' : 'primary'}>{t('merge.check')}</Button>
          </ButtonRow>
        }
      >
        <input type="hidden" name="templat" value={template.versionId} />
        <TextField
          name="name"
          label={t('merge.name')}
          hint={t('merge.name-hint')}
          value={form.get('name')}
          error={errors.of('name')}
          maxLength={120}
        />
        <TextArea
          name="rows"
          label={t('merge.rows')}
          hint={t('merge.rows-hint', { columns })}
          value={form.get('rows')}
          error={errors.of('rows') ?? reading?.faults[0]?.[locale]}
          rows={10}
        />
        <Section title={t('merge.shared')} id="bersama">
          <p class="hint">{t('merge.shared-hint')}</p>
          <TextField name="subject" label={t('edit.subject')} value={content.subject} maxLength={300} />
          <TemplateFields fields={template.fields} values={content.values as never} errors={[]} locale={locale} />
          <TextArea name="copies" label={t('edit.copies')} optional value={content.copies.join('\n')} rows={2} />
          <TextField
            name="classification"
            label={t('edit.classification')}
            hint={t('edit.classification-hint')}
            value={content.classification}
            error={errors.of('classification')}
            width="medium"
          />
          <Radios
            name="security"
            label={t('edit.security')}
            inline
            value={content.security}
            options={securities.map((value) => ({ value, label: d(`security.${value}`) }))}
          />
          <Radios
            name="urgency"
            label={t('edit.urgency')}
            inline
            value={content.urgency}
            options={urgencies.map((value) => ({ value, label: d(`urgency.${value}`) }))}
          />
        </Section>
        <Select
          name="rantai"
          label={t('merge.chain')}
          error={errors.of('chain')}
          empty={t('start.chain-empty')}
          value={form.get('rantai')}
          options={props.chains.map((chain) => ({ value: chain.id, label: chain.name }))}
        />
        <Checkbox name="ajukan" label={t('merge.submit-now')} checked={form.get('ajukan') === 'yes'} />
      </FormPage>
    </>
  )
}

const mostShown = 50

function Result({ reading, locale }: { reading: MergeReading; locale: 'id' | 'en' }) {
  const t = workTexts(locale)
  const bad = reading.rows.filter((row) => row.errors.length > 0)
  const shown = (bad.length > 0 ? bad : reading.rows).slice(0, mostShown)
  return (
    <>
      {reading.rows.length > 0 && (
        <Notice tone={bad.length > 0 ? 'late' : 'good'} announce>
          {bad.length > 0
            ? t('merge.faults', { n: formatNumber(bad.length, locale) })
            : t('merge.ready', { n: formatNumber(reading.rows.length, locale) })}
        </Notice>
      )}
      {reading.unknown.length > 0 && <Notice>{t('merge.unknown', { columns: reading.unknown.join(', ') })}</Notice>}
      {shown.length > 0 && (
        <Table
          caption={t('merge.rows')}
          captionHidden
          dense
          rows={shown}
          rowKey={(row) => String(row.line)}
          columns={[
            { key: 'line', label: t('merge.line'), header: true, cell: (row) => String(row.line) },
            {
              key: 'to',
              label: t('edit.recipients'),
              cell: (row) =>
                recipientsText(
                  row.content.recipients.map((one) => one.name),
                  locale,
                ) || '–',
            },
            { key: 'subject', label: t('edit.subject'), cell: (row) => row.content.subject || '–' },
            { key: 'errors', label: t('merge.errors'), cell: (row) => <RowErrors row={row} locale={locale} /> },
          ]}
        />
      )}
    </>
  )
}

function RowErrors({ row, locale }: { row: MergedRow; locale: 'id' | 'en' }) {
  if (row.errors.length === 0) return <ToneText tone="good">{workTexts(locale)('merge.ok')}</ToneText>
  return (
    <ul class="plain-list">
      {row.errors.map((error) => (
        <li key={`${error.path}${error.message.id}`}>
          <ToneText tone="late">{error.message[locale]}</ToneText>
        </li>
      ))}
    </ul>
  )
}
