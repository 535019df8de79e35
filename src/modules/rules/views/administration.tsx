import type { ComponentChildren } from 'preact'
import type { Actor } from '#kernel/access/access.ts'
import type { AppError } from '#kernel/errors.ts'
import type { FormValues } from '#kernel/http/form-values.ts'
import type { Locale } from '#kernel/i18n/texts.ts'
import { adminNavFor } from '#modules/organization/index.ts'
import {
  DateField,
  EmptyState,
  ExportLinks,
  FilterBar,
  FormPage,
  LinkButton,
  parseDateParts,
  Radios,
  StaffLayout,
  Table,
  TextArea,
  TextField,
} from '#ui/index.ts'
import { type Rule, writeRuleValue } from '../domain.ts'
import { rulePaths } from '../paths.ts'
import type { Law, LawFilter } from '../queries/law.ts'
import { ruleTexts } from '../texts.ts'
import { ruleValueText } from '../value-words.ts'
import { dayText, lawAddress, lawSelects, RuleStatusTag } from './law-pages.tsx'

/** What every administration page is drawn with. */
export interface AdminPage {
  readonly locale: Locale
  readonly actor: Actor
  readonly notice?: string | undefined
}

/** A form with what was typed and what was wrong with it. */
export interface AdminForm extends AdminPage {
  readonly form: FormValues
  readonly error?: AppError | undefined
}

export function RuleAdministrationPage(props: AdminPage & Law & { filter: LawFilter }) {
  const { locale, actor, filter } = props
  const t = ruleTexts(locale)
  return (
    <StaffLayout
      title={t('admin.title')}
      lead={t('admin.lead')}
      desk={t('admin.desk')}
      unit={actor.position?.unitName}
      nav={adminNavFor(actor, locale)}
      notice={props.notice}
      actions={
        <>
          <LinkButton href={rulePaths.newHoliday} icon="plus">
            {t('admin.add-holiday')}
          </LinkButton>
          <ExportLinks path={rulePaths.law} query={lawAddress(filter)} />
        </>
      }
    >
      <FilterBar
        action={rulePaths.administration}
        search={{ label: t('law.search'), value: filter.text }}
        selects={lawSelects(filter, props.regulations, t)}
      />
      <Table
        caption={t('admin.title')}
        captionHidden
        dense
        rows={props.rules}
        rowKey={(rule) => rule.id}
        rowHref={(rule) => rulePaths.rule(rule.key)}
        empty={
          <EmptyState title={t('law.none')} icon="search">
            {t('law.none-help')}
          </EmptyState>
        }
        columns={[
          { key: 'rule', label: t('law.rule'), header: true, cell: (rule) => rule.title[locale] },
          { key: 'value', label: t('law.value'), cell: (rule) => ruleValueText(rule, locale) },
          { key: 'citation', label: t('law.citation'), cell: (rule) => rule.citation },
          { key: 'status', label: t('law.status'), cell: (rule) => <RuleStatusTag status={rule.status} /> },
          {
            key: 'action',
            label: t('admin.action'),
            cell: (rule) => (
              <span class="flex flex-wrap gap-4">
                <a class="p-1" href={rulePaths.newRow(rule.key)}>
                  {t('admin.add-row')}
                  <span class="sr-only">: {rule.title[locale]}</span>
                </a>
                <a class="p-1" href={rulePaths.verify(rule.id)}>
                  {t('admin.verify')}
                  <span class="sr-only">: {rule.title[locale]}</span>
                </a>
              </span>
            ),
          },
        ]}
      />
    </StaffLayout>
  )
}

export function HolidayFormPage(props: AdminForm) {
  const { locale, form } = props
  const t = ruleTexts(locale)
  const errors = errorsOf(props)
  return (
    <FormFrame {...props} title={t('admin.holiday-title')}>
      <FormPage
        title={t('admin.holiday-title')}
        lead={t('admin.holiday-lead')}
        action={rulePaths.newHoliday}
        backHref={rulePaths.administration}
        errors={errors.list}
        submitLabel={t('admin.save')}
      >
        <DateField name="day" label={t('admin.day')} value={dateTyped(form, 'day')} error={errors.of('day')} />
        <TextField name="nameId" label={t('admin.name-id')} value={form.get('nameId')} error={errors.of('nameId')} />
        <TextField name="nameEn" label={t('admin.name-en')} value={form.get('nameEn')} error={errors.of('nameEn')} />
        <TextField
          name="citation"
          label={t('admin.citation')}
          hint={t('admin.citation-hint')}
          value={form.get('citation')}
          error={errors.of('citation')}
        />
      </FormPage>
    </FormFrame>
  )
}

