const spacing = 38
/** Circles of radius s/√2 on a square grid of s: each passes through the centre of its neighbours' squares. */
const r = 26.87

/** The one path of the lattice: four quarter circles around the corners of a square. */
const quarter = (x: number, y: number, dx: number, dy: number) =>
  `M${x + dx * r} ${y}A${r} ${r} 0 0 ${dx * dy > 0 ? 1 : 0} ${x} ${y + dy * r}`
const lattice = [
  quarter(0, 0, 1, 1),
  quarter(spacing, 0, -1, 1),
  quarter(0, spacing, 1, -1),
  quarter(spacing, spacing, -1, -1),
].join('')

/** The kawung lattice as a background. It takes the text colour; its parent sets the strength. */
export function KawungPattern(props: { id?: string | undefined; class?: string | undefined }) {
  const id = props.id ?? 'kawung'
  return (
    <svg class={props.class ?? 'kawung'} width="100%" height="100%" aria-hidden="true" focusable="false">
      <pattern id={id} width={spacing} height={spacing} patternUnits="userSpaceOnUse">
        <path d={lattice} fill="none" stroke="currentColor" />
        <circle cx={spacing / 2} cy={spacing / 2} r="1" fill="currentColor" />
      </pattern>
      <rect width="100%" height="100%" fill={`url(#${id})`} />
    </svg>
  )
}
