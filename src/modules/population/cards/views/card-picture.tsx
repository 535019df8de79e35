import { useFrame } from '#ui/index.ts'

/** What a card prints. */
export interface CardPrint {
  readonly kind: 'ktp-el' | 'kia'
  readonly province: string
  readonly regency: string
  readonly nik: string
  readonly withPhoto: boolean
  readonly rows: readonly { readonly label: string; readonly value: string }[]
  readonly footer: string
}

/** ID-1 (85.6 by 53.98 mm) in tenths of a millimetre. @basis ISO/IEC 7810; Permendagri 72/2022 */
const width = 856
const height = 540

/** The front of a card as it comes out of the printer, to compare its data before a blank is used. */
export function CardPicture({ print }: { readonly print: CardPrint }) {
  const { locale } = useFrame()
  const title = locale === 'id' ? 'Tampak depan kartu' : 'Front of the card'
  const step = Math.min(30, 345 / Math.max(1, print.rows.length))
  return (
    <svg
      class="id-card"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={title}
      xmlns="http://www.w3.org/2000/svg"
    >
      <rect
        x="2"
        y="2"
        width={width - 4}
        height={height - 4}
        rx="32"
        fill="#e8f3fb"
        stroke="#7a96ab"
        stroke-width="2"
      />
      <g fill="#10222f">
        <text x={width / 2} y="42" text-anchor="middle" font-size="24" font-weight="700">
          {`PROVINSI ${print.province}`.toUpperCase()}
        </text>
        <text x={width / 2} y="72" text-anchor="middle" font-size="24" font-weight="700">
          {print.regency.toUpperCase()}
        </text>
        {print.kind === 'kia' && (
          <text x={width / 2} y="100" text-anchor="middle" font-size="22" font-weight="700">
            KARTU IDENTITAS ANAK
          </text>
        )}
        <text x="32" y={print.kind === 'kia' ? 142 : 122} font-size="30" font-weight="700">
          NIK : {print.nik}
        </text>
        {print.rows.map((row, index) => (
          <g
            key={row.label}
            transform={`translate(32 ${(print.kind === 'kia' ? 180 : 160) + index * step})`}
            font-size="19"
          >
            <text>{row.label}</text>
            <text x="196">: {row.value.length > 34 ? `${row.value.slice(0, 33)}…` : row.value}</text>
          </g>
        ))}
        {print.withPhoto && (
          <>
            <rect x="632" y="140" width="192" height="256" fill="#c9dcea" stroke="#7a96ab" />
            <text x="728" y="276" text-anchor="middle" font-size="20" fill="#3b5568">
              Foto
            </text>
          </>
        )}
        <text x="728" y="440" text-anchor="middle" font-size="17">
          {print.footer}
        </text>
      </g>
    </svg>
  )
}
