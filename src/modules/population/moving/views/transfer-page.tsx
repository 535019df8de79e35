import type { Zone } from '#kernel/clock/clock.ts'
import { formatDay, formatShort } from '#kernel/i18n/format.ts'
import { peoplePaths } from '#modules/people/paths.ts'
import {
  Button,
  ButtonRow,
  Columns,
  CsrfField,
  Notice,
  Radios,
  Section,
  Select,
  SummaryList,
  type SummaryRow,
  Table,
  TextField,
  Timeline,
  useFrame,
} from '#ui/index.ts'
import { movingPaths } from '../../paths.ts'
import type { Transfer, TransferStep } from '../queries/transfers.ts'
import { movingTexts } from '../texts.ts'
import { sayAct } from '../texts-acts.ts'
import { TransferState } from './desk-pages.tsx'
import { Ending } from './ending.tsx'
import { MovingFrame, type MovingPage, useMovingErrors } from './frame.tsx'
import { ReasonForm } from './reason-form.tsx'

export interface Mover {
  readonly name: string
  readonly bornOn: string
  readonly relation: string
  readonly href: string | undefined
}

export interface TransferPageProps extends MovingPage {
  readonly transfer: Transfer
  readonly movers: readonly Mover[]
  readonly history: readonly TransferStep[]
  readonly maySettle: boolean
  readonly villages: readonly { readonly value: string; readonly label: string }[]
  /** What the family said, or the other region. */
  readonly home: Readonly<Record<'street' | 'rt' | 'rw' | 'villageCode', string>>
  readonly zone: Zone
  /** Family cards that this move brought about. */
  readonly papers: readonly { readonly id: string; readonly title: string; readonly stands: boolean }[]
  /** Whether and from when a withdrawal without an answer may be ended by two officers. */
  readonly ending:
    | { readonly from: Temporal.PlainDate; readonly mayPropose: boolean; readonly mayConfirm: boolean }
    | undefined
}

export function TransferPage(props: TransferPageProps) {
  const { locale } = useFrame()
  const t = movingTexts(locale)
  const { transfer, movers, history, zone } = props
  const day = (text: string) => formatDay(Temporal.PlainDate.from(text), locale)
  const rows: SummaryRow[] = [
    { term: t('state'), value: <TransferState transfer={transfer} /> },
    { term: t('direction'), value: `${t(`direction-${transfer.direction}`)}, ${t(`channel-${transfer.channel}`)}` },
    { term: t('place'), value: transfer.otherPlace },
    { term: t('moved'), value: day(transfer.movedOn) },
    ...(transfer.number ? [{ term: t('number'), value: transfer.number }] : []),
    ...(transfer.validTo ? [{ term: t('valid-to'), value: day(transfer.validTo) }] : []),
    ...(transfer.familyId
      ? [{ term: t('family'), value: <a href={peoplePaths.family(transfer.familyId)}>{t('family')}</a> }]
      : []),
    ...(transfer.reason?.includes(' ') ? [{ term: t('reason'), value: transfer.reason }] : []),
    ...(transfer.nextAttemptAt ? [{ term: t('next'), value: formatShort(transfer.nextAttemptAt, locale, zone) }] : []),
  ]
  return (
    <MovingFrame
      {...props}
      title={transfer.headName}
      lead={transfer.otherPlace}
      breadcrumb={[{ label: t('desk'), href: movingPaths.desk }]}
    >
      {transfer.trouble && (
        <Notice tone="late" title={t('trouble')}>
          {transfer.trouble}
        </Notice>
      )}
      <Columns aside={(props.maySettle || props.ending?.mayConfirm) && <Acts {...props} />}>
        <SummaryList dense rows={rows} />
        <Section title={t('who')} id="siapa">
          <Table
            caption={t('who')}
            captionHidden
            dense
            rows={movers}
            rowKey={(mover) => `${mover.name} ${mover.bornOn}`}
            rowHref={(mover) => mover.href}
            columns={[
              { key: 'name', label: t('name'), header: true, cell: (mover) => mover.name },
              { key: 'born', label: t('born'), cell: (mover) => day(mover.bornOn) },
              { key: 'relation', label: t('relation'), cell: (mover) => mover.relation },
            ]}
          />
        </Section>
        {props.papers.length > 0 && (
          <Section title={t('papers')} id="kartu">
            <ul>
              {props.papers.map((paper) => (
                <li key={paper.id}>
                  <a href={movingPaths.paper(transfer.id, paper.id)}>{paper.title}</a>
                </li>
              ))}
            </ul>
          </Section>
        )}
        <Section title={t('history')} id="riwayat">
          <Timeline
            label={t('history')}
            items={history.map((step) => ({
              title: sayAct(step.what, locale),
              state: 'done' as const,
              place: step.note ? `${step.by}: ${step.note}` : step.by,
              time: formatShort(step.at, locale, zone),
              dateTime: step.at.toString(),
            }))}
          />
        </Section>
      </Columns>
    </MovingFrame>
  )
}

