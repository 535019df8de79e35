import { FileUpload } from '../components/file-upload.tsx'
import { defineSpecimens, longWord } from './specimen.ts'

const limits = { accept: ['image/jpeg', 'image/png', '.pdf'], acceptText: 'JPG, PNG atau PDF', maxBytes: 10_000_000 }

export const fileUploadSpecimens = defineSpecimens('FileUpload', {
  empty: () => (
    <form>
      <FileUpload
        {...limits}
        name="u-empty"
        label="Surat keterangan lahir"
        hint="Foto dengan ponsel cukup."
        files={[]}
        uploadUrl="/_ui/unggah"
        camera
      />
    </form>
  ),
  one: () => (
    <form>
      <FileUpload
        {...limits}
        name="u-one"
        label="Surat keterangan lahir"
        files={[{ id: 'a1', name: 'surat-lahir.jpg', size: 1_420_000, href: '#' }]}
      />
    </form>
  ),
  many: () => (
    <form>
      <FileUpload
        {...limits}
        name="u-many"
        label="Foto lokasi"
        multiple
        files={[
          { id: 'b1', name: 'depan.jpg', size: 820_000, href: '#' },
          { id: 'b2', name: 'samping kiri dan jalan masuk.jpg', size: 2_100_000, href: '#' },
          { id: 'b3', name: `${longWord}.pdf`, size: 93_000 },
        ]}
      />
    </form>
  ),
  error: () => (
    <form>
      <FileUpload
        {...limits}
        name="u-error"
        label="Surat keterangan lahir"
        files={[]}
        error="Unggah surat keterangan lahir, atau buat pernyataan."
      />
    </form>
  ),
})
