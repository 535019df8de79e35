import { FileUpload, type FileUploadProps } from './file-upload.tsx'

export type SignaturePadProps = Omit<FileUploadProps, 'multiple' | 'camera' | 'capture'> & {
  texts: {
    readonly draw: string
    readonly clear: string
    readonly use: string
    readonly or: string
    readonly empty: string
  }
}

/** A signature drawn with finger, pen or mouse; everybody else uploads a photo of one on paper. */
export function SignaturePad({ texts, ...upload }: SignaturePadProps) {
  return (
    <div class="signature" data-island="signature-pad" data-name={upload.name} data-text-empty={texts.empty}>
      <FileUpload {...upload} camera>
        <div class="signature-draw" data-signature-draw hidden>
          <p class="label-small">{texts.draw}</p>
          <canvas class="signature-canvas" width={600} height={200} role="img" aria-label={texts.draw} />
          <p class="error" data-signature-status role="status" hidden />
          <div class="btn-row">
            <button class="btn btn-secondary" type="button" data-signature-use>
              {texts.use}
            </button>
            <button class="btn btn-quiet" type="button" data-signature-clear>
              {texts.clear}
            </button>
          </div>
          <p class="hint">{texts.or}</p>
        </div>
      </FileUpload>
    </div>
  )
}
