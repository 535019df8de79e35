import type { VNode } from 'preact'

/** The states in which a component is shown and checked: empty, one, many, long words, error and others. */
export type SpecimenSet = { readonly title: string; readonly states: Readonly<Record<string, () => VNode>> }

export function defineSpecimens(title: string, states: Readonly<Record<string, () => VNode>>): SpecimenSet {
  return { title, states }
}

/** Words long enough to break what is not made to be broken. */
export const longWord = 'Dipertanggungjawabkannya-ketidakberkesinambungan'
export const longText =
  'Persetujuan Kesesuaian Kegiatan Pemanfaatan Ruang untuk Kegiatan Nonberusaha di Kabupaten Kepulauan Siau Tagulandang Biaro, termasuk pertimbangan teknis pertanahan'
