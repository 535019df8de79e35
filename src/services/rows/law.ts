import type { Text } from './row.ts'

/** A figure of the law on administrative review, with its article. */
const cited = (name: string) => `{rule:administrative-review.${name}} ({article:administrative-review.${name}})`

/** "Anda dapat mengajukan keberatan di halaman berkas dalam 21 hari kerja (UU 30/2014 pasal 77 ayat (1))." */
export const youMayObject: Text = {
  id: `Anda dapat mengajukan keberatan di halaman berkas dalam ${cited('objection-within')}.`,
  en: `You may object on the page of the file within ${cited('objection-within')}.`,
}

/** Where the file itself has no step for it any more. */
export const mayObjectInWriting: Text = {
  id: `Keberatan dapat diajukan tertulis kepada kepala dinas dalam ${cited('objection-within')}.`,
  en: `You may object in writing to the head of office within ${cited('objection-within')}.`,
}

/** In a letter of refusal, and in the answer to an objection. */
export const objectionMay = `Keberatan dapat diajukan kepada kepala dinas di halaman berkas dalam ${cited('objection-within')}, tanpa biaya.`
export const appealMay = `Banding dapat diajukan kepada atasan pejabat dalam ${cited('appeal-within')}.`

/** Who is refused again turns to the superior. */
export const youMayAppeal: Text = {
  id: `Anda dapat mengajukan banding kepada atasan kepala dinas dalam ${cited('appeal-within')}.`,
  en: `You may appeal to the superior of the head of office within ${cited('appeal-within')}.`,
}

/** For the legal basis of every service that refuses. @basis UU 30/2014 pasal 75 sampai 78 */
export const objectionLaw = {
  citation: 'UU 30/2014 pasal 75 sampai 78',
  about: {
    id: 'keberatan dan banding: {rule:administrative-review.objection-within} untuk mengajukan, {rule:administrative-review.objection-answer} untuk menjawab',
    en: 'objection and appeal: {rule:administrative-review.objection-within} to object, {rule:administrative-review.objection-answer} to answer',
  },
}

/** The office that does not decide grants. @basis UU 30/2014 pasal 53 ayat (3) jo. UU 6/2023 pasal 175 */
export const silenceLaw = {
  citation: 'UU 30/2014 pasal 53 jo. UU 6/2023 pasal 175',
  about: { id: 'permohonan yang tidak diputus dianggap dikabulkan', en: 'silence counts as consent' },
}
