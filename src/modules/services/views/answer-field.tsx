import type { Zone } from '#kernel/clock/clock.ts'
import type { FieldError } from '#kernel/errors.ts'
import { formatDay } from '#kernel/i18n/format.ts'
import { familyRelationLabels } from '#modules/people/index.ts'
import {
  AddressPicker,
  Checkbox,
  Checkboxes,
  ComputedValue,
  MapPicker,
  Radios,
  TextField,
  type UploadedFile,
  useFrame,
} from '#ui/index.ts'
import type { FieldDefinition } from '../definition/schema-form.ts'
import { displayAnswer } from '../form/display.ts'
import type { Journey } from '../form/journey.ts'
import type { TypedPoint, TypedValue } from '../form/read-answers.ts'
import { AddressField } from './fields/address-field.tsx'
import { type FieldAids, noAids } from './fields/field-aids.ts'
import { FileField } from './fields/file-field.tsx'
import { RegisterChoice } from './fields/register-choice.tsx'
import { RowsField } from './fields/rows-field.tsx'
import { fieldTexts } from './fields/texts.ts'
import { optionsOf, ValueField } from './fields/value-field.tsx'

export interface AnswerFieldProps {
  readonly field: FieldDefinition
  readonly value: TypedValue | undefined
  readonly error?: string | undefined
  /** Errors of parts and rows, by path. */
  readonly errors?: readonly FieldError[] | undefined
  /** The officer's note, when this answer was marked. */
  readonly marked?: string | undefined
  readonly prefilled?: boolean | undefined
  readonly optional?: boolean | undefined
  readonly files?: readonly UploadedFile[] | undefined
  readonly ownerId: string
  readonly aids?: FieldAids | undefined
  readonly journey?: Journey | undefined
  readonly zone?: Zone | undefined
}

type Shared = {
  name: string
  label: string
  hint: string | undefined
  error: string | undefined
  marked: string | undefined
  optional: boolean | undefined
}

/** One question of a service, drawn with the component of its kind. */
export function AnswerField(props: AnswerFieldProps) {
  const { locale } = useFrame()
  const t = fieldTexts(locale)
  const { field } = props
  const isFixed = field.fixed && props.prefilled
  const notes = [field.hint?.[locale], props.prefilled ? t(isFixed ? 'fixed' : 'prefilled') : undefined]
  const shared: Shared = {
    name: field.id,
    label: field.label[locale],
    hint: notes.filter(Boolean).join(' ') || undefined,
    error: props.error ?? props.errors?.find((error) => error.path === field.id)?.message[locale],
    marked: props.marked,
    optional: props.optional,
  }
  if (field.kind === 'computed') return <Computed {...props} />
  if (isFixed)
    return (
      <TextField {...shared} name="" id={`f-${field.id}`} value={shownValue(props, locale)} readOnly optional={false} />
    )
  return <Editable {...props} shared={shared} />
}

function shownValue(props: AnswerFieldProps, locale: 'id' | 'en'): string {
  const { aids = noAids, journey } = props
  return displayAnswer(props.field, props.value, locale, {
    places: journey?.places,
    family: aids.family,
    options: journey?.surroundings.options,
  })
}

function Computed(props: AnswerFieldProps) {
  const { locale } = useFrame()
  const t = fieldTexts(locale)
  const { field } = props
  return (
    <ComputedValue
      name={field.id}
      label={field.label[locale]}
      hint={field.hint?.[locale] ?? t('computed')}
      error={props.error ?? props.errors?.find((error) => error.path === field.id)?.message[locale]}
      value={props.value === undefined ? undefined : displayAnswer(field, props.value, locale)}
      empty={t('computed-empty')}
    />
  )
}

