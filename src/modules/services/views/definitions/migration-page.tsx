import { formatNumber } from '#kernel/i18n/format.ts'
import { Button, ButtonRow, CsrfField, EmptyState, Section, Select, Stats, Table } from '#ui/index.ts'
import type { MigrationPreview } from '../../commands/migrate-cases.ts'
import type { ServiceDefinition } from '../../definition/schema.ts'
import type { StateMapping } from '../../flow/migration-plan.ts'
import { servicePaths } from '../../paths.ts'
import type { PublishedService } from '../../queries/definitions.ts'
import { definitionTexts } from '../../texts/definitions.ts'
import { type DefinitionAdmin, DefinitionFrame } from './frame.tsx'

export interface MigrationPageProps extends DefinitionAdmin {
  readonly service: PublishedService
  readonly from: ServiceDefinition | undefined
  readonly to: ServiceDefinition | undefined
  readonly mapping: StateMapping
  readonly preview: MigrationPreview | undefined
}

/** Shows what moving running files to another version would do, and does it. */
export function MigrationPage(props: MigrationPageProps) {
  const { locale, service, from, to, mapping, preview } = props
  const t = definitionTexts(locale)
  const title = (service.current ?? service.newest).title[locale]
  const versions = service.versions.map((row) => ({
    value: String(row.version),
    label: `${t('version-n', { n: row.version })} (${formatNumber(row.running, locale)})`,
  }))
  return (
    <DefinitionFrame
      {...props}
      title={t('move-title')}
      lead={t('move-lead')}
      crumbs={[{ label: title, href: servicePaths.definition(service.id) }, { label: t('move-title') }]}
    >
      {versions.length < 2 && <EmptyState title={t('move-one-version')} />}
      {versions.length > 1 && (
        <form method="get" action={servicePaths.migration(service.id)}>
          <Select name="dari" label={t('move-from')} options={versions} value={from && String(from.version)} />
          <Select name="ke" label={t('move-to')} options={versions} value={to && String(to.version)} />
          {from && to && <Mapping {...props} from={from} to={to} />}
          <ButtonRow>
            <Button variant="secondary">{t('move-show')}</Button>
          </ButtonRow>
        </form>
      )}
      {preview && from && to && (
        <Section title={t('move-effect')}>
          <Effect {...props} preview={preview} from={from} to={to} />
          {preview.moves > 0 ? (
            <form method="post" action={servicePaths.migration(service.id)}>
              <CsrfField />
              <input type="hidden" name="dari" value={from.version} />
              <input type="hidden" name="ke" value={to.version} />
              {Object.entries(mapping).map(([state, target]) => (
                <input key={state} type="hidden" name={`tahap-${state}`} value={target} />
              ))}
              <ButtonRow>
                <Button>{t('move-do', { n: formatNumber(preview.moves, locale) })}</Button>
              </ButtonRow>
            </form>
          ) : (
            <p>{t('move-nothing')}</p>
          )}
        </Section>
      )}
    </DefinitionFrame>
  )
}

type Both = MigrationPageProps & { from: ServiceDefinition; to: ServiceDefinition }

function Mapping({ locale, from, to, mapping }: Both) {
  const t = definitionTexts(locale)
  const targets = to.flow.states
    .filter((state) => !state.result)
    .map((state) => ({ value: state.id, label: `${state.label[locale]} (${state.id})` }))
  return (
    <fieldset>
      <legend>
        <b>{t('move-mapping')}</b>
      </legend>
      <p class="hint">{t('move-mapping-text')}</p>
      <div class="grid sm:grid-cols-2 gap-x-6">
        {from.flow.states
          .filter((state) => !state.result)
          .map((state) => (
            <Select
              key={state.id}
              name={`tahap-${state.id}`}
              label={`${state.label[locale]} (${state.id})`}
              empty={t('move-same')}
              options={targets}
              value={mapping[state.id]}
            />
          ))}
      </div>
    </fieldset>
  )
}

function Effect({ locale, from, to, preview }: Both & { preview: MigrationPreview }) {
  const t = definitionTexts(locale)
  const stays = Object.entries(preview.stays) as [keyof MigrationPreview['stays'], number][]
  const kept = stays.reduce((sum, [, n]) => sum + n, 0)
  const label = (definition: ServiceDefinition, id: string) =>
    definition.flow.states.find((state) => state.id === id)?.label[locale] ?? id
  const rows = preview.byState.map((row) => ({ ...row, key: `${row.state}>${row.to}` }))
  return (
    <>
      <Stats
        label={t('move-effect')}
        items={[
          { value: formatNumber(preview.moves, locale), text: t('move-moves') },
          { value: formatNumber(preview.earlier, locale), text: t('move-earlier') },
          { value: '0', text: t('move-later') },
          { value: formatNumber(kept, locale), text: t('move-stays') },
        ]}
      />
      {kept > 0 && (
        <ul class="plain-list">
          {stays
            .filter(([, n]) => n > 0)
            .map(([why, n]) => (
              <li key={why}>{t(`stays.${why}`, { n: formatNumber(n, locale) })}</li>
            ))}
        </ul>
      )}
      {rows.length > 0 && (
        <Table
          caption={t('move-effect')}
          captionHidden
          rows={rows}
          rowKey={(row) => row.key}
          columns={[
            { key: 'state', label: t('move-state'), header: true, cell: (row) => label(from, row.state) },
            { key: 'to', label: t('move-target'), cell: (row) => (row.to ? label(to, row.to) : t('move-stay')) },
            { key: 'count', label: t('move-count'), align: 'end', cell: (row) => formatNumber(row.count, locale) },
          ]}
        />
      )}
    </>
  )
}
