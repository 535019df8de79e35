import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const hasPoppler = spawnSync('pdfsig', ['-v']).error === undefined

/** What other programs find in a document: poppler's word on the signature, and its text without spaces. */
export function inspectPdf(pdf: Buffer): { signature: string; text: string } {
  const folder = mkdtempSync(join(tmpdir(), 'balai-pdf-'))
  const file = join(folder, 'document.pdf')
  writeFileSync(file, pdf)
  try {
    return {
      signature: spawnSync('pdfsig', ['-no-ocsp', file], { encoding: 'utf8' }).stdout,
      text: execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' }).replaceAll(/\s|\W/g, ''),
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
