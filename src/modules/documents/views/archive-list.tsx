import type { Zone } from '#kernel/clock/clock.ts'
import { formatNumber, formatShort } from '#kernel/i18n/format.ts'
import { AdministrationFrame, type AdminPage } from '#modules/organization/index.ts'
import {
  CursorPagination,
  DayInput,
  EmptyState,
  ExportLinks,
  FilterBar,
  LinkButton,
  StatusTag,
  Table,
  useFrame,
  withQuery,
} from '#ui/index.ts'
import { documentPaths } from '../paths.ts'
import type { ArchivedDocument } from '../queries/archive.ts'
import { archiveTexts } from '../texts-archive.ts'

export const archiveTemplates = [
  'birth-certificate',
  'death-certificate',
  'civil-certificate',
  'moving-letter',
  'child-card',
  'family-card',
  'decision-letter',
  'certificate',
  'official-letter',
] as const
const standings = ['stands', 'unfinished', 'revoked', 'replaced'] as const
const tones = { stands: 'good', unfinished: 'soon', revoked: 'late', replaced: 'neutral' } as const

export function StandingTag({ standing }: { standing: ArchivedDocument['standing'] }) {
  const t = archiveTexts(useFrame().locale)
  return <StatusTag tone={tones[standing]}>{t(standing)}</StatusTag>
}

export interface ArchiveListProps extends AdminPage {
  readonly query: {
    readonly q?: string | undefined
    readonly jenis?: (typeof archiveTemplates)[number] | undefined
    readonly keadaan?: ArchivedDocument['standing'] | undefined
    readonly sejak?: string | undefined
    readonly sampai?: string | undefined
    readonly setelah?: string | undefined
  }
  readonly rows: readonly ArchivedDocument[]
  readonly next: string | undefined
  readonly unitName: (path: string) => string
  readonly most: number
  readonly zone: Zone
}

export function ArchiveListPage(props: ArchiveListProps) {
  const { locale, query, zone } = props
  const t = archiveTexts(locale)
  const { setelah, ...filter } = query
  return (
    <AdministrationFrame
      {...props}
      title={t('title')}
      lead={t('lead')}
      actions={
        <>
          {props.rows.length > 0 && (
            <LinkButton href={withQuery(documentPaths.archiveBundle, filter)} variant="secondary" icon="download">
              {t('bundle')}
            </LinkButton>
          )}
          <ExportLinks path={documentPaths.archive} query={filter} />
        </>
      }
    >
      <FilterBar
        action={documentPaths.archive}
        search={{ label: t('search'), value: query.q }}
        clearHref={documentPaths.archive}
        selects={[
          {
            name: 'jenis',
            label: t('template'),
            value: query.jenis,
            options: archiveTemplates.map((value) => ({ value, label: t(`template-${value}`) })),
          },
          {
            name: 'keadaan',
            label: t('standing'),
            value: query.keadaan,
            options: standings.map((value) => ({ value, label: t(value) })),
          },
        ]}
      >
        <DayInput name="sejak" label={t('from')} value={query.sejak} />
        <DayInput name="sampai" label={t('to')} value={query.sampai} />
      </FilterBar>
      <Table
        caption={t('title')}
        captionHidden
        dense
        rows={props.rows}
        rowKey={(row) => row.id}
        rowHref={(row) => documentPaths.archived(row.id)}
        empty={<EmptyState title={t('none')}>{t('none-help')}</EmptyState>}
        columns={[
          { key: 'number', label: t('number'), header: true, cell: (row) => row.number },
          { key: 'document', label: t('document'), cell: (row) => row.title },
          { key: 'subject', label: t('subject'), cell: (row) => row.subjectLabel },
          { key: 'unit', label: t('unit'), cell: (row) => props.unitName(row.unitPath) },
          { key: 'issued', label: t('issued'), cell: (row) => formatShort(row.issuedAt, locale, zone) },
          { key: 'level', label: t('level'), cell: (row) => row.level },
          { key: 'standing', label: t('standing'), cell: (row) => <StandingTag standing={row.standing} /> },
        ]}
      />
      <CursorPagination
        previousHref={setelah ? withQuery(documentPaths.archive, filter) : undefined}
        nextHref={props.next && withQuery(documentPaths.archive, { ...filter, setelah: props.next })}
      />
      <p class="hint mt-4">{t('bundle-help', { most: formatNumber(props.most, locale) })}</p>
    </AdministrationFrame>
  )
}
