import { useTexts } from '../texts.ts'
import { MapPin, type MapSheet, placeOnSheet } from './map-picker.tsx'
import { type MapShape, type MapWindow, shapeAt, shapesIn, windowAround } from './map-shapes.ts'

export type MapViewProps = {
  sheet: MapSheet
  lat: number
  lon: number
}

/** A fifth of the region is wide enough to know the neighbourhood, and near enough to know the village. */
const share = 0.2
const kilometresPerDegree = 111.32

/** Where a point lies, drawn from the region's own outlines. The figures themselves stand beside it as text. */
export function MapView({ sheet, lat, lon }: MapViewProps) {
  const t = useTexts()
  const at = placeOnSheet(sheet, lat, lon)
  if (!(at.x >= 0 && at.y >= 0 && at.x <= sheet.width && at.y <= sheet.height)) {
    return <p class="hint">{t('map-outside')}</p>
  }
  const part = windowAround(sheet, at.x, at.y, share)
  const area = shapeAt(sheet, at.x, at.y)
  const across = Math.max(1, Math.round((part.width / sheet.perLatitude) * kilometresPerDegree))
  const words = area ? t('map-in', { area: area.name }) : t('map-outside')
  return (
    <figure class="map-view">
      <svg viewBox={`${part.x} ${part.y} ${part.width} ${part.height}`} role="img" aria-label={words}>
        {shapesIn(sheet, part).map((shape) => (
          <g key={shape.code}>
            <path class={shape === area ? 'map-area is-here' : 'map-area'} d={shape.path} />
            <AreaName shape={shape} part={part} pin={at} />
          </g>
        ))}
        <MapPin at={at} size={part.width * 1.4} />
      </svg>
      <figcaption class="hint">
        {words} {t('map-across', { n: across })}
      </figcaption>
    </figure>
  )
}

/** In the middle of what is seen of the area, where there is room for it. */
function AreaName({ shape, part, pin }: { shape: MapShape; part: MapWindow; pin: { x: number; y: number } }) {
  const left = Math.max(shape.left, part.x)
  const right = Math.min(shape.right, part.x + part.width)
  const top = Math.max(shape.top, part.y)
  const bottom = Math.min(shape.bottom, part.y + part.height)
  const size = part.width / 26
  const x = (left + right) / 2
  const middle = (top + bottom) / 2
  const half = shape.name.length * size * 0.3
  // Below the tip of the pin where it would cover the name.
  const isCovered = Math.abs(x - pin.x) < half + size * 2 && middle < pin.y + size && middle > pin.y - size * 6
  const y = isCovered ? pin.y + size * 1.6 : middle
  if (right - left < shape.name.length * size * 0.55 || bottom - top < size * 2) return null
  return (
    <text class="map-name" x={x.toFixed(1)} y={y.toFixed(1)} font-size={size.toFixed(1)}>
      {shape.name}
    </text>
  )
}
