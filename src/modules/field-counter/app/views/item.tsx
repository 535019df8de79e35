import type { ComponentChildren } from 'preact'
import {
  Button,
  ButtonRow,
  LinkButton,
  Notice,
  Section,
  StatusTag,
  SummaryList,
  type SummaryRow,
  TextArea,
  useFrame,
} from '#ui/index.ts'
import type { Draft } from '../drafts.ts'
import { type AppText, appTexts } from '../texts.ts'
import { isSending, type Moments, stateOf } from '../words.ts'
import { signInHref } from './shell.tsx'

export interface ItemProps {
  readonly draft: Draft
  readonly moments: Moments
  /** What stands wrong in the form below, by its name. */
  readonly errors?: Readonly<Record<string, string>> | undefined
  readonly typed?: Readonly<Record<string, string>> | undefined
  /** Labels of the questions that the server marked, each with where to mend it. */
  readonly marks: readonly { readonly label: string; readonly text: string; readonly href: string }[]
}

/** One item on its way: where it is, why, and what can be done now. */
export function ItemPage(props: ItemProps) {
  const { locale } = useFrame()
  const t = appTexts(locale)
  const { record, content } = props.draft
  const state = stateOf(props.draft, t)
  return (
    <div data-item={record.id} data-state={record.state} data-wait={record.wait}>
      <a class="back" href="#/">
        {t('to-home')}
      </a>
      <h1 tabindex={-1}>{content.subject || t('nameless')}</h1>
      <p role="status">
        <StatusTag tone={state.tone}>{state.label}</StatusTag>
      </p>
      {record.state === 'queued' && <Waiting {...props} />}
      {record.state === 'refused' && <Refused {...props} />}
      {record.state === 'conflict' && <Conflict {...props} />}
      {record.state === 'received' && <Received {...props} />}
      <Section title={t('receipt-show')}>
        <SummaryList rows={factsOf(props, t)} />
        <ButtonRow>
          <LinkButton variant="secondary" href={`#/tanda-terima/${record.id}`}>
            {t('receipt-print')}
          </LinkButton>
          {record.state === 'received' && (
            <Button type="button" variant="quiet" name="aksi" value={`hapus:${record.id}`}>
              {t('remove')}
            </Button>
          )}
        </ButtonRow>
      </Section>
    </div>
  )
}

function factsOf({ draft, moments }: ItemProps, t: AppText): SummaryRow[] {
  const { locale } = useFrame()
  const { record, content } = draft
  return [
    { term: t('local-number'), value: record.localNumber ?? '' },
    { term: t('service'), value: content.title[locale] },
    ...(record.queuedAt ? [{ term: t('filled-at'), value: moments.moment(record.queuedAt) }] : []),
  ]
}

function Waiting({ draft, moments }: ItemProps) {
  const t = appTexts(useFrame().locale)
  const { record } = draft
  const sending = isSending(draft)
  const wait = record.wait ?? (record.progress && !sending ? 'interrupted' : undefined)
  const next = record.nextTryAt && record.nextTryAt > Date.now() ? new Date(record.nextTryAt).toISOString() : undefined
  return (
    <>
      {sending && (
        <progress
          class="field-progress"
          max={record.progress?.of ?? 1}
          value={record.progress?.sent ?? 0}
          aria-label={t('queue')}
        />
      )}
      <Notice tone={wait ? 'soon' : 'info'}>
        <p>{wait ? t(`wait.${wait}-lead`, { number: record.waitText ?? '' }) : t('queued-lead')}</p>
        {wait && wait !== 'earlier' && record.waitText && <p>{record.waitText}</p>}
        {next && wait && wait !== 'signed-out' && <p>{t('next-try', { when: moments.time(next) })}</p>}
      </Notice>
      <ButtonRow>
        {(wait === 'signed-out' || wait === 'other-account') && (
          <LinkButton href={signInHref}>{t('sign-in')}</LinkButton>
        )}
        {wait === 'earlier' && (
          <Button type="button" name="aksi" value={`tanpa-tunggu:${record.id}`}>
            {t('without-waiting')}
          </Button>
        )}
        <Button
          type="button"
          variant={wait === 'signed-out' || wait === 'other-account' || wait === 'earlier' ? 'secondary' : 'primary'}
          name="aksi"
          value="kirim"
          icon="refresh-cw"
        >
          {t('send-now')}
        </Button>
        {!sending && (
          <Button type="button" variant="quiet" name="aksi" value={`tarik:${record.id}`}>
            {t('pull-back')}
          </Button>
        )}
      </ButtonRow>
    </>
  )
}

