import { isPermitted } from '#kernel/access/access.ts'
import type { AppError } from '#kernel/errors.ts'
import { formatNumber, formatShort } from '#kernel/i18n/format.ts'
import {
  FormPage,
  formatBytes,
  LinkButton,
  NumberField,
  Section,
  Select,
  StatusTag,
  SummaryList,
  Table,
  WorkProgress,
} from '#ui/index.ts'
import { localTaxPaths } from '../paths.ts'
import type { Print, PrintFile } from '../queries/prints.ts'
import { printTexts } from '../texts/prints.ts'
import { yearOptions } from './assessment-list-page.tsx'
import { errorsOf, TaxFrame, type TaxPageProps } from './frame.tsx'
import { type AreaOption, type ListProps, TaxList } from './tax-list.tsx'

export interface NamedPrint extends Print {
  readonly villageName: string
}

const tones = { working: 'info', done: 'good' } as const

interface PageProps
  extends ListProps<{ readonly q: string; readonly tahun?: string | undefined; readonly wilayah: string }> {
  readonly rows: readonly NamedPrint[]
  readonly areas: readonly AreaOption[]
  readonly villages: readonly AreaOption[]
  readonly today: Temporal.PlainDate
  readonly typed: Readonly<Record<string, string>>
  readonly error: AppError | undefined
}

export function PrintListPage(props: PageProps) {
  const { locale, query, typed, zone } = props
  const t = printTexts(locale)
  const errors = errorsOf(props.error, locale)
  return (
    <TaxList
      {...props}
      title={t('title')}
      lead={t('lead')}
      path={localTaxPaths.prints}
      searchLabel={t('search')}
      selects={[
        { name: 'tahun', label: t('year'), value: query.tahun, options: yearOptions(props.today) },
        { name: 'wilayah', label: t('village'), value: query.wilayah, options: props.areas },
      ]}
      rowHref={(row) => localTaxPaths.print(row.id)}
      none={[t('none'), t('none-help')]}
      noMatch={[t('no-match'), t('no-match-help')]}
      columns={[
        { key: 'village', label: t('village'), header: true, cell: (row) => row.villageName },
        { key: 'year', label: t('year'), cell: (row) => String(row.year) },
        { key: 'total', label: t('total'), align: 'end', cell: (row) => formatNumber(row.total, locale) },
        { key: 'by', label: t('by'), cell: (row) => `${row.madeBy}, ${formatShort(row.madeAt, locale, zone)}` },
        {
          key: 'state',
          label: t('state'),
          cell: (row) => <StatusTag tone={tones[row.state]}>{t(`state.${row.state}`)}</StatusTag>,
        },
      ]}
    >
      {isPermitted(props.actor, 'local-tax.assess') && (
        <Section title={t('new')} id="baru">
          <FormPage action={localTaxPaths.prints} errors={errors.list} submitLabel={t('start')}>
            <NumberField
              name="year"
              label={t('year')}
              value={typed['year'] ?? String(props.today.year)}
              error={errors.of('year')}
              maxLength={4}
            />
            <Select
              name="villageCode"
              label={t('village')}
              value={typed['villageCode']}
              error={errors.of('villageCode')}
              options={props.villages}
              empty={t('pick')}
            />
          </FormPage>
        </Section>
      )}
    </TaxList>
  )
}

export function PrintPage(props: TaxPageProps & { print: NamedPrint; files: readonly PrintFile[] }) {
  const { locale, print, files, zone } = props
  const t = printTexts(locale)
  const title = `${print.villageName}, ${print.year}`
  const words = { done: formatNumber(print.done, locale), total: formatNumber(print.total, locale) }
  return (
    <TaxFrame
      {...props}
      title={title}
      lead={<StatusTag tone={tones[print.state]}>{t(`state.${print.state}`)}</StatusTag>}
      crumbs={[{ label: t('title'), href: localTaxPaths.prints }, { label: title }]}
    >
      {print.state === 'working' && (
        <>
          <WorkProgress label={t('state.working')} max={print.total} value={Math.min(print.done, print.total)}>
            {t('progress', words)}
          </WorkProgress>
          <LinkButton href={localTaxPaths.print(print.id)} variant="quiet" icon="refresh-cw">
            {t('refresh')}
          </LinkButton>
        </>
      )}
      <SummaryList
        dense
        rows={[
          { term: t('total'), value: formatNumber(print.total, locale) },
          { term: t('by'), value: `${print.madeBy}, ${formatShort(print.madeAt, locale, zone)}` },
        ]}
      />
      <Section title={t('files')} id="berkas">
        <Table
          caption={t('files')}
          captionHidden
          dense
          rows={files}
          rowKey={(row) => String(row.ordinal)}
          rowHref={(row) => localTaxPaths.printFile(print.id, row.ordinal)}
          empty={<p class="hint">{t('files-none')}</p>}
          columns={[
            {
              key: 'file',
              label: t('files'),
              header: true,
              cell: (row) => t('file', { ordinal: String(row.ordinal) }),
            },
            { key: 'count', label: t('notices'), align: 'end', cell: (row) => formatNumber(row.notices, locale) },
            { key: 'from', label: t('from'), cell: (row) => row.from },
            { key: 'to', label: t('to'), cell: (row) => row.to },
            { key: 'size', label: t('size'), align: 'end', cell: (row) => formatBytes(row.size) },
          ]}
        />
      </Section>
    </TaxFrame>
  )
}
