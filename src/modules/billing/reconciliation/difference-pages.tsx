import type { Zone } from '#kernel/clock/clock.ts'
import { formatDay, formatShort } from '#kernel/i18n/format.ts'
import { formatRupiah } from '#kernel/money/money.ts'
import {
  Button,
  ButtonRow,
  Columns,
  CsrfField,
  EmptyState,
  Section,
  StatusTag,
  SummaryList,
  TextArea,
  TextField,
  Timeline,
  useFrame,
} from '#ui/index.ts'
import { billingPaths } from '../paths.ts'
import { channelName } from '../views/bill-words.ts'
import { type DeskAround, DeskFrame, DeskList } from '../views/desk-frame.tsx'
import { type Typed, useErrorOf } from '../views/refund-form.tsx'
import { actsOn } from './act-on-difference.ts'
import { differenceTones, useDifferenceColumns } from './difference-table.tsx'
import { type Difference, type DifferenceStep, differenceKinds, differenceStates } from './queries.ts'
import { reconciliationTexts } from './texts.ts'

export interface DifferenceListProps extends DeskAround {
  readonly rows: readonly Difference[]
  readonly next: string | undefined
  readonly isFirstPage: boolean
  readonly query: Readonly<Record<'q' | 'macam' | 'keadaan' | 'milik' | 'hari', string | undefined>>
}

export function DifferenceListPage(props: DifferenceListProps) {
  const t = reconciliationTexts(useFrame().locale)
  const { query } = props
  return (
    <DeskList
      {...props}
      title={t('differences')}
      lead={t('differences-lead')}
      path={billingPaths.differences}
      exportPath={billingPaths.differences}
      searchLabel={t('search')}
      selects={[
        {
          name: 'macam',
          label: t('kind'),
          value: query.macam,
          options: differenceKinds.map((kind) => ({ value: kind, label: t(`kind-${kind}`) })),
        },
        {
          name: 'keadaan',
          label: t('state'),
          value: query.keadaan,
          options: [...differenceStates, 'all' as const].map((state) => ({ value: state, label: t(`state-${state}`) })),
        },
        {
          name: 'milik',
          label: t('mine'),
          value: query.milik,
          options: [{ value: 'saya', label: t('mine-me') }],
        },
      ]}
      rowKey={(row) => row.id}
      rowHref={(row) => billingPaths.difference(row.id)}
      empty={
        <EmptyState title={t('none')} icon="circle-check">
          {t('none-help')}
        </EmptyState>
      }
      columns={useDifferenceColumns()}
    />
  )
}

export interface DifferenceProps extends DeskAround {
  readonly difference: Difference
  readonly steps: readonly DifferenceStep[]
  readonly typed: Typed
  readonly zone: Zone
}

export function DifferencePage(props: DifferenceProps) {
  const { locale } = useFrame()
  const t = reconciliationTexts(locale)
  const { difference: row, zone } = props
  return (
    <DeskFrame
      {...props}
      title={t('one', { kind: t(`kind-${row.kind}`), reference: row.reference })}
      lead={t(`means-${row.kind}`)}
    >
      <p class="mb-4">
        <StatusTag tone={differenceTones[row.state]}>{t(`state-${row.state}`)}</StatusTag>
      </p>
      <Columns
        aside={
          <Section title={t('history')}>
            <Timeline
              items={props.steps.map((step, index) => ({
                title: `${index + 1}. ${t(`step-${step.act}`)}`,
                state: 'done',
                place: [step.note, step.madeBy].filter(Boolean).join('. '),
                time: formatShort(step.madeAt, locale, zone),
              }))}
            />
          </Section>
        }
      >
        <SummaryList
          dense
          rows={[
            { term: t('day'), value: formatDay(row.day, locale) },
            { term: t('channel'), value: channelName(row.channel, locale) },
            { term: t('reference'), value: <span class="break-all">{row.reference}</span> },
            { term: t('amount-ours'), value: row.ours === undefined ? '-' : formatRupiah(row.ours) },
            { term: t('amount-theirs'), value: row.theirs === undefined ? '-' : formatRupiah(row.theirs) },
            ...(row.description ? [{ term: t('description'), value: row.description }] : []),
            { term: t('owner'), value: row.ownerName ?? t('nobody') },
            ...ourMoney(row, t('our-money'), t('on-bill'), t('in-suspense')),
          ]}
        />
        <Acts {...props} />
      </Columns>
    </DeskFrame>
  )
}

function ourMoney(row: Difference, term: string, onBill: string, inSuspense: string) {
  if (!row.placementId) return []
  const value = row.billId ? (
    <a href={billingPaths.deskBill(row.billId)}>{onBill}</a>
  ) : (
    <a href={billingPaths.suspenseItem(row.placementId)}>{inSuspense}</a>
  )
  return [{ term, value }]
}

function Acts({ difference, typed, errors }: DifferenceProps) {
  const t = reconciliationTexts(useFrame().locale)
  const errorOf = useErrorOf(errors)
  const acts = actsOn(difference)
  if (acts.length === 0) return null
  return (
    <Section title={t('act')}>
      <form method="post" action={billingPaths.difference(difference.id)} novalidate>
        <CsrfField />
        {acts.includes('book') && (
          <TextField
            name="number"
            label={t('number')}
            hint={t('number-hint')}
            value={typed['number']}
            error={errorOf('number')}
            inputMode="numeric"
            maxLength={30}
            autocomplete="off"
            width="medium"
            groups="3*"
          />
        )}
        <TextArea
          name="note"
          label={t('note')}
          hint={t('note-hint')}
          value={typed['note']}
          error={errorOf('note')}
          rows={3}
          maxLength={500}
        />
        <ButtonRow>
          {acts.map((act) => (
            <Button
              key={act}
              name="tindakan"
              value={act}
              variant={act === (acts.includes('book') ? 'book' : (acts.at(-1) ?? act)) ? 'primary' : 'secondary'}
            >
              {t(`act-${act}`)}
            </Button>
          ))}
        </ButtonRow>
      </form>
    </Section>
  )
}
