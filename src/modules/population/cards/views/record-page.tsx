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
import { type CardAround, CardFrame, useErrorOf } from './card-frame.tsx'

const tones: Readonly<Record<ItemProgress, Tone>> = { open: 'neutral', accepted: 'good', poor: 'soon', missing: 'info' }

export interface RecordPageProps extends CardAround {
  readonly card: Card
  readonly captures: readonly Capture[]
  readonly isSimulated: boolean
}

/** Fingers, irises, face and signature of one person, part after part. */
export function RecordPage(props: RecordPageProps) {
  const t = cardTexts(useFrame().locale)
  const { card, captures } = props
  const progress = progressOf(captures)
  const left = [...progress.values()].filter((each) => each === 'open').length
  const next = biometricItems.find((item) => progress.get(item) === 'open')
  const of = (item: BiometricItem) => captures.filter((capture) => capture.item === item)
  return (
    <CardFrame {...props} title={t('record-title', { name: card.name })} lead={t('record-lead')}>
      {props.isSimulated && <Notice tone="soon">{t('simulated')}</Notice>}
      {next ? <NextPart {...props} item={next} taken={of(next)} left={left} /> : <Finish {...props} />}
      <Table
        caption={t('record')}
        captionHidden
        dense
        rows={[...biometricItems]}
        rowKey={(item) => item}
        columns={[
          { key: 'part', label: t('record'), header: true, cell: (item) => t(`part-${item}`) },
          {
            key: 'state',
            label: t('state'),
            cell: (item) => {
              const state = progress.get(item) ?? 'open'
              return <StatusTag tone={tones[state]}>{t(`progress-${state}`)}</StatusTag>
            },
          },
          { key: 'quality', label: t('quality'), align: 'end', cell: (item) => best(of(item)) },
          { key: 'attempts', label: t('attempts'), align: 'end', cell: (item) => of(item).length || '' },
          {
            key: 'codes',
            label: t('note'),
            cell: (item) =>
              of(item)
                .flatMap((capture) => [
                  ...capture.codes.map((code) => t(`code-${code as QualityCode}`)),
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
  const t = cardTexts(useFrame().locale)
  const errorOf = useErrorOf(props.errors)
  const { item, taken } = props
  return (
    <Section title={`${t(`part-${item}`)} (${t('remaining', { n: props.left })})`}>
      <form method="post" action={cardPaths.record(props.card.id)} novalidate>
        <CsrfField />
        <input type="hidden" name="item" value={item} />
        <ButtonRow>
          <Button name="act" value="take">
            {t(taken.length > 0 ? 'again' : 'take')}
          </Button>
        </ButtonRow>
      </form>
      {mayBeMissing(item) && (
        <form method="post" action={cardPaths.record(props.card.id)} novalidate>
          <CsrfField />
          <input type="hidden" name="item" value={item} />
          <TextField
            name="reason"
            label={t('exempt-reason')}
            value={props.typed['reason']}
            error={errorOf('reason')}
            maxLength={200}
            width="medium"
          />
          <ButtonRow>
            <Button name="act" value="exempt" variant="secondary">
              {t('exempt')}
            </Button>
          </ButtonRow>
        </form>
      )}
    </Section>
  )
}

function Finish(props: RecordPageProps) {
  const t = cardTexts(useFrame().locale)
  if (props.card.state !== 'requested') return <Notice tone="good">{t(`state-${props.card.state}`)}</Notice>
  return (
    <form method="post" action={cardPaths.record(props.card.id)} novalidate>
      <CsrfField />
      <ButtonRow>
        <Button name="act" value="finish">
          {t('finish')}
        </Button>
      </ButtonRow>
    </form>
  )
}
