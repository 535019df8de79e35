import type { FieldError } from '#kernel/errors.ts'
import { formatShort } from '#kernel/i18n/format.ts'
import { Button, CsrfField, ErrorSummary, Field, Section, SummaryList } from '#ui/index.ts'
import { isProblem, problemTexts } from '../domain.ts'
import { certifyPaths } from '../paths.ts'
import type { BatchItem } from '../queries/batches.ts'
import { certifyTexts } from '../texts.ts'
import { CertifyFrame, type CertifyPageProps } from './frame.tsx'

export interface SettlePageProps extends CertifyPageProps {
  readonly item: BatchItem
  /** The service has a number for it, and gives files by their number. */
  readonly canAsk: boolean
  readonly errors: readonly FieldError[]
}

/** What an official can do about a document whose outcome nobody knows. */
export function SettlePage(props: SettlePageProps) {
  const { locale, item, zone, errors } = props
  const t = certifyTexts(locale)
  const action = certifyPaths.settle(item.batchId, item.ordinal)
  const errorOf = (name: string) => errors.find(({ path }) => path === name)?.message[locale]
  return (
    <CertifyFrame
      {...props}
      title={t('settle.title')}
      lead={isProblem(item.problem) ? problemTexts[item.problem][locale] : t('unknown.lead')}
      crumbs={[{ label: t('list.title'), href: certifyPaths.list }, { label: t('unknown.title') }]}
    >
      <ErrorSummary errors={errors.map(({ path: name, message }) => ({ name, text: message[locale] }))} />
      <SummaryList
        facts
        rows={[
          { term: t('settle.document'), value: item.title },
          { term: t('number'), value: item.number },
          { term: t('settle.asked'), value: item.askedAt ? formatShort(item.askedAt, locale, zone) : '–' },
        ]}
      />
      {props.canAsk && (
        <Section title={t('settle.ask-title')}>
          <p>{t('settle.ask-lead')}</p>
          <form class="mt-3" method="post" action={action}>
            <CsrfField />
            <Button name="aksi" value="ambil">
              {t('settle.ask')}
            </Button>
          </form>
        </Section>
      )}
      <Section title={t('settle.upload-title')}>
        <p>{t('settle.upload-lead')}</p>
        <form method="post" action={action} enctype="multipart/form-data" novalidate>
          <CsrfField />
          <input type="hidden" name="aksi" value="unggah" />
          <Field name="berkas" label={t('settle.file')} error={errorOf('berkas')}>
            {(control) => (
              <div class="upload-new">
                <input {...control} class="input input-file" type="file" name="berkas" accept="application/pdf,.pdf" />
              </div>
            )}
          </Field>
          <Button variant="secondary">{t('settle.upload')}</Button>
        </form>
      </Section>
      <Section title={t('settle.release-title')}>
        <p>{t('settle.release-lead')}</p>
        <form class="mt-3" method="post" action={action}>
          <CsrfField />
          <Button name="aksi" value="lepas" variant="secondary">
            {t('settle.release')}
          </Button>
        </form>
      </Section>
    </CertifyFrame>
  )
}
