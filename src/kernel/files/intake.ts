import { createConnection } from 'node:net'
import type { Config } from '../config.ts'
import { AppError } from '../errors.ts'
import type { UploadedPart } from '../http/form-values.ts'

/** A file that was looked at, cleaned and may be stored. */
export interface AcceptedFile {
  readonly bytes: Uint8Array
  readonly mediaType: 'image/jpeg' | 'image/png' | 'application/pdf'
  readonly name: string
  readonly width: number | undefined
  readonly height: number | undefined
}

/** Longest edge of a stored photo in pixels: A4 at 220 dpi, small enough for a slow line. */
const longestEdge = 2600
/** A picture that unpacks to more than this is an attack, not a photo. */
const mostPixels = 120_000_000

/**
 * Accepts a photo or a PDF by what its bytes are, whatever its name says. Photos are drawn anew, which
 * strips position, camera data and anything hidden; a PDF with active content is refused.
 * @throws too-large, unsupported-file, infected-file
 */
export async function acceptUpload(part: UploadedPart, limit: string, config: Config): Promise<AcceptedFile> {
  if (part.tooLarge) throw new AppError('too-large', { params: { limit } })
  if (part.bytes.length === 0) throw new AppError('unsupported-file')
  await scan(part.bytes, config)
  const { fileTypeFromBuffer } = await import('file-type')
  const sniffed = await fileTypeFromBuffer(part.bytes)
  const name = cleanName(part.name)
  switch (sniffed?.mime) {
    case 'image/jpeg':
    case 'image/png':
    case 'image/webp':
    case 'image/avif':
      return redraw(part.bytes, name, sniffed.mime === 'image/png' ? 'png' : 'jpeg')
    case 'application/pdf':
      return checkPdf(part.bytes, name)
    default:
      throw new AppError('unsupported-file')
  }
}

async function redraw(bytes: Buffer, name: string, format: 'png' | 'jpeg'): Promise<AcceptedFile> {
  const { default: sharp } = await import('sharp')
  try {
    const image = sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error' })
      .rotate()
      .resize({ width: longestEdge, height: longestEdge, fit: 'inside', withoutEnlargement: true })
    const drawn =
      format === 'png' ? image.png({ compressionLevel: 9, palette: true }) : image.jpeg({ quality: 82, mozjpeg: true })
    const { data, info } = await drawn.toBuffer({ resolveWithObject: true })
    return {
      bytes: data,
      mediaType: format === 'png' ? 'image/png' : 'image/jpeg',
      name: `${name.replace(/\.[a-z0-9]+$/i, '')}.${format === 'png' ? 'png' : 'jpg'}`,
      width: info.width,
      height: info.height,
    }
  } catch (error) {
    throw new AppError('unsupported-file', {
      text: {
        id: 'Foto ini rusak atau terpotong dan tidak dapat dibuka. Ambil foto baru lalu unggah lagi.',
        en: 'This photo is damaged or cut off and cannot be opened. Take a new one and upload it again.',
      },
      cause: error,
    })
  }
}

function checkPdf(bytes: Buffer, name: string): AcceptedFile {
  const body = bytes.toString('latin1')
  // A PDF ends by saying where its table of contents starts; what does not is cut off, or something else behind a PDF's first line.
  if (!/startxref\s+\d+\s+%%EOF/.test(body.slice(-4096))) {
    throw new AppError('unsupported-file', {
      text: {
        id: 'PDF ini rusak atau terpotong dan tidak dapat dibuka. Simpan ulang sebagai PDF, atau kirim fotonya.',
        en: 'This PDF is damaged or cut off and cannot be opened. Save it as a PDF again, or send a photo of it.',
      },
    })
  }
  if (/\/(JavaScript|JS|Launch|EmbeddedFile|RichMedia|XFA)\b/.test(body) || /\/Encrypt\b/.test(body)) {
    throw new AppError('unsupported-file', {
      text: {
        id: 'PDF ini terkunci atau berisi program. Cetak ulang sebagai PDF biasa, atau kirim fotonya.',
        en: 'This PDF is locked or contains programs. Print it as a plain PDF, or send a photo of it.',
      },
    })
  }
  return { bytes, mediaType: 'application/pdf', name, width: undefined, height: undefined }
}

/** The name is shown, never used as a path. */
function cleanName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  const plain = last
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}<>:"|?*]/gu, '')
    .trim()
  return plain.slice(-100) || 'berkas'
}

/** Streams to clamd (INSTREAM) when one is set. An unreachable scanner refuses: nothing unscanned is kept. */
async function scan(bytes: Buffer, config: Config): Promise<void> {
  if (!config.clamdAddress) return
  const [host, port] = config.clamdAddress.split(':')
  const answer = await new Promise<string>((resolve, reject) => {
    const socket = createConnection({ host: host ?? '127.0.0.1', port: Number(port ?? 3310) })
    const chunks: Buffer[] = []
    socket.setTimeout(20_000, () => socket.destroy(new Error('clamd does not answer')))
    socket.on('error', reject)
    socket.on('data', (chunk: Buffer) => chunks.push(chunk))
    socket.on('close', () => resolve(Buffer.concat(chunks).toString('utf8')))
    socket.write('zINSTREAM\0')
    const size = Buffer.alloc(4)
    size.writeUInt32BE(bytes.length)
    socket.write(size)
    socket.write(bytes)
    socket.write(Buffer.alloc(4))
  }).catch((cause: unknown) => {
    throw new AppError('unavailable', { cause })
  })
  if (/FOUND/.test(answer)) throw new AppError('infected-file')
  if (!/OK/.test(answer)) throw new AppError('unavailable')
}
