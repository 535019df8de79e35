import {
  Button,
  ButtonRow,
  CsrfField,
  Notice,
  Section,
  StatusTag,
  Table,
  TextField,
  type Tone,
  useFrame,
} from '#ui/index.ts'
import {
  type BiometricItem,
  biometricItems,
  type ItemProgress,
  mayBeMissing,
  progressOf,
  type QualityCode,
} from '../biometrics.ts'
import { cardPaths } from '../paths.ts'
import type { Card } from '../queries/cards.ts'
import type { Capture } from '../queries/production.ts'
import { cardTexts } from '../texts.ts'
import { productionTexts } from '../texts-production.ts'
import { type CardAround, CardFrame, useErrorOf } from './card-frame.tsx'

const tones: Readonly<Record<ItemProgress, Tone>> = { open: 'neutral', accepted: 'good', poor: 'soon', missing: 'info' }

export interface RecordPageProps extends CardAround {
  readonly card: Card
  readonly captures: readonly Capture[]
  readonly isSimulated: boolean
}

/** Fingers, irises, face and signature of one person, part after part. */
export function RecordPage(props: RecordPageProps) {
  const { locale: spoken } = useFrame()
  const t = cardTexts(spoken)
  const p = productionTexts(spoken)
  const { card, captures } = props
  const progress = progressOf(captures)
  const left = [...progress.values()].filter((each) => each === 'open').length
  const next = biometricItems.find((item) => progress.get(item) === 'open')
  const of = (item: BiometricItem) => captures.filter((capture) => capture.item === item)
  return (
    <CardFrame {...props} title={p('record-title', { name: card.name })} lead={p('record-lead')}>
      {props.isSimulated && <Notice tone="soon">{p('simulated')}</Notice>}
      {next ? <NextPart {...props} item={next} taken={of(next)} left={left} /> : <Finish {...props} />}
      <Table
        caption={t('record')}
        captionHidden
        dense
        rows={[...biometricItems]}
        rowKey={(item) => item}
        columns={[
          { key: 'part', label: p('part'), header: true, cell: (item) => p(`part-${item}`) },
          {
            key: 'state',
            label: t('state'),
            cell: (item) => {
              const state = progress.get(item) ?? 'open'
              return <StatusTag tone={tones[state]}>{p(`progress-${state}`)}</StatusTag>
            },
          },
          { key: 'quality', label: p('quality'), align: 'end', cell: (item) => best(of(item)) },
          { key: 'attempts', label: p('attempts'), align: 'end', cell: (item) => of(item).length || '' },
          {
            key: 'codes',
            label: p('note'),
            cell: (item) =>
              of(item)
                .flatMap((capture) => [
                  ...capture.codes.map((code) => p(`code-${code as QualityCode}`)),
                  capture.reason ?? '',
                ])
                .filter(Boolean)
                .join(', '),
          },
        ]}
      />
    </CardFrame>
  )
}

function best(taken: readonly Capture[]): string {
  const known = taken.flatMap((capture) => capture.quality ?? [])
  return known.length ? String(Math.max(...known)) : ''
}

function NextPart(
  props: RecordPageProps & { readonly item: BiometricItem; readonly taken: readonly Capture[]; readonly left: number },
) {
  const { locale: spoken } = useFrame()
  const p = productionTexts(spoken)
  const errorOf = useErrorOf(props.errors)
  const { item, taken } = props
  return (
    <Section title={`${p(`part-${item}`)} (${p('remaining', { n: props.left })})`}>
      <form method="post" action={cardPaths.record(props.card.id)} novalidate>
        <CsrfField />
        <input type="hidden" name="item" value={item} />
        <ButtonRow>
          <Button name="act" value="take">
            {p(taken.length > 0 ? 'again' : 'take')}
          </Button>
        </ButtonRow>
      </form>
      {mayBeMissing(item) && (
        <form method="post" action={cardPaths.record(props.card.id)} novalidate>
          <CsrfField />
          <input type="hidden" name="item" value={item} />
          <TextField
            name="reason"
            label={p('exempt-reason')}
            value={props.typed['reason']}
            error={errorOf('reason')}
            maxLength={200}
            width="medium"
          />
          <ButtonRow>
            <Button name="act" value="exempt" variant="secondary">
              {p('exempt')}
            </Button>
          </ButtonRow>
        </form>
      )}
    </Section>
  )
}

function Finish(props: RecordPageProps) {
  const { locale: spoken } = useFrame()
  const t = cardTexts(spoken)
  const p = productionTexts(spoken)
  if (props.card.state !== 'requested') return <Notice tone="good">{t(`state-${props.card.state}`)}</Notice>
  return (
    <form method="post" action={cardPaths.record(props.card.id)} novalidate>
      <CsrfField />
      <ButtonRow>
        <Button name="act" value="finish">
          {p('finish')}
        </Button>
      </ButtonRow>
    </form>
  )
}