function Refused(props: ItemProps) {
  const { locale } = useFrame()
  const t = appTexts(locale)
  const { record, content } = props.draft
  return (
    <>
      <Notice tone="late" title={content.reason?.text[locale]}>
        <p>{t('refused-lead')}</p>
        {props.marks.length > 0 && (
          <ul class="plain-list mt-2">
            {props.marks.map((mark) => (
              <li key={mark.label + mark.text}>
                <a href={mark.href}>{mark.label}</a>: {mark.text}
              </li>
            ))}
          </ul>
        )}
      </Notice>
      <ButtonRow>
        <Button type="button" name="aksi" value={`tarik:${record.id}`}>
          {t('mend')}
        </Button>
      </ButtonRow>
      <GiveUp {...props} />
    </>
  )
}

function Conflict(props: ItemProps) {
  const { locale } = useFrame()
  const t = appTexts(locale)
  const { content } = props.draft
  const number = content.reason?.caseNumber
  return (
    <>
      <Notice tone="late" title={content.reason?.text[locale]}>
        <p>{t('conflict-lead')}</p>
        {number && <p>{t('conflict-case', { number })}</p>}
      </Notice>
      <GiveUp {...props} open />
      <Fold title={t('conflict-other')} open={props.errors?.['lain'] !== undefined}>
        <p>{t('conflict-other-lead')}</p>
        <form data-form="peristiwa-lain" novalidate>
          <TextArea
            name="lain"
            label={t('conflict-reason')}
            error={props.errors?.['lain']}
            value={props.typed?.['lain']}
            maxLength={500}
          />
          <Button variant="secondary">{t('conflict-send')}</Button>
        </form>
      </Fold>
    </>
  )
}

function GiveUp({ errors, typed, open }: ItemProps & { open?: boolean }) {
  const t = appTexts(useFrame().locale)
  return (
    <Fold title={t('give-up')} open={open || errors?.['batal'] !== undefined}>
      <p>{t('give-up-lead')}</p>
      <form data-form="batal" novalidate>
        <TextArea
          name="batal"
          label={t('give-up-reason')}
          error={errors?.['batal']}
          value={typed?.['batal']}
          maxLength={300}
        />
        <Button variant="danger">{t('give-up')}</Button>
      </form>
    </Fold>
  )
}

function Fold(props: { title: string; open?: boolean | undefined; children: ComponentChildren }) {
  return (
    <details class="field-fold" open={props.open}>
      <summary>{props.title}</summary>
      <div class="stack">{props.children}</div>
    </details>
  )
}

function Received({ draft, moments }: ItemProps) {
  const { locale } = useFrame()
  const t = appTexts(locale)
  const { received } = draft.content
  if (!received) return null
  return (
    <>
      <Notice tone={received.isWithApplicant ? 'soon' : 'good'}>
        <p>{t(received.isWithApplicant ? 'with-applicant' : 'received-lead')}</p>
      </Notice>
      <SummaryList
        facts
        rows={[
          { term: t('case-number'), value: <strong data-case-number>{received.caseNumber}</strong> },
          { term: t('pin'), value: <strong>{received.pin}</strong> },
          { term: t('received-at'), value: moments.moment(received.at) },
          { term: t('reported-on'), value: moments.day(received.reportedOn) },
          ...(received.state ? [{ term: t('case-state'), value: received.state[locale] }] : []),
        ]}
      />
      {!received.isClockTrusted && <p class="hint">{t('reported-clock')}</p>}
      {received.version !== draft.content.version && (
        <p class="hint">{t('received-version', { version: received.version })}</p>
      )}
      <p class="mt-3">
        <a href="/lacak">{t('track')}</a>
      </p>
    </>
  )
}
