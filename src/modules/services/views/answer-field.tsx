import {
  AddressPicker,
  Checkbox,
  DateField,
  type DateParts,
  FileUpload,
  NikField,
  NumberField,
  Radios,
  TextArea,
  TextField,
  TimeField,
  type UploadedFile,
  useFrame,
} from '#ui/index.ts'
import { largestFileBytes, mostFilesPerField } from '../commands/attachment.ts'
import type { Answer } from '../definition/expressions.ts'
import type { FieldDefinition } from '../definition/schema.ts'
import { displayAnswer } from '../form/display.ts'
import { servicePaths } from '../paths.ts'
import { serviceTexts } from '../texts.ts'

export interface AnswerFieldProps {
  readonly field: FieldDefinition
  readonly value: Answer | DateParts | undefined
  readonly error?: string | undefined
  /** The officer's note, when this answer was marked. */
  readonly marked?: string | undefined
  readonly prefilled?: boolean | undefined
  readonly optional?: boolean | undefined
  readonly files?: readonly UploadedFile[] | undefined
  readonly ownerId: string
  readonly areaLevels?: Parameters<typeof AddressPicker>[0]['levels'] | undefined
}

/** One question of a service, drawn with the component of its kind. */
export function AnswerField(props: AnswerFieldProps) {
  const { locale } = useFrame()
  const t = serviceTexts(locale)
  const { field } = props
  const notes = [field.hint?.[locale], props.prefilled ? t(field.fixed ? 'draft.fixed' : 'draft.prefilled') : undefined]
  const shared = {
    name: field.id,
    label: field.label[locale],
    hint: notes.filter(Boolean).join(' ') || undefined,
    error: props.error,
    marked: props.marked,
    optional: props.optional,
  }
  const text = props.value === undefined || typeof props.value === 'object' ? '' : String(props.value)
  switch (field.kind) {
    case 'long-text':
      return <TextArea {...shared} value={text} maxLength={field.max} />
    case 'number':
      return (
        <NumberField
          {...shared}
          value={locale === 'id' ? text.replace('.', ',') : text}
          decimal={!Number.isInteger(field.min ?? 1)}
          suffix={field.unit?.[locale]}
        />
      )
    case 'date':
      return <DateField {...shared} value={props.value as string | DateParts | undefined} />
    case 'time':
      return <TimeField {...shared} value={locale === 'id' ? text.replace(':', '.') : text} />
    case 'nik':
      return <NikField {...shared} value={text} />
    case 'phone':
      return <TextField {...shared} value={text} type="tel" inputMode="tel" autocomplete="tel" width="medium" />
    case 'statement':
      return <Checkbox {...shared} checked={props.value === true} />
    case 'choice':
    case 'yes-no':
      return <Radios {...shared} value={text} options={optionsOf(field, locale)} />
    case 'area':
      return <AddressPicker {...shared} levels={props.areaLevels ?? []} />
    case 'file':
      return (
        <FileUpload
          {...shared}
          files={props.files ?? []}
          multiple={mostFilesPerField > 1}
          camera
          accept={['image/jpeg', 'image/png', 'image/webp', 'application/pdf']}
          acceptText={t('upload.accept')}
          maxBytes={largestFileBytes}
          uploadUrl={servicePaths.upload(props.ownerId)}
        />
      )
    default:
      return field.fixed ? (
        <TextField {...shared} value={displayAnswer(field, text, locale)} readOnly />
      ) : (
        <TextField {...shared} value={text} maxLength={field.max ? field.max + 40 : undefined} />
      )
  }
}

function optionsOf(field: FieldDefinition, locale: 'id' | 'en') {
  if (field.kind === 'yes-no') {
    return [
      { value: 'yes', label: locale === 'id' ? 'Ya' : 'Yes' },
      { value: 'no', label: locale === 'id' ? 'Tidak' : 'No' },
    ]
  }
  return (field.options ?? []).map((option) => ({
    value: option.value,
    label: option.label[locale],
    hint: option.hint?.[locale],
  }))
}
