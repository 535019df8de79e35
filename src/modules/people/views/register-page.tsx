import { CursorPagination, EmptyState, ExportLinks, FilterBar, StaffLayout, Table, useFrame } from '#ui/index.ts'
import { ageOn } from '../domain.ts'
import { peoplePaths } from '../paths.ts'
import type { AreaChoice } from '../queries/area-choices.ts'
import { type AgeGroup, ageGroups, type FoundPeople } from '../queries/search.ts'
import { sexLabels } from '../terms.ts'
import { registerTexts } from '../texts.ts'

/** The filter as it stands in the address. */
export interface RegisterFilter {
  readonly q: string
  readonly wilayah: string
  readonly jk: 'male' | 'female' | ''
  readonly usia: AgeGroup | ''
}

export interface RegisterPageProps {
  readonly unitName: string | undefined
  readonly filter: RegisterFilter
  readonly areas: readonly AreaChoice[]
  readonly areaName: string | undefined
  readonly found: FoundPeople
  readonly mayExport: boolean
  readonly today: Temporal.PlainDate
}

/** People of the register, by name, with filters that have an address of their own. */
export function RegisterPage(props: RegisterPageProps) {
  const { locale } = useFrame()
  const t = registerTexts(locale)
  const { filter, found, today } = props
  const ages = Object.keys(ageGroups) as AgeGroup[]
  const active = [
    filter.wilayah && { label: props.areaName ?? filter.wilayah, removeHref: address({ ...filter, wilayah: '' }) },
    filter.jk && { label: sexLabels[filter.jk][locale], removeHref: address({ ...filter, jk: '' }) },
    filter.usia && { label: t(`age-${filter.usia}`), removeHref: address({ ...filter, usia: '' }) },
  ].filter((chip) => chip !== '')
  return (
    <StaffLayout
      title={t('title')}
      lead={t('lead')}
      desk={t('desk')}
      unit={props.unitName}
      actions={props.mayExport && <ExportLinks path={peoplePaths.register} query={{ ...filter }} />}
    >
      <FilterBar
        action={peoplePaths.register}
        search={{ name: 'q', value: filter.q, label: t('search') }}
        selects={[
          { name: 'wilayah', label: t('area'), options: props.areas, value: filter.wilayah },
          {
            name: 'jk',
            label: t('sex'),
            options: (['male', 'female'] as const).map((sex) => ({ value: sex, label: sexLabels[sex][locale] })),
            value: filter.jk,
          },
          {
            name: 'usia',
            label: t('age-group'),
            options: ages.map((group) => ({ value: group, label: t(`age-${group}`) })),
            value: filter.usia,
          },
        ]}
        active={active}
        clearHref={peoplePaths.register}
      />
      <Table
        caption={t('people')}
        dense
        rows={found.rows}
        rowKey={(row) => row.id}
        rowHref={(row) => peoplePaths.person(row.id)}
        empty={
          <EmptyState title={t('nobody-title')} icon="search">
            {t('nobody-text')}
          </EmptyState>
        }
        columns={[
          {
            key: 'name',
            label: t('name'),
            header: true,
            cell: (row) => (row.died ? `${row.fullName} (${t('died')})` : row.fullName),
          },
          { key: 'sex', label: t('sex'), cell: (row) => sexLabels[row.sex][locale] },
          { key: 'age', label: t('age'), align: 'end', cell: (row) => t('years', { age: ageOn(row.birthOn, today) }) },
          { key: 'village', label: t('village'), cell: (row) => row.village },
          { key: 'district', label: t('district'), cell: (row) => row.district },
        ]}
      />
      <CursorPagination
        nextHref={found.next && address(filter, peoplePaths.register, found.next)}
        countText={found.rows.length > 0 ? t('shown', { count: found.rows.length }) : undefined}
      />
    </StaffLayout>
  )
}

function address(filter: RegisterFilter, path: string = peoplePaths.register, cursor?: string): string {
  const query = new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== ''))
  if (cursor) query.set('lanjut', cursor)
  return query.size > 0 ? `${path}?${query}` : path
}
