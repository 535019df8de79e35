import { useTexts } from '../texts.ts'
import { scale, smoothPath } from './chart-shapes.ts'
import type { Tone } from './tone.ts'

export type ChartPoint = {
  readonly label: string
  readonly value: number
  /** The value in words or local figures: "5 jam 20 menit", "Rp1,2 miliar". */
  readonly text: string
  readonly tone?: Tone | undefined
}

export type ChartProps = {
  /** What the picture says, in one sentence: its text alternative. */
  title: string
  points: readonly ChartPoint[]
  titleHidden?: boolean | undefined
  /** Head of the label column in the table: "Bulan", "Kecamatan". */
  labelHead?: string | undefined
  valueHead?: string | undefined
  /** Leaves out the table under the picture when the same figures stand beside it. */
  noTable?: boolean | undefined
}

function ChartTable(props: ChartProps) {
  const t = useTexts()
  return (
    <details class="chart-table">
      <summary>{t('chart-table')}</summary>
      <table class="table table-dense">
        <caption class="sr-only">{props.title}</caption>
        <thead>
          <tr>
            <th scope="col">{props.labelHead ?? t('chart-what')}</th>
            <th scope="col" class="end">
              {props.valueHead ?? t('chart-value')}
            </th>
          </tr>
        </thead>
        <tbody>
          {props.points.map((point) => (
            <tr key={point.label}>
              <th scope="row">{point.label}</th>
              <td class="end">{point.text}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

function EmptyChart(props: ChartProps) {
  const t = useTexts()
  return (
    <figure class="chart">
      <figcaption class="chart-title">{props.title}</figcaption>
      <p class="hint">{t('table-empty')}</p>
    </figure>
  )
}

const height = 64
const labelRoom = 22

/** A trend: area under a smooth line, named at its first and last point. */
export function AreaChart(props: ChartProps & { startText?: string | undefined; endText?: string | undefined }) {
  const values = props.points.map((point) => point.value)
  // One value alone is a level line.
  const points = scale(values.length === 1 ? [...values, ...values] : values, 400, height)
  const line = smoothPath(points)
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last) return <EmptyChart {...props} />
  return (
    <figure class="chart">
      <figcaption class={props.titleHidden ? 'sr-only' : 'chart-title'}>{props.title}</figcaption>
      <svg class="chart-area" width="100%" height={height + labelRoom} aria-hidden="true">
        <svg
          aria-hidden="true"
          y={labelRoom}
          width="100%"
          height={height}
          viewBox={`0 0 400 ${height}`}
          preserveAspectRatio="none"
        >
          <path class="chart-fill" d={`${line}V${height}H0Z`} />
          <path class="chart-line" d={line} vector-effect="non-scaling-stroke" />
        </svg>
        {props.startText && (
          <text x="0" y={Math.round(first[1]) + labelRoom - 8}>
            {props.startText}
          </text>
        )}
        {props.endText && (
          <text x="100%" y={Math.round(last[1]) + labelRoom - 8} text-anchor="end">
            {props.endText}
          </text>
        )}
      </svg>
      {!props.noTable && <ChartTable {...props} />}
    </figure>
  )
}

/** Comparison: one bar a row, with its name and figure in words, so that it needs no table. */
export function BarChart(props: ChartProps) {
  if (props.points.length === 0) return <EmptyChart {...props} />
  const top = Math.max(...props.points.map((point) => point.value), 0) || 1
  return (
    <figure class="chart">
      <figcaption class={props.titleHidden ? 'sr-only' : 'chart-title'}>{props.title}</figcaption>
      <ul class="bars">
        {props.points.map((point) => (
          <li key={point.label}>
            <span>{point.label}</span>
            <span class="bars-value">{point.text}</span>
            <svg class={`bar ink-${point.tone ?? 'good'}`} width="100%" height="8" aria-hidden="true">
              <rect class="bar-rest" width="100%" height="8" rx="2" />
              <rect width={`${((Math.max(0, point.value) / top) * 100).toFixed(1)}%`} height="8" rx="2" />
            </svg>
          </li>
        ))}
      </ul>
    </figure>
  )
}

/** A series over time as columns, every label under its own. */
export function ColumnChart(props: ChartProps) {
  const t = useTexts()
  if (props.points.length === 0) return <EmptyChart {...props} />
  const tall = 140
  const top = Math.max(...props.points.map((point) => point.value), 0) || 1
  const share = 100 / Math.max(1, props.points.length)
  const every = Math.ceil(props.points.length / 8)
  return (
    <figure class="chart">
      <figcaption class={props.titleHidden ? 'sr-only' : 'chart-title'}>{props.title}</figcaption>
      <svg class="chart-columns" width="100%" height={tall + 24} aria-hidden="true">
        {props.points.map((point, i) => {
          const high = Math.max(1, (Math.max(0, point.value) / top) * tall)
          return (
            <g key={point.label} class={`ink-${point.tone ?? 'good'}`}>
              <rect
                x={`${(i * share + share * 0.15).toFixed(2)}%`}
                y={(tall - high).toFixed(1)}
                width={`${(share * 0.7).toFixed(2)}%`}
                height={high.toFixed(1)}
                rx="2"
              />
              {i % every === 0 && (
                <text x={`${((i + 0.5) * share).toFixed(2)}%`} y={tall + 18} text-anchor="middle">
                  {point.label}
                </text>
              )}
            </g>
          )
        })}
        <line class="chart-base" x1="0" x2="100%" y1={tall} y2={tall} />
      </svg>
      {!props.noTable && <ChartTable {...props} labelHead={props.labelHead ?? t('chart-when')} />}
    </figure>
  )
}
