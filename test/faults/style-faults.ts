import { type Fault, twoModules } from './fault.ts'

const fault = (rule: string, what: string, file: string, line: number, text: string): Fault => ({
  rule,
  what,
  files: { [file]: text },
  map: twoModules,
  caught: `${file}:${line} [${rule}]`,
})

export const styleFaults: readonly Fault[] = [
  {
    ...fault('file-sizes', 'a source of 301 lines', 'src/modules/shops/views.tsx', 301, 'const x = 1\n'.repeat(301)),
    files: {
      'src/modules/shops/views.tsx': 'const x = 1\n'.repeat(301),
      'src/modules/shops/tables.ts': 'const x = 1\n'.repeat(999),
      'src/modules/shops/queries.ts': 'const x = 1\n'.repeat(300),
    },
  },
  fault('file-sizes', 'a test of 501 lines', 'src/modules/shops/x.test.ts', 501, 'test()\n'.repeat(501)),
  fault('file-names', 'capitals', 'src/ui/components/ShopCard.tsx', 1, ''),
  fault('file-names', 'an underscore in a folder', 'src/modules/shops/old_queries/a.ts', 1, ''),
  fault('file-names', 'a name that says nothing', 'src/kernel/string-utils.ts', 1, ''),
  fault('file-names', 'a folder that says nothing', 'src/modules/common/index.ts', 1, ''),
  fault(
    'no-focused-tests',
    'one test alone',
    'src/a.test.ts',
    2,
    `// it.only( in a comment is fine\nit.only('x', () => {})`,
  ),
  fault('no-focused-tests', 'a test left out', 'test/a.test.ts', 1, `describe.skip.each([1])('x', () => {})`),
  fault('no-escapes', 'a cast to any', 'src/a.ts', 2, `export const text = 'as any'\nexport const a = text as any`),
  fault(
    'no-escapes',
    'a silenced error',
    'src/a.ts',
    1,
    `// @ts-expect-error it is wrong\nexport const a: number = ''`,
  ),
  fault(
    'csrf-explained',
    'a route without protection and without a reason',
    'src/modules/shops/routes.tsx',
    6,
    `export const a = post('/a', {\n  // Signed by the sender's key.\n  csrf: false,\n})\nexport const b = post('/b', {\n  csrf: false,\n})`,
  ),
  fault('parses', 'a file that is not TypeScript', 'src/a.ts', 1, 'export const = 1'),
]
