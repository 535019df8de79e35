import type { LocalText } from '#kernel/i18n/texts.ts'

/**
 * Classes of what an official does by signing. Law forbids some of them to deputies and to those who sign on behalf of
 * another; which ones is a dated rule (`signing-authority.forbidden-acts.*`), the classes themselves are ours.
 */
export const acts = {
  routine: { id: 'tugas sehari-hari', en: 'daily business' },
  'civil-registration': { id: 'pencatatan sipil', en: 'civil registration' },
  licence: { id: 'perizinan', en: 'licensing' },
  decision: { id: 'keputusan atas permohonan', en: 'decision on an application' },
  assignment: { id: 'surat perintah dan surat tugas', en: 'orders and assignments' },
  leave: { id: 'cuti pegawai', en: 'leave of employees' },
  'personnel-move': { id: 'pengangkatan, pemindahan, pemberhentian pegawai', en: 'appointment, transfer, dismissal' },
  'personnel-discipline-heavy': { id: 'hukuman disiplin sedang dan berat', en: 'medium and heavy discipline' },
  organisation: { id: 'perubahan organisasi', en: 'change of the organisation' },
  budget: { id: 'alokasi anggaran', en: 'allocation of budget' },
  regulation: { id: 'peraturan', en: 'regulation' },
} as const satisfies Readonly<Record<string, LocalText>>

export type Act = keyof typeof acts
export const actKeys = Object.keys(acts) as Act[]
export const isAct = (text: string): text is Act => Object.hasOwn(acts, text)
