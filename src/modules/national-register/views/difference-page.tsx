import { formatDay, formatMoment } from '#kernel/i18n/format.ts'
import { Columns, Notice, Section, StatusTag, SummaryList, Timeline, useFrame } from '#ui/index.ts'
import { isFinal } from '../domain.ts'
import { nationalPaths } from '../paths.ts'
import type { DifferenceWhole } from '../queries/differences.ts'
import { nationalTexts } from '../texts.ts'
import { differenceTexts } from '../texts-difference.ts'
import { DifferenceActions } from './difference-actions.tsx'
import { type Around, NationalFrame } from './frame.tsx'
import { SidesTable } from './sides-table.tsx'
import { differenceTones, eventName } from './words.ts'

export interface DifferenceProps extends Around {
  readonly difference: DifferenceWhole
  /** Page of the person in the register, for who may read it. */
  readonly personHref: string | undefined
  readonly maySettle: boolean
  readonly isOwnProposal: boolean
  readonly typed: Readonly<Record<string, string>>
  readonly typedFields: readonly string[]
  readonly tomorrow: string
}

export function DifferencePage(props: DifferenceProps) {
  const { locale } = useFrame()
  const t = nationalTexts(locale)
  const d = differenceTexts(locale)
  const { difference, zone, personHref } = props
  const isEnded = isFinal(difference.state)
  const showsActions = props.maySettle && !isEnded && difference.state !== 'resent'
  return (
    <NationalFrame
      {...props}
      title={`${d(`kinds.${difference.kind}`)}: ${difference.personName}`}
      lead={d(`help.${difference.kind}`)}
      crumbs={[{ label: t('board.title'), href: nationalPaths.board }, { label: difference.personName }]}
    >
      <Columns aside={showsActions && <DifferenceActions {...props} />}>
        {difference.messageId && !isEnded && <Notice tone="info">{d('difference.behind')}</Notice>}
        <Section title={d('sides.title')}>
          <SidesTable sides={difference.sides} />
        </Section>
        <Section title={d('difference.about')}>
          <SummaryList
            dense
            rows={[
              {
                term: t('state'),
                value: (
                  <StatusTag tone={differenceTones[difference.state]}>{d(`states.${difference.state}`)}</StatusTag>
                ),
              },
              {
                term: d('difference.person'),
                value: personHref ? <a href={personHref}>{difference.personName}</a> : difference.personName,
              },
              ...row(d('difference.event'), eventName(difference.eventKind, locale)),
              ...row(d('difference.number'), difference.registerNumber),
              ...row(
                d(difference.kind === 'data-differs' ? 'difference.purpose' : 'difference.words'),
                difference.words,
              ),
              ...row(
                d('difference.until'),
                difference.until && formatDay(Temporal.PlainDate.from(difference.until), locale),
              ),
              ...row(d('difference.correction'), difference.correctionEventId && d('difference.correction-made')),
            ]}
          />
        </Section>
        <Section title={d('history')}>
          <Timeline
            label={d('history')}
            items={difference.steps.map((step, index) => ({
              title: d(`verb.${step.verb as 'open'}`),
              state: index === difference.steps.length - 1 ? 'current' : 'done',
              place: step.note ? `${step.by}: ${step.note}` : step.by,
              time: formatMoment(step.at, locale, zone),
              dateTime: step.at.toString(),
            }))}
          />
        </Section>
      </Columns>
    </NationalFrame>
  )
}

const row = (term: string, value: string | undefined) => (value ? [{ term, value }] : [])
