import type { AcceptedFile } from '#kernel/files/intake.ts'

const made = new Map<string, AcceptedFile>()

/** A picture that says what paper would be here; nobody's real one. */
export async function samplePaper(label: string): Promise<AcceptedFile> {
  const known = made.get(label)
  if (known) return known
  const { default: sharp } = await import('sharp')
  const words = label.replace(/[^\p{L}\p{N} ,.()-]/gu, '').slice(0, 60)
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="620" height="877" viewBox="0 0 620 877">
    <rect width="620" height="877" fill="#fbfaf6"/><rect x="40" y="40" width="540" height="797" fill="none" stroke="#c9cec6"/>
    <text x="310" y="400" text-anchor="middle" font-family="sans-serif" font-size="24" fill="#16211f">${words}</text>
    <text x="310" y="440" text-anchor="middle" font-family="sans-serif" font-size="18" fill="#4c5a57">contoh berkas, daerah percontohan</text>
  </svg>`
  const { data, info } = await sharp(Buffer.from(svg)).jpeg({ quality: 70 }).toBuffer({ resolveWithObject: true })
  const name = `${words.toLowerCase().replace(/[^a-z0-9]+/g, '-') || 'berkas'}.jpg`
  const file: AcceptedFile = { bytes: data, mediaType: 'image/jpeg', name, width: info.width, height: info.height }
  made.set(label, file)
  return file
}
