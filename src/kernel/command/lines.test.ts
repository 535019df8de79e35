import { expect, it } from 'vitest'
import { Lines } from './lines.ts'

it('lets one after another work, in the order they came, whatever became of those before', async () => {
  const lines = new Lines()
  const done: string[] = []
  let atWork = 0
  const work = (name: string, fails = false) =>
    lines.wait('akta', async () => {
      atWork += 1
      expect(atWork).toBe(1)
      await new Promise((resolve) => setTimeout(resolve, 2))
      atWork -= 1
      done.push(name)
      if (fails) throw new Error(name)
      return name
    })
  const all = [work('first'), work('second', true), work('third')]
  expect(lines.isBusy('akta')).toBe(true)
  expect(lines.isBusy('kartu')).toBe(false)
  expect((await Promise.allSettled(all)).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(done).toEqual(['first', 'second', 'third'])
  expect(lines.isBusy('akta')).toBe(false)
})
