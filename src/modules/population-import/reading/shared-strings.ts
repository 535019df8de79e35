import { StringDecoder } from 'node:string_decoder'
import { Unreadable } from './unreadable.ts'
import { xmlText } from './xml-text.ts'

/** So much text of a workbook is held: some ten million short cells. */
const mostBytes = 768 * 1024 * 1024
const blockSize = 4 * 1024 * 1024

/**
 * The texts that the cells of a workbook point to. A million people bring millions of them: they are kept as bytes,
 * not as strings, at a tenth of the memory.
 */
export class SharedStrings {
  private readonly blocks: Buffer[] = []
  private used = blockSize
  private total = 0
  /** Of each text: block times the size of a block plus place in it, and length. */
  private starts = new Float64Array(1024)
  private lengths = new Uint32Array(1024)
  private count = 0

  get(index: number): string {
    if (!(index >= 0 && index < this.count)) throw new Unreadable('damaged')
    const start = this.starts[index] as number
    const block = this.blocks[Math.floor(start / blockSize)] as Buffer
    const from = start % blockSize
    return block.toString('utf8', from, from + (this.lengths[index] as number))
  }

  private add(text: string): void {
    const length = Math.min(Buffer.byteLength(text), blockSize)
    this.total += length
    if (this.total > mostBytes) throw new Unreadable('unpacks-too-large')
    if (this.used + length > blockSize) {
      this.blocks.push(Buffer.allocUnsafe(blockSize))
      this.used = 0
    }
    if (this.count === this.starts.length) this.grow()
    const block = this.blocks.length - 1
    this.blocks[block]?.write(text, this.used, length, 'utf8')
    this.starts[this.count] = block * blockSize + this.used
    this.lengths[this.count] = length
    this.used += length
    this.count += 1
  }

  private grow(): void {
    const starts = new Float64Array(this.count * 2)
    starts.set(this.starts)
    this.starts = starts
    const lengths = new Uint32Array(this.count * 2)
    lengths.set(this.lengths)
    this.lengths = lengths
  }

  /** Reads xl/sharedStrings.xml as it is unpacked. */
  static async read(chunks: AsyncIterable<Buffer>): Promise<SharedStrings> {
    const strings = new SharedStrings()
    const decoder = new StringDecoder('utf8')
    let rest = ''
    for await (const chunk of chunks) {
      const text = withoutPrefix(rest + decoder.write(chunk))
      let at = 0
      for (;;) {
        const from = text.indexOf('<si', at)
        if (from < 0) break
        // An empty text is `<si/>`; `<si>` ends with its own tag.
        const tagEnd = text.indexOf('>', from)
        if (tagEnd < 0) break
        if (text[tagEnd - 1] === '/') {
          strings.add('')
          at = tagEnd + 1
          continue
        }
        const to = text.indexOf('</si>', tagEnd)
        if (to < 0) break
        strings.add(xmlText(text.slice(tagEnd + 1, to)))
        at = to + 5
      }
      rest = text.slice(at)
      if (rest.length > blockSize) throw new Unreadable('damaged')
    }
    return strings
  }
}

/** Some programs write every tag with a prefix of the same name space. */
function withoutPrefix(text: string): string {
  return text.includes('<x:') ? text.replaceAll('<x:', '<').replaceAll('</x:', '</') : text
}
