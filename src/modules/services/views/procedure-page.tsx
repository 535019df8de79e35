import { CitizenLayout, Table, useFrame } from '#ui/index.ts'
import type { ServiceDefinition, TransitionDefinition } from '../definition/schema.ts'
import { machineOf } from '../domain.ts'
import { servicePaths } from '../paths.ts'
import { serviceTexts } from '../texts.ts'

const box = { width: 250, height: 44, gap: 34, left: 8 }
const lane = 22

/** The procedure of a service, drawn and listed from its transition table. */
export function ProcedurePage({
  service,
  permissions,
}: {
  service: ServiceDefinition
  permissions: Readonly<Record<string, string>>
}) {
  const { locale } = useFrame()
  const t = serviceTexts(locale)
  const { transitions } = machineOf(service)
  const label = (id: string) => service.flow.states.find((state) => state.id === id)?.label[locale] ?? id
  const rows = transitions.map((row, index) => ({ row, number: index + 1 }))
  return (
    <CitizenLayout
      title={t('procedure.title', { service: service.title[locale] })}
      lead={t('procedure.lead')}
      breadcrumb={[
        { label: t('catalogue.title'), href: servicePaths.catalogue },
        { label: service.title[locale], href: servicePaths.service(service.slug) },
        { label: t('procedure.crumb') },
      ]}
    >
      <div class="procedure">
        <Drawing service={service} label={label} title={t('procedure.title', { service: service.title[locale] })} />
        <Table
          caption={t('procedure.crumb')}
          captionHidden
          rows={rows}
          rowKey={({ number }) => String(number)}
          columns={[
            { key: 'number', label: 'No.', header: true, cell: ({ number }) => number },
            { key: 'from', label: t('procedure.from'), cell: ({ row }) => label(row.from) },
            { key: 'verb', label: t('procedure.step'), cell: ({ row }) => row.label[locale] },
            {
              key: 'by',
              label: t('procedure.by'),
              cell: ({ row }) => (row.by === 'applicant' ? t('procedure.applicant') : (permissions[row.by] ?? row.by)),
            },
            { key: 'to', label: t('procedure.to'), cell: ({ row }) => label(row.to) },
          ]}
        />
      </div>
    </CitizenLayout>
  )
}

/** States from top to bottom, one numbered line for each step: down along the right side, up along a lane further out. */
function Drawing(props: { service: ServiceDefinition; label: (id: string) => string; title: string }) {
  const { states } = props.service.flow
  const { transitions } = machineOf(props.service)
  const top = (id: string) => states.findIndex((state) => state.id === id) * (box.height + box.gap) + 4
  const width = box.left + box.width + lane * (transitions.length + 1) + 12
  const height = states.length * (box.height + box.gap)
  return (
    <svg class="procedure-drawing" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={props.title}>
      {transitions.map((row, index) => (
        <Line key={`${row.from}${row.verb}`} row={row} number={index + 1} top={top} />
      ))}
      {states.map((state) => (
        <g key={state.id} class={state.result ? 'procedure-end' : 'procedure-state'}>
          <rect x={box.left} y={top(state.id)} width={box.width} height={box.height} rx={6} />
          <text x={box.left + 14} y={top(state.id) + box.height / 2 + 5}>
            {props.label(state.id)}
          </text>
        </g>
      ))}
    </svg>
  )
}

function Line(props: { row: TransitionDefinition; number: number; top: (id: string) => number }) {
  const { row, number } = props
  const side = box.left + box.width
  const x = side + lane * number
  const start = props.top(row.from) + 14
  const end = props.top(row.to) + 30
  return (
    <g class={`procedure-line procedure-${row.tone}`}>
      <path d={`M${side} ${start}H${x}V${end}H${side + 6}`} />
      <path class="procedure-head" d={`M${side + 1} ${end}l8 -4v8z`} />
      <circle cx={x} cy={(start + end) / 2} r={9} />
      <text x={x} y={(start + end) / 2 + 4} text-anchor="middle">
        {number}
      </text>
    </g>
  )
}
