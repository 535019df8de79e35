import type { LocalText } from '#kernel/i18n/texts.ts'

/** @basis Peraturan ANRI 5/2021 (tata naskah dinas); Permendagri 1/2023 (tata naskah dinas pemerintah daerah) */
export const letterGroups = ['arahan', 'korespondensi', 'khusus'] as const
export type LetterGroup = (typeof letterGroups)[number]

export const groupNames: Readonly<Record<LetterGroup, LocalText>> = {
  arahan: { id: 'Naskah arahan', en: 'Directing letters' },
  korespondensi: { id: 'Korespondensi', en: 'Correspondence' },
  khusus: { id: 'Naskah khusus', en: 'Special letters' },
}

/** Every kind of official letter, with its group. */
export const letterKinds = {
  pedoman: { group: 'arahan', name: { id: 'Pedoman', en: 'Guideline' } },
  instruksi: { group: 'arahan', name: { id: 'Instruksi', en: 'Instruction' } },
  'surat-edaran': { group: 'arahan', name: { id: 'Surat edaran', en: 'Circular' } },
  sop: { group: 'arahan', name: { id: 'Standar operasional prosedur', en: 'Standard operating procedure' } },
  keputusan: { group: 'arahan', name: { id: 'Keputusan', en: 'Decision' } },
  'surat-perintah': { group: 'arahan', name: { id: 'Surat perintah', en: 'Order' } },
  'surat-tugas': { group: 'arahan', name: { id: 'Surat tugas', en: 'Assignment' } },
  'surat-dinas': { group: 'korespondensi', name: { id: 'Surat dinas', en: 'Official letter' } },
  'nota-dinas': { group: 'korespondensi', name: { id: 'Nota dinas', en: 'Internal note' } },
  memorandum: { group: 'korespondensi', name: { id: 'Memorandum', en: 'Memorandum' } },
  'lembar-disposisi': { group: 'korespondensi', name: { id: 'Lembar disposisi', en: 'Disposition sheet' } },
  'undangan-internal': { group: 'korespondensi', name: { id: 'Surat undangan internal', en: 'Internal invitation' } },
  'undangan-eksternal': { group: 'korespondensi', name: { id: 'Surat undangan eksternal', en: 'Invitation' } },
  'nota-kesepahaman': { group: 'khusus', name: { id: 'Nota kesepahaman', en: 'Memorandum of understanding' } },
  'perjanjian-kerja-sama': { group: 'khusus', name: { id: 'Perjanjian kerja sama', en: 'Cooperation agreement' } },
  'surat-kuasa': { group: 'khusus', name: { id: 'Surat kuasa', en: 'Power of attorney' } },
  'berita-acara': { group: 'khusus', name: { id: 'Berita acara', en: 'Official record' } },
  'surat-keterangan': { group: 'khusus', name: { id: 'Surat keterangan', en: 'Certifying letter' } },
  'surat-pengantar': { group: 'khusus', name: { id: 'Surat pengantar', en: 'Covering letter' } },
  pengumuman: { group: 'khusus', name: { id: 'Pengumuman', en: 'Announcement' } },
  laporan: { group: 'khusus', name: { id: 'Laporan', en: 'Report' } },
  'telaahan-staf': { group: 'khusus', name: { id: 'Telaahan staf', en: 'Staff study' } },
  notula: { group: 'khusus', name: { id: 'Notula', en: 'Minutes' } },
  rekomendasi: { group: 'khusus', name: { id: 'Rekomendasi', en: 'Recommendation' } },
  'pakta-integritas': { group: 'khusus', name: { id: 'Pakta integritas', en: 'Integrity pact' } },
  piagam: { group: 'khusus', name: { id: 'Piagam', en: 'Certificate of merit' } },
  maklumat: { group: 'khusus', name: { id: 'Maklumat', en: 'Proclamation' } },
  'surat-panggilan': { group: 'khusus', name: { id: 'Surat panggilan', en: 'Summons' } },
  'daftar-hadir': { group: 'khusus', name: { id: 'Daftar hadir', en: 'Attendance list' } },
  sppd: { group: 'khusus', name: { id: 'Surat perjalanan dinas', en: 'Official travel order' } },
} as const satisfies Record<string, { readonly group: LetterGroup; readonly name: LocalText }>

export type LetterKind = keyof typeof letterKinds
export const letterKindKeys = Object.keys(letterKinds) as [LetterKind, ...LetterKind[]]

export function groupOf(kind: LetterKind): LetterGroup {
  return letterKinds[kind].group
}