export function RowFormPage(props: AdminForm & { ruleKey: string; like: Rule; now: Rule | undefined }) {
  const { locale, form, like, now } = props
  const t = ruleTexts(locale)
  const errors = errorsOf(props)
  const title = t('admin.row-title', { title: like.title[locale] })
  const value = form.has('value') ? form.get('value') : writeRuleValue(like.value)
  const field = { name: 'value', label: t('admin.value', { unit: like.unit }), value, error: errors.of('value') }
  return (
    <FormFrame {...props} title={title}>
      <FormPage
        title={title}
        lead={
          now
            ? t('admin.row-lead', { value: ruleValueText(now, locale), citation: now.citation })
            : t('admin.row-lead-none')
        }
        action={rulePaths.newRow(props.ruleKey)}
        backHref={rulePaths.administration}
        errors={errors.list}
        submitLabel={t('admin.save')}
      >
        {like.unit === 'table' ? <TextArea {...field} rows={14} /> : <TextField {...field} width="medium" />}
        <TextField
          name="citation"
          label={t('admin.citation')}
          hint={t('admin.citation-hint')}
          value={form.get('citation')}
          error={errors.of('citation')}
        />
        <DateField
          name="validFrom"
          label={t('admin.valid-from')}
          value={dateTyped(form, 'validFrom')}
          error={errors.of('validFrom')}
        />
        <DateField
          name="validTo"
          label={t('admin.valid-to')}
          hint={t('admin.valid-to-hint')}
          optional
          value={dateTyped(form, 'validTo')}
          error={errors.of('validTo')}
        />
      </FormPage>
    </FormFrame>
  )
}

export function VerifyFormPage(props: AdminForm & { rule: Rule }) {
  const { locale, form, rule } = props
  const t = ruleTexts(locale)
  const errors = errorsOf(props)
  return (
    <FormFrame {...props} title={t('admin.verify-title')}>
      <FormPage
        title={t('admin.verify-title')}
        lead={t('admin.verify-lead', {
          title: rule.title[locale],
          value: ruleValueText(rule, locale),
          citation: rule.citation,
          day: dayText(rule.validFrom, locale),
        })}
        action={rulePaths.verify(rule.id)}
        backHref={rulePaths.administration}
        errors={errors.list}
        submitLabel={t('admin.save')}
      >
        <Radios
          name="status"
          label={t('admin.found')}
          value={form.get('status')}
          error={errors.of('status')}
          options={(['verified', 'disputed', 'unverified'] as const).map((status) => ({
            value: status,
            label: t(`admin.found-${status}`),
          }))}
        />
        <TextArea
          name="note"
          label={t('admin.note')}
          hint={t('admin.note-hint')}
          rows={3}
          value={form.get('note')}
          error={errors.of('note')}
        />
      </FormPage>
    </FormFrame>
  )
}

function FormFrame(props: AdminPage & { title: string; children: ComponentChildren }) {
  const { locale, actor } = props
  return (
    <StaffLayout
      title={props.title}
      heading={false}
      desk={ruleTexts(locale)('admin.desk')}
      unit={actor.position?.unitName}
      nav={adminNavFor(actor, locale)}
    >
      {props.children}
    </StaffLayout>
  )
}

const dateNames = new Set(['day', 'validFrom', 'validTo'])

/** Errors at their fields; a date that is none gets a sentence of ours. */
function errorsOf({ error, form, locale }: AdminForm) {
  const list = (error?.fields ?? []).map(({ path, message }) => {
    const typed = dateNames.has(path) && dateTyped(form, path)
    const isNoDate = dateNames.has(path) && typeof typed !== 'string'
    return { name: path || undefined, text: isNoDate ? ruleTexts(locale)('admin.date-wrong') : message[locale] }
  })
  return { list, of: (name: string) => list.find((item) => item.name === name)?.text }
}

export function dateTyped(form: FormValues, name: string) {
  return parseDateParts(Object.fromEntries(form.entries()), name)
}
