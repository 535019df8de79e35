import sharp from 'sharp'
import { type EffectInput, findAttachment } from '#modules/services/index.ts'

/** Of the usual 6 by 4 cm, at about 270 dots to the inch. */
const width = 640
const height = 427

/**
 * The photo of both, as the extract of their marriage bears it; undefined for a file that has none or that nobody can read.
 * @basis Perpres 96/2018 pasal 37 (pas foto berwarna suami dan istri)
 */
export async function couplePhoto({ tx, context, answers }: EffectInput) {
  const [id] = Array.isArray(answers['photo']) ? answers['photo'].map(String) : []
  const file = id ? await findAttachment(tx, id) : undefined
  if (!file?.isImage) return undefined
  try {
    const bytes = await context.tenant.files.get(file.fileHash)
    const small = await sharp(Buffer.from(bytes), { limitInputPixels: 60_000_000 })
      .rotate()
      .resize(width, height, { fit: 'cover', position: 'attention' })
      .jpeg({ quality: 82 })
      .toBuffer()
    return { type: 'image/jpeg' as const, base64: small.toString('base64'), caption: 'Pasfoto suami dan istri' }
  } catch {
    return undefined
  }
}
