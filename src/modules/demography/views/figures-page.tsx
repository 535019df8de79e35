import { formatDay, formatNumber } from '#kernel/i18n/format.ts'
import type { Locale } from '#kernel/i18n/texts.ts'
import {
  CitizenLayout,
  ColumnChart,
  EmptyState,
  ExportLinks,
  FilterBar,
  Pyramid,
  Section,
  Stats,
  Table,
} from '#ui/index.ts'
import { type AgeSexCell, ageLabel, dependencyRatio, type FlowKind, sexRatio } from '../domain.ts'
import { demographyPaths } from '../paths.ts'
import type { AreaFigures, MonthFlow } from '../queries/figures.ts'
import { demographyTexts } from '../texts.ts'

export interface NamedPart {
  readonly code: string
  readonly name: string
  /** Undefined where so few live that they are not shown. */
  readonly male: number | undefined
  readonly female: number | undefined
  readonly families: number
}

export interface FiguresProps {
  readonly locale: Locale
  /** ISO days that can be chosen, the newest first; none before the first count. */
  readonly days: readonly string[]
  readonly day: string | undefined
  readonly area: string
  readonly areaName: string | undefined
  readonly areas: readonly { readonly value: string; readonly label: string }[]
  readonly figures: AreaFigures | undefined
  /** With small numbers hidden. */
  readonly cells: readonly AgeSexCell[]
  readonly parts: readonly NamedPart[]
  readonly flows: readonly MonthFlow[]
  /** Smallest number that is shown. */
  readonly least: number
}

/** The population in the open: how many, how old, where, and what happened. */
export function FiguresPage(props: FiguresProps) {
  const { locale, day, figures } = props
  const t = demographyTexts(locale)
  const dayText = (iso: string) => formatDay(Temporal.PlainDate.from(iso), locale)
  if (!day || !figures) {
    return (
      <CitizenLayout title={t('title')}>
        <EmptyState title={t('not-counted')}>{t('not-counted-help')}</EmptyState>
      </CitizenLayout>
    )
  }
  return (
    <CitizenLayout title={t('title')} lead={t('lead', { day: dayText(day) })}>
      <FilterBar
        action={demographyPaths.figures}
        selects={[
          { name: 'wilayah', label: t('area'), value: props.area, options: props.areas },
          {
            name: 'pada',
            label: t('counted-on'),
            value: day,
            options: props.days.map((value) => ({ value, label: dayText(value) })),
          },
        ]}
      />
      <Headline figures={figures} locale={locale} />
      <Pyramid
        title={t('pyramid', { area: props.areaName ?? t('whole-region') })}
        leftHead={t('male')}
        rightHead={t('female')}
        labelHead={t('age')}
        rows={props.cells.map((cell) => ({
          label: ageLabel(cell.ageFrom),
          left: cell.male,
          right: cell.female,
          leftText: shown(cell.male, locale),
          rightText: shown(cell.female, locale),
        }))}
      />
      {props.parts.length > 0 && <Parts {...props} />}
      <Flows flows={props.flows} locale={locale} />
      <Section title={t('open-data')} id="data">
        <p>{t('open-data-lead', { least: formatNumber(props.least, locale) })}</p>
        <ExportLinks path={demographyPaths.figures} query={{ wilayah: props.area || undefined, pada: day }} />
      </Section>
    </CitizenLayout>
  )
}

function shown(value: number | undefined, locale: Locale): string {
  return value === undefined ? demographyTexts(locale)('less-than') : formatNumber(value, locale)
}

function Headline({ figures, locale }: { figures: AreaFigures; locale: Locale }) {
  const t = demographyTexts(locale)
  const { male, female, families, children } = figures
  const ratio = sexRatio(male, female)
  const dependency = dependencyRatio(figures.cells)
  const share = children.all === 0 ? undefined : Math.round((children.certified * 1000) / children.all) / 10
  return (
    <Stats
      label={t('title')}
      items={[
        { value: formatNumber(male + female, locale), text: t('people') },
        { value: formatNumber(families, locale), text: t('families') },
        ...(ratio === undefined ? [] : [{ value: formatNumber(ratio, locale, 1), text: t('sex-ratio') }]),
        ...(dependency === undefined ? [] : [{ value: formatNumber(dependency, locale, 1), text: t('dependency') }]),
        ...(share === undefined ? [] : [{ value: `${formatNumber(share, locale, 1)}%`, text: t('certified') }]),
      ]}
    />
  )
}

function Parts({ parts, locale }: FiguresProps) {
  const t = demographyTexts(locale)
  const total = (part: NamedPart) =>
    part.male === undefined || part.female === undefined ? undefined : part.male + part.female
  return (
    <Section title={t('parts')} id="wilayah">
      <Table
        caption={t('parts')}
        captionHidden
        dense
        rows={parts}
        rowKey={(part) => part.code}
        rowHref={(part) => `${demographyPaths.figures}?wilayah=${part.code}`}
        columns={[
          { key: 'name', label: t('part'), header: true, cell: (part) => part.name },
          { key: 'male', label: t('male'), align: 'end', cell: (part) => shown(part.male, locale) },
          { key: 'female', label: t('female'), align: 'end', cell: (part) => shown(part.female, locale) },
          { key: 'total', label: t('total'), align: 'end', cell: (part) => shown(total(part), locale) },
          { key: 'families', label: t('families'), align: 'end', cell: (part) => formatNumber(part.families, locale) },
        ]}
      />
    </Section>
  )
}

function Flows({ flows, locale }: { flows: readonly MonthFlow[]; locale: Locale }) {
  const t = demographyTexts(locale)
  const points = (kind: FlowKind) =>
    flows
      .filter((flow) => flow.kind === kind)
      .map((flow) => {
        const people = flow.male + flow.female
        return { label: flow.month.slice(5, 7), value: people, text: formatNumber(people, locale) }
      })
  const births = flows.filter((flow) => flow.kind === 'birth')
  const sum = (pick: (flow: MonthFlow) => number) => births.reduce((total, flow) => total + pick(flow), 0)
  const all = sum((flow) => flow.male + flow.female)
  if (flows.length === 0) return null
  return (
    <Section title={t('flows')} id="peristiwa">
      <ColumnChart title={t('births')} labelHead={t('month')} points={points('birth')} />
      {all > 0 && (
        <p>
          {t('late-share', {
            late: formatNumber(
              sum((flow) => flow.late),
              locale,
            ),
            all: formatNumber(all, locale),
            days: formatNumber(Math.round(sum((flow) => flow.delayDays) / all), locale),
          })}
        </p>
      )}
      <ColumnChart title={t('deaths')} labelHead={t('month')} points={points('death')} />
    </Section>
  )
}
