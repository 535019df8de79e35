import { describe, expect, it } from 'vitest'
import { placeOnSheet } from './components/map-picker.tsx'
import { shapeAt, shapesIn, windowAround } from './components/map-shapes.ts'

const sheet = {
  width: 1000,
  height: 600,
  west: 108,
  north: -7,
  perLongitude: 1000,
  perLatitude: 1000,
  areas: [
    { code: '1', name: 'Barat', path: 'M0 0L500 0L500 600L0 600Z' },
    { code: '2', name: 'Timur', path: 'M500 0L1000 0L1000 600L500 600ZM600 100L700 100L700 200L600 200Z' },
  ],
}

describe('a point on the map', () => {
  it('lies in the area whose outline is around it, and in none within a hole', () => {
    expect(shapeAt(sheet, 250, 300)?.name).toBe('Barat')
    expect(shapeAt(sheet, 900, 300)?.name).toBe('Timur')
    expect([shapeAt(sheet, 650, 150), shapeAt(sheet, 1200, 300)]).toEqual([undefined, undefined])
    const { x, y } = placeOnSheet(sheet, -7.3, 108.25)
    expect(shapeAt(sheet, x, y)?.name).toBe('Barat')
  })

  it('is shown with its surroundings, never beyond the edge of the sheet', () => {
    expect(windowAround(sheet, 10, 10, 0.2)).toEqual({ x: 0, y: 0, width: 200, height: 120 })
    expect(windowAround(sheet, 990, 590, 0.2)).toEqual({ x: 800, y: 480, width: 200, height: 120 })
    expect(shapesIn(sheet, windowAround(sheet, 100, 100, 0.2)).map((shape) => shape.code)).toEqual(['1'])
  })
})
