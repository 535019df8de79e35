/** Why a file is not read any further. `too-complex`: larger or deeper than any honest letter. */
export type RefusalCode = 'not-pdf' | 'damaged' | 'encrypted' | 'too-complex'

/** The only error that the reader throws on purpose; the message is for the log, in English. */
export class PdfRefusal extends Error {
  readonly code: RefusalCode

  constructor(code: RefusalCode, message: string) {
    super(message)
    this.name = 'PdfRefusal'
    this.code = code
  }
}

export function damaged(message: string): PdfRefusal {
  return new PdfRefusal('damaged', message)
}

/** What one file may cost; shared by all its revisions. */
export class Budget {
  private inflated = 128 * 1024 * 1024
  private objects = 400_000
  private entries = 1_500_000
  private steps = 4_000_000

  /** Bytes that may still come out of compressed streams. */
  get inflatable(): number {
    return Math.max(1, this.inflated)
  }

  spendInflated(bytes: number): void {
    this.inflated -= bytes
    if (this.inflated <= 0) throw new PdfRefusal('too-complex', 'Its streams unpack to more than is allowed')
  }

  spendObject(): void {
    this.objects -= 1
    if (this.objects < 0) throw new PdfRefusal('too-complex', 'It has too many objects')
  }

  spendEntry(): void {
    this.entries -= 1
    if (this.entries < 0) throw new PdfRefusal('too-complex', 'Its cross-reference table is too long')
  }

  spendStep(): void {
    this.steps -= 1
    if (this.steps < 0) throw new PdfRefusal('too-complex', 'Comparing its revisions takes too long')
  }
}
