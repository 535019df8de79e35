import { FieldGroup, type FieldProps, fieldId } from './field.tsx'
import { Icon } from './icon.tsx'

export type MapArea = { readonly code: string; readonly name: string; readonly path: string }

/** Outlines drawn once on a plane: x grows to the east, y to the south, one unit is the same length both ways. */
export type MapSheet = {
  readonly width: number
  readonly height: number
  /** Degrees at the upper left corner, and units to a degree. */
  readonly west: number
  readonly north: number
  readonly perLongitude: number
  readonly perLatitude: number
  readonly areas: readonly MapArea[]
}

export type MapPickerProps = FieldProps & {
  /** As typed, in degrees. */
  lat: string
  lon: string
  sheet?: MapSheet | undefined
  /** Offers the centre of an area: the submit button `use-centre`=name. */
  centreLabel?: string | undefined
  texts: {
    readonly lat: string
    readonly lon: string
    readonly map: string
    readonly help: string
    readonly position: string
    readonly failed: string
    /** "Titik di {area}: lintang {lat}, bujur {lon}." */
    readonly chosen: string
    readonly outside: string
    readonly zoomIn: string
    readonly zoomOut: string
  }
}

export function placeOnSheet(sheet: MapSheet, lat: number, lon: number): { readonly x: number; readonly y: number } {
  return { x: (lon - sheet.west) * sheet.perLongitude, y: (sheet.north - lat) * sheet.perLatitude }
}

/** A point: tapped on the region's own outlines, found by the phone, or typed as two numbers. */
export function MapPicker(props: MapPickerProps) {
  const { texts, sheet } = props
  const [lat, lon] = [Number(props.lat.replace(',', '.')), Number(props.lon.replace(',', '.'))]
  const isPlaced = props.lat !== '' && props.lon !== '' && Number.isFinite(lat) && Number.isFinite(lon)
  return (
    <FieldGroup {...props}>
      {(control) => (
        <div
          class="map-picker"
          data-island={sheet ? 'map-picker' : undefined}
          data-west={sheet?.west}
          data-north={sheet?.north}
          data-per-longitude={sheet?.perLongitude}
          data-per-latitude={sheet?.perLatitude}
          data-text-chosen={texts.chosen}
          data-text-outside={texts.outside}
          data-text-failed={texts.failed}
        >
          {sheet && (
            <svg
              class="map-sheet"
              viewBox={`0 0 ${sheet.width} ${sheet.height}`}
              role="img"
              aria-label={texts.map}
              data-map-help={`${control.id}-help`}
            >
              {sheet.areas.map((area) => (
                <path key={area.code} class="map-area" d={area.path} data-name={area.name} />
              ))}
              <MapPin at={isPlaced ? placeOnSheet(sheet, lat, lon) : undefined} size={sheet.width} />
            </svg>
          )}
          <p class="hint" id={`${control.id}-help`} data-map-only hidden>
            {texts.help}
          </p>
          <p class="map-said" role="status" data-map-status />
          <div class="btn-row">
            {sheet && (
              <>
                <button class="btn btn-secondary btn-square" type="button" data-map-zoom="2" data-map-only hidden>
                  <Icon name="plus" size={18} />
                  <span class="sr-only">{texts.zoomIn}</span>
                </button>
                <button class="btn btn-secondary btn-square" type="button" data-map-zoom="0.5" data-map-only hidden>
                  <Icon name="minus" size={18} />
                  <span class="sr-only">{texts.zoomOut}</span>
                </button>
              </>
            )}
            <button class="btn btn-secondary" type="button" data-map-position data-map-only hidden>
              {texts.position}
            </button>
            {props.centreLabel && (
              <button class="btn btn-quiet" type="submit" name="use-centre" value={props.name} formnovalidate>
                {props.centreLabel}
              </button>
            )}
          </div>
          <div class="map-degrees">
            <Degrees id={control.id} name={`${props.name}.lat`} label={texts.lat} value={props.lat} of={control} />
            <Degrees
              id={fieldId(`${props.name}.lon`)}
              name={`${props.name}.lon`}
              label={texts.lon}
              value={props.lon}
              of={control}
            />
          </div>
        </div>
      )}
    </FieldGroup>
  )
}

/** The drop that marks a point; its tip is the place. */
export function MapPin({ at, size }: { at: { x: number; y: number } | undefined; size: number }) {
  const unit = size / 100
  return (
    <g
      class={at ? 'map-pin' : 'map-pin is-away'}
      data-map-pin
      transform={at ? `translate(${at.x.toFixed(1)} ${at.y.toFixed(1)})` : undefined}
    >
      <path d={`M0 0 L${-2 * unit} ${-4 * unit} A${2.4 * unit} ${2.4 * unit} 0 1 1 ${2 * unit} ${-4 * unit} Z`} />
      <circle cx={0} cy={-5.2 * unit} r={0.9 * unit} />
    </g>
  )
}

function Degrees(props: {
  id: string
  name: string
  label: string
  value: string
  of: { 'aria-invalid': 'true' | undefined; disabled: boolean | undefined }
}) {
  return (
    <div>
      <label class="label-small" for={props.id}>
        {props.label}
      </label>
      <input
        class="input input-degrees"
        id={props.id}
        name={props.name}
        value={props.value}
        inputmode="text"
        autocomplete="off"
        spellcheck={false}
        maxlength={20}
        aria-invalid={props.of['aria-invalid']}
        disabled={props.of.disabled}
      />
    </div>
  )
}
