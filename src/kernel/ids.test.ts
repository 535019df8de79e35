import { expect, it } from 'vitest'
import { isId, newId } from './ids.ts'

const at = Date.parse('2026-11-23T03:41:00Z')

it('ids of one moment rise, also when others are made in between', () => {
  const made: string[] = []
  for (let round = 0; round < 500; round += 1) {
    made.push(newId(at))
    newId()
    newId(at - round)
  }
  expect([...made].sort()).toEqual(made)
  expect(new Set(made).size).toBe(made.length)
})

it('ids of a later moment come later, and every id is one', () => {
  const ids = [newId(at), newId(at + 1), newId(at + 2)]
  expect([...ids].sort()).toEqual(ids)
  for (const id of ids) expect(isId(id)).toBe(true)
  expect(isId('8K2M-4QXT-91')).toBe(false)
})
