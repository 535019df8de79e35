import type { Zone } from '#kernel/clock/clock.ts'
import type { FieldError } from '#kernel/errors.ts'
import { FileUpload, Radios, TextArea, type UploadedFile, useFrame } from '#ui/index.ts'
import type { Answer } from '../definition/expressions.ts'
import type { FieldDefinition } from '../definition/schema.ts'
import { largestFileBytes, mostFilesOf } from '../form/file-limits.ts'
import { isFileKind } from '../form/kinds.ts'
import { askedName, type Typed } from '../form/read-answers.ts'
import { servicePaths } from '../paths.ts'
import type { Attachment } from '../queries/attachments.ts'
import type { OfferedStep } from '../queries/offered-steps.ts'
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

/** The ground of law and the words that a step asks for. */
export function StepReason(props: {
  step: Pick<OfferedStep, 'reasons' | 'needs'>
  reason: string
  reasonId: string
  errors: readonly FieldError[]
  texts: { readonly ground: string; readonly reason: string; readonly hint: string }
  rows: number
}) {
  const { locale } = useFrame()
  const { step, texts } = props
  const say = (path: string) => props.errors.find((error) => error.path === path)?.message[locale]
  return (
    <>
      {step.reasons.length > 0 && (
        <Radios
          name="reasonId"
          label={texts.ground}
          value={props.reasonId}
          error={say('reasonId')}
          options={step.reasons.map((reason) => ({
            value: reason.id,
            label: reason.label[locale],
            hint: reason.basis,
          }))}
        />
      )}
      {step.needs.includes('reason') && (
        <TextArea
          name="reason"
          label={texts.reason}
          hint={texts.hint}
          rows={props.rows}
          maxLength={2000}
          value={props.reason}
          error={say('reason')}
        />
      )}
    </>
  )
}
