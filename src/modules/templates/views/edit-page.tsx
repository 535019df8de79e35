import type { FormValues } from '#kernel/http/form-values.ts'
import { actKeys, acts } from '#modules/documents/index.ts'
import {
  Button,
  ButtonRow,
  CsrfField,
  ErrorSummary,
  type FieldProps,
  type GroupRow,
  RowGroup,
  Select,
  TextArea,
  TextField,
} from '#ui/index.ts'
import { letterKindKeys, letterKinds } from '../kinds.ts'
import type { ExplainedFault } from '../letter/explain-fault.ts'
import { arrangements, fieldName, fieldRows, formPath } from '../letter/read-content.ts'
import { templatePaths } from '../paths.ts'
import type { ListedTemplate } from '../queries/templates.ts'
import { type TemplateTexts, templateTexts } from '../texts.ts'
import { errorsOf, type TemplateForm, TemplateFrame } from './frame.tsx'
import { FaultList } from './preview-parts.tsx'
import { WordList } from './word-list.tsx'

export interface EditTemplateProps extends TemplateForm {
  readonly template: ListedTemplate
  readonly revision: number
  /** Pages as images, when they could be made of what is written. */
  readonly pages: readonly string[]
  readonly faults: readonly ExplainedFault[]
}

const types = ['text', 'paragraph', 'date', 'number', 'money', 'choice', 'list', 'table', 'official'] as const

/** What a template says at the left, how its specimen looks at the right, renewed while one types. */
export function EditTemplatePage(props: EditTemplateProps) {
  const { template, form, locale } = props
  const t = templateTexts(locale)
  const rows = fieldRows(form)
  const errors = errorsOf(props, (path) => formPath(path, rows))
  const about = (name: string, label: string, hint?: string): FieldProps & { value: string } => ({
    name,
    label,
    hint,
    value: form.get(name),
    error: errors.of(name),
  })
  const title = `${t('edit')}: ${template.name[locale]}`
  return (
    <TemplateFrame
      {...props}
      title={title}
      crumbs={[{ label: template.name[locale], href: templatePaths.view(template.key) }, { label: t('edit') }]}
    >
      <ErrorSummary errors={errors.list} />
      <form
        method="post"
        action={templatePaths.edit(template.key)}
        class="letter-editor"
        novalidate
        data-island="letter-preview"
        data-url={templatePaths.preview(template.key)}
        data-text-running={t('preview-running')}
        data-text-fresh={t('preview-fresh')}
        data-text-faulty={t('preview-faulty')}
        data-text-away={t('preview-away')}
        data-text-page={t('preview-page', { n: '{n}', name: template.name[locale] })}
      >
        <div class="letter-editor-form">
          <CsrfField />
          <input type="hidden" name="revision" value={String(props.revision)} />
          {/* First in the form, because it is the button that Enter presses. */}
          <ButtonRow>
            <Button>{t('save')}</Button>
            <Button name="pratinjau" value="1" variant="secondary" formNoValidate>
              {t('preview-show')}
            </Button>
          </ButtonRow>
          <TextField {...about('nameId', t('name-id'))} maxLength={120} />
          <TextField {...about('nameEn', t('name-en'))} maxLength={120} />
          <div class="letter-source">
            <TextArea
              {...about('source', t('source'), t('source-hint'))}
              value={form.all('source')[0] ?? ''}
              rows={22}
            />
          </div>
          <WordList locale={locale} />
          <FieldRows form={form} rows={rows} about={about} t={t} />
          <details class="letter-facts" open={errors.list.some((error) => factNames.has(error.name ?? ''))}>
            <summary>{t('facts')}</summary>
            <FactFields about={about} t={t} locale={locale} />
          </details>
          <TextField {...about('note', t('note'), t('note-hint'))} maxLength={500} />
          <ButtonRow>
            <Button>{t('save')}</Button>
          </ButtonRow>
        </div>
        <section class="letter-editor-preview" id="pratinjau" aria-label={t('preview')} tabindex={0}>
          <p class="hint" role="status" data-preview-status />
          <div data-preview-faults>
            <FaultList faults={props.faults} source={form.all('source')[0] ?? ''} locale={locale} />
          </div>
          <div class="letter-pages" data-preview-pages>
            {props.pages.map((svg, index) => (
              <img
                key={svg.length}
                class="letter-page"
                src={`data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`}
                alt={t('preview-page', { n: index + 1, name: template.name[locale] })}
              />
            ))}
          </div>
        </section>
      </form>
    </TemplateFrame>
  )
}

