import { BpmnModdle } from 'bpmn-moddle'
import { describe, expect, it } from 'vitest'
import { shippedServices } from '#services/index.ts'
import { kioskPermit } from '../definition/check/testing/kiosk-permit.ts'
import { bpmnOf } from './bpmn.ts'
import { procedureOf } from './procedure.ts'
import { sopDrawing } from './sop-drawing.ts'

const services = [...shippedServices, kioskPermit]

interface Element {
  readonly $type: string
  readonly id: string
  readonly [name: string]: unknown
}

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}

async function readBpmn(xml: string) {
  const { rootElement, warnings, elementsById } = await new BpmnModdle().fromXML(xml)
  const elements = Object.values(elementsById as Record<string, Element>)
  return { root: rootElement as unknown as Element, warnings, elements, byId: elementsById as Record<string, Element> }
}

describe.each(services)('the BPMN of $id', (service) => {
  it('is read by a modelling library without a warning', async () => {
    const { warnings, root } = await readBpmn(bpmnOf(service, 'id'))
    expect(warnings).toEqual([])
    expect(root.$type).toBe('bpmn:Definitions')
  })

  it('draws every element once, at its own place', async () => {
    const { elements } = await readBpmn(bpmnOf(service, 'id'))
    const drawn = elements
      .filter((element) => element.$type.startsWith('bpmndi:BPMN') && element['bpmnElement'])
      .map((element) => (element['bpmnElement'] as Element).id)
      .sort()
    const shown = elements
      .filter((element) => /^bpmn:(.*(Event|Task|Gateway|Activity)|SequenceFlow|Lane|Participant)$/.test(element.$type))
      .map((element) => element.id)
    expect(drawn).toEqual([...shown, 'collaboration'].sort())
    for (const shape of elements.filter((element) => element.$type === 'bpmndi:BPMNShape')) {
      const { x, y, width, height } = shape['bounds'] as Record<string, number>
      expect([x, y, width, height].every((value) => Number.isFinite(value))).toBe(true)
    }
  })

  it('lays no shape over another, and every shape within its lane', async () => {
    const { elements, byId } = await readBpmn(bpmnOf(service, 'id'))
    const shapes = elements.filter((element) => element.$type === 'bpmndi:BPMNShape')
    const boxOf = (id: string) => byId[`${id}-shape`]?.['bounds'] as Box
    const flow = shapes
      .map((shape) => shape['bpmnElement'] as Element)
      .filter((element) => !/Lane|Participant|BoundaryEvent/.test(element.$type))
    for (const [index, one] of flow.entries()) {
      for (const other of flow.slice(index + 1)) {
        expect(overlap(boxOf(one.id), boxOf(other.id)), `${one.id} and ${other.id}`).toBe(false)
      }
    }
    for (const lane of elements.filter((element) => element.$type === 'bpmn:Lane')) {
      for (const node of (lane['flowNodeRef'] as Element[] | undefined) ?? []) {
        const [inner, outer] = [boxOf(node.id), boxOf(lane.id)]
        const isInside = inner.x >= outer.x && inner.x + inner.width <= outer.x + outer.width
        expect(isInside && inner.y >= outer.y && inner.y + inner.height <= outer.y + outer.height, node.id).toBe(true)
      }
    }
  })

  it('leads from the one start to ends, and each task has a lane and at most one way out', async () => {
    const { elements } = await readBpmn(bpmnOf(service, 'id'))
    const nodes = elements.filter((element) => /^bpmn:.*(Event|Task|Gateway|Activity)$/.test(element.$type))
    const inLanes = elements
      .filter((element) => element.$type === 'bpmn:Lane')
      .flatMap((lane) => ((lane['flowNodeRef'] as Element[] | undefined) ?? []).map((node) => node.id))
    expect(inLanes.sort()).toEqual(nodes.map((node) => node.id).sort())
    expect(nodes.filter((node) => node.$type === 'bpmn:StartEvent')).toHaveLength(1)
    for (const node of nodes) {
      const out = (node['outgoing'] as Element[] | undefined) ?? []
      if (node.$type === 'bpmn:EndEvent') expect(out).toHaveLength(0)
      else expect(out.length, node.id).toBeGreaterThan(0)
      if (/Task|Activity/.test(node.$type)) expect(out, node.id).toHaveLength(1)
    }
  })
})

it('BPMN has reviews at once, time on the border, another service and its conditions', async () => {
  const { byId } = await readBpmn(bpmnOf(kioskPermit, 'en'))
  expect(byId['s-review']?.$type).toBe('bpmn:InclusiveGateway')
  expect(byId['s-waiting']).toMatchObject({ $type: 'bpmn:CallActivity', calledElement: 'birth-certificate' })
  expect(byId['t-f-signing-consent']).toMatchObject({ $type: 'bpmn:BoundaryEvent', attachedToRef: { id: 's-signing' } })
  expect(byId['s-routing']?.$type).toBe('bpmn:ExclusiveGateway')
  expect(byId['f-routing-to-review']?.['conditionExpression']).toMatchObject({ body: 'answers.kind == "food"' })
  expect(byId['s-refused']?.$type).toBe('bpmn:IntermediateThrowEvent')
})

describe.each(services)('the drawing of $id', (service) => {
  const svg = sopDrawing(service, 'id')

  it('names itself, says its steps in words, and carries no style of its own', () => {
    expect(svg).toMatch(/<title id="sop-title">Prosedur /)
    expect(svg).toMatch(/<desc id="sop-desc">1\. /)
    expect(svg).not.toMatch(/style=|<style|#[0-9a-f]{3,6}"|<script/i)
  })

  it('has a shape for every node and a line for every step', () => {
    const { nodes, edges } = procedureOf(service)
    const count = (text: string) => svg.split(text).length - 1
    const doubled = nodes.filter((node) => node.kind === 'call').length
    expect(count('class="sop-shape"')).toBe(nodes.length + doubled)
    expect(count('class="sop-line"')).toBe(edges.length)
  })
})

it('names with signs of markup stay text', () => {
  const draft = structuredClone(kioskPermit)
  draft.title = { id: 'Izin <kios> & "pasar"', en: 'x' }
  expect(sopDrawing(draft, 'id')).toContain('Izin &lt;kios&gt; &amp; &quot;pasar&quot;')
})
