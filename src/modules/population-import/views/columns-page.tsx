import type { AppError } from '#kernel/errors.ts'
import { formatNumber } from '#kernel/i18n/format.ts'
import { Button, ButtonRow, CsrfField, ErrorSummary, Notice, Section, Select } from '#ui/index.ts'
import type { ConvertedRow } from '../checking/convert-row.ts'
import { untranslated } from '../mapping/faults.ts'
import type { ColumnFacts, Mapping } from '../mapping/mapping.ts'
import { importPaths } from '../paths.ts'
import type { Import } from '../queries/imports.ts'
import { columnTexts } from '../texts/columns.ts'
import { importTexts } from '../texts/desk.ts'
import { ColumnTable, DateOrders } from './column-table.tsx'
import { errorsOf, ImportFrame, type ImportPageProps } from './frame.tsx'
import { Preview } from './preview.tsx'
import { Translations } from './translations.tsx'

interface ColumnsProps extends ImportPageProps {
  readonly one: Import
  readonly columns: readonly ColumnFacts[]
  readonly mapping: Mapping
  readonly villages: readonly { readonly code: string; readonly name: string; readonly district: string }[]
  readonly preview: readonly ConvertedRow[]
  readonly error: AppError | undefined
}

/** What each column means, how its values are read, and the first rows as they would be entered. */
export function ColumnsPage(props: ColumnsProps) {
  const { locale, one, mapping, columns } = props
  const t = columnTexts(locale)
  const errors = errorsOf(props.error, locale)
  const unknown = untranslated(mapping, columns)
  const action = importPaths.columns(one.id)
  return (
    <ImportFrame
      {...props}
      title={t('title')}
      lead={t('lead', { rows: formatNumber(one.total, locale) })}
      crumbs={[{ label: one.note, href: importPaths.show(one.id) }, { label: t('title') }]}
    >
      <ErrorSummary errors={errors.list} />
      {(one.shape?.sheets?.length ?? 0) > 1 && <Sheets one={one} locale={locale} />}
      <form method="post" action={action} novalidate>
        <CsrfField />
        <Section title={t('columns')} id="kolom">
          <ColumnTable {...props} errorOf={errors.of} />
        </Section>
        <Section title={t('dates')} id="tanggal">
          <DateOrders {...props} errorOf={errors.of} />
        </Section>
        <Section title={t('village')} id="desa">
          <div class="form-page">
            <Select
              name="village"
              label={t('village-label')}
              hint={t('village-hint')}
              empty={t('village-empty')}
              value={mapping.village}
              error={errors.of('village')}
              options={props.villages.map((village) => ({
                value: village.code,
                label: `${village.name}, ${village.district}`,
              }))}
            />
          </div>
        </Section>
        {unknown.length > 0 && (
          <Section title={t('values')} id="isi">
            <Notice tone="soon">{t('values-text')}</Notice>
            <Translations unknown={unknown} mapping={mapping} locale={locale} />
          </Section>
        )}
        <ButtonRow>
          <Button name="periksa" value="1">
            {t('check')}
          </Button>
          <Button variant="secondary" name="tampilkan" value="1">
            {t('save')}
          </Button>
        </ButtonRow>
      </form>
      <Section title={t('preview')} id="pratinjau">
        <Preview rows={props.preview} locale={locale} villages={props.villages} />
      </Section>
    </ImportFrame>
  )
}

function Sheets({ one, locale }: Pick<ColumnsProps, 'one' | 'locale'>) {
  const t = columnTexts(locale)
  const sheets = one.shape?.sheets ?? []
  return (
    <form method="post" action={importPaths.act(one.id, 'lembar')} class="inline-form">
      <CsrfField />
      <Select
        name="sheet"
        label={t('sheet')}
        empty={false}
        value={one.sheet ?? sheets[0]}
        options={sheets.map((sheet) => ({ value: sheet, label: sheet }))}
      />
      <Button variant="secondary">{t('sheet-read')}</Button>
      <span class="sr-only">{importTexts(locale)('file')}</span>
    </form>
  )
}
