import type { Locale } from '#kernel/i18n/texts.ts'
import type { ServiceDefinition } from '../definition/schema.ts'
import {
  type Procedure,
  type ProcedureEdge,
  type ProcedureNames,
  type ProcedureNode,
  procedureOf,
} from './procedure.ts'
import { escapeXml, tag } from './xml.ts'

const numberWidth = 36
const activityWidth = 250
const laneWidth = 128
const timeWidth = 104
const headHeight = 64
const shape = { width: 76, height: 40 }
const lineHeight = 15
const gap = 22

const byTime = { id: 'Bila waktu habis: ', en: 'When time is over: ' } as const

interface Placed {
  readonly node: ProcedureNode
  readonly number: number
  /** Middle of the shape. */
  readonly x: number
  readonly y: number
  readonly top: number
  readonly height: number
  readonly lines: readonly string[]
  readonly out: readonly ProcedureEdge[]
}

/**
 * The procedure as a drawing in the manner of an SOP AP: activities from top to bottom, who does them in columns, the
 * time on the right. Colours come from the page (currentColor), so it follows light and dark; wide ones scroll.
 * @basis PermenPANRB 35/2012 lampiran (bagan alir fungsi silang)
 */
export function sopDrawing(definition: ServiceDefinition, locale: Locale, names: ProcedureNames = {}): string {
  const procedure = procedureOf(definition, names)
  const placed = place(procedure, locale)
  const last = placed.at(-1)
  const lanesWidth = procedure.lanes.length * laneWidth
  const width = numberWidth + activityWidth + lanesWidth + timeWidth
  const height = headHeight + (last ? last.top + last.height - headHeight : 0) + 1
  const title = locale === 'id' ? `Prosedur ${definition.title.id}` : `Procedure: ${definition.title.en}`
  const attributes = {
    xmlns: 'http://www.w3.org/2000/svg',
    class: 'sop',
    viewBox: `0 0 ${width} ${height}`,
    width,
    height,
    role: 'img',
    'aria-labelledby': 'sop-title sop-desc',
    'font-family': 'inherit',
    'font-size': 12,
  }
  return `${tag(
    'svg',
    attributes,
    tag('title', { id: 'sop-title' }, escapeXml(title)),
    tag('desc', { id: 'sop-desc' }, escapeXml(describe(placed, locale))),
    marker,
    grid(procedure, placed, locale, width, height),
    ...placed.map((one) => rowOf(one, width, locale)),
    ...lines(placed),
    ...placed.map((one) => shapeOf(one) + numberIn(one)),
  )}\n`
}

const marker = tag(
  'defs',
  {},
  tag(
    'marker',
    { id: 'sop-arrow', viewBox: '0 0 8 8', refX: 7, refY: 4, markerWidth: 7, markerHeight: 7, orient: 'auto' },
    tag('path', { d: 'M0 0L8 4L0 8z', fill: 'currentColor' }),
  ),
)

function place({ lanes, nodes, edges }: Procedure, locale: Locale): Placed[] {
  let top = headHeight
  return nodes.map((node, index) => {
    const out = edges.filter((edge) => edge.from === node.id)
    const labelled = out.filter((edge) => edge.label)
    const lines = [
      ...wrap(node.label[locale], 36),
      ...labelled.flatMap((edge, place) =>
        wrap(`${letter(place)}. ${edge.timer ? byTime[locale] : ''}${edge.label?.[locale] ?? ''}`, 40),
      ),
    ]
    const height = Math.max(shape.height + 2 * gap, lines.length * lineHeight + 2 * gap - 10)
    const lane = lanes.findIndex((one) => one.id === node.lane)
    const x = numberWidth + activityWidth + lane * laneWidth + laneWidth / 2
    const placed = { node, number: index + 1, x, y: top + height / 2, top, height, lines, out }
    top += height
    return placed
  })
}

function letter(index: number): string {
  return String.fromCharCode(97 + (index % 26))
}

export function wrap(text: string, most: number): string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length < most) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

function describe(placed: readonly Placed[], locale: Locale): string {
  return placed
    .map(({ node, number, out }) => {
      const next = out.map((edge) => placed.find((one) => one.node.id === edge.to)?.number).join(', ')
      const arrow = next ? (locale === 'id' ? `, lalu ${next}` : `, then ${next}`) : ''
      return `${number}. ${node.label[locale]}${arrow}.`
    })
    .join(' ')
}

const hairline = { stroke: 'currentColor', 'stroke-opacity': 0.25, 'stroke-width': 1 }