function Acts(props: TransferPageProps) {
  const { transfer } = props
  const t = movingTexts(useFrame().locale)
  const { direction, state } = transfer
  if (!props.maySettle) return <Ending {...props} />
  const canRetry = transfer.attempts > 0 || (direction === 'out' && (state === 'registered' || transfer.trouble))
  return (
    <>
      {props.ending && <Ending {...props} />}
      {direction === 'in' && (state === 'announced' || state === 'claimed') && <Register {...props} />}
      {direction === 'in' && (state === 'asked' || state === 'announced' || state === 'claimed') && (
        <Reasoned {...props} what="refuse" verb="tolak" />
      )}
      {direction === 'in' && transfer.channel === 'peer' && (state === 'registered' || state === 'settled') && (
        <Reasoned {...props} what="undo" verb="batalkan" />
      )}
      {direction === 'out' && (state === 'drafted' || state === 'sent' || state === 'accepted') && (
        <Reasoned {...props} what="withdraw" verb="tarik" />
      )}
      {direction === 'out' && state === 'asked' && (
        <Section title={t('grant-title')} id="lepas">
          <p class="hint">{t('grant-lead')}</p>
          <form method="post" action={movingPaths.act(transfer.id, 'lepas')}>
            <CsrfField />
            <ButtonRow>
              <Button>{t('grant')}</Button>
            </ButtonRow>
          </form>
        </Section>
      )}
      {direction === 'out' && state === 'asked' && <Reasoned {...props} what="decline" verb="tolak-permintaan" />}
      {canRetry && (
        <form method="post" action={movingPaths.act(transfer.id, 'ulangi')}>
          <CsrfField />
          <ButtonRow>
            <Button variant="secondary">{t('retry')}</Button>
          </ButtonRow>
        </form>
      )}
    </>
  )
}

function Reasoned(
  props: TransferPageProps & { readonly what: 'refuse' | 'undo' | 'withdraw' | 'decline'; readonly verb: string },
) {
  const { what, verb } = props
  const t = movingTexts(useFrame().locale)
  return (
    <Section title={t(`${what}-title`)} id={verb}>
      <ReasonForm {...props} submit={t(what)} variant="danger" />
    </Section>
  )
}

function Register(props: TransferPageProps) {
  const t = movingTexts(useFrame().locale)
  const { form, home } = props
  const errors = useMovingErrors(props)
  const value = (name: keyof typeof home) => (form.has(name) ? form.get(name) : home[name])
  return (
    <Section title={t('register-title')} id="daftar">
      <p class="hint">{t('register-lead')}</p>
      <form method="post" action={movingPaths.act(props.transfer.id, 'daftar')} novalidate>
        <CsrfField />
        <Radios
          name="destination"
          label={t('home')}
          value={form.get('destination') || 'own'}
          error={errors.of('destination')}
          options={[
            { value: 'own', label: t('home-own') },
            { value: 'card', label: t('home-card') },
          ]}
        />
        <TextField
          name="street"
          label={t('street')}
          value={value('street')}
          error={errors.of('street')}
          maxLength={240}
        />
        <div class="address-numbers">
          <TextField
            name="rt"
            label={t('rt')}
            value={value('rt')}
            error={errors.of('rt')}
            inputMode="numeric"
            maxLength={4}
            width="short"
          />
          <TextField
            name="rw"
            label={t('rw')}
            value={value('rw')}
            error={errors.of('rw')}
            inputMode="numeric"
            maxLength={4}
            width="short"
          />
        </div>
        <Select
          name="villageCode"
          label={t('village')}
          options={props.villages}
          value={value('villageCode')}
          error={errors.of('villageCode')}
        />
        <TextField
          name="kkNumber"
          label={t('kk')}
          value={form.get('kkNumber')}
          error={errors.of('kkNumber')}
          inputMode="numeric"
          maxLength={30}
          autocomplete="off"
          optional
        />
        <ButtonRow>
          <Button>{t('register')}</Button>
        </ButtonRow>
      </form>
    </Section>
  )
}