type About = (name: string, label: string, hint?: string) => FieldProps & { value: string }

const factNames = new Set(['kind', 'arrangement', 'title', 'letterhead', 'paper', 'act', 'register', 'signers'])

function FactFields({ about, t, locale }: { about: About; t: TemplateTexts; locale: 'id' | 'en' }) {
  const choices = <Value extends string>(values: readonly Value[], label: (value: Value) => string) =>
    values.map((value) => ({ value, label: label(value) }))
  return (
    <>
      <Select
        empty={false}
        {...about('kind', t('kind'))}
        options={choices(letterKindKeys, (kind) => letterKinds[kind].name[locale])}
      />
      <Select
        empty={false}
        {...about('arrangement', t('layout'))}
        options={choices(arrangements, (one) => t(`layout-${one}`))}
      />
      <TextField {...about('title', t('heading'), t('heading-hint'))} maxLength={120} optional />
      <Select
        empty={false}
        {...about('letterhead', t('letterhead'))}
        options={choices(['unit', 'head', 'none'] as const, (one) => t(`letterhead-${one}`))}
      />
      <Select
        empty={false}
        {...about('paper', t('paper'))}
        options={choices(['a4', 'f4'] as const, (one) => t(`paper-${one}`))}
      />
      <Select
        empty={false}
        {...about('act', t('act'), t('act-hint'))}
        options={choices(actKeys, (act) => acts[act][locale])}
      />
      <TextField {...about('register', t('register'), t('register-hint'))} maxLength={60} width="medium" optional />
      <TextArea {...about('signers', t('signers'), t('signers-hint'))} rows={2} />
    </>
  )
}

const blankRow = '{row}'

function FieldRows({
  form,
  rows,
  about,
  t,
}: {
  form: FormValues
  rows: readonly string[]
  about: About
  t: TemplateTexts
}) {
  const rowOf = (row: string, n: string): GroupRow => {
    const at = (part: Parameters<typeof fieldName>[1], hint?: string) =>
      about(fieldName(row, part), t(`field-${part}`), hint)
    return {
      key: row,
      title: form.get(fieldName(row, 'labelId')) || t('field-n', { n }),
      cells: [
        <TextField key="key" {...at('key')} maxLength={40} width="medium" spellcheck={false} />,
        <Select
          key="type"
          empty={false}
          {...at('type')}
          options={types.map((value) => ({ value, label: t(`type-${value}`) }))}
        />,
        <TextField key="labelId" {...at('labelId')} maxLength={160} />,
        <Select
          key="required"
          empty={false}
          {...at('required')}
          options={[
            { value: 'ya', label: t('yes') },
            { value: 'tidak', label: t('no') },
          ]}
        />,
        <TextArea key="detail" {...at('detail', t('field-detail-hint'))} rows={2} optional />,
        <details key="more" class="field-more">
          <summary>{`${t('field-labelEn')}, ${t('field-hintId').toLowerCase()}, ${t('field-when').toLowerCase()}`}</summary>
          <TextField {...at('labelEn')} maxLength={160} optional />
          <TextField {...at('hintId')} maxLength={400} optional />
          <TextField {...at('when', t('field-when-hint'))} maxLength={200} optional />
          <TextField {...at('most')} maxLength={3} width="short" inputMode="numeric" optional />
        </details>,
      ],
    }
  }
  return (
    <RowGroup
      {...about('fields', t('fields'), t('fields-hint'))}
      rows={rows.map((row, index) => rowOf(row, String(index + 1)))}
      blank={rowOf(blankRow, '{n}')}
      addLabel={t('add-field')}
      removeLabel={t('remove')}
      most={60}
      addedText={t('row-added')}
      removedText={t('row-removed')}
    />
  )
}
