import { useTexts } from '../texts.ts'

export type PyramidRow = {
  readonly label: string
  /** Undefined where the number is too small to be shown. */
  readonly left: number | undefined
  readonly right: number | undefined
  readonly leftText: string
  readonly rightText: string
}

export type PyramidProps = {
  /** What the picture says, in one sentence: its text alternative. */
  title: string
  leftHead: string
  rightHead: string
  labelHead: string
  /** From the youngest to the oldest. */
  rows: readonly PyramidRow[]
}

const rowHeight = 18
const middle = 12

/** People by age and sex: the youngest below, men to the left, women to the right. */
export function Pyramid(props: PyramidProps) {
  const t = useTexts()
  const rows = [...props.rows].reverse()
  const top = Math.max(1, ...rows.flatMap((row) => [row.left ?? 0, row.right ?? 0]))
  const half = (100 - middle) / 2
  const height = rows.length * rowHeight + 24
  return (
    <figure class="chart pyramid">
      <figcaption class="chart-title">{props.title}</figcaption>
      <svg width="100%" height={height} aria-hidden="true">
        <text x={`${half / 2}%`} y="14" text-anchor="middle">
          {props.leftHead}
        </text>
        <text x={`${100 - half / 2}%`} y="14" text-anchor="middle">
          {props.rightHead}
        </text>
        {rows.map((row, index) => {
          const y = index * rowHeight + 22
          const [left, right] = [row.left ?? 0, row.right ?? 0].map((value) => (value / top) * half) as [number, number]
          return (
            <g key={row.label}>
              <g class="ink-info">
                <rect
                  x={`${(half - left).toFixed(2)}%`}
                  y={y}
                  width={`${left.toFixed(2)}%`}
                  height={rowHeight - 3}
                  rx="1"
                />
              </g>
              <g class="ink-good">
                <rect x={`${half + middle}%`} y={y} width={`${right.toFixed(2)}%`} height={rowHeight - 3} rx="1" />
              </g>
              <text x="50%" y={y + 12} text-anchor="middle">
                {row.label}
              </text>
            </g>
          )
        })}
      </svg>
      <details class="chart-table">
        <summary>{t('chart-table')}</summary>
        <table class="table table-dense">
          <caption class="sr-only">{props.title}</caption>
          <thead>
            <tr>
              <th scope="col">{props.labelHead}</th>
              <th scope="col" class="end">
                {props.leftHead}
              </th>
              <th scope="col" class="end">
                {props.rightHead}
              </th>
            </tr>
          </thead>
          <tbody>
            {props.rows.map((row) => (
              <tr key={row.label}>
                <th scope="row">{row.label}</th>
                <td class="end">{row.leftText}</td>
                <td class="end">{row.rightText}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  )
}
