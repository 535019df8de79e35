import { formatDay } from '#kernel/i18n/format.ts'
import type { AdminPage } from '#modules/organization/index.ts'
import {
  CursorPagination,
  EmptyState,
  ExportLinks,
  FilterBar,
  LinkButton,
  StatusTag,
  Table,
  useFrame,
  withQuery,
} from '#ui/index.ts'
import { type PartnerState, partnerKinds, partnerStates } from '../domain.ts'
import { partnerPaths } from '../paths.ts'
import type { Partner } from '../queries/partners.ts'
import { partnerTexts } from '../texts.ts'
import { PartnerFrame } from './frame.tsx'

const tones = { active: 'good', suspended: 'soon', ended: 'neutral' } as const

export function StateOfPartner({ state }: { state: PartnerState }) {
  return <StatusTag tone={tones[state]}>{partnerTexts(useFrame().locale)(`state-${state}`)}</StatusTag>
}

export interface PartnerListProps extends AdminPage {
  readonly rows: readonly Partner[]
  readonly next: string | undefined
  readonly isFirstPage: boolean
  readonly query: {
    readonly q?: string | undefined
    readonly jenis?: string | undefined
    readonly keadaan?: string | undefined
  }
  readonly mayKeep: boolean
}

export function PartnerListPage(props: PartnerListProps) {
  const { locale, query } = props
  const t = partnerTexts(locale)
  return (
    <PartnerFrame
      {...props}
      title={t('title')}
      lead={t('lead')}
      actions={
        <>
          {props.mayKeep && (
            <LinkButton href={partnerPaths.add} icon="plus">
              {t('add')}
            </LinkButton>
          )}
          <ExportLinks path={partnerPaths.list} query={query} />
        </>
      }
    >
      <FilterBar
        action={partnerPaths.list}
        search={{ label: t('search'), value: query.q }}
        selects={[
          {
            name: 'jenis',
            label: t('kind'),
            value: query.jenis,
            options: partnerKinds.map((value) => ({ value, label: t(`kind-${value}`) })),
          },
          {
            name: 'keadaan',
            label: t('state'),
            value: query.keadaan,
            options: partnerStates.map((value) => ({ value, label: t(`state-${value}`) })),
          },
        ]}
      />
      <Table
        caption={t('title')}
        captionHidden
        dense
        rows={props.rows}
        rowKey={(row) => row.id}
        rowHref={(row) => partnerPaths.partner(row.id)}
        empty={<EmptyState title={t('none')}>{t('none-help')}</EmptyState>}
        columns={[
          { key: 'name', label: t('name'), header: true, cell: (row) => row.name },
          { key: 'kind', label: t('kind'), cell: (row) => t(`kind-${row.kind}`) },
          { key: 'agreement', label: t('agreement'), cell: (row) => row.agreement },
          {
            key: 'until',
            label: t('until'),
            cell: (row) => formatDay(Temporal.PlainDate.from(row.agreementUntil), locale),
          },
          { key: 'state', label: t('state'), cell: (row) => <StateOfPartner state={row.state} /> },
        ]}
      />
      <CursorPagination
        previousHref={props.isFirstPage ? undefined : withQuery(partnerPaths.list, query)}
        nextHref={props.next && withQuery(partnerPaths.list, { ...query, setelah: props.next })}
      />
    </PartnerFrame>
  )
}
