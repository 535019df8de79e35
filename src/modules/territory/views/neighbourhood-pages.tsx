import type { AppError } from '#kernel/errors.ts'
import type { FormValues } from '#kernel/http/form-values.ts'
import { formatDay, formatShort } from '#kernel/i18n/format.ts'
import {
  Button,
  ButtonRow,
  Columns,
  CsrfField,
  CursorPagination,
  DateField,
  EmptyState,
  ErrorSummary,
  ExportLinks,
  FilterBar,
  LinkButton,
  Notice,
  parseDateParts,
  Section,
  Select,
  StaffLayout,
  StatusTag,
  SummaryList,
  Table,
  TextArea,
  TextField,
  Timeline,
  useFrame,
  withQuery,
} from '#ui/index.ts'
import { neighbourhoodName } from '../neighbourhood.ts'
import { territoryPaths } from '../paths.ts'
import type { AreaChoice } from '../queries/area-choices.ts'
import { type Neighbourhood, type NeighbourhoodAct, neighbourhoodStates } from '../queries/neighbourhoods.ts'
import { neighbourhoodTexts } from '../texts-neighbourhoods.ts'

export interface NeighbourhoodQuery {
  readonly q: string
  readonly wilayah: string
  readonly keadaan: (typeof neighbourhoodStates)[number] | ''
}

interface Around {
  readonly unitName: string | undefined
  readonly notice: string | undefined
}

const tones = { open: 'good', closed: 'neutral' } as const
const stateOf = (row: Neighbourhood) => (row.closedOn ? 'closed' : 'open')
const dayIn = (day: string, locale: 'id' | 'en') => formatDay(Temporal.PlainDate.from(day), locale)

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
      <FilterBar
        action={path}
        search={{ name: 'q', value: query.q, label: t('search') }}
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
        clearHref={path}
      />
      <Table
        caption={t('title')}
        captionHidden
        dense
        rows={props.rows}
        rowKey={(row) => row.id}
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
      />
      <CursorPagination
        previousHref={props.isFirstPage ? undefined : withQuery(path, { ...query })}
        nextHref={props.next && withQuery(path, { ...query, setelah: props.next })}
        countText={props.rows.length > 0 ? t('shown', { count: props.rows.length }) : undefined}
      />
    </StaffLayout>
  )
}

interface Refused {
  readonly form: FormValues
  readonly error: AppError | undefined
}

/** Sentences for the fields; a date that is none gets ours in place of the schema's. */
function useErrors({ error, form }: Refused) {
  const { locale } = useFrame()
  const t = neighbourhoodTexts(locale)
  const dates = ['openedOn', 'closedOn']
  const isNoDate = (name: string) => dates.includes(name) && typeof typedDay(form, name) !== 'string'
  const fields = (error?.fields ?? []).map(({ path, message }) => ({
    name: path,
    text: isNoDate(path) ? t('date-wrong') : message[locale],
  }))
  const list = error && fields.length === 0 ? [{ name: undefined, text: error.say(locale) }] : fields
  return { list, of: (name: string) => fields.find((field) => field.name === name)?.text }
}

/** The date of a form as it was typed. */
export const typedDay = (form: FormValues, name: string) => parseDateParts(Object.fromEntries(form.entries()), name)

export interface NewNeighbourhoodsProps extends Around, Refused {
  readonly villages: readonly { readonly value: string; readonly label: string }[]
}

export function NewNeighbourhoodsPage(props: NewNeighbourhoodsProps) {
  const { locale } = useFrame()
  const t = neighbourhoodTexts(locale)
  const { form } = props
  const errors = useErrors(props)
  return (
    <StaffLayout
      title={t('add-title')}
      lead={t('add-lead')}
      desk={t('desk')}
      unit={props.unitName}
      breadcrumb={[{ label: t('title'), href: territoryPaths.neighbourhoods }]}
    >
      <div class="form-page">
        <ErrorSummary errors={errors.list} />
        <Notice tone="info">{t('add-first')}</Notice>
        <form method="post" action={territoryPaths.newNeighbourhoods} novalidate>
          <CsrfField />
          <Select
            name="villageCode"
            label={t('village')}
            options={props.villages}
            value={form.get('villageCode')}
            error={errors.of('villageCode')}
          />
          <TextField
            name="rw"
            label={t('rw')}
            hint={t('rw-hint')}
            value={form.get('rw')}
            error={errors.of('rw')}
            inputMode="numeric"
            maxLength={20}
            width="short"
          />
          <TextField
            name="rt"
            label={t('rt')}
            hint={t('rt-hint')}
            value={form.get('rt')}
            error={errors.of('rt')}
            maxLength={200}
          />
          <DateField
            name="openedOn"
            label={t('opened-on')}
            hint={t('opened-hint')}
            value={typedDay(form, 'openedOn')}
            error={errors.of('openedOn')}
          />
          <TextField
            name="note"
            label={t('note')}
            hint={t('note-hint')}
            value={form.get('note')}
            error={errors.of('note')}
            maxLength={300}
            optional
          />
          <ButtonRow>
            <Button>{t('save')}</Button>
          </ButtonRow>
        </form>
      </div>
    </StaffLayout>
  )
}

