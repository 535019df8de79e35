import type { LocalText } from '#kernel/i18n/texts.ts'
import type { Procedure, ProcedureEdge, ProcedureNode } from './procedure.ts'

export type BpmnType =
  | 'startEvent'
  | 'endEvent'
  | 'intermediateThrowEvent'
  | 'boundaryEvent'
  | 'userTask'
  | 'serviceTask'
  | 'callActivity'
  | 'exclusiveGateway'
  | 'parallelGateway'
  | 'inclusiveGateway'

export interface BpmnNode {
  readonly id: string
  readonly type: BpmnType
  readonly lane: string
  readonly label: LocalText | undefined
  readonly attachedTo?: string | undefined
  readonly timer?: string | undefined
  readonly called?: string | undefined
  /** The node of the procedure it stands for; several share one place in the order. */
  readonly of: string
}

export interface BpmnFlow {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly label: LocalText | undefined
  readonly condition: string | undefined
}

export interface BpmnModel {
  readonly nodes: readonly BpmnNode[]
  readonly flows: readonly BpmnFlow[]
}

/**
 * A procedure in the elements of BPMN. Of several ways out of a task one is taken, so an exclusive gateway follows it;
 * time is an event on its border; a result after which an objection is possible is passed before the end.
 */
export function bpmnModel(procedure: Procedure): BpmnModel {
  const nodes: BpmnNode[] = []
  const flows: BpmnFlow[] = []
  for (const node of procedure.nodes) {
    const out = procedure.edges.filter((edge) => edge.from === node.id)
    const timed = out.filter((edge) => edge.timer !== undefined)
    const taken = out.filter((edge) => edge.timer === undefined)
    nodes.push({ ...mainNode(node, out, procedure), of: node.id })
    for (const edge of timed) {
      const id = `t-${edge.id}`
      const place = { lane: node.lane, label: edge.label, attachedTo: node.id, timer: edge.timer, of: node.id }
      nodes.push({ id, type: 'boundaryEvent', ...place })
      flows.push({ id: edge.id, from: id, to: edge.to, label: undefined, condition: undefined })
    }
    const choice =
      node.kind === 'end' && taken.length > 0 ? 'end' : taken.length > 1 && isWork(node) ? 'work' : undefined
    if (!choice) {
      flows.push(...taken.map(plainFlow))
      continue
    }
    const gateway = `x-${node.id}`
    nodes.push({ id: gateway, type: 'exclusiveGateway', lane: node.lane, label: undefined, of: node.id })
    flows.push({ id: `f-${gateway}`, from: node.id, to: gateway, label: undefined, condition: undefined })
    flows.push(...taken.map((edge) => ({ ...plainFlow(edge), from: gateway })))
    if (choice === 'end') {
      const end = `e-${node.id}`
      const label = { id: 'Selesai', en: 'Done' }
      nodes.push({ id: end, type: 'endEvent', lane: node.lane, label, of: node.id })
      flows.push({ id: `f-${end}`, from: gateway, to: end, label: undefined, condition: undefined })
    }
  }
  return { nodes, flows }
}

function plainFlow({ id, from, to, label, condition }: ProcedureEdge): BpmnFlow {
  return { id, from, to, label, condition }
}

function isWork(node: ProcedureNode): boolean {
  return ['task', 'payment', 'call', 'allocation', 'join'].includes(node.kind)
}

function mainNode(node: ProcedureNode, out: readonly ProcedureEdge[], procedure: Procedure): Omit<BpmnNode, 'of'> {
  const base = { id: node.id, lane: node.lane, label: node.label }
  switch (node.kind) {
    case 'start':
      return { ...base, type: 'startEvent' }
    case 'end':
      return { ...base, type: out.length ? 'intermediateThrowEvent' : 'endEvent' }
    case 'decision':
      return { ...base, type: 'exclusiveGateway' }
    // Reviews with a condition are left out when it does not hold: "one or more", not "all".
    case 'fork':
      return {
        ...base,
        type: out.some((edge) => edge.condition !== undefined) ? 'inclusiveGateway' : 'parallelGateway',
      }
    case 'join': {
      const fork = procedure.edges.filter((edge) => edge.from === node.id.replace(/^j-/, 's-'))
      const some = fork.some((edge) => edge.condition !== undefined && edge.to.startsWith('b-'))
      return { ...base, type: some ? 'inclusiveGateway' : 'parallelGateway' }
    }
    case 'call':
      return { ...base, type: 'callActivity', called: node.service }
    case 'allocation':
      return { ...base, type: 'serviceTask' }
    default:
      return { ...base, type: 'userTask' }
  }
}
