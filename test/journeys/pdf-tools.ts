import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Letters and digits alone, in one case: how lines break in a document says nothing. */
export const squeeze = (text: string) => text.replaceAll(/[^\p{L}\d]/gu, '').toLowerCase()

/** What other programs find in a document, where poppler is installed: its word on the signature, and the text. */
export function inspectPdf(pdf: Uint8Array): { signature: string; text: string } | undefined {
  if (spawnSync('pdfsig', ['-v']).error) return undefined
  const folder = mkdtempSync(join(tmpdir(), 'balai-pdf-'))
  const file = join(folder, 'document.pdf')
  writeFileSync(file, pdf)
  try {
    return {
      signature: spawnSync('pdfsig', ['-no-ocsp', file], { encoding: 'utf8' }).stdout,
      text: squeeze(execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' })),
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
