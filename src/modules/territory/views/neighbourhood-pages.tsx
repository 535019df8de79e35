import type { Zone } from '#kernel/clock/clock.ts'
import { formatDay, formatShort } from '#kernel/i18n/format.ts'
import {
  Button,
  ButtonRow,
  Columns,
  CsrfField,
  DateField,
  ErrorSummary,
  Notice,
  Section,
  Select,
  StaffLayout,
  StatusTag,
  SummaryList,
  TextArea,
  TextField,
  Timeline,
  useFrame,
  withQuery,
} from '#ui/index.ts'
import { neighbourhoodName } from '../neighbourhood.ts'
import { territoryPaths } from '../paths.ts'
import type { Neighbourhood, NeighbourhoodAct } from '../queries/neighbourhoods.ts'
import { neighbourhoodTexts } from '../texts-neighbourhoods.ts'
import { type Around, type Refused, stateOf, tones, typedDay, useErrors } from './neighbourhood-frame.ts'

const dayIn = (day: string, locale: 'id' | 'en') => formatDay(Temporal.PlainDate.from(day), locale)

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
  readonly zone: Zone
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
                time: formatShort(act.at, locale, props.zone),
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
