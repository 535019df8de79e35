import type { LocalText } from '#kernel/i18n/texts.ts'
import { rowsFrom } from '../definition/check/graph.ts'
import type { ServiceDefinition, StateDefinition, TransitionDefinition } from '../definition/schema.ts'

export type NodeKind = 'start' | 'task' | 'decision' | 'fork' | 'join' | 'call' | 'allocation' | 'payment' | 'end'

/** One thing that happens, in the lane of whoever does it. */
export interface ProcedureNode {
  readonly id: string
  readonly kind: NodeKind
  readonly lane: string
  readonly label: LocalText
  readonly time: LocalText | undefined
  readonly result?: StateDefinition['result']
  /** Id of the other service, for a case that waits for one. */
  readonly service?: string | undefined
}

/** What leads from one to the next. A timer is attached to its source and cuts it short. */
export interface ProcedureEdge {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly label: LocalText | undefined
  readonly timer: string | undefined
  readonly condition: string | undefined
}

export interface Lane {
  readonly id: string
  readonly name: LocalText
}

/** A procedure as it is drawn, whatever the notation. */
export interface Procedure {
  readonly lanes: readonly Lane[]
  readonly nodes: readonly ProcedureNode[]
  readonly edges: readonly ProcedureEdge[]
}

/** Names of desks and units as people know them; what is not told is called by its code. */
export interface ProcedureNames {
  readonly permissions?: Readonly<Record<string, LocalText>> | undefined
  readonly units?: Readonly<Record<string, string>> | undefined
}

const applicantLane: Lane = { id: 'applicant', name: { id: 'Pemohon', en: 'Applicant' } }
const systemLane: Lane = { id: 'system', name: { id: 'Balai (otomatis)', en: 'Balai (automatic)' } }

/** Every state, review and step of a definition as nodes and edges in lanes. */
export function procedureOf(definition: ServiceDefinition, names: ProcedureNames = {}): Procedure {
  const lanes = new Map([[applicantLane.id, applicantLane]])
  const nodes: ProcedureNode[] = []
  const edges: ProcedureEdge[] = []
  const laneOf = (desk: string, unit: string | undefined): string => {
    const id = unit ? `${desk} ${unit}` : desk
    if (!lanes.has(id)) lanes.set(id, { id, name: deskName(desk, unit, names) })
    return id
  }
  nodes.push({ ...bare('start', 'start', 'applicant'), label: { id: 'Permohonan dikirim', en: 'Application sent' } })
  edges.push({ ...edge('start', 'start', `s-${definition.flow.initial}`) })
  for (const state of inOrder(definition)) {
    nodes.push(...nodesOf(definition, state, laneOf))
    edges.push(...reviewEdges(state))
    for (const row of rowsFrom(definition.flow, state.id)) edges.push(stepEdge(state, row))
  }
  if (nodes.some((node) => node.lane === systemLane.id)) lanes.set(systemLane.id, systemLane)
  return { lanes: [...lanes.values()], nodes, edges }
}

function bare(id: string, kind: NodeKind, lane: string): Omit<ProcedureNode, 'label'> {
  return { id, kind, lane, time: undefined }
}

function edge(id: string, from: string, to: string): ProcedureEdge {
  return { id: `f-${id}`, from, to, label: undefined, timer: undefined, condition: undefined }
}

/** States as they follow each other, ends last. */
export function inOrder({ flow }: ServiceDefinition): StateDefinition[] {
  const first = flow.states.filter((state) => state.id === flow.initial)
  const open = flow.states.filter((state) => state.id !== flow.initial && state.result === undefined)
  return [...first, ...open, ...flow.states.filter((state) => state.id !== flow.initial && state.result !== undefined)]
}

function deskName(desk: string, unit: string | undefined, { permissions, units }: ProcedureNames): LocalText {
  const name = permissions?.[desk] ?? { id: desk, en: desk }
  const place = unit && (units?.[unit] ?? unit)
  return place ? { id: `${name.id} (${place})`, en: `${name.en} (${place})` } : name
}

const kinds: Readonly<Record<StateDefinition['holder'], NodeKind>> = {
  office: 'task',
  applicant: 'task',
  payment: 'payment',
  'sub-service': 'call',
  allocation: 'allocation',
  engine: 'decision',
  none: 'end',
}

function nodesOf(
  { flow }: ServiceDefinition,
  state: StateDefinition,
  laneOf: (desk: string, unit: string | undefined) => string,
): ProcedureNode[] {
  const label = state.step?.title ?? state.label
  const time = state.step?.time
  if (state.branches) {
    const reviews = state.branches.map((branch) => ({
      ...bare(`b-${state.id}-${branch.id}`, 'task', laneOf(branch.desk, branch.unit ?? state.unit)),
      label: branch.label,
      time,
    }))
    const join = { ...bare(`j-${state.id}`, 'join', systemLane.id), label: { id: 'Semua selesai', en: 'All are in' } }
    return [{ ...bare(`s-${state.id}`, 'fork', systemLane.id), label }, ...reviews, join]
  }
  const kind = kinds[state.holder]
  const before = flow.transitions.find((row) => row.to === state.id)
  const origin = flow.states.find((one) => one.id === before?.from)
  const lane =
    state.holder === 'office'
      ? laneOf(state.desk ?? 'office', state.unit)
      : state.holder === 'applicant' || state.holder === 'payment'
        ? applicantLane.id
        : state.holder === 'none' && origin?.desk && before?.by === origin.desk
          ? laneOf(origin.desk, origin.unit)
          : state.holder === 'none' && before?.by === 'applicant'
            ? applicantLane.id
            : systemLane.id
  return [{ id: `s-${state.id}`, kind, lane, label, time, result: state.result, service: state.subService?.service }]
}

function reviewEdges(state: StateDefinition): ProcedureEdge[] {
  return (state.branches ?? []).flatMap((branch) => [
    {
      ...edge(`${state.id}-to-${branch.id}`, `s-${state.id}`, `b-${state.id}-${branch.id}`),
      condition: branch.when,
    },
    edge(`${state.id}-from-${branch.id}`, `b-${state.id}-${branch.id}`, `j-${state.id}`),
  ])
}

function stepEdge(state: StateDefinition, row: TransitionDefinition): ProcedureEdge {
  const isAfterReviews = state.branches && row.by === 'engine'
  const after = row.after ?? row.within
  return {
    id: `f-${row.from}-${row.verb}`,
    from: `${isAfterReviews ? 'j' : 's'}-${row.from}`,
    to: `s-${row.to}`,
    label: row.label,
    timer: row.by === 'clock' ? (typeof after === 'object' ? `${after.rule} ${after.per}` : after) : undefined,
    condition: row.when,
  }
}
