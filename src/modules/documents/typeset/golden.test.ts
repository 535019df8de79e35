import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { SPECIMENS } from './specimens.ts'
import { TEMPLATE_NAMES } from './template-data.ts'
import { compareGolden } from './testing/golden.ts'

const folder = join(import.meta.dirname, 'testing/golden')

/** UPDATE_GOLDEN=1 renews the images; look at each before committing it. */
describe('documents look as they did', () => {
  test.each(TEMPLATE_NAMES)('%s', async (name) => {
    expect(await compareGolden(folder, name, name, SPECIMENS[name])).toEqual([])
  })

  test('a moved line is seen', async () => {
    const { footnotes, ...receipt } = SPECIMENS.receipt
    const moved = {
      ...receipt,
      subject: `${receipt.subject ?? ''} dan satu kata lagi yang memindahkan baris berikutnya`,
    }
    if (process.env['UPDATE_GOLDEN'] !== '1') {
      expect(
        await compareGolden(folder, 'receipt', 'receipt', footnotes ? { ...moved, footnotes } : moved),
      ).not.toEqual([])
    }
  })
})
