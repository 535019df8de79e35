import { expect, test } from 'vitest'
import { listColourProblems, pandan, regionStylesheet } from './region.ts'

test('the colours that Balai comes with are readable', () => {
  expect(listColourProblems(pandan)).toEqual([])
  expect(regionStylesheet(pandan)).toContain('--accent:#0d5a4d')
})

test('an accent too light for white text is named and not used', () => {
  const pale = { ...pandan, accent: '#7fb5a8' }
  expect(listColourProblems(pale).some((problem) => problem.startsWith('white on accent'))).toBe(true)
  expect(regionStylesheet(pale)).toBe('')
})

test('nothing but colours gets into the stylesheet', () => {
  expect(regionStylesheet({ ...pandan, deep: 'red}body{display:none' })).toBe('')
})
