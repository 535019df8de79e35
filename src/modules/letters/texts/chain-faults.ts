import type { LocalText } from '#kernel/i18n/texts.ts'
import type { ChainFault } from '../domain.ts'

/** Why a chain cannot be sent yet. */
export const chainFaults: Readonly<Record<ChainFault, LocalText>> = {
  empty: {
    id: 'Susun dahulu siapa yang memaraf dan siapa yang menandatangani.',
    en: 'First say who initials and who signs.',
  },
  'no-signature': { id: 'Rantai ini belum memiliki penanda tangan.', en: 'This chain has nobody who signs.' },
  'paraf-after-signature': {
    id: 'Paraf diberikan sebelum tanda tangan. Pindahkan langkah paraf ke atas.',
    en: 'Initials come before signatures. Move the step for initials up.',
  },
  'empty-step': { id: 'Ada langkah yang belum memiliki jabatan.', en: 'A step has no post yet.' },
  needed: {
    id: 'Jumlah persetujuan yang diminta tidak sesuai dengan jumlah jabatan di langkah itu.',
    en: 'The number of approvals does not fit the number of posts of that step.',
  },
  twice: {
    id: 'Satu jabatan tidak dapat diminta dua kali untuk hal yang sama.',
    en: 'One post is asked twice for the same.',
  },
  'too-long': {
    id: 'Rantai ini terlalu panjang: paling banyak 12 langkah dan 30 jabatan setiap langkah.',
    en: 'This chain is too long: at most 12 steps, and 30 posts in a step.',
  },
}
