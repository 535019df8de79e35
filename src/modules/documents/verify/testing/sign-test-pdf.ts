import { append, type Objects, stream, type WriteOptions } from './make-pdf.ts'

export interface SignTestOptions extends WriteOptions {
  readonly make: (signed: Buffer) => Buffer
  /** Object numbers of the field; the signature is the next one. */
  readonly field?: number
  readonly name?: string
  /** Fields and page annotations that are there already, as references. */
  readonly others?: readonly number[]
  readonly signedAt?: Date | undefined
  readonly subFilter?: string
  readonly type?: 'Sig' | 'DocTimeStamp'
  /** A drawing on the page. */
  readonly draw?: string
  /** DocMDP level: certifies. */
  readonly certify?: 1 | 2 | 3
  readonly lock?: string
  /** Replaces the true byte range. */
  readonly range?: (range: readonly [number, number, number, number], file: Buffer) => string
  /** Fills a field that is there instead of adding one. */
  readonly existing?: boolean
  readonly more?: Objects
  readonly fieldMore?: string
  readonly page?: string
  readonly reserve?: number
}

const HOLE = '/ByteRange[0 0000000000 0000000000 0000000000]'.padEnd(70)

/** Adds a signature as another program would write it, by hand, so that every part of it can be wrong. */
export function signTestPdf(file: Buffer, options: SignTestOptions): Buffer {
  const field = options.field ?? 100
  const signature = field + 1
  const reserve = options.reserve ?? 6000
  const widgets = [...(options.others ?? []), field].map((number) => `${number} 0 R`).join(' ')
  const at = options.signedAt ?? new Date('2026-11-23T03:41:00Z')
  const moment = at.toISOString().slice(0, 19).replace(/[-T:]/g, '')
  const mdp = options.certify
    ? `/Reference[<</Type/SigRef/TransformMethod/DocMDP/TransformParams<</Type/TransformParams/P ${options.certify}/V/1.2>>>>]`
    : ''
  const size = options.draw === undefined ? '[0 0 0 0]' : '[60 500 300 560]'
  const looks = options.draw === undefined ? '' : `/AP<</N ${field + 2} 0 R>>`
  const page =
    options.page ??
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 11 0 R/Resources<</Font<</F1 5 0 R>>>>/Annots['
  const objects: Record<number, string | Buffer | undefined> = {
    ...(options.existing
      ? {}
      : {
          3: `<</Fields[${widgets}]/SigFlags 3>>`,
          10: `${page}${widgets}]>>`,
        }),
    ...(options.certify ? { 1: `<</Type/Catalog/Pages 2 0 R/AcroForm 3 0 R/Perms<</DocMDP ${signature} 0 R>>>>` } : {}),
    [field]: `<</Type/Annot/Subtype/Widget/FT/Sig/T(${options.name ?? `Tanda ${field}`})/F 132/P 10 0 R/Rect${size}/V ${signature} 0 R${looks}${options.lock ?? ''}${options.fieldMore ?? ''}>>`,
    [signature]: `<</Type/${options.type ?? 'Sig'}/Filter/Adobe.PPKLite/SubFilter/${options.subFilter ?? 'ETSI.CAdES.detached'}/M(D:${moment}Z)${mdp}${HOLE}/Contents<${'0'.repeat(reserve * 2)}>>>`,
    ...(options.draw === undefined
      ? {}
      : { [field + 2]: stream(Buffer.from(options.draw), '/Type/XObject/Subtype/Form/BBox[0 0 240 60]') }),
    ...options.more,
  }
  const prepared = append(file, objects, options)
  const hole = prepared.lastIndexOf(HOLE)
  const start = prepared.indexOf('/Contents<', hole) + '/Contents'.length
  const end = start + reserve * 2 + 2
  const range = [0, start, end, prepared.length - end] as const
  const stated = options.range?.(range, prepared) ?? `[${range.join(' ')}]`
  prepared.write(`/ByteRange${stated}`.padEnd(HOLE.length), hole, 'latin1')
  const cms = options.make(Buffer.concat([prepared.subarray(0, start), prepared.subarray(end)]))
  if (cms.length > reserve) throw new Error('too little room')
  prepared.write(cms.toString('hex'), start + 1, 'latin1')
  return prepared
}
