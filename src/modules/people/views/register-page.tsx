import {
  CursorPagination,
  EmptyState,
  ExportLinks,
  FilterBar,
  Notice,
  Select,
  StatusTag,
  Table,
  TextField,
  useFrame,
} from '#ui/index.ts'
import { ageOn } from '../domain.ts'
import { peoplePaths } from '../paths.ts'
import type { AreaChoice } from '../queries/area-choices.ts'
import {
  type AgeGroup,
  ageGroups,
  type FoundPeople,
  type FoundPerson,
  type SearchStatus,
  searchStatuses,
} from '../queries/search.ts'
import { sexLabels } from '../terms.ts'
import { registerTexts } from '../texts.ts'
import { type PeopleAround, PeopleFrame } from './people-frame.tsx'

/** The filter as it stands in the address. */
export interface RegisterFilter {
  readonly q: string
  readonly wilayah: string
  readonly jk: 'male' | 'female' | ''
  readonly usia: AgeGroup | ''
  readonly status: SearchStatus | ''
  readonly lahir: string
  readonly ibu: string
  readonly alamat: string
  readonly rt: string
  readonly rw: string
}

export interface RegisterPageProps extends PeopleAround {
  readonly filter: RegisterFilter
  readonly areas: readonly AreaChoice[]
  readonly areaName: string | undefined
  readonly found: FoundPeople
  readonly mayExport: boolean
  readonly today: Temporal.PlainDate
  /** What was typed as the day of birth is none. */
  readonly birthError: boolean
  /** The officer reads nobody until a supervisor lets him go on. */
  readonly isStopped: boolean
}

/** People of the register with filters that have an address of their own. */
export function RegisterPage(props: RegisterPageProps) {
  const { locale } = useFrame()
  const t = registerTexts(locale)
  const { filter, found, today } = props
  return (
    <PeopleFrame
      {...props}
      title={t('title')}
      lead={t('lead')}
      actions={props.mayExport && <ExportLinks path={peoplePaths.register} query={{ ...filter }} />}
    >
      <Filters {...props} />
      {props.isStopped && (
        <Notice tone="late" title={t('stopped-title')}>
          <p>
            {t('stopped-text')} <a href={peoplePaths.ownAlarms}>{t('own-alarms')}</a>
          </p>
        </Notice>
      )}
      {found.tooMany && (
        <Notice tone="info" title={t('too-many-title')}>
          <p>{t('too-many-text')}</p>
        </Notice>
      )}
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
          { key: 'name', label: t('name'), header: true, cell: (row) => row.fullName },
          ...(found.rows.some((row) => row.why.length > 0)
            ? [{ key: 'why', label: t('found-by'), cell: (row: FoundPerson) => <FoundByText row={row} /> }]
            : []),
          ...(found.rows.some((row) => row.status !== 'active' || row.isChecked)
            ? [{ key: 'status', label: t('status'), cell: (row: FoundPerson) => <StatusOf row={row} /> }]
            : []),
          { key: 'sex', label: t('sex'), cell: (row) => sexLabels[row.sex][locale] },
          { key: 'age', label: t('age'), align: 'end', cell: (row) => t('years', { age: ageOn(row.birthOn, today) }) },
          { key: 'village', label: t('village'), cell: (row) => row.village },
          { key: 'district', label: t('district'), cell: (row) => row.district },
        ]}
      />
      <CursorPagination
        nextHref={found.next && address(filter, found.next)}
        countText={found.rows.length > 0 ? t('shown', { count: found.rows.length }) : undefined}
      />
    </PeopleFrame>
  )
}

function FoundByText({ row }: { row: FoundPerson }) {
  const { locale } = useFrame()
  const t = registerTexts(locale)
  return <>{row.why.map(({ kind, word }) => t(`found-${kind}`, { word })).join(', ')}</>
}

const statusTones = { moved: 'neutral', dead: 'neutral', duplicate: 'soon', void: 'neutral' } as const

function StatusOf({ row }: { row: FoundPerson }) {
  const { locale } = useFrame()
  const t = registerTexts(locale)
  return (
    <>
      {row.status !== 'active' && <StatusTag tone={statusTones[row.status]}>{t(`status-${row.status}`)}</StatusTag>}
      {row.isChecked && <StatusTag tone="late">{t('status-checked')}</StatusTag>}
    </>
  )
}

function Filters({ filter, areas, areaName, birthError }: RegisterPageProps) {
  const { locale } = useFrame()
  const t = registerTexts(locale)
  const ages = Object.keys(ageGroups) as AgeGroup[]
  const more = filter.lahir || filter.ibu || filter.alamat || filter.rt || filter.rw || filter.usia || filter.status
  const chip = (name: keyof RegisterFilter, label: string | false) =>
    filter[name] && label ? [{ label, removeHref: address({ ...filter, [name]: '' }) }] : []
  return (
    <FilterBar
      action={peoplePaths.register}
      search={{ name: 'q', value: filter.q, label: t('search') }}
      selects={[
        { name: 'wilayah', label: t('area'), options: areas, value: filter.wilayah },
        {
          name: 'jk',
          label: t('sex'),
          options: (['male', 'female'] as const).map((sex) => ({ value: sex, label: sexLabels[sex][locale] })),
          value: filter.jk,
        },
      ]}
      active={[
        ...chip('wilayah', areaName ?? filter.wilayah),
        ...chip('jk', filter.jk && sexLabels[filter.jk][locale]),
        ...chip('usia', filter.usia && t(`age-${filter.usia}`)),
        ...chip('status', filter.status && t(`status-${filter.status}`)),
        ...chip('lahir', t('chip-born', { text: filter.lahir })),
        ...chip('ibu', t('chip-mother', { text: filter.ibu })),
        ...chip('alamat', filter.alamat),
        ...chip('rt', `RT ${filter.rt}`),
        ...chip('rw', `RW ${filter.rw}`),
      ]}
      clearHref={peoplePaths.register}
    >
      <details class="queue-views" open={Boolean(more)}>
        <summary>{t('more-fields')}</summary>
        <div class="inline-form">
          <TextField
            name="lahir"
            label={t('born-on-or-year')}
            value={filter.lahir}
            error={birthError ? t('born-error') : undefined}
            maxLength={20}
            autocomplete="off"
          />
          <TextField name="ibu" label={t('mother-name')} value={filter.ibu} maxLength={100} autocomplete="off" />
          <TextField name="alamat" label={t('street')} value={filter.alamat} maxLength={100} autocomplete="off" />
          <TextField name="rt" label="RT" value={filter.rt} inputMode="numeric" maxLength={3} width="short" />
          <TextField name="rw" label="RW" value={filter.rw} inputMode="numeric" maxLength={3} width="short" />
          <Select
            name="usia"
            label={t('age-group')}
            options={ages.map((group) => ({ value: group, label: t(`age-${group}`) }))}
            value={filter.usia}
            empty={t('any')}
          />
          <Select
            name="status"
            label={t('status')}
            options={searchStatuses
              .filter((status) => status !== 'active')
              .map((status) => ({ value: status, label: t(`status-${status}`) }))}
            value={filter.status}
            empty={t('status-active')}
          />
        </div>
      </details>
    </FilterBar>
  )
}

function address(filter: RegisterFilter, cursor?: string): string {
  const query = new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== ''))
  if (cursor) query.set('lanjut', cursor)
  return query.size > 0 ? `${peoplePaths.register}?${query}` : peoplePaths.register
}
