import {
  EmptyState,
  ExportLinks,
  LinkButton,
  NarrowedList,
  StaffLayout,
  StatusTag,
  useFrame,
  withQuery,
} from '#ui/index.ts'
import { neighbourhoodName } from '../neighbourhood.ts'
import { territoryPaths } from '../paths.ts'
import type { AreaChoice } from '../queries/area-choices.ts'
import { type Neighbourhood, neighbourhoodStates } from '../queries/neighbourhoods.ts'
import { neighbourhoodTexts } from '../texts-neighbourhoods.ts'
import { type Around, stateOf, tones } from './neighbourhood-frame.ts'

export interface NeighbourhoodQuery {
  readonly q: string
  readonly wilayah: string
  readonly keadaan: (typeof neighbourhoodStates)[number] | ''
}

export interface NeighbourhoodListProps extends Around {
  readonly query: NeighbourhoodQuery
  readonly areas: readonly AreaChoice[]
  readonly areaName: string | undefined
  readonly rows: readonly Neighbourhood[]
  readonly next: string | undefined
  readonly isFirstPage: boolean
  readonly mayEdit: boolean
}

export function NeighbourhoodListPage(props: NeighbourhoodListProps) {
  const { locale } = useFrame()
  const t = neighbourhoodTexts(locale)
  const { query } = props
  const path = territoryPaths.neighbourhoods
  const isFiltered = Object.values(query).some(Boolean)
  return (
    <StaffLayout
      title={t('title')}
      lead={t('lead')}
      desk={t('desk')}
      unit={props.unitName}
      notice={props.notice}
      actions={
        <>
          {props.mayEdit && (
            <LinkButton href={territoryPaths.newNeighbourhoods} icon="plus" small>
              {t('add')}
            </LinkButton>
          )}
          <ExportLinks path={path} query={{ ...query }} />
        </>
      }
    >
      <NarrowedList
        caption={t('title')}
        path={path}
        query={{ ...query }}
        searchLabel={t('search')}
        selects={[
          { name: 'wilayah', label: t('area'), value: query.wilayah, options: props.areas },
          {
            name: 'keadaan',
            label: t('state'),
            value: query.keadaan,
            options: neighbourhoodStates.map((state) => ({ value: state, label: t(`state-${state}`) })),
          },
        ]}
        active={[
          ...(query.wilayah
            ? [{ label: props.areaName ?? query.wilayah, removeHref: withQuery(path, { ...query, wilayah: '' }) }]
            : []),
          ...(query.keadaan
            ? [{ label: t(`state-${query.keadaan}`), removeHref: withQuery(path, { ...query, keadaan: '' }) }]
            : []),
        ]}
        rows={props.rows}
        rowHref={(row) => territoryPaths.neighbourhood(row.id)}
        empty={
          <EmptyState title={t(isFiltered ? 'none' : 'empty')} icon="search">
            {t(isFiltered ? 'none-help' : 'empty-help')}
          </EmptyState>
        }
        columns={[
          { key: 'number', label: t('number'), header: true, cell: neighbourhoodName },
          { key: 'village', label: t('village'), cell: (row) => row.village },
          { key: 'district', label: t('district'), cell: (row) => row.district },
          { key: 'head', label: t('head'), cell: (row) => row.headName ?? t('no-head') },
          {
            key: 'state',
            label: t('state'),
            cell: (row) => <StatusTag tone={tones[stateOf(row)]}>{t(`state-${stateOf(row)}`)}</StatusTag>,
          },
        ]}
        next={props.next}
        isFirstPage={props.isFirstPage}
        countText={props.rows.length > 0 ? t('shown', { count: props.rows.length }) : undefined}
      />
    </StaffLayout>
  )
}
