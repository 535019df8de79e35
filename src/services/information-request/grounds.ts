import type { ServiceInput } from '#modules/services/index.ts'

type Reasons = NonNullable<ServiceInput['flow']['transitions'][number]['reasons']>

/** What public bodies may keep back, and nothing else. @basis UU 14/2008 pasal 17 huruf a sampai j, pasal 6 */
export const exemptions: Reasons = [
  {
    id: 'law-enforcement',
    label: { id: 'Dapat menghambat penegakan hukum', en: 'May hinder law enforcement' },
    basis: 'UU 14/2008 pasal 17 huruf a',
  },
  {
    id: 'intellectual-property',
    label: {
      id: 'Dapat mengganggu hak kekayaan intelektual atau persaingan usaha sehat',
      en: 'May harm intellectual property or fair competition',
    },
    basis: 'UU 14/2008 pasal 17 huruf b',
  },
  {
    id: 'defence',
    label: { id: 'Dapat membahayakan pertahanan dan keamanan negara', en: 'May endanger defence and security' },
    basis: 'UU 14/2008 pasal 17 huruf c',
  },
  {
    id: 'natural-wealth',
    label: { id: 'Dapat mengungkapkan kekayaan alam Indonesia', en: 'May reveal natural wealth' },
    basis: 'UU 14/2008 pasal 17 huruf d',
  },
  {
    id: 'economy',
    label: { id: 'Dapat merugikan ketahanan ekonomi nasional', en: 'May harm the national economy' },
    basis: 'UU 14/2008 pasal 17 huruf e',
  },
  {
    id: 'foreign-relations',
    label: { id: 'Dapat merugikan hubungan luar negeri', en: 'May harm foreign relations' },
    basis: 'UU 14/2008 pasal 17 huruf f',
  },
  {
    id: 'wills',
    label: { id: 'Isi akta otentik yang bersifat pribadi atau wasiat', en: 'A private deed or a will' },
    basis: 'UU 14/2008 pasal 17 huruf g',
  },
  {
    id: 'personal-secrets',
    label: { id: 'Rahasia pribadi seseorang', en: 'Somebody’s private life' },
    basis: 'UU 14/2008 pasal 17 huruf h',
  },
  {
    id: 'memoranda',
    label: {
      id: 'Surat antarbadan publik yang menurut sifatnya rahasia',
      en: 'Confidential letters between public bodies',
    },
    basis: 'UU 14/2008 pasal 17 huruf i',
  },
  {
    id: 'other-law',
    label: { id: 'Tidak boleh diungkapkan menurut undang-undang lain', en: 'Kept back by another law' },
    basis: 'UU 14/2008 pasal 17 huruf j',
  },
  {
    id: 'not-held',
    label: { id: 'Tidak dikuasai atau belum didokumentasikan', en: 'Not held, or not documented yet' },
    basis: 'UU 14/2008 pasal 6 ayat (3) huruf e, pasal 22 ayat (7)',
  },
]

/** Grounds of an objection. @basis UU 14/2008 pasal 35 ayat (1) huruf a sampai g */
export const objectionGrounds: Reasons = [
  {
    id: 'exemption',
    label: { id: 'Ditolak dengan alasan pengecualian', en: 'Refused as exempt' },
    basis: 'UU 14/2008 pasal 35 ayat (1) huruf a',
  },
  {
    id: 'not-published',
    label: { id: 'Informasi berkala tidak disediakan', en: 'Periodic information is missing' },
    basis: 'UU 14/2008 pasal 35 ayat (1) huruf b',
  },
  {
    id: 'no-answer',
    label: { id: 'Permohonan tidak ditanggapi', en: 'No answer' },
    basis: 'UU 14/2008 pasal 35 ayat (1) huruf c',
  },
  {
    id: 'not-as-asked',
    label: { id: 'Ditanggapi tidak sebagaimana diminta', en: 'Not answered as asked' },
    basis: 'UU 14/2008 pasal 35 ayat (1) huruf d',
  },
  {
    id: 'not-fulfilled',
    label: { id: 'Permintaan tidak dipenuhi', en: 'Not fulfilled' },
    basis: 'UU 14/2008 pasal 35 ayat (1) huruf e',
  },
  {
    id: 'unreasonable-cost',
    label: { id: 'Biaya yang tidak wajar', en: 'Unreasonable cost' },
    basis: 'UU 14/2008 pasal 35 ayat (1) huruf f',
  },
  {
    id: 'late',
    label: { id: 'Disampaikan melebihi waktu', en: 'Answered too late' },
    basis: 'UU 14/2008 pasal 35 ayat (1) huruf g',
  },
]
