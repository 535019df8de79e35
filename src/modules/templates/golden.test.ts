import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { compareGolden } from '#modules/documents/testing.ts'
import { builtIns, readBuiltIns } from './built-in/index.ts'
import { checkContent, contentSchema } from './letter/check-content.ts'
import { checkValues } from './letter/check-values.ts'
import { inventedFrame, specimenLetter } from './letter/specimen.ts'

const folder = join(import.meta.dirname, 'built-in/golden')
const contents = new Map((await readBuiltIns()).map(({ key, content }) => [key, content]))

/** UPDATE_GOLDEN=1 renews the images; look at each before committing it. */
describe.each(builtIns.map(({ key }) => key))('%s', (key) => {
  const content = contents.get(key)
  if (!content) throw new Error(key)

  it('is sound, and its specimen says all that it asks for', () => {
    expect(contentSchema.safeParse(content).error).toBeUndefined()
    expect(checkContent(content)).toEqual([])
    expect(checkValues(content, builtIns.find((one) => one.key === key)?.specimen.values ?? {})).toEqual([])
  })

  it('looks as it did', async () => {
    expect(await compareGolden(folder, key, 'official-letter', specimenLetter(content, key, inventedFrame))).toEqual([])
  })

  it('can be shown while nothing has been filled in', async () => {
    const { values: _, ...letter } = specimenLetter(content, key, inventedFrame)
    const empty = { ...letter, values: {}, number: undefined, draft: true }
    const { previewPages } = await import('#modules/documents/index.ts')
    expect((await previewPages('official-letter', empty)).length).toBeGreaterThan(0)
  })
})
