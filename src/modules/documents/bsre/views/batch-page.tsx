import type { FieldError } from '#kernel/errors.ts'
import { formatNumber, formatShort } from '#kernel/i18n/format.ts'
import {
  Button,
  CsrfField,
  CursorPagination,
  EmptyState,
  ErrorSummary,
  LinkButton,
  Notice,
  PasswordField,
  Radios,
  Section,
  StatusTag,
  Table,
  TextField,
  type Tone,
  ToneText,
  WorkProgress,
} from '#ui/index.ts'
import { type BatchState, certificateStateTexts, type ItemState, isProblem, problemTexts } from '../domain.ts'
import { certifyPaths } from '../paths.ts'
import type { Batch, BatchItem } from '../queries/batches.ts'
import { certifyTexts } from '../texts.ts'
import { CertifyFrame, type CertifyPageProps } from './frame.tsx'

const tones: Readonly<Record<BatchState, Tone>> = {
  proposed: 'soon',
  running: 'info',
  done: 'good',
  stopped: 'neutral',
  interrupted: 'late',
}

export function BatchListPage(props: CertifyPageProps & { readonly batches: readonly Batch[] }) {
  const { locale, zone } = props
  const t = certifyTexts(locale)
  return (
    <CertifyFrame {...props} title={t('batches.title')} lead={t('batches.lead')}>
      <Table
        caption={t('batches.title')}
        captionHidden
        dense
        rows={props.batches}
        rowKey={(row) => row.id}
        rowHref={(row) => certifyPaths.batch(row.id)}
        empty={
          <EmptyState title={t('batches.none')} icon="pen-line">
            {t('batches.none-help')}
          </EmptyState>
        }
        columns={[
          { key: 'made', label: t('batch.made'), header: true, cell: (row) => formatShort(row.madeAt, locale, zone) },
          {
            key: 'state',
            label: t('batch.state'),
            cell: (row) => <StatusTag tone={tones[row.state]}>{t(`batch.state.${row.state}`)}</StatusTag>,
          },
          {
            key: 'done',
            label: t('batch.progress'),
            align: 'end',
            cell: (row) => t('batch.done-of', { done: row.counts.certified, total: row.total }),
          },
        ]}
      />
    </CertifyFrame>
  )
}

export interface BatchPageProps extends CertifyPageProps {
  readonly batch: Batch
  readonly items: readonly BatchItem[]
  readonly next: number | undefined
  readonly isFirstPage: boolean
  /** Version 2 of the service knows codes. */
  readonly hasCodes: boolean
  /** Of the made-up service in a demo. */
  readonly demo: { readonly passphrase: string; readonly code: string | undefined } | undefined
  readonly how: 'passphrase' | 'totp'
  readonly errors: readonly FieldError[]
}

export function BatchPage(props: BatchPageProps) {
  const { locale, batch } = props
  const t = certifyTexts(locale)
  const path = certifyPaths.batch(batch.id)
  const isOpen = batch.state !== 'running' && batch.counts.waiting + batch.counts.failed + batch.counts.released > 0
  return (
    <CertifyFrame
      {...props}
      title={t('batch.title', { n: formatNumber(batch.total, locale) })}
      lead={batch.state === 'proposed' ? t('batch.proposed-lead') : undefined}
      crumbs={[{ label: t('batches.title'), href: certifyPaths.batches }, { label: t(`batch.state.${batch.state}`) }]}
    >
      <ErrorSummary errors={props.errors.map(({ path: name, message }) => ({ name, text: message[locale] }))} />
      <div data-island={batch.state === 'running' ? 'letter-batch' : undefined} data-url={path}>
        <Progress {...props} />
        {isOpen && <ProofForm {...props} />}
        <Section title={t('batch.documents')} id="dokumen">
          <Items {...props} />
          <CursorPagination
            previousHref={props.isFirstPage ? undefined : path}
            nextHref={props.next === undefined ? undefined : `${path}?setelah=${props.next}`}
          />
        </Section>
      </div>
    </CertifyFrame>
  )
}

