import { CitizenLayout, Section, Table, useFrame } from '#ui/index.ts'
import type { ProcedureNames } from '../artefacts/procedure.ts'
import { sopDrawing } from '../artefacts/sop-drawing.ts'
import type { ServiceDefinition } from '../definition/schema.ts'
import { impersonal } from '../definition/schema-flow.ts'
import { machineOf } from '../domain.ts'
import { servicePaths } from '../paths.ts'
import { publicTexts } from '../texts/public-face.ts'
import { stepTakers } from '../texts/step-takers.ts'
import { serviceTexts } from '../texts.ts'

/** The procedure of a service, drawn and listed from its transition table. */
export function ProcedurePage({ service, names }: { service: ServiceDefinition; names: ProcedureNames }) {
  const { locale } = useFrame()
  const t = serviceTexts(locale)
  const p = publicTexts(locale)
  const { transitions } = machineOf(service)
  const title = t('procedure.title', { service: service.title[locale] })
  const label = (id: string) => service.flow.states.find((state) => state.id === id)?.label[locale] ?? id
  const taker = (by: string) => {
    if (by === 'applicant') return t('procedure.applicant')
    const known = impersonal.find((name) => name === by)
    return known ? stepTakers(locale)(known) : (names.permissions?.[by]?.[locale] ?? by)
  }
  const rows = transitions.map((row, index) => ({ row, number: index + 1 }))
  return (
    <CitizenLayout
      title={title}
      lead={t('procedure.lead')}
      breadcrumb={[
        { label: t('catalogue.title'), href: servicePaths.catalogue },
        { label: service.title[locale], href: servicePaths.service(service.slug) },
        { label: t('procedure.crumb') },
      ]}
    >
      <Section title={p('procedure.drawing')}>
        <section
          class="table-scroll"
          aria-label={p('procedure.drawing')}
          tabindex={0}
          // Drawn by us; every text in it is escaped.
          dangerouslySetInnerHTML={{ __html: sopDrawing(service, locale, names) }}
        />
        <p>
          <a href={servicePaths.procedureDrawing(service.slug)} download>
            {p('procedure.download')}
          </a>
        </p>
      </Section>
      <Section title={p('procedure.table')}>
        <Table
          caption={t('procedure.crumb')}
          captionHidden
          rows={rows}
          rowKey={({ number }) => String(number)}
          columns={[
            { key: 'number', label: 'No.', header: true, cell: ({ number }) => number },
            { key: 'from', label: t('procedure.from'), cell: ({ row }) => label(row.from) },
            { key: 'verb', label: t('procedure.step'), cell: ({ row }) => row.label[locale] },
            { key: 'by', label: t('procedure.by'), cell: ({ row }) => taker(row.by) },
            { key: 'to', label: t('procedure.to'), cell: ({ row }) => label(row.to) },
          ]}
        />
        <p class="hint">{p('procedure.print')}</p>
      </Section>
    </CitizenLayout>
  )
}