export interface NeighbourhoodProps extends Around, Refused {
  readonly neighbourhood: Neighbourhood
  readonly others: readonly Neighbourhood[]
  readonly history: readonly NeighbourhoodAct[]
  readonly mayEdit: boolean
  readonly zone: string
}

export function NeighbourhoodPage(props: NeighbourhoodProps) {
  const { locale } = useFrame()
  const t = neighbourhoodTexts(locale)
  const { neighbourhood: shown, history } = props
  const errors = useErrors(props)
  return (
    <StaffLayout
      title={`${neighbourhoodName(shown)}, ${shown.village}`}
      lead={shown.district}
      desk={t('desk')}
      unit={props.unitName}
      notice={props.notice}
      breadcrumb={[
        { label: t('title'), href: territoryPaths.neighbourhoods },
        { label: shown.village, href: withQuery(territoryPaths.neighbourhoods, { wilayah: shown.villageCode }) },
      ]}
    >
      <ErrorSummary errors={errors.list} />
      <Columns aside={props.mayEdit && <Acts {...props} errorOf={errors.of} />}>
        <SummaryList
          dense
          rows={[
            {
              term: t('state'),
              value: <StatusTag tone={tones[stateOf(shown)]}>{t(`state-${stateOf(shown)}`)}</StatusTag>,
            },
            { term: t('head'), value: shown.headName ?? t('no-head') },
            { term: t('opened-on'), value: dayIn(shown.openedOn, locale) },
            ...(shown.closedOn ? [{ term: t('closed-on'), value: dayIn(shown.closedOn, locale) }] : []),
            ...(shown.closedReason ? [{ term: t('closed-reason'), value: shown.closedReason }] : []),
            ...(shown.successor
              ? [
                  {
                    term: t('successor'),
                    value: (
                      <a href={territoryPaths.neighbourhood(shown.successor.id)}>
                        {neighbourhoodName(shown.successor)}
                      </a>
                    ),
                  },
                ]
              : []),
          ]}
        />
        <Section title={t('history')} id="riwayat">
          {history.length === 0 ? (
            <p class="hint">{t('no-history')}</p>
          ) : (
            <Timeline
              label={t('history')}
              items={history.map((act) => ({
                title: t(`act-${act.what}`),
                state: 'done' as const,
                place: act.note ? `${act.by}: ${act.note}` : act.by,
                time: formatShort(act.at, locale, props.zone as never),
                dateTime: act.at.toString(),
              }))}
            />
          )}
        </Section>
      </Columns>
    </StaffLayout>
  )
}

function Acts(props: NeighbourhoodProps & { readonly errorOf: (name: string) => string | undefined }) {
  const { locale } = useFrame()
  const t = neighbourhoodTexts(locale)
  const { neighbourhood: shown, form, errorOf } = props
  if (shown.closedOn) {
    return (
      <Section title={t('reopen')} id="buka-lagi">
        <form method="post" action={territoryPaths.reopenNeighbourhood(shown.id)} novalidate>
          <CsrfField />
          <TextArea
            name="reason"
            label={t('reopen-reason')}
            rows={2}
            maxLength={300}
            value={form.get('reason')}
            error={errorOf('reason')}
          />
          <ButtonRow>
            <Button variant="secondary">{t('reopen')}</Button>
          </ButtonRow>
        </form>
      </Section>
    )
  }
  return (
    <>
      <Section title={t('name-head')} id="ketua">
        <form method="post" action={territoryPaths.nameHead(shown.id)} novalidate>
          <CsrfField />
          <TextField
            name="headName"
            label={t('name-head-label')}
            hint={t('name-head-hint')}
            value={form.has('headName') ? form.get('headName') : shown.headName}
            error={errorOf('headName')}
            maxLength={100}
            autocomplete="off"
          />
          <ButtonRow>
            <Button variant="secondary">{t('save')}</Button>
          </ButtonRow>
        </form>
      </Section>
      <Section title={t('close')} id="tutup">
        <p class="hint">{t('close-lead')}</p>
        <form method="post" action={territoryPaths.closeNeighbourhood(shown.id)} novalidate>
          <CsrfField />
          <DateField
            name="closedOn"
            label={t('closed-on')}
            value={typedDay(form, 'closedOn')}
            error={errorOf('closedOn')}
          />
          <TextArea
            name="reason"
            label={t('close-reason')}
            rows={2}
            maxLength={300}
            value={form.get('reason')}
            error={errorOf('reason')}
          />
          <Select
            name="successorId"
            label={t('close-successor')}
            empty={t('no-successor')}
            options={props.others.map((other) => ({ value: other.id, label: neighbourhoodName(other) }))}
            value={form.get('successorId')}
            error={errorOf('successorId')}
          />
          <ButtonRow>
            <Button variant="danger">{t('close')}</Button>
          </ButtonRow>
        </form>
      </Section>
    </>
  )
}