function Progress({ batch, locale, errors }: BatchPageProps) {
  const t = certifyTexts(locale)
  const words = { ...batch.counts, waiting: batch.counts.waiting + batch.counts.asked, total: batch.total }
  if (batch.state === 'proposed' || (errors.length > 0 && batch.counts.certified === 0)) return null
  if (batch.state === 'running') {
    return (
      <>
        <WorkProgress label={t('batch.progress')} max={batch.total} value={batch.total - words.waiting}>
          {t('batch.running', words)}
        </WorkProgress>
        <div class="btn-row">
          <form method="post" action={certifyPaths.stop(batch.id)}>
            <CsrfField />
            <Button variant="secondary">{t('batch.stop')}</Button>
          </form>
          <LinkButton href={certifyPaths.batch(batch.id)} variant="quiet" icon="refresh-cw">
            {t('batch.refresh')}
          </LinkButton>
        </div>
      </>
    )
  }
  const isAll = batch.counts.certified === batch.total
  const outcome =
    batch.state === 'done' ? t(isAll ? 'batch.all-done' : 'batch.some-done', words) : t('batch.left', words)
  const problem = isProblem(batch.problem) && errors.length === 0 ? problemTexts[batch.problem][locale] : undefined
  const state = Object.entries(certificateStateTexts).find(([key]) => key === batch.detail)?.[1][locale]
  return (
    <Notice tone={isAll ? 'good' : 'soon'} announce>
      <p>{outcome}</p>
      {batch.state === 'interrupted' && <p>{t('batch.interrupted')}</p>}
      {(state ?? problem) && <p>{state ?? problem}</p>}
    </Notice>
  )
}

function ProofForm({ batch, locale, hasCodes, demo, how, errors }: BatchPageProps) {
  const t = certifyTexts(locale)
  const errorOf = (name: string) => errors.find(({ path }) => path === name)?.message[locale]
  const open = formatNumber(batch.counts.waiting + batch.counts.failed + batch.counts.released, locale)
  const passphrase = (
    <PasswordField
      name="frasa-sandi"
      label={t('proof.passphrase')}
      hint={t('proof.passphrase-hint')}
      error={errorOf('frasa-sandi')}
    />
  )
  return (
    <Section title={t(batch.state === 'proposed' ? 'proof.title' : 'proof.again')} id="bukti">
      {demo && (
        <Notice tone="info">
          <p>{t('proof.demo', { passphrase: demo.passphrase })}</p>
          <p class="hint">{t('proof.demo-mishaps')}</p>
          {demo.code && <p>{t('proof.code-demo', { code: demo.code })}</p>}
        </Notice>
      )}
      <form method="post" action={certifyPaths.sign(batch.id)} autocomplete="off" novalidate>
        <CsrfField />
        {hasCodes ? (
          <Radios
            name="cara"
            label={t('proof.how')}
            value={how}
            error={errorOf('cara')}
            options={[
              { value: 'passphrase', label: t('proof.passphrase'), reveals: passphrase },
              {
                value: 'totp',
                label: t('proof.totp'),
                reveals: (
                  <>
                    <TextField
                      name="sandi-sekali-pakai"
                      label={t('proof.totp')}
                      hint={t('proof.totp-hint')}
                      error={errorOf('sandi-sekali-pakai')}
                      inputMode="numeric"
                      autocomplete="one-time-code"
                      width="short"
                    />
                    <Button variant="secondary" formAction={certifyPaths.code(batch.id)} formNoValidate small>
                      {t('proof.get-code')}
                    </Button>
                  </>
                ),
              },
            ]}
          />
        ) : (
          <>
            <input type="hidden" name="cara" value="passphrase" />
            {passphrase}
          </>
        )}
        <div class="btn-row">
          <Button icon="pen-line">{t('proof.sign', { n: open })}</Button>
          {batch.state === 'proposed' && (
            <Button variant="quiet" formAction={certifyPaths.stop(batch.id)} formNoValidate>
              {t('batch.cancel')}
            </Button>
          )}
        </div>
      </form>
    </Section>
  )
}

const itemTones: Readonly<Record<ItemState, Tone>> = {
  waiting: 'neutral',
  asked: 'info',
  certified: 'good',
  failed: 'late',
  unknown: 'soon',
  released: 'neutral',
}

function Items({ items, locale }: BatchPageProps) {
  const t = certifyTexts(locale)
  return (
    <div class="queue-table">
      <Table
        caption={t('batch.documents')}
        captionHidden
        dense
        rows={items}
        rowKey={(row) => String(row.ordinal)}
        rowHref={(row) =>
          row.state === 'unknown' ? certifyPaths.settle(row.batchId, row.ordinal) : certifyPaths.file(row.documentId)
        }
        columns={[
          { key: 'document', label: t('document'), header: true, cell: (row) => <b>{row.title}</b> },
          { key: 'number', label: t('number'), cell: (row) => row.number },
          {
            key: 'outcome',
            label: t('batch.outcome'),
            cell: (row) => (
              <div>
                <ToneText tone={itemTones[row.state]}>{t(`item.${row.state}`)}</ToneText>
                {isProblem(row.problem) && <span class="hint">{problemTexts[row.problem][locale]}</span>}
                {row.detail && <span class="hint">“{row.detail}”</span>}
              </div>
            ),
          },
        ]}
      />
    </div>
  )
}