function grid(procedure: Procedure, placed: readonly Placed[], locale: Locale, width: number, height: number): string {
  const heads = locale === 'id' ? ['No.', 'Kegiatan', 'Waktu'] : ['No.', 'Activity', 'Time']
  const [number = '', activity = '', time = ''] = heads
  const verticals = [
    0,
    numberWidth,
    ...procedure.lanes.map((_, index) => numberWidth + activityWidth + index * laneWidth),
    width - timeWidth,
    width,
  ]
  const horizontals = [0, ...placed.map((one) => one.top), height]
  return tag(
    'g',
    { class: 'sop-grid' },
    ...verticals.map((x) => tag('line', { x1: x, y1: 0, x2: x, y2: height, ...hairline })),
    ...horizontals.map((y) => tag('line', { x1: 0, y1: y, x2: width, y2: y, ...hairline })),
    words([number], numberWidth / 2, headHeight / 2, 'middle', 600),
    words([activity], numberWidth + 10, headHeight / 2, 'start', 600),
    ...procedure.lanes.map((lane, index) =>
      words(
        wrap(lane.name[locale], 18).slice(0, 4),
        numberWidth + activityWidth + index * laneWidth + laneWidth / 2,
        headHeight / 2,
        'middle',
        600,
      ),
    ),
    words([time], width - timeWidth + 10, headHeight / 2, 'start', 600),
  )
}

function words(lines: readonly string[], x: number, middle: number, anchor: string, weight = 400): string {
  const first = middle - ((lines.length - 1) * lineHeight) / 2 + 4
  return tag(
    'text',
    { 'text-anchor': anchor, 'font-weight': weight, fill: 'currentColor' },
    ...lines.map((line, index) => tag('tspan', { x, y: first + index * lineHeight }, escapeXml(line))),
  )
}

function rowOf({ node, number, y, lines }: Placed, width: number, locale: Locale): string {
  return tag(
    'g',
    { class: 'sop-row' },
    words([String(number)], numberWidth / 2, y, 'middle'),
    words(lines, numberWidth + 10, y, 'start'),
    words(wrap(node.time?.[locale] ?? '', 14), width - timeWidth + 10, y, 'start'),
  )
}

const outline = { fill: 'none', stroke: 'currentColor', 'stroke-width': 1.25, class: 'sop-shape' }

/** Oval: beginning and end; box: somebody's work; diamond: a choice; double box: another service. */
function shapeOf({ node, x, y }: Placed): string {
  const [left, top] = [x - shape.width / 2, y - shape.height / 2]
  const box = { x: left, y: top, width: shape.width, height: shape.height, ...outline }
  switch (node.kind) {
    case 'start':
    case 'end':
      return tag('rect', { ...box, rx: shape.height / 2 })
    case 'decision':
      return tag('path', { d: `M${x} ${top}L${x + 38} ${y}L${x} ${y + 20}L${left} ${y}z`, ...outline })
    case 'fork':
    case 'join':
      return tag('rect', { ...box, y: y - 4, height: 8, fill: 'currentColor' })
    case 'call':
      return (
        tag('rect', { ...box, rx: 4 }) + tag('rect', { ...box, x: left + 4, y: top + 4, width: 68, height: 32, rx: 2 })
      )
    default:
      return tag('rect', { ...box, rx: 4 })
  }
}

function numberIn({ node, number, x, y }: Placed): string {
  return node.kind === 'fork' || node.kind === 'join' ? '' : words([String(number)], x, y, 'middle')
}

/**
 * Lines run in the margins of the columns and in the free strip above each row, so none crosses a shape.
 * A line to the next row goes straight; one further away leaves at the side, with the letter of its step.
 */
function lines(placed: readonly Placed[]): string[] {
  const byId = new Map(placed.map((one) => [one.node.id, one]))
  let channel = 0
  return placed.flatMap((from) => {
    const labelled = from.out.filter((edge) => edge.label)
    return from.out.map((edge, index) => {
      const to = byId.get(edge.to)
      if (!to) return ''
      const mark = labelled.indexOf(edge)
      const isNext = to.number === from.number + 1 && from.out.length === 1
      const strip = to.top + 6 + (channel % 3) * 3
      const side = from.x + shape.width / 2
      const lane = side + 8 + (channel % 5) * 3
      channel += isNext ? 0 : 1
      const y = from.y + (index - (from.out.length - 1) / 2) * Math.min(10, shape.height / from.out.length)
      const end = to.y - (to.node.kind === 'fork' || to.node.kind === 'join' ? 4 : shape.height / 2)
      const path = isNext
        ? `M${from.x} ${from.y + shape.height / 2}V${strip}H${to.x}V${end}`
        : `M${side} ${y}H${lane}V${strip}H${to.x}V${end}`
      const line = tag('path', {
        d: path,
        fill: 'none',
        stroke: 'currentColor',
        'stroke-width': 1,
        'stroke-dasharray': edge.timer ? '4 3' : undefined,
        'marker-end': 'url(#sop-arrow)',
        class: 'sop-line',
      })
      return mark < 0 || isNext ? line : line + letterAt(letter(mark), side + 2, y - 1)
    })
  })
}

function letterAt(text: string, x: number, y: number): string {
  return tag('text', { x, y, 'font-size': 9, fill: 'currentColor' }, escapeXml(text))
}
