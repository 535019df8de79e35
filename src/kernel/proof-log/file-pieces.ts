import { closeSync, openSync, readSync } from 'node:fs'

const chunkBytes = 256 * 1024

/** Reads a file piece by piece, looking no further ahead than asked, so that memory stays the same at any length. */
export class FilePieces {
  private readonly file: number
  private buffer: Buffer = Buffer.alloc(0)
  private isAtEnd = false
  private readonly ahead: Buffer[] = []

  /** @param cut length of the piece at the start of the bytes, its separator left out, and where the next begins */
  constructor(
    path: string,
    private readonly cut: (
      bytes: Buffer,
      isAtEnd: boolean,
    ) => { readonly end: number; readonly next: number } | undefined,
  ) {
    this.file = openSync(path, 'r')
  }

  next(): Buffer | undefined {
    return this.ahead.shift() ?? this.read()
  }

  /** The piece that `next` will give after `further` others. */
  peek(further = 0): Buffer | undefined {
    while (this.ahead.length <= further) {
      const piece = this.read()
      if (!piece) return undefined
      this.ahead.push(piece)
    }
    return this.ahead[further]
  }

  close(): void {
    closeSync(this.file)
  }

  private read(): Buffer | undefined {
    for (;;) {
      const place = this.cut(this.buffer, this.isAtEnd)
      if (place) {
        const piece = this.buffer.subarray(0, place.end)
        this.buffer = this.buffer.subarray(place.next)
        return piece
      }
      if (this.isAtEnd) return undefined
      const chunk = Buffer.allocUnsafe(chunkBytes)
      const length = readSync(this.file, chunk)
      if (length === 0) this.isAtEnd = true
      else this.buffer = Buffer.concat([this.buffer, chunk.subarray(0, length)])
    }
  }
}

/** Lines; what follows the last line end counts as a line too. */
export function linesOf(path: string): FilePieces {
  return separated(path, '\n')
}

export function separated(path: string, separator: string): FilePieces {
  const mark = Buffer.from(separator, 'utf8')
  return new FilePieces(path, (bytes, isAtEnd) => {
    const end = bytes.indexOf(mark)
    if (end >= 0) return { end, next: end + mark.length }
    return isAtEnd && bytes.length ? { end: bytes.length, next: bytes.length } : undefined
  })
}

/** Pieces of one length; a shorter rest comes as it is. */
export function blocksOf(path: string, length: number): FilePieces {
  return new FilePieces(path, (bytes, isAtEnd) => {
    if (bytes.length >= length) return { end: length, next: length }
    return isAtEnd && bytes.length ? { end: bytes.length, next: bytes.length } : undefined
  })
}
