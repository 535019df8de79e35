import { createHash } from 'node:crypto'
import { Budget } from '../verify/pdf/refusal.ts'
import { Revision } from '../verify/pdf/revision.ts'
import { integerOf, isArray, PdfRef, PdfString, type PdfValue } from '../verify/pdf/values.ts'
import { pdfDict, pdfName, pdfStream, type WritableValue, writePdfValue } from './write-pdf-value.ts'

/**
 * An incremental update (ISO 32000-2, 7.5.6): objects behind the file as it is, and a cross-reference section of the
 * kind that the file has. What was there keeps its bytes, and with them earlier signatures. The file is read by the
 * strict reader that also verifies, so that nothing is signed which two programs could read differently.
 */
export class PdfUpdate {
  readonly before: Revision
  private readonly objects = new Map<number, { readonly generation: number; readonly value: WritableValue }>()
  private next: number

  /** @throws PdfRefusal when the file cannot be read, or is encrypted */
  constructor(pdf: Uint8Array) {
    const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength)
    this.before = new Revision(bytes, bytes.length, new Budget())
    const size = integerOf(this.before.cross.trailer.get('Size')) ?? 0
    let highest = size - 1
    for (const number of this.before.cross.entries.keys()) if (number > highest) highest = number
    this.next = highest + 1
  }

  /** A new object. */
  add(value: WritableValue): PdfRef {
    const ref = new PdfRef(this.next, 0)
    this.next += 1
    this.set(ref, value)
    return ref
  }

  /** Replaces an object that is there. */
  set(ref: PdfRef, value: WritableValue): void {
    this.objects.set(ref.number, { generation: ref.generation, value })
  }

  /** The object as it is after this update. */
  current(value: PdfValue | undefined): WritableValue {
    const set = value instanceof PdfRef ? this.objects.get(value.number) : undefined
    return set ? set.value : this.before.resolve(value)
  }

  /** The file with this update behind it. */
  save(): Buffer {
    const { bytes } = this.before
    const parts: Buffer[] = [bytes]
    let length = bytes.length
    const write = (part: Buffer) => {
      parts.push(part)
      length += part.length
    }
    if (bytes[bytes.length - 1] !== 10) write(Buffer.from('\n'))
    const places = new Map<number, readonly [offset: number, generation: number]>()
    for (const [number, { generation, value }] of this.objects) {
      places.set(number, [length, generation])
      write(Buffer.from(`${number} ${generation} obj\n`))
      write(writePdfValue(value))
      write(Buffer.from('\nendobj\n'))
    }
    const at = length
    write(this.hasTable() ? this.table(places) : this.stream(places, at))
    write(Buffer.from(`startxref\n${at}\n%%EOF\n`))
    return Buffer.concat(parts)
  }

  private hasTable(): boolean {
    const [newest = 0] = this.before.cross.sections
    return this.before.bytes
      .toString('latin1', newest, newest + 12)
      .trimStart()
      .startsWith('xref')
  }

  private table(places: Places): Buffer {
    const lines = ['xref\n']
    for (const run of runsOf(places)) {
      lines.push(`${run[0]} ${run.length}\n`)
      for (const number of run) {
        const [offset, generation] = places.get(number) as readonly [number, number]
        lines.push(`${String(offset).padStart(10, '0')} ${String(generation).padStart(5, '0')} n \n`)
      }
    }
    const trailer = writePdfValue(pdfDict(this.trailer(this.next)))
    return Buffer.concat([Buffer.from(`${lines.join('')}trailer\n`), trailer, Buffer.from('\n')])
  }

  private stream(places: Places, at: number): Buffer {
    const own = this.next
    const all = new Map(places).set(own, [at, 0])
    const rows = Buffer.alloc(all.size * 8)
    const runs = runsOf(all)
    for (const [index, number] of runs.flat().entries()) {
      const [offset, generation] = all.get(number) as readonly [number, number]
      rows.writeUInt8(1, index * 8)
      rows.writeUIntBE(offset, index * 8 + 1, 5)
      rows.writeUInt16BE(generation, index * 8 + 6)
    }
    const dict = {
      Type: pdfName('XRef'),
      W: [1, 5, 2],
      Index: runs.flatMap((run) => [run[0] as number, run.length]),
      ...this.trailer(own + 1),
    }
    return Buffer.concat([
      Buffer.from(`${own} 0 obj\n`),
      writePdfValue(pdfStream(rows, dict)),
      Buffer.from('\nendobj\n'),
    ])
  }

  private trailer(size: number): Record<string, WritableValue> {
    const { trailer, sections } = this.before.cross
    const found: Record<string, WritableValue> = { Size: size, Prev: sections[0] ?? 0 }
    for (const key of ['Root', 'Info'] as const) {
      const value = trailer.get(key)
      if (value !== undefined) found[key] = value
    }
    const id = this.before.resolve(trailer.get('ID'))
    // The first part names the file for ever, the second one this state of it (ISO 32000-2, 14.4).
    if (isArray(id) && id[0] instanceof PdfString) {
      const digest = createHash('sha256').update(id[0].bytes).update(String(this.before.end)).digest().subarray(0, 16)
      found['ID'] = [new PdfString(id[0].bytes, -1, -1, true), new PdfString(digest, -1, -1, true)]
    }
    return found
  }
}

type Places = ReadonlyMap<number, readonly [offset: number, generation: number]>

/** Numbers in order, those that follow each other together. */
function runsOf(places: Places): number[][] {
  const runs: number[][] = []
  for (const number of [...places.keys()].sort((a, b) => a - b)) {
    const last = runs.at(-1)
    if (last && last.at(-1) === number - 1) last.push(number)
    else runs.push([number])
  }
  return runs
}
