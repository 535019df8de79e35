import { describe, expect, it } from 'vitest'
import { fillText } from '#kernel/i18n/texts.ts'
import { lowerFirst } from '../form/lower-first.ts'
import { sentences } from './sentences.ts'

describe('a sentence made of parts', () => {
  it('ends once, also after a degree', () => {
    expect(sentences('Laras, M.H.', 'Alasan: kurang satu surat.')).toBe('Laras, M.H. Alasan: kurang satu surat.')
    expect(sentences('Bagas', undefined, 'Alasan: x')).toBe('Bagas. Alasan: x')
    expect(fillText('Sekarang dipegang {name}.', { name: 'Wening, M.H.' })).toBe('Sekarang dipegang Wening, M.H.')
    expect(fillText('Sekarang dipegang {name}.', { name: 'Bagas' })).toBe('Sekarang dipegang Bagas.')
  })

  it('goes on in small letters, but not with a name or with you', () => {
    expect(['Anda membayar', 'KTP ayah', 'Petugas memeriksa'].map(lowerFirst)).toEqual([
      'Anda membayar',
      'KTP ayah',
      'petugas memeriksa',
    ])
  })
})
