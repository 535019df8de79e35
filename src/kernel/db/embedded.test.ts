import { expect, it } from 'vitest'
import { memorySettings } from './embedded.ts'

const gigabyte = 2 ** 30

it('takes an eighth of the machine, neither too little on a small one nor too much on a large one', () => {
  expect(memorySettings(0.5 * gigabyte)).toEqual({ shared_buffers: '128MB', effective_cache_size: '256MB' })
  expect(memorySettings(24 * gigabyte)).toEqual({ shared_buffers: '3072MB', effective_cache_size: '12288MB' })
  expect(memorySettings(512 * gigabyte).shared_buffers).toBe('8192MB')
})
