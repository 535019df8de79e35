import type { Zone } from '#kernel/clock/clock.ts'
import { formatDay } from '#kernel/i18n/format.ts'
import { type FieldProps, FileUpload, SignaturePad, type UploadedFile, useFrame } from '#ui/index.ts'
import { documentName } from '../../definition/document-types.ts'
import type { FieldDefinition } from '../../definition/schema-form.ts'
import { largestFileBytes, mostFilesOf } from '../../form/file-limits.ts'
import { servicePaths } from '../../paths.ts'
import type { EarlierFile } from '../../queries/earlier-files.ts'
import { fieldTexts } from './texts.ts'

const images = ['image/jpeg', 'image/png', 'image/webp']

export interface FileFieldProps extends FieldProps {
  readonly field: FieldDefinition
  readonly files: readonly UploadedFile[]
  readonly ownerId: string
  readonly earlier: readonly EarlierFile[]
  readonly zone: Zone
}

/** A paper, a photo or a signature. */
export function FileField({ field, files, ownerId, earlier, zone, ...props }: FileFieldProps) {
  const { locale } = useFrame()
  const t = fieldTexts(locale)
  const shared = { ...props, files, maxBytes: largestFileBytes, uploadUrl: servicePaths.upload(ownerId) }
  if (field.kind === 'signature') {
    return (
      <SignaturePad
        {...shared}
        accept={images}
        acceptText={t('accept-photo')}
        texts={{
          draw: t('sign-draw'),
          clear: t('sign-clear'),
          use: t('sign-use'),
          or: t('sign-or'),
          empty: t('sign-empty'),
        }}
      />
    )
  }
  const isPhoto = field.kind === 'photo'
  return (
    <FileUpload
      {...shared}
      multiple={mostFilesOf(field) > 1}
      camera={!isPhoto}
      capture={isPhoto}
      accept={isPhoto ? images : [...images, 'application/pdf']}
      acceptText={t(isPhoto ? 'accept-photo' : 'accept-file')}
    >
      {earlier.length > 0 && files.length === 0 && <EarlierFiles field={field} files={earlier} zone={zone} />}
    </FileUpload>
  )
}

/** One press gives again what was given before. */
function EarlierFiles(props: { field: FieldDefinition; files: readonly EarlierFile[]; zone: Zone }) {
  const { locale } = useFrame()
  const t = fieldTexts(locale)
  const paper = documentName(props.field.document ?? '', props.field.label)[locale]
  return (
    <div class="earlier-files">
      <p class="label-small">{t('reuse-lead')}</p>
      {props.files.map((file) => (
        <button
          key={file.id}
          class="btn btn-secondary"
          type="submit"
          name="reuse-file"
          value={`${props.field.id}:${file.id}`}
          formnovalidate
        >
          {t('reuse', {
            paper,
            day: formatDay(file.uploadedAt.toZonedDateTimeISO(props.zone).toPlainDate(), locale),
          })}
        </button>
      ))}
    </div>
  )
}
