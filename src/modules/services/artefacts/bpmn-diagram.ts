import type { BpmnModel, BpmnNode, BpmnType } from './bpmn-model.ts'
import type { Procedure } from './procedure.ts'
import { tag } from './xml.ts'

const column = 240
const row = 130
const laneHead = 30
const poolHead = 30
const start = { x: 160, y: 80 }

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const sizes: Partial<Record<BpmnType, readonly [width: number, height: number]>> = {
  startEvent: [36, 36],
  endEvent: [36, 36],
  intermediateThrowEvent: [36, 36],
  boundaryEvent: [36, 36],
  exclusiveGateway: [50, 50],
  parallelGateway: [50, 50],
  inclusiveGateway: [50, 50],
}

/** Shapes and lines with their places: columns by order of the procedure, lanes from top to bottom. */
export function bpmnDiagram(model: BpmnModel, procedure: Procedure): string {
  const ranks = ranksOf(procedure)
  const boxes = new Map<string, Box>()
  const lanes: { id: string; box: Box }[] = []
  let top = start.y
  const width = poolHead + laneHead + (Math.max(...ranks.values()) + 1) * column + 80
  procedure.lanes.forEach((lane, index) => {
    const inLane = procedure.nodes.filter((node) => node.lane === lane.id)
    const depth = new Map<number, number>()
    for (const node of inLane) {
      const rank = ranks.get(node.id) ?? 0
      const level = depth.get(rank) ?? 0
      depth.set(rank, level + 1)
      const x = start.x + poolHead + laneHead + rank * column
      for (const part of model.nodes.filter((one) => one.of === node.id)) {
        boxes.set(part.id, boxOf(part, x, top + level * row + row / 2))
      }
    }
    const height = Math.max(1, ...depth.values()) * row
    lanes.push({ id: `lane-${index + 1}`, box: { x: start.x + poolHead, y: top, width: width - poolHead, height } })
    top += height
  })
  const pool = { x: start.x, y: start.y, width, height: top - start.y }
  const shapes = [
    shapeXml('pool', pool, { isHorizontal: 'true' }),
    ...lanes.map(({ id, box }) => shapeXml(id, box, { isHorizontal: 'true' })),
    ...model.nodes.map((node) => shapeXml(node.id, boxes.get(node.id) as Box, {})),
  ]
  const edges = model.flows.map((flow) =>
    edgeXml(flow.id, waypoints(boxes.get(flow.from) as Box, boxes.get(flow.to) as Box, flow.from.startsWith('t-'))),
  )
  const plane = tag('bpmndi:BPMNPlane', { id: 'plane', bpmnElement: 'collaboration' }, ...shapes, ...edges)
  return tag('bpmndi:BPMNDiagram', { id: 'diagram' }, plane)
}

/** How many steps after the beginning each node comes at the earliest. */
function ranksOf(procedure: Procedure): Map<string, number> {
  const ranks = new Map([['start', 0]])
  const open = ['start']
  for (let id = open.shift(); id !== undefined; id = open.shift()) {
    for (const edge of procedure.edges) {
      if (edge.from !== id || ranks.has(edge.to)) continue
      ranks.set(edge.to, (ranks.get(id) ?? 0) + 1)
      open.push(edge.to)
    }
  }
  return ranks
}

/** A gateway stands beside its task, an end beside its result, a timer on the lower border. */
function boxOf(node: BpmnNode, x: number, middle: number): Box {
  const [width, height] = sizes[node.type] ?? [100, 80]
  const centre = { x: x + 60, y: middle }
  if (node.id.startsWith('x-')) centre.x += 90
  if (node.id.startsWith('e-')) centre.x += 150
  if (node.type === 'boundaryEvent') centre.y += 40
  return { x: centre.x - width / 2, y: centre.y - height / 2, width, height }
}

/** The free strip to the left of the column in which a shape stands. */
function stripBefore(box: Box): number {
  const first = start.x + poolHead + laneHead
  return first + Math.floor((box.x - first) / column) * column + 2
}

/**
 * Down and up run in the strips between columns, to and fro below the row of the source. Only a line that passes
 * over whole columns may cross a shape there.
 */
function waypoints(from: Box, to: Box, isTimer: boolean): [number, number][] {
  const a = { x: from.x + from.width, y: from.y + from.height / 2 }
  const b = { x: to.x, y: to.y + to.height / 2 }
  const strip = stripBefore(to)
  if (b.x > a.x && !isTimer) {
    if (strip < a.x || a.y === b.y) return [[a.x, a.y], ...(a.y === b.y ? [] : bend(a, b)), [b.x, b.y]]
    const turn = stripBefore(from) + column
    return [
      [a.x, a.y],
      [turn, a.y],
      [turn, b.y],
      [b.x, b.y],
    ]
  }
  const middle = from.x + from.width / 2
  const below = from.y + from.height + (isTimer ? 4 : 14)
  return [
    [middle, from.y + from.height],
    [middle, below],
    [strip, below],
    [strip, b.y],
    [b.x, b.y],
  ]
}

function bend(a: { x: number; y: number }, b: { x: number; y: number }): [number, number][] {
  const turn = a.x + (b.x - a.x) / 2
  return [
    [turn, a.y],
    [turn, b.y],
  ]
}

function shapeXml(element: string, box: Box, attributes: Readonly<Record<string, string>>): string {
  return tag(
    'bpmndi:BPMNShape',
    { id: `${element}-shape`, bpmnElement: element, ...attributes },
    tag('dc:Bounds', { ...box }),
  )
}

function edgeXml(element: string, points: readonly (readonly [number, number])[]): string {
  return tag(
    'bpmndi:BPMNEdge',
    { id: `${element}-edge`, bpmnElement: element },
    ...points.map(([x, y]) => tag('di:waypoint', { x, y })),
  )
}
