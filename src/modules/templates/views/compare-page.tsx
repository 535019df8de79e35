import { Button, Section, Select } from '#ui/index.ts'
import { changedParts, compareLines, nearChanges } from '../domain.ts'
import { contentEntries } from '../letter/read-content.ts'
import { templatePaths } from '../paths.ts'
import type { ListedTemplate, TemplateVersion } from '../queries/templates.ts'
import type { TemplateContent } from '../template.ts'
import { templateTexts } from '../texts.ts'
import { TemplateFrame, type TemplatePage } from './frame.tsx'

export interface CompareProps extends TemplatePage {
  readonly template: ListedTemplate
  readonly versions: readonly TemplateVersion[]
  readonly older: TemplateVersion
  readonly newer: TemplateVersion
}

/** Two versions of a template: which parts differ, and their texts line by line. */
export function ComparePage(props: CompareProps) {
  const { template, versions, older, newer, locale } = props
  const t = templateTexts(locale)
  const parts = changedParts(older.content, newer.content)
  const options = versions.map(({ version, state }) => ({
    value: String(version),
    label: `${t('version-n', { n: version })}, ${t(`state-${state}`)}`,
  }))
  return (
    <TemplateFrame
      {...props}
      title={`${t('compare')}: ${template.name[locale]}`}
      lead={
        parts.length === 0
          ? t('compare-same')
          : t('compare-parts', { parts: parts.map((part) => t(`part-${part}`)).join(', ') })
      }
      crumbs={[{ label: template.name[locale], href: templatePaths.view(template.key) }, { label: t('compare') }]}
    >
      <search class="filters">
        <form method="get" action={templatePaths.compare(template.key)}>
          <Select
            empty={false}
            name="lama"
            label={t('compare-older')}
            value={String(older.version)}
            options={options}
          />
          <Select
            empty={false}
            name="baru"
            label={t('compare-newer')}
            value={String(newer.version)}
            options={options}
          />
          <Button variant="secondary">{t('compare')}</Button>
        </form>
      </search>
      {parts.includes('source') && (
        <Section id="isi" title={t('compare-source')}>
          <Lines before={older.content.source} after={newer.content.source} locale={locale} />
        </Section>
      )}
      {parts.some((part) => part !== 'source') && (
        <Section id="isian" title={t('compare-fields')}>
          <Lines before={asText(older.content)} after={asText(newer.content)} locale={locale} />
        </Section>
      )}
    </TemplateFrame>
  )
}

/** Everything but the body as lines that people can read. */
function asText(content: TemplateContent): string {
  return contentEntries(content)
    .filter(([name, value]) => name !== 'source' && name !== 'fields.row' && value)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n')
}

function Lines({ before, after, locale }: { before: string; after: string; locale: 'id' | 'en' }) {
  const t = templateTexts(locale)
  return (
    <ol class="line-compare">
      {nearChanges(compareLines(before, after)).map((line, index) =>
        line ? (
          <li key={index} class={`line-${line.kind}`}>
            {line.kind !== 'same' && <span class="sr-only">{t(`line-${line.kind}`)}: </span>}
            <code>{line.text || ' '}</code>
          </li>
        ) : (
          <li key={index} class="line-skipped">
            {t('line-skipped')}
          </li>
        ),
      )}
    </ol>
  )
}
