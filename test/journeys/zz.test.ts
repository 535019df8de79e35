import { expect, it } from 'vitest'
import { Visitor } from './visitor.ts'
import { openWorld } from './world.ts'

it('a', { timeout: 60_000 }, async () => {
  console.time('w')
  const w = await openWorld()
  console.timeEnd('w')
  console.time('w2')
  const w2 = await openWorld()
  console.timeEnd('w2')
  const v = new Visitor(w.url)
  const p = await v.get('/')
  expect(p.status).toBe(200)
  console.log(p.plain().slice(0, 200))
  await w.close()
  await w2.close()
})
