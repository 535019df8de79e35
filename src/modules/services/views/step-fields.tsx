import type { Zone } from '#kernel/clock/clock.ts'
import type { FieldError } from '#kernel/errors.ts'
import { FileUpload, type UploadedFile, useFrame } from '#ui/index.ts'
import { largestFileBytes, mostFilesOf } from '../commands/attachment.ts'
import type { Answer } from '../definition/expressions.ts'
import type { FieldDefinition } from '../definition/schema.ts'
import { isFileKind } from '../form/kinds.ts'
import { askedName, type Typed } from '../form/read-answers.ts'
import { servicePaths } from '../paths.ts'
import type { Attachment } from '../queries/attachments.ts'
import { AnswerField } from './answer-field.tsx'
import type { FieldAids } from './fields/field-aids.ts'
import { fieldTexts } from './fields/texts.ts'

export interface StepFieldsProps {
  readonly caseId: string
  /** The questions that apply now. */
  readonly fields: readonly FieldDefinition[]
  readonly values: Typed
  readonly files: readonly Attachment[]
  readonly errors: readonly FieldError[]
  readonly aids: FieldAids
  /** Where one file is sent at once. */
  readonly uploadUrl: string
  readonly isRequired: (field: FieldDefinition) => boolean
  readonly zone: Zone
}

/** The form of a step, with the same questions as applications have. */
export function StepFields(props: StepFieldsProps) {
  return (
    <>
      {props.fields.map((field) => (
        <div key={field.id}>
          <input type="hidden" name={askedName} value={field.id} />
          {isFileKind(field.kind) ? (
            <StepFiles {...props} field={field} />
          ) : (
            <AnswerField
              field={field}
              ownerId={props.caseId}
              value={props.values[field.id] as Answer | undefined}
              errors={props.errors}
              optional={!props.isRequired(field)}
              aids={props.aids}
              zone={props.zone}
            />
          )}
        </div>
      ))}
    </>
  )
}

const images = ['image/jpeg', 'image/png', 'image/webp']

function StepFiles({ field, ...props }: StepFieldsProps & { field: FieldDefinition }) {
  const { locale } = useFrame()
  const t = fieldTexts(locale)
  const isPhoto = field.kind !== 'file'
  return (
    <FileUpload
      name={field.id}
      label={field.label[locale]}
      hint={field.hint?.[locale]}
      error={props.errors.find((error) => error.path === field.id)?.message[locale]}
      optional={!props.isRequired(field)}
      files={uploadedIn(props.files, field.id)}
      multiple={mostFilesOf(field) > 1}
      camera
      accept={isPhoto ? images : [...images, 'application/pdf']}
      acceptText={t(isPhoto ? 'accept-photo' : 'accept-file')}
      maxBytes={largestFileBytes}
      uploadUrl={props.uploadUrl}
    />
  )
}

function uploadedIn(files: readonly Attachment[], field: string): UploadedFile[] {
  return files
    .filter((file) => file.field === field)
    .map((file) => ({ id: file.id, name: file.name, size: file.sizeBytes, href: servicePaths.attachment(file.id) }))
}