function Editable(props: AnswerFieldProps & { shared: Shared }) {
  const { locale } = useFrame()
  const { field, shared, aids = noAids, value } = props
  const partError = (part: string) =>
    props.errors?.find((error) => error.path === `${field.id}.${part}`)?.message[locale]
  const chosen = Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
  switch (field.kind) {
    case 'statement':
      return <Checkbox {...shared} optional={false} checked={value === true} />
    case 'consent':
      return (
        <Checkbox {...shared} optional={false} hint={purposeOf(field, shared.hint, locale)} checked={value === true} />
      )
    case 'multi':
      return <Checkboxes {...shared} options={optionsOf(field, locale)} values={chosen} />
    case 'family-members':
      return (
        <Checkboxes
          {...shared}
          options={membersOf(aids, locale)}
          values={chosen}
          hint={familyHint(aids, shared, locale)}
        />
      )
    case 'family-member':
      return (
        <Radios
          {...shared}
          options={membersOf(aids, locale)}
          value={String(value ?? '')}
          hint={familyHint(aids, shared, locale)}
        />
      )
    case 'area':
      return <AddressPicker {...shared} levels={aids.areas[field.id] ?? []} />
    case 'address':
      return <AddressField {...shared} value={value} aids={aids} partError={partError} />
    case 'map-point':
      return <PointField {...props} />
    case 'file':
    case 'photo':
    case 'signature':
      return (
        <FileField
          {...shared}
          field={field}
          files={props.files ?? []}
          ownerId={props.ownerId}
          earlier={aids.earlier[field.id] ?? []}
          zone={props.zone ?? 'Asia/Jakarta'}
        />
      )
    case 'choice': {
      const offered = aids.options[field.id]
      if (offered) return <RegisterChoice {...shared} value={String(value ?? '')} offered={offered} />
      return <ValueField {...shared} question={field as Parameters<typeof ValueField>[0]['question']} value={value} />
    }
    case 'repeat':
    case 'table':
      return <RowsField {...shared} field={field} value={value} errors={props.errors ?? []} journey={props.journey} />
    default:
      return <ValueField {...shared} question={field as Parameters<typeof ValueField>[0]['question']} value={value} />
  }
}

function PointField({ shared, aids = noAids, value }: AnswerFieldProps & { shared: Shared }) {
  const { locale } = useFrame()
  const t = fieldTexts(locale)
  const point = (typeof value === 'object' && value !== null && 'lat' in value ? value : undefined) as
    | TypedPoint
    | undefined
  const degrees = (part: string | number | undefined) =>
    typeof part === 'number' ? String(part).replace('.', locale === 'id' ? ',' : '.') : (part ?? '')
  return (
    <MapPicker
      {...shared}
      lat={degrees(point?.lat)}
      lon={degrees(point?.lon)}
      sheet={aids.sheet}
      centreLabel={aids.centre && t('map-centre', { area: aids.centre.name })}
      texts={{
        lat: t('map-lat'),
        lon: t('map-lon'),
        map: t('map-map'),
        help: t('map-help'),
        position: t('map-position'),
        failed: t('map-failed'),
        chosen: t('map-chosen'),
        outside: t('map-outside'),
        zoomIn: t('map-zoom-in'),
        zoomOut: t('map-zoom-out'),
      }}
    />
  )
}

function purposeOf(field: FieldDefinition, hint: string | undefined, locale: 'id' | 'en'): string {
  const t = fieldTexts(locale)
  const purpose = field.purpose && t('purpose', { purpose: field.purpose[locale] })
  return [hint, purpose, t('withdraw')].filter(Boolean).join(' ')
}

function familyHint(aids: FieldAids, shared: Shared, locale: 'id' | 'en'): string | undefined {
  return aids.family.length > 0 ? shared.hint : fieldTexts(locale)('no-family')
}

function membersOf(aids: FieldAids, locale: 'id' | 'en') {
  const t = fieldTexts(locale)
  return aids.family.map((member) => {
    const relation = familyRelationLabels[member['relation'] as keyof typeof familyRelationLabels]?.[locale]
    const born = t('born-on', { day: formatDay(Temporal.PlainDate.from(String(member['birthOn'])), locale) })
    return {
      value: String(member['id']),
      label: String(member['name']),
      hint: [relation, born].filter(Boolean).join(', '),
    }
  })
}
