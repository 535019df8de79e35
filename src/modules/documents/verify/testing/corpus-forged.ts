import type { FileVerdict } from '../verdict.ts'
import { type Cast, signAs } from './cast.ts'
import { type CorpusCase, randomFrom } from './corpus.ts'
import { forms, signedLetter } from './corpus-good.ts'
import { letter, writePdf } from './make-pdf.ts'
import { type SignTestOptions, signTestPdf } from './sign-test-pdf.ts'

const refused: readonly FileVerdict[] = [
  'changed',
  'changed-after',
  'damaged',
  'not-pdf',
  'encrypted',
  'not-signed',
  'too-complex',
]
const outside = 'pdfsig checks only the bytes that the file names; these name others than the whole document'

/** The parts of a signed file, with the places where a byte may go wrong in each. */
function bytesByClass(file: Buffer): Record<string, readonly [start: number, end: number]> {
  const text = file.toString('latin1')
  const between = (from: string, to: string, after = 0): [number, number] => {
    const start = text.indexOf(from, after)
    return [start, text.indexOf(to, start) + to.length]
  }
  const [, gap] = gapOf(file)
  const range = text.lastIndexOf('/ByteRange')
  return {
    header: [0, 9],
    catalog: between('1 0 obj', 'endobj'),
    'page tree': between('2 0 obj', 'endobj'),
    words: between('BT /F1', 'ET'),
    'first cross-reference': [text.indexOf('xref\n'), text.indexOf('%%EOF')],
    'signature field': between('/FT/Sig', 'endobj'),
    'time of signing': between('/M(D:', ')'),
    'byte range': [range, range + 45],
    'name of the format': between('/SubFilter', '/M('),
    'after the signature': [gap, file.length],
    'last trailer': [text.lastIndexOf('trailer'), text.lastIndexOf('startxref')],
    'last words': [text.lastIndexOf('startxref'), file.length - 1],
  }
}

export function gapOf(file: Buffer): readonly [number, number] {
  const match = /\/ByteRange\s*\[0 (\d+) (\d+) \d+\]/.exec(file.toString('latin1'))
  return [Number(match?.[1]), Number(match?.[2])]
}

export function forgedCases(cast: Cast, seed: number): CorpusCase[] {
  const random = randomFrom(seed)
  const cases: CorpusCase[] = []
  const once = signedLetter(cast)
  for (const [part, [start, end]] of Object.entries(bytesByClass(once))) {
    for (const bit of [0, 3, 6]) {
      const file = Buffer.from(once)
      const at = start + random(end - start)
      file[at] = (file[at] as number) ^ (1 << bit)
      cases.push({ name: `flipped: ${part}, byte ${at}, bit ${bit}`, file, expect: refused, stricter: outside })
    }
  }
  for (const form of forms) {
    const file = signedLetter(cast, form)
    const [gap, resume] = gapOf(file)
    for (let count = 0; count < 8; count++) {
      const copy = Buffer.from(file)
      const signed = random(gap + file.length - resume)
      const at = signed < gap ? signed : signed - gap + resume
      copy[at] = (copy[at] as number) ^ (1 + random(255))
      cases.push({ name: `flipped: ${form}, byte ${at}`, file: copy, expect: refused, stricter: outside })
    }
    for (let count = 0; count < 4; count++) {
      const copy = Buffer.from(file)
      // The signature value is the last thing of the CMS.
      const digits = file.toString('latin1', gap + 1, resume - 1).replace(/(00)+$/, '').length
      const at = gap + digits - random(120)
      copy.write(file[at] === 0x41 ? '3' : 'A', at, 'latin1')
      const expect = [...refused, 'weak'] as const
      if (copy.toString('latin1').toLowerCase() === file.toString('latin1').toLowerCase()) continue
      cases.push({ name: `flipped: digit of the signature, ${form}, ${at}`, file: copy, expect })
    }
  }
  return [...cases, ...rangeCases(cast), ...contentsCases(cast, once), ...cutCases(once)]
}

