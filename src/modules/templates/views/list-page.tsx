import type { Zone } from '#kernel/clock/clock.ts'
import { formatShort } from '#kernel/i18n/format.ts'
import { CursorPagination, EmptyState, FilterBar, StatusTag, Table, useFrame, withQuery } from '#ui/index.ts'
import { groupNames, letterGroups, letterKinds } from '../kinds.ts'
import { templatePaths } from '../paths.ts'
import type { ListedTemplate, TemplateStatus } from '../queries/templates.ts'
import { templateTexts } from '../texts.ts'
import { TemplateFrame, type TemplatePage } from './frame.tsx'

const tones = { draft: 'soon', published: 'good', retired: 'neutral' } as const

export function StatusOfTemplate({ status }: { status: TemplateStatus }) {
  const t = templateTexts(useFrame().locale)
  return <StatusTag tone={tones[status]}>{t(`status-${status}`)}</StatusTag>
}

export interface TemplateListProps extends TemplatePage {
  readonly rows: readonly ListedTemplate[]
  readonly next: string | undefined
  readonly isFirstPage: boolean
  readonly query: Readonly<Record<'q' | 'kelompok' | 'keadaan' | 'asal', string | undefined>>
  readonly zone: Zone
}

export function TemplateListPage(props: TemplateListProps) {
  const { locale, query, rows, zone } = props
  const t = templateTexts(locale)
  return (
    <TemplateFrame {...props} title={t('title')} lead={t('lead')}>
      <FilterBar
        action={templatePaths.list}
        search={{ label: t('search'), value: query.q }}
        selects={[
          {
            name: 'kelompok',
            label: t('group'),
            value: query.kelompok,
            options: letterGroups.map((value) => ({ value, label: groupNames[value][locale] })),
          },
          {
            name: 'keadaan',
            label: t('status'),
            value: query.keadaan,
            options: (['draft', 'published', 'retired'] as const).map((value) => ({
              value,
              label: t(`status-${value}`),
            })),
          },
          {
            name: 'asal',
            label: t('origin'),
            value: query.asal,
            options: (['built-in', 'own'] as const).map((value) => ({ value, label: t(`origin-${value}`) })),
          },
        ]}
      />
      <Table
        caption={t('title')}
        captionHidden
        dense
        rows={rows}
        rowKey={(row) => row.key}
        rowHref={(row) => templatePaths.view(row.key)}
        empty={<EmptyState title={t('none')}>{t('none-help')}</EmptyState>}
        columns={[
          { key: 'name', label: t('name'), header: true, cell: (row) => row.name[locale] },
          {
            key: 'kind',
            label: t('kind'),
            cell: (row) => kindWords(row, locale),
          },
          { key: 'origin', label: t('origin'), cell: (row) => t(row.isBuiltIn ? 'origin-built-in' : 'origin-own') },
          { key: 'version', label: t('version'), cell: (row) => versionWords(row, t) },
          { key: 'status', label: t('status'), cell: (row) => <StatusOfTemplate status={row.status} /> },
          { key: 'changed', label: t('changed'), cell: (row) => formatShort(row.changedAt, locale, zone) },
        ]}
      />
      <CursorPagination
        nextHref={props.next && withQuery(templatePaths.list, { ...query, setelah: props.next })}
        previousHref={props.isFirstPage ? undefined : withQuery(templatePaths.list, query)}
      />
    </TemplateFrame>
  )
}

/** Most templates bear the name of their kind; then the group says more. */
function kindWords({ name, kind, group }: ListedTemplate, locale: 'id' | 'en'): string {
  const kindName = letterKinds[kind].name[locale]
  return name[locale] === kindName
    ? groupNames[group][locale]
    : `${kindName}, ${groupNames[group][locale].toLowerCase()}`
}

function versionWords(row: ListedTemplate, t: ReturnType<typeof templateTexts>): string {
  const published = row.publishedVersion === undefined ? undefined : String(row.publishedVersion)
  const draft = row.draftVersion === undefined ? undefined : t('draft-n', { n: row.draftVersion })
  return [published, draft].filter(Boolean).join(', ')
}
