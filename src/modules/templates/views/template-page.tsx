import type { Zone } from '#kernel/clock/clock.ts'
import { formatMoment, formatShort } from '#kernel/i18n/format.ts'
import { acts } from '#modules/documents/index.ts'
import { ButtonRow, Columns, LinkButton, Notice, Section, SummaryList, Table, Timeline } from '#ui/index.ts'
import { groupNames, letterKinds } from '../kinds.ts'
import type { ExplainedFault } from '../letter/explain-fault.ts'
import { arrangementOf } from '../letter/read-content.ts'
import { templatePaths } from '../paths.ts'
import type { ListedTemplate, TemplateChange, TemplateVersion } from '../queries/templates.ts'
import { type TemplateTexts, templateTexts } from '../texts.ts'
import { TemplateFrame, type TemplatePage } from './frame.tsx'
import { StatusOfTemplate } from './list-page.tsx'
import { FaultList } from './preview-parts.tsx'

export interface TemplateViewProps extends TemplatePage {
  readonly template: ListedTemplate
  /** Newest first. */
  readonly versions: readonly TemplateVersion[]
  readonly changes: readonly TemplateChange[]
  /** The version that is shown: the chosen one, else the draft, else the published one. */
  readonly shown: TemplateVersion
  /** Pages of its specimen, or what keeps it from being made. */
  readonly pages: number
  readonly faults: readonly ExplainedFault[]
  readonly unitName: string
  readonly zone: Zone
  readonly may: { readonly edit: boolean; readonly publish: boolean }
}

/** One template: how it looks, what it fixes, its versions, who did what. */
export function TemplateViewPage(props: TemplateViewProps) {
  const { template, shown, locale } = props
  const t = templateTexts(locale)
  return (
    <TemplateFrame
      {...props}
      title={template.name[locale]}
      crumbs={[{ label: template.name[locale] }]}
      actions={<StatusOfTemplate status={template.status} />}
    >
      <Doings {...props} />
      {template.isBuiltIn && <Notice>{t('built-in-note')}</Notice>}
      <Columns aside={<Facts {...props} />}>
        <Section id="pratinjau" title={`${t('preview')}: ${t('version-n', { n: shown.version }).toLowerCase()}`}>
          <FaultList faults={props.faults} source={shown.content.source} locale={locale} />
          <div class="letter-pages">
            {Array.from({ length: props.pages }, (_, index) => (
              <img
                key={index}
                class="letter-page"
                src={templatePaths.page(template.key, shown.version, index + 1)}
                alt={t('preview-page', { n: index + 1, name: template.name[locale] })}
                loading={index > 0 ? 'lazy' : undefined}
              />
            ))}
          </div>
        </Section>
      </Columns>
      <Versions {...props} />
      <History {...props} />
    </TemplateFrame>
  )
}

function Doings({ template, versions, may, locale }: TemplateViewProps) {
  const t = templateTexts(locale)
  const { key } = template
  const draft = versions.find((version) => version.state === 'draft')
  return (
    <ButtonRow>
      {may.edit && !template.isBuiltIn && (
        <LinkButton href={templatePaths.edit(key)} icon="file-text">
          {t(draft ? 'edit' : 'edit-first')}
        </LinkButton>
      )}
      {may.publish && draft && (
        <LinkButton href={templatePaths.act(key, 'terbitkan')} icon="check" variant="secondary">
          {t('publish')}
        </LinkButton>
      )}
      {may.edit && (
        <LinkButton href={templatePaths.copy(key)} icon="copy" variant="secondary">
          {t('copy')}
        </LinkButton>
      )}
      {versions.length > 1 && (
        <LinkButton href={templatePaths.compare(key)} variant="secondary">
          {t('compare')}
        </LinkButton>
      )}
      {may.edit && draft && template.publishedVersion !== undefined && (
        <LinkButton href={templatePaths.act(key, 'singkirkan')} variant="quiet">
          {t('discard')}
        </LinkButton>
      )}
      {may.publish && template.status === 'published' && (
        <LinkButton href={templatePaths.act(key, 'hentikan')} variant="quiet">
          {t('retire')}
        </LinkButton>
      )}
      {may.publish && template.status !== 'draft' && (template.status === 'retired' || publishedOf(versions) > 1) && (
        <LinkButton href={templatePaths.act(key, 'pakai-lagi')} variant="quiet">
          {t('restore')}
        </LinkButton>
      )}
    </ButtonRow>
  )
}

