import type { Zone } from '#kernel/clock/clock.ts'
import type { AppError } from '#kernel/errors.ts'
import type { FormValues } from '#kernel/http/form-values.ts'
import { formatNumber, formatShort } from '#kernel/i18n/format.ts'
import { AdministrationFrame, type AdminPage } from '#modules/organization/index.ts'
import { Button, CsrfField, ErrorSummary, Notice, Section, SummaryList, Table, TextArea, useFrame } from '#ui/index.ts'
import type { Rerendering } from '../archive/set-document-again.ts'
import { documentPaths } from '../paths.ts'
import type { ArchivedDocument, StoredFile } from '../queries/archive.ts'
import type { StoredSignature } from '../queries/signatures.ts'
import { documentTexts } from '../texts.ts'
import { archiveTexts } from '../texts-archive.ts'
import { StandingTag } from './archive-list.tsx'

export interface ArchivedProps extends AdminPage {
  readonly document: ArchivedDocument
  readonly signatures: readonly StoredSignature[]
  readonly files: readonly StoredFile[]
  readonly unitName: string
  readonly again: Rerendering | undefined
  readonly may: { readonly revoke: boolean; readonly reissue: boolean }
  readonly form: FormValues
  readonly error?: AppError | undefined
  readonly zone: Zone
}

/** One issued document with everything that is kept of it, and what can still be done. */
export function ArchivedPage(props: ArchivedProps) {
  const { locale, document, zone, error } = props
  const t = archiveTexts(locale)
  const list = (error?.fields ?? []).map(({ message }) => ({ name: reasonName(props), text: message[locale] }))
  const errors = error && list.length === 0 ? [{ text: error.say(locale) }] : list
  return (
    <AdministrationFrame
      {...props}
      title={`${document.title} ${document.number}`}
      section={{ label: t('title'), href: documentPaths.archive }}
      crumbs={[{ label: document.number }]}
    >
      <ErrorSummary errors={errors} />
      <SummaryList
        rows={[
          { term: t('standing'), value: <StandingTag standing={document.standing} /> },
          { term: t('subject'), value: document.subjectLabel },
          { term: t('unit'), value: props.unitName },
          { term: t('issued'), value: formatShort(document.issuedAt, locale, zone) },
          { term: t('level'), value: document.level },
          {
            term: t('code'),
            value: document.code,
            action: { href: documentPaths.verify(document.code), label: t('verify') },
          },
        ]}
      />
      <Signers {...props} />
      <Files {...props} />
      <Again {...props} />
      {document.standing === 'stands' && <Doings {...props} />}
    </AdministrationFrame>
  )
}

/** Two forms on the page have a reason; the one that was sent gets the error. */
const reasonName = ({ form }: Pick<ArchivedProps, 'form'>) =>
  form.get('apa') === 'terbitkan' ? 'again-reason' : 'reason'

function Signers({ signatures, locale, zone }: ArchivedProps) {
  const t = archiveTexts(locale)
  const said = documentTexts(locale)
  return (
    <Section title={t('signers')}>
      <Table
        caption={t('signers')}
        captionHidden
        dense
        rows={signatures}
        rowKey={(row) => String(row.ordinal)}
        columns={[
          { key: 'name', label: t('signer'), header: true, cell: (row) => `${row.name}, ${row.position}` },
          {
            key: 'authority',
            label: said('genuine.authority'),
            cell: (row) => said(`manner.${row.manner}`, { order: row.order }),
          },
          {
            key: 'kind',
            label: said('signer.kind'),
            cell: (row) => said(row.provider === 'bsre' ? 'signer.certified' : 'signer.own'),
          },
          { key: 'at', label: said('signer.at'), cell: (row) => formatShort(row.signedAt, locale, zone) },
        ]}
      />
    </Section>
  )
}

function Files({ files, document, locale, zone }: ArchivedProps) {
  const t = archiveTexts(locale)
  return (
    <Section title={t('files')}>
      <p class="hint mb-3">{t('files-help')}</p>
      <Table
        caption={t('files')}
        captionHidden
        dense
        rows={files}
        rowKey={(row) => String(row.version)}
        columns={[
          { key: 'version', label: t('version'), header: true, cell: (row) => row.version },
          { key: 'reason', label: t('reason'), cell: (row) => t(`reason-${row.reason}`) },
          { key: 'made', label: t('made'), cell: (row) => formatShort(row.madeAt, locale, zone) },
          { key: 'size', label: t('size'), align: 'end', cell: (row) => formatNumber(row.sizeBytes, locale) },
          { key: 'hash', label: 'SHA-256', cell: (row) => <code>{row.fileHash.slice(0, 16)}…</code> },
          {
            key: 'get',
            label: t('download'),
            cell: (row) => (
              <a href={documentPaths.archivedFile(document.id, row.version)}>
                {t('download')}
                <span class="sr-only"> {row.version}</span>
              </a>
            ),
          },
        ]}
      />
    </Section>
  )
}

function Again({ again, document, locale }: ArchivedProps) {
  const t = archiveTexts(locale)
  const faults = again && [
    ...(again.sameBytes ? [] : [t('differs-bytes')]),
    ...(again.sameContent ? [] : [t('differs-content')]),
    ...(again.sameFile ? [] : [t('differs-file')]),
  ]
  return (
    <Section title={t('again')} id="susun-ulang">
      {again && faults && (
        <Notice tone={faults.length === 0 ? 'good' : 'late'} announce>
          <span class="wrap-anywhere">
            {faults.length === 0
              ? t('again-same', { bytes: formatNumber(again.renditionBytes, locale), hash: again.renditionHash })
              : t('again-differs', { what: faults.join(' ') })}
          </span>
        </Notice>
      )}
      <p class="hint my-3">{t('again-help')}</p>
      <form method="post" action={`${documentPaths.archived(document.id)}#susun-ulang`}>
        <CsrfField />
        <Button variant="secondary" name="apa" value="periksa">
          {t('again-do')}
        </Button>
      </form>
    </Section>
  )
}

function Doings(props: ArchivedProps) {
  return (
    <>
      {props.may.reissue && props.document.template !== 'official-letter' && (
        <ReasonForm {...props} what="terbitkan" name="again-reason" words="reissue" />
      )}
      {props.may.revoke && <ReasonForm {...props} what="cabut" name="reason" words="revoke" />}
    </>
  )
}

function ReasonForm(props: ArchivedProps & { what: 'terbitkan' | 'cabut'; name: string; words: 'reissue' | 'revoke' }) {
  const { document, form, error, what, name, words } = props
  const { locale } = useFrame()
  const t = archiveTexts(locale)
  const wrong = form.get('apa') === what ? error?.fields[0]?.message[locale] : undefined
  return (
    <Section title={t(words)}>
      <p class="hint mb-3">{t(`${words}-help`)}</p>
      <form method="post" action={documentPaths.archived(document.id)} novalidate class="stack">
        <CsrfField />
        <TextArea name={name} label={t('reason')} value={form.get(name)} error={wrong} rows={2} />
        <Button variant={words === 'revoke' ? 'danger' : 'secondary'} name="apa" value={what}>
          {t(`${words}-do`)}
        </Button>
      </form>
    </Section>
  )
}
