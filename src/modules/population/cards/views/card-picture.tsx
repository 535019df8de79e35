import type { ComponentChildren } from 'preact'
import { useFrame } from '#ui/index.ts'
import { cardTexts } from '../texts.ts'

/** What a card prints. */
export interface CardPrint {
  readonly kind: 'ktp-el' | 'kia'
  readonly province: string
  readonly regency: string
  readonly nik: string
  readonly withPhoto: boolean
  readonly rows: readonly { readonly label: string; readonly value: string }[]
  readonly footer: string
  /** What stands on the back of a child card. */
  readonly back?: readonly { readonly label: string; readonly value: string }[] | undefined
}

/** ID-1 (85.6 by 53.98 mm) in tenths of a millimetre. @basis ISO/IEC 7810; Permendagri 72/2022; Permendagri 2/2016 */
const width = 856
const height = 540

/** Both sides of a card as they come out of the printer, to compare the data before a blank is used. */
export function CardPicture({ print }: { readonly print: CardPrint }) {
  const { locale } = useFrame()
  const t = cardTexts(locale)
  return (
    <div class="card-sides">
      <Side title={t('picture-front')} tint={tints[print.kind][0]}>
        <Front print={print} />
      </Side>
      <Side title={t('picture-back')} tint={tints[print.kind][1]}>
        {print.kind === 'kia' ? <ChildCardBack print={print} /> : <IdentityCardBack />}
      </Side>
    </div>
  )
}

const tints = { 'ktp-el': ['#e8f3fb', '#e8f3fb'], kia: ['#fdeef3', '#fdeef3'] } as const

function Side(props: { readonly title: string; readonly tint: string; readonly children: ComponentChildren }) {
  return (
    <figure>
      <svg
        class="id-card"
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={props.title}
        xmlns="http://www.w3.org/2000/svg"
      >
        <rect
          x="2"
          y="2"
          width={width - 4}
          height={height - 4}
          rx="32"
          fill={props.tint}
          stroke="#7a96ab"
          stroke-width="2"
        />
        <g fill="#10222f">{props.children}</g>
      </svg>
      <figcaption class="hint">{props.title}</figcaption>
    </figure>
  )
}

const short = (text: string, most: number) => (text.length > most ? `${text.slice(0, most - 1)}…` : text)

function Middle(props: { readonly y: number; readonly size: number; readonly children: string }) {
  return (
    <text x={width / 2} y={props.y} text-anchor="middle" font-size={props.size} font-weight="700">
      {props.children}
    </text>
  )
}

function Front({ print }: { readonly print: CardPrint }) {
  const isChild = print.kind === 'kia'
  const top = isChild ? 180 : 160
  const step = Math.min(30, 345 / Math.max(1, print.rows.length))
  return (
    <>
      <Middle y={42} size={24}>
        {`PROVINSI ${print.province}`.toUpperCase()}
      </Middle>
      <Middle y={72} size={24}>
        {print.regency.toUpperCase()}
      </Middle>
      {isChild && (
        <Middle y={100} size={22}>
          KARTU IDENTITAS ANAK
        </Middle>
      )}
      <text x="32" y={isChild ? 142 : 122} font-size="30" font-weight="700">
        NIK : {print.nik}
      </text>
      {print.rows.map((row, index) => (
        <g key={row.label} transform={`translate(32 ${top + index * step})`} font-size="19">
          <text>{row.label}</text>
          <text x="196">: {short(row.value, 34)}</text>
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
    </>
  )
}

/** Nothing of the holder stands on the back of an identity card; its chip lies behind it. @basis Permendagri 72/2022 */
function IdentityCardBack() {
  return (
    <>
      <Middle y={90} size={30}>
        REPUBLIK INDONESIA
      </Middle>
      <Middle y={132} size={24}>
        KARTU TANDA PENDUDUK ELEKTRONIK
      </Middle>
      <rect x="370" y="210" width="116" height="96" rx="14" fill="none" stroke="#7a96ab" stroke-width="3" />
      <text x={width / 2} y="266" text-anchor="middle" font-size="18" fill="#3b5568">
        Cip
      </text>
      <text x={width / 2} y="470" text-anchor="middle" font-size="19">
        Bila ditemukan, serahkan kepada dinas kependudukan atau kepolisian terdekat.
      </text>
    </>
  )
}

/** @basis Permendagri 2/2016 lampiran (bentuk KIA) */
function ChildCardBack({ print }: { readonly print: CardPrint }) {
  return (
    <>
      <Middle y={70} size={26}>
        {`PEMERINTAH ${print.regency}`.toUpperCase()}
      </Middle>
      <Middle y={108} size={22}>
        DINAS KEPENDUDUKAN DAN PENCATATAN SIPIL
      </Middle>
      <Middle y={168} size={28}>
        KARTU IDENTITAS ANAK
      </Middle>
      {(print.back ?? []).map((row, index) => (
        <g key={row.label} transform={`translate(60 ${240 + index * 40})`} font-size="22">
          <text>{row.label}</text>
          <text x="250">: {short(row.value, 36)}</text>
        </g>
      ))}
      <text x={width / 2} y="490" text-anchor="middle" font-size="18">
        Bila ditemukan, serahkan kepada dinas kependudukan terdekat.
      </text>
    </>
  )
}
