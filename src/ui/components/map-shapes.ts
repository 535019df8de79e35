import type { MapArea, MapSheet } from './map-picker.tsx'

type Point = readonly [x: number, y: number]

/** An area with its rings as points and the box around them. */
export interface MapShape extends MapArea {
  readonly rings: readonly (readonly Point[])[]
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** A part of a sheet, in its units. */
export interface MapWindow {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const kept = new WeakMap<MapSheet, readonly MapShape[]>()

/** The areas of a sheet as points; read once from their drawn paths. */
export function shapesOf(sheet: MapSheet): readonly MapShape[] {
  const known = kept.get(sheet)
  if (known) return known
  const shapes = sheet.areas.map((area): MapShape => {
    const rings = area.path
      .split('M')
      .filter(Boolean)
      .map((ring) => [...ring.matchAll(/(-?[\d.]+)[ ,](-?[\d.]+)/g)].map((at): Point => [Number(at[1]), Number(at[2])]))
    const all = rings.flat()
    const edge = (axis: 0 | 1, pick: (a: number, b: number) => number) =>
      all.reduce((found, at) => pick(found, at[axis]), all[0]?.[axis] ?? 0)
    return {
      ...area,
      rings,
      left: edge(0, Math.min),
      top: edge(1, Math.min),
      right: edge(0, Math.max),
      bottom: edge(1, Math.max),
    }
  })
  kept.set(sheet, shapes)
  return shapes
}

/** The area that a point lies in: a line from it crosses the outline an odd number of times. */
export function shapeAt(sheet: MapSheet, x: number, y: number): MapShape | undefined {
  return shapesOf(sheet).find((shape) => {
    if (x < shape.left || x > shape.right || y < shape.top || y > shape.bottom) return false
    const crossings = shape.rings.flatMap((ring) =>
      ring.filter(([x1, y1], index) => {
        const [x2, y2] = ring[(index + 1) % ring.length] as Point
        return y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1
      }),
    )
    return crossings.length % 2 === 1
  })
}

/** The window around a point that shows `share` of the sheet's width and stays on it. */
export function windowAround(sheet: MapSheet, x: number, y: number, share: number): MapWindow {
  const width = sheet.width * share
  const height = Math.min(width * 0.6, sheet.height)
  const within = (value: number, size: number, whole: number) => Math.max(0, Math.min(value - size / 2, whole - size))
  return { x: within(x, width, sheet.width), y: within(y, height, sheet.height), width, height }
}

export function shapesIn(sheet: MapSheet, part: MapWindow): readonly MapShape[] {
  return shapesOf(sheet).filter(
    (shape) =>
      shape.left < part.x + part.width &&
      shape.right > part.x &&
      shape.top < part.y + part.height &&
      shape.bottom > part.y,
  )
}
