import type { ComponentChildren } from 'preact'
import { useTexts } from '../texts.ts'
import { FieldGroup, type FieldProps } from './field.tsx'
import { formatBytes } from './file-size.ts'
import { Icon } from './icon.tsx'

export type UploadedFile = {
  readonly id: string
  readonly name: string
  /** Bytes. */
  readonly size: number
  readonly href?: string | undefined
}

export type FileUploadProps = FieldProps & {
  files: readonly UploadedFile[]
  /** MIME types or endings, as in `accept`. */
  accept?: readonly string[] | undefined
  /** In words, for the hint: "JPG, PNG atau PDF". */
  acceptText?: string | undefined
  maxBytes?: number | undefined
  /** May hold more than one file; otherwise the input goes away once there is one. */
  multiple?: boolean | undefined
  /** Where the island sends each file at once; without it the file goes with the form. */
  uploadUrl?: string | undefined
  /** Offers the camera on a phone. */
  camera?: boolean | undefined
  /** Opens the camera at once: for what stands before the person, not for papers. */
  capture?: boolean | undefined
  /** Other ways to give the file, shown before choosing one; they go away once there is one. */
  children?: ComponentChildren
}

/** Also the template from which the island makes the row of a file it has just sent. */
function FileRow({ file, field }: { file: UploadedFile; field: string }) {
  const t = useTexts()
  return (
    <li class="file">
      <Icon name="file-check" />
      <span class="file-name">
        {file.href ? (
          <a href={file.href} data-file-name>
            {file.name}
          </a>
        ) : (
          <span data-file-name>{file.name}</span>
        )}{' '}
        <span class="hint" data-file-size>
          {formatBytes(file.size)}
        </span>
      </span>
      <button
        class="btn btn-quiet btn-small"
        type="submit"
        name="remove-file"
        value={`${field}:${file.id}`}
        formnovalidate
      >
        {t('remove')}
        <span class="sr-only" data-file-name>
          {` ${file.name}`}
        </span>
      </button>
    </li>
  )
}

/**
 * Without scripts: the file is posted as `name` with the (multipart) form, the submit button
 * `upload-file`=name uploads it at once, and `remove-file`=`name:fileId` removes one.
 */
export function FileUpload(props: FileUploadProps) {
  const t = useTexts()
  const limit = [
    props.acceptText,
    props.maxBytes ? t('upload-limit', { size: formatBytes(props.maxBytes) }) : undefined,
  ].filter(Boolean)
  const hint = (
    <>
      {props.hint}
      {props.hint && limit.length > 0 && ' '}
      {limit.length > 0 && `${limit.join(', ')}.`}
    </>
  )
  const full = !props.multiple && props.files.length > 0
  return (
    <FieldGroup {...props} hint={props.hint || limit.length > 0 ? hint : undefined}>
      {(control) => (
        <div
          class="upload"
          data-island="file-upload"
          data-upload-url={props.uploadUrl}
          data-field={props.name}
          data-max-bytes={props.maxBytes}
          data-accept={props.accept?.join(',')}
          data-multiple={props.multiple ? '' : undefined}
          data-text-too-large={t('upload-too-large', { size: formatBytes(props.maxBytes ?? 0) })}
          data-text-wrong-type={t('upload-wrong-type', { types: props.acceptText ?? props.accept?.join(', ') ?? '' })}
          data-text-failed={t('upload-failed')}
          data-text-progress={t('upload-progress')}
          data-text-done={t('upload-done')}
          data-text-drop={t('upload-drop')}
          data-text-camera={props.camera ? t('upload-camera') : undefined}
        >
          <ul class="files" data-upload-list>
            {props.files.map((file) => (
              <FileRow key={file.id} file={file} field={props.name} />
            ))}
          </ul>
          <template data-upload-row>
            <FileRow file={{ id: '', name: '', size: 0, href: '#' }} field={props.name} />
          </template>
          <div class="upload-new" data-upload-new hidden={full}>
            {props.children}
            <input
              {...control}
              class="input input-file"
              type="file"
              name={props.name}
              accept={props.accept?.join(',')}
              multiple={props.multiple}
              capture={props.capture ? 'environment' : undefined}
              aria-label={props.label}
            />
            <button
              class="btn btn-secondary"
              type="submit"
              name="upload-file"
              value={props.name}
              formnovalidate
              data-upload-submit
            >
              {t('upload')}
            </button>
          </div>
          <p class="upload-status" data-upload-status role="status" />
        </div>
      )}
    </FieldGroup>
  )
}
