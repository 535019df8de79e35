import type { Locale } from '#kernel/i18n/texts.ts'
import type { ServiceDefinition } from '../definition/schema.ts'
import { bpmnDiagram } from './bpmn-diagram.ts'
import { type BpmnFlow, type BpmnNode, bpmnModel } from './bpmn-model.ts'
import { type ProcedureNames, procedureOf } from './procedure.ts'
import { escapeXml, tag } from './xml.ts'

const namespaces = {
  'xmlns:bpmn': 'http://www.omg.org/spec/BPMN/20100524/MODEL',
  'xmlns:bpmndi': 'http://www.omg.org/spec/BPMN/20100524/DI',
  'xmlns:dc': 'http://www.omg.org/spec/DD/20100524/DC',
  'xmlns:di': 'http://www.omg.org/spec/DD/20100524/DI',
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
}

/** The procedure as BPMN 2.0 with its diagram, for whatever modelling tool an office uses. */
export function bpmnOf(definition: ServiceDefinition, locale: Locale, names: ProcedureNames = {}): string {
  const procedure = procedureOf(definition, names)
  const model = bpmnModel(procedure)
  const lanes = procedure.lanes.map((lane, index) => {
    const members = model.nodes.filter((node) => node.lane === lane.id)
    const refs = members.map((node) => tag('bpmn:flowNodeRef', {}, node.id))
    return tag('bpmn:lane', { id: `lane-${index + 1}`, name: lane.name[locale] }, ...refs)
  })
  const process = tag(
    'bpmn:process',
    { id: 'process', name: definition.title[locale], isExecutable: 'false' },
    tag('bpmn:documentation', {}, escapeXml(definition.legalBasis.map((basis) => basis.citation).join('; '))),
    tag('bpmn:laneSet', { id: 'lanes' }, ...lanes),
    ...model.nodes.map((node) => nodeXml(node, model.flows, locale)),
    ...model.flows.map((flow) => flowXml(flow, locale)),
  )
  const collaboration = tag(
    'bpmn:collaboration',
    { id: 'collaboration' },
    tag('bpmn:participant', { id: 'pool', name: definition.title[locale], processRef: 'process' }),
  )
  const diagram = bpmnDiagram(model, procedure)
  const attributes = {
    ...namespaces,
    id: 'definitions',
    targetNamespace: `urn:balai:${definition.id}:${definition.version}`,
  }
  return `<?xml version="1.0" encoding="UTF-8"?>\n${tag('bpmn:definitions', attributes, collaboration, process, diagram)}\n`
}

function nodeXml(node: BpmnNode, flows: readonly BpmnFlow[], locale: Locale): string {
  const attributes: Record<string, string | undefined> = { id: node.id, name: node.label?.[locale] }
  const inside = [
    ...flows.filter((flow) => flow.to === node.id).map((flow) => tag('bpmn:incoming', {}, flow.id)),
    ...flows.filter((flow) => flow.from === node.id).map((flow) => tag('bpmn:outgoing', {}, flow.id)),
  ]
  if (node.type === 'boundaryEvent') {
    attributes['attachedToRef'] = node.attachedTo
    inside.push(timer(node))
  }
  if (node.type === 'callActivity') attributes['calledElement'] = node.called
  return tag(`bpmn:${node.type}`, attributes, ...inside)
}

/** Working days have no ISO duration: the dated rule is named, and tools show it as it is. */
function timer(node: BpmnNode): string {
  const duration = tag('bpmn:timeDuration', { 'xsi:type': 'bpmn:tFormalExpression' }, escapeXml(node.timer ?? ''))
  return tag('bpmn:timerEventDefinition', { id: `${node.id}-timer` }, duration)
}

function flowXml(flow: BpmnFlow, locale: Locale): string {
  const attributes = { id: flow.id, name: flow.label?.[locale], sourceRef: flow.from, targetRef: flow.to }
  if (flow.condition === undefined) return tag('bpmn:sequenceFlow', attributes)
  const condition = tag(
    'bpmn:conditionExpression',
    { 'xsi:type': 'bpmn:tFormalExpression', language: 'https://cel.dev' },
    escapeXml(flow.condition),
  )
  return tag('bpmn:sequenceFlow', attributes, condition)
}