const publishedOf = (versions: readonly TemplateVersion[]) =>
  versions.filter((version) => version.state === 'published').length

function Facts({ template, shown, unitName, locale }: TemplateViewProps) {
  const t = templateTexts(locale)
  const { content } = shown
  const rows = [
    {
      term: t('kind'),
      value: `${letterKinds[content.kind].name[locale]}, ${groupNames[template.group][locale].toLowerCase()}`,
    },
    { term: t('layout'), value: t(`layout-${arrangementOf(content)}`) },
    { term: t('letterhead'), value: t(`letterhead-${content.letterhead}`) },
    { term: t('paper'), value: t(`paper-${content.paper}`) },
    ...(content.register ? [{ term: t('register'), value: content.register }] : []),
    {
      term: t('signers'),
      value:
        content.signers.length > 1
          ? content.signers.map(({ role }) => role ?? '-').join(', ')
          : String(content.signers.length),
    },
    { term: t('act'), value: acts[content.act][locale] },
    { term: t('unit'), value: unitName || t('everywhere') },
    { term: t('key'), value: template.key },
    ...(template.copiedFrom ? [{ term: t('origin'), value: t('copied-note', { key: template.copiedFrom }) }] : []),
  ]
  return (
    <>
      <Section id="ketentuan" title={t('facts')}>
        <SummaryList rows={rows} dense />
      </Section>
      <Section id="isian" title={t('fields')}>
        <ul class="plain-list">
          {content.fields.map((field) => (
            <li key={field.key}>
              <code>{field.key}</code> {field.label[locale]}, {t(`type-${field.type}`).toLowerCase()}
            </li>
          ))}
        </ul>
      </Section>
      <p>
        <a href={templatePaths.specimen(template.key, shown.version)}>{t('specimen')}</a>
      </p>
    </>
  )
}

function Versions({ template, versions, locale, zone }: TemplateViewProps) {
  const t = templateTexts(locale)
  return (
    <Section id="versi" title={t('versions')}>
      <Table
        caption={t('versions')}
        captionHidden
        dense
        rows={versions}
        rowKey={(row) => row.id}
        rowHref={(row) => `${templatePaths.view(template.key)}?versi=${row.version}`}
        columns={[
          { key: 'version', label: t('version'), header: true, cell: (row) => t('version-n', { n: row.version }) },
          {
            key: 'state',
            label: t('status'),
            cell: (row) =>
              row.version === template.publishedVersion && template.status === 'published'
                ? t('in-use')
                : t(`state-${row.state}`),
          },
          {
            key: 'edited',
            label: t('edited-by'),
            cell: (row) => `${row.editedBy}, ${formatShort(row.editedAt, locale, zone)}`,
          },
          {
            key: 'published',
            label: t('published-by'),
            cell: (row) => (row.publishedAt ? `${row.publishedBy}, ${formatShort(row.publishedAt, locale, zone)}` : ''),
          },
          { key: 'note', label: t('note'), cell: (row) => row.note },
        ]}
      />
    </Section>
  )
}

function History({ changes, locale, zone }: TemplateViewProps) {
  const t = templateTexts(locale)
  return (
    <Section id="riwayat" title={t('history')}>
      <Timeline
        label={t('history')}
        items={changes.map((change) => ({
          title: t(`did-${change.act}`, { n: change.version }),
          state: 'done' as const,
          place: [change.by, partWords(change, t), change.note].filter(Boolean).join('. '),
          time: formatMoment(change.at, locale, zone),
          dateTime: change.at.toString(),
        }))}
      />
    </Section>
  )
}

function partWords({ parts }: TemplateChange, t: TemplateTexts): string {
  return parts.map((part) => t(`part-${part}`)).join(', ')
}
