/** A point in the drawing's own coordinates. */
export type Point = readonly [x: number, y: number]

const round = (value: number) => Math.round(value * 100) / 100

/** A smooth line through the points that never overshoots them (monotone cubic). */
export function smoothPath(points: readonly Point[]): string {
  const [first] = points
  if (!first) return ''
  const slopes = tangents(points)
  let path = `M${round(first[0])} ${round(first[1])}`
  for (let i = 1; i < points.length; i++) {
    const [x0, y0] = points[i - 1] as Point
    const [x1, y1] = points[i] as Point
    const third = (x1 - x0) / 3
    const c0 = y0 + (slopes[i - 1] ?? 0) * third
    const c1 = y1 - (slopes[i] ?? 0) * third
    path += `C${round(x0 + third)} ${round(c0)} ${round(x1 - third)} ${round(c1)} ${round(x1)} ${round(y1)}`
  }
  return path
}

function tangents(points: readonly Point[]): number[] {
  const steps = points.slice(1).map(([x, y], i) => {
    const [x0, y0] = points[i] as Point
    return (y - y0) / (x - x0)
  })
  return points.map((_, i) => {
    const before = steps[i - 1] ?? steps[i] ?? 0
    const after = steps[i] ?? before
    if (before * after <= 0) return 0
    return (2 * before * after) / (before + after)
  })
}

/** Values spread evenly over the width, the largest at the top. The floor is zero or the lowest value. */
export function scale(values: readonly number[], width: number, height: number): Point[] {
  const top = Math.max(...values, 0)
  const floor = Math.min(...values, 0)
  const span = top - floor || 1
  const step = values.length > 1 ? width / (values.length - 1) : 0
  return values.map((value, i) => [i * step, height - ((value - floor) / span) * height])
}
