import type { Random } from '../../../demo/random.ts'

export type Point = readonly [longitude: number, latitude: number]
export type Ring = readonly Point[]

/** Open sea some 450 km south of Java: nobody's land, so it is nobody's map. */
const centre = { longitude: 108.5, latitude: -12 }
const halfSize = { longitude: 0.24, latitude: 0.15 }
const edgeParts = 5

/** A grid of cells that share every border point exactly, bent into an island with ragged borders. */
export class CellMap {
  private readonly corners = new Map<string, readonly [number, number]>()
  private readonly edges = new Map<string, Point[]>()

  constructor(
    private readonly columns: number,
    private readonly rows: number,
    private readonly random: Random,
  ) {}

  /** Outline of one cell, counter-clockwise and closed (RFC 7946); row 0 is the northernmost. */
  cell(column: number, row: number): Ring {
    const [west, east, north, south] = [column, column + 1, row, row + 1]
    const path: readonly (readonly [number, number])[] = [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ]
    const ring = path.slice(1).flatMap((to, index) => this.edge(path[index] as [number, number], to).slice(0, -1))
    return [...ring, ring[0] as Point]
  }

  private edge(from: readonly [number, number], to: readonly [number, number]): Point[] {
    const reverse = this.edges.get(`${to} ${from}`)
    if (reverse) return reverse.toReversed()
    const key = `${from} ${to}`
    const known = this.edges.get(key)
    if (known) return known
    const [start, end] = [this.corner(from), this.corner(to)]
    const points = Array.from({ length: edgeParts + 1 }, (_, part) => {
      const share = part / edgeParts
      const inner = part > 0 && part < edgeParts
      const bend = (): number => (inner ? (this.random.next() - 0.5) * 0.14 : 0)
      return this.place(
        start[0] + (end[0] - start[0]) * share + bend(),
        start[1] + (end[1] - start[1]) * share + bend(),
      )
    })
    this.edges.set(key, points)
    return points
  }

  private corner(at: readonly [number, number]): readonly [number, number] {
    const key = String(at)
    const known = this.corners.get(key)
    if (known) return known
    const moved = [at[0] + (this.random.next() - 0.5) * 0.4, at[1] + (this.random.next() - 0.5) * 0.4] as const
    this.corners.set(key, moved)
    return moved
  }

  /** Grid to globe: the square is bent to a disc, so that the region is an island and not a box. */
  private place(x: number, y: number): Point {
    const u = (x / this.columns) * 2 - 1
    const v = 1 - (y / this.rows) * 2
    const longitude = centre.longitude + u * Math.sqrt(Math.max(0, 1 - (v * v) / 2)) * halfSize.longitude
    const latitude = centre.latitude + v * Math.sqrt(Math.max(0, 1 - (u * u) / 2)) * halfSize.latitude
    return [round(longitude), round(latitude)]
  }
}

/** The outline around cells that touch: borders between two of them cancel each other. */
export function outlineAround(cells: readonly Ring[]): Ring {
  const next = new Map<string, Point>()
  for (const ring of cells) {
    for (let i = 0; i + 1 < ring.length; i += 1) {
      const [from, to] = [ring[i] as Point, ring[i + 1] as Point]
      if (!next.delete(`${to} ${from}`)) next.set(`${from} ${to}`, to)
    }
  }
  const onward = new Map([...next].map(([key, to]) => [key.split(' ')[0] as string, to]))
  const first = [...next.values()][0] as Point
  const ring: Point[] = [first]
  for (
    let at = onward.get(String(first)) as Point;
    String(at) !== String(first);
    at = onward.get(String(at)) as Point
  ) {
    ring.push(at)
  }
  return [...ring, first]
}

/** Twice the signed area in square degrees; positive for counter-clockwise rings. */
export function doubleArea(ring: Ring): number {
  return ring.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = ring[(index + 1) % ring.length] as Point
    return sum + x * nextY - nextX * y
  }, 0)
}

/** Centre of gravity, reckoned from the first point so that small areas lose no digits. */
export function centreOf(ring: Ring): Point {
  const [baseX, baseY] = ring[0] as Point
  const near = ring.map(([x, y]): Point => [x - baseX, y - baseY])
  const area = doubleArea(near)
  let [sumX, sumY] = [0, 0]
  near.forEach(([x, y], index) => {
    const [nextX, nextY] = near[(index + 1) % near.length] as Point
    const cross = x * nextY - nextX * y
    sumX += (x + nextX) * cross
    sumY += (y + nextY) * cross
  })
  return [round(baseX + sumX / (3 * area)), round(baseY + sumY / (3 * area))]
}

const round = (degrees: number): number => Math.round(degrees * 100_000) / 100_000
