import { FormPage, Notice, Select, TextArea, TextField } from '#ui/index.ts'
import { templatePaths } from '../paths.ts'
import type { ListedTemplate, TemplateVersion } from '../queries/templates.ts'
import { templateTexts } from '../texts.ts'
import { errorsOf, type TemplateForm, TemplateFrame } from './frame.tsx'

type OfTemplate = TemplateForm & { readonly template: ListedTemplate }

/** Copying: a name, a key, who keeps it. */
export function CopyTemplatePage(
  props: OfTemplate & { readonly units: readonly { path: string; name: string }[]; readonly mayEverywhere: boolean },
) {
  const { template, form, locale } = props
  const t = templateTexts(locale)
  const errors = errorsOf(props)
  const about = (name: string, label: string, hint?: string) => ({
    name,
    label,
    hint,
    value: form.get(name),
    error: errors.of(name),
  })
  return (
    <TemplateFrame {...props} title={t('copy')} heading={false}>
      <FormPage
        title={`${t('copy')}: ${template.name[locale]}`}
        action={templatePaths.copy(template.key)}
        backHref={templatePaths.view(template.key)}
        errors={errors.list}
        submitLabel={t('copy')}
      >
        <TextField {...about('nameId', t('name-id'))} maxLength={120} />
        <TextField {...about('nameEn', t('name-en'))} maxLength={120} />
        <TextField {...about('key', t('key'), t('key-hint'))} maxLength={60} width="medium" spellcheck={false} />
        <Select
          empty={false}
          {...about('unitPath', t('unit'), t('unit-hint'))}
          options={[
            ...(props.mayEverywhere ? [{ value: '', label: t('everywhere') }] : []),
            ...props.units.map((unit) => ({ value: unit.path, label: unit.name })),
          ]}
        />
      </FormPage>
    </TemplateFrame>
  )
}

export type TemplateAct = 'terbitkan' | 'hentikan' | 'pakai-lagi' | 'singkirkan'

const words = { terbitkan: 'publish', hentikan: 'retire', 'pakai-lagi': 'restore', singkirkan: 'discard' } as const

/** One step with what it means, a reason where it needs one. */
export function TemplateActPage(
  props: OfTemplate & {
    readonly act: TemplateAct
    readonly versions: readonly TemplateVersion[]
    readonly isOwnDraft: boolean
  },
) {
  const { template, act, form, versions, locale } = props
  const t = templateTexts(locale)
  const errors = errorsOf(props)
  const word = words[act]
  const draft = versions.find((version) => version.state === 'draft')
  const published = versions.filter((version) => version.state === 'published')
  return (
    <TemplateFrame {...props} title={t(word)} heading={false}>
      <FormPage
        title={`${t(word)}: ${template.name[locale]}`}
        lead={t(`${word}-lead`)}
        action={templatePaths.act(template.key, act)}
        backHref={templatePaths.view(template.key)}
        errors={errors.list}
        submitLabel={t(word)}
      >
        {act === 'terbitkan' && props.isOwnDraft && <Notice tone="soon">{t('publish-own')}</Notice>}
        {act === 'terbitkan' && <input type="hidden" name="revision" value={String(draft?.revision ?? 0)} />}
        {act === 'pakai-lagi' && (
          <Select
            empty={false}
            name="version"
            label={t('version')}
            value={form.get('version') || String(template.publishedVersion ?? '')}
            error={errors.of('version')}
            options={published.map(({ version }) => ({
              value: String(version),
              label: t('version-n', { n: version }),
            }))}
          />
        )}
        {act !== 'terbitkan' && (
          <TextArea
            name="reason"
            label={t('reason')}
            hint={t('reason-hint')}
            value={form.get('reason')}
            error={errors.of('reason')}
            rows={3}
            maxLength={500}
          />
        )}
      </FormPage>
    </TemplateFrame>
  )
}