function rangeCases(cast: Cast): CorpusCase[] {
  const plain = writePdf(letter('Surat asli'))
  const ranges: Readonly<Record<string, SignTestOptions['range']>> = {
    'starts later': ([, a, b, c]) => `[1 ${a - 1} ${b} ${c}]`,
    'leaves out a word before the signature': ([, a, b, c]) => `[0 ${a - 9} ${b} ${c}]`,
    'leaves out a word after the signature': ([, a, b, c]) => `[0 ${a} ${b + 9} ${c - 9}]`,
    'reaches into the signature': ([, a, b, c]) => `[0 ${a + 4} ${b} ${c}]`,
    overlaps: ([, a, , c]) => `[0 ${a} ${a - 10} ${c}]`,
    'ends before the end': ([, a, b, c]) => `[0 ${a} ${b} ${c - 30}]`,
    'ends after the end': ([, a, b, c]) => `[0 ${a} ${b} ${c + 30}]`,
    negative: ([, a, b]) => `[0 ${a} ${b} -1]`,
    'negative start': ([, a, b, c]) => `[-5 ${a} ${b} ${c}]`,
    huge: ([, a, b]) => `[0 ${a} ${b} 99999999999]`,
    'of three numbers': ([, a, b]) => `[0 ${a} ${b}]`,
    'of six numbers': ([, a, b, c]) => `[0 ${a} ${b} ${c} 0 0]`,
    'of fractions': ([, a, b, c]) => `[0.0 ${a}.5 ${b} ${c}]`,
    'of names': () => '[/a /b /c /d]',
    'a number': () => ' 5',
    'a name': () => '/None',
    null: () => ' null',
    empty: () => '[]',
    'all zero': () => '[0 0 0 0]',
    'the first half only': ([, a]) => `[0 ${a} ${a} 0]`,
    'the second half only': ([, , b, c]) => `[0 0 ${b} ${c}]`,
  }
  return Object.entries(ranges).map(([name, range]) => ({
    name: `byte range ${name}`,
    file: signTestPdf(plain, { make: signAs(cast, cast.head), ...(range ? { range } : {}) }),
    expect: refused,
    stricter: outside,
  }))
}

function contentsCases(cast: Cast, once: Buffer): CorpusCase[] {
  const [gap, resume] = gapOf(once)
  const of = (name: string, file: Buffer, why?: string): CorpusCase => ({
    name: `contents ${name}`,
    file,
    expect: [...refused, 'weak'],
    stricter: why,
  })
  const fill = (text: string, at = gap + 1) => {
    const file = Buffer.from(once)
    file.write(text, at, 'latin1')
    return file
  }
  const other = signTestPdf(writePdf(letter('Surat lain')), { make: signAs(cast, cast.head) })
  const swapped = Buffer.from(once)
  const [otherGap] = gapOf(other)
  other.copy(swapped, gap, otherGap, otherGap + resume - gap)
  const zeros = '0'.repeat(resume - gap - 2)
  const text = once.toString('latin1')
  // Signature wrapping: the signed rest is moved to the end, and other bytes stand in its place.
  const rest = once.length - resume
  const filler = Buffer.from(`\n${' '.repeat(200)}\n`)
  const wrapped = Buffer.concat([once.subarray(0, resume), filler, once.subarray(resume)])
  wrapped.write(
    `[0 ${gap} ${resume + filler.length} ${rest}]`.padEnd(50),
    text.lastIndexOf('/ByteRange') + 10,
    'latin1',
  )
  const inside = Buffer.from(once)
  inside.write('>/Evil(', resume - 60, 'latin1')
  inside.write(')/X<', resume - 30, 'latin1')
  const why = 'bytes in the gap that are no part of the signature are refused'
  return [
    of('all zero', fill(zeros)),
    of('no digits', fill('zz', gap + 9)),
    of('of another file', swapped),
    of('of one byte', fill('30'.padEnd(zeros.length, '0'))),
    of('of endless length', fill(`3084ffffffff`)),
    of('of indefinite length', fill('3080')),
    of('with something behind the signature', fill('41', resume - 41), why),
    of('closed early, other entries in the gap', inside, why),
    of('with white space between', fill('  ', resume - 41), why),
    of('noise', fill('deadbeef'.repeat(20))),
    of('wrapped: the rest moved away', wrapped),
    of('misnamed', Buffer.from(text.replace('/Contents<', '/C#6fntents<'), 'latin1')),
    of('missing', Buffer.from(text.replace('/Contents<', '/Nontents<'), 'latin1')),
    of('twice', Buffer.from(text.replace('/Filter/Adobe.PPKLite', '/Contents<00>/Filt 1 '), 'latin1')),
    of('byte range missing', Buffer.from(text.replace('/ByteRange', '/BiteRange'), 'latin1')),
    of('format missing', Buffer.from(text.replace('/SubFilter', '/SubFilteX'), 'latin1')),
  ]
}

function cutCases(once: Buffer): CorpusCase[] {
  const cut = (name: string, file: Buffer, stricter?: string): CorpusCase => ({
    name: `cut: ${name}`,
    file,
    expect: refused,
    stricter,
  })
  const tail = 'bytes behind the last revision are nobody`s'
  return [
    ...[0.01, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99].map((share) =>
      cut(`after ${share * 100} in a hundred`, once.subarray(0, Math.floor(once.length * share))),
    ),
    cut('the last byte but one', once.subarray(0, -2)),
    cut('the first byte', once.subarray(1)),
    cut('a space in front', Buffer.concat([Buffer.from(' '), once])),
    cut('a line behind', Buffer.concat([once, Buffer.from('\n')]), tail),
    cut('noise behind', Buffer.concat([once, Buffer.from('noise')]), tail),
    cut('another file behind', Buffer.concat([once, writePdf(letter('Palsu'))]), tail),
    cut('the file twice', Buffer.concat([once, once]), tail),
    cut('another file in front', Buffer.concat([writePdf(letter('Palsu')), once])),
  ]
}
