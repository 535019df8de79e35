import type { Zone } from '#kernel/clock/clock.ts'
import type { FieldError } from '#kernel/errors.ts'
import { formatDay, formatShort } from '#kernel/i18n/format.ts'
import { fillText } from '#kernel/i18n/texts.ts'
import {
  Button,
  ButtonRow,
  Columns,
  CsrfField,
  ErrorSummary,
  Field,
  Section,
  SummaryList,
  Table,
  TextArea,
  useFrame,
} from '#ui/index.ts'
import { messagingPaths } from '../paths.ts'
import type { TemplateVersion } from '../queries/templates.ts'
import type { ShippedTemplate } from '../templates/template.ts'
import { messagingTexts } from '../texts.ts'
import { type AdminAround, AdminFrame } from './admin-frame.tsx'

export interface TemplateListProps extends AdminAround {
  readonly templates: readonly (ShippedTemplate & { readonly version: number })[]
}

export function TemplateListPage(props: TemplateListProps) {
  const { locale } = useFrame()
  const t = messagingTexts(locale)
  return (
    <AdminFrame {...props} title={t('templates.title')} lead={t('templates.lead')}>
      <Table
        caption={t('templates.title')}
        captionHidden
        rows={props.templates}
        rowKey={(row) => row.key}
        rowHref={(row) => messagingPaths.template(row.key)}
        columns={[
          { key: 'name', label: t('templates.name'), header: true, cell: (row) => row.name[locale] },
          {
            key: 'places',
            label: t('templates.places'),
            cell: (row) => row.placeholders.map((name) => `{${name}}`).join(', '),
          },
          {
            key: 'version',
            label: t('templates.version'),
            cell: (row) => (row.version === 0 ? t('templates.shipped') : row.version),
          },
        ]}
      />
    </AdminFrame>
  )
}

export const templateParts = ['title', 'body', 'whatsapp'] as const
export const languages = ['id', 'en'] as const

export interface TemplateProps extends AdminAround {
  readonly template: ShippedTemplate
  readonly versions: readonly TemplateVersion[]
  /** By field name, "whatsapp.en": as typed, or as the newest version has it. */
  readonly values: Readonly<Record<string, string>>
  readonly isPreview: boolean
  readonly errors: readonly FieldError[]
  readonly zone: Zone
}

export function TemplatePage(props: TemplateProps) {
  const { locale } = useFrame()
  const t = messagingTexts(locale)
  const { template, values } = props
  const errorOf = (name: string) => props.errors.find((error) => error.path === name)?.message[locale]
  return (
    <AdminFrame
      {...props}
      title={template.name[locale]}
      lead={t('templates.known', { places: template.placeholders.map((name) => `{${name}}`).join(', ') })}
    >
      <ErrorSummary errors={props.errors.map((error) => ({ name: error.path, text: error.message[locale] }))} />
      <Columns aside={<Versions {...props} />}>
        <form method="post" action={messagingPaths.template(template.key)} novalidate>
          <CsrfField />
          {templateParts.flatMap((part) =>
            languages.map((language) => (
              <TextArea
                key={`${part}.${language}`}
                name={`${part}.${language}`}
                label={`${t(`templates.part-${part}`)}, ${t(`lang.${language}`)}`}
                value={values[`${part}.${language}`]}
                error={errorOf(`${part}.${language}`)}
                rows={part === 'title' ? 1 : 3}
                maxLength={part === 'title' ? 160 : part === 'body' ? 4000 : 1000}
              />
            )),
          )}
          <Field name="validFrom" label={t('templates.valid-from')} error={errorOf('validFrom')}>
            {(control) => <input class="input" type="date" name="validFrom" value={values['validFrom']} {...control} />}
          </Field>
          <ButtonRow>
            <Button>{t('templates.save')}</Button>
            <Button variant="secondary" name="pratinjau" value="1">
              {t('templates.preview-button')}
            </Button>
          </ButtonRow>
        </form>
        {props.isPreview && (
          <Section title={t('templates.preview')} id="pratinjau">
            <SummaryList
              rows={templateParts.flatMap((part) =>
                languages.map((language) => ({
                  term: `${t(`templates.part-${part}`)}, ${t(`lang.${language}`)}`,
                  value: <span class="pre-line">{fillText(values[`${part}.${language}`] ?? '', template.sample)}</span>,
                })),
              )}
            />
          </Section>
        )}
      </Columns>
    </AdminFrame>
  )
}

function Versions({ versions, zone }: TemplateProps) {
  const { locale } = useFrame()
  const t = messagingTexts(locale)
  return (
    <Section title={t('templates.versions')}>
      <SummaryList
        dense
        rows={versions.map((version) => ({
          term: version.version === 0 ? t('templates.shipped') : String(version.version),
          value: (
            <>
              {version.validFrom &&
                t('templates.in-force', { day: formatDay(Temporal.PlainDate.from(version.validFrom), locale) })}
              {version.writtenAt && (
                <span class="hint block">
                  {t('templates.by', {
                    who: version.writtenBy ?? '',
                    when: formatShort(version.writtenAt, locale, zone),
                  })}
                </span>
              )}
            </>
          ),
        }))}
      />
    </Section>
  )
}
