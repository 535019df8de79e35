import { dissolutionFlow } from '../rows/dissolution-flow.ts'

export const annulmentFlow = dissolutionFlow({
  rules: 'civil-registration.marriage-annulment',
  effect: 'population.register-annulment',
  code: 'BK',
  what: { id: 'pembatalan', en: 'annulment' },
  oneEn: 'an annulment',
  voidingEn: 'Voiding of a record of an annulment',
  notThisCouple: { id: 'Putusan tentang perkawinan lain', en: 'The decision is about another marriage' },
  basis: {
    decision: 'UU 23/2006 pasal 39 dan 43',
    final: 'UU 23/2006 pasal 39 dan 43',
    couple: 'Perpres 96/2018 pasal 41 dan 43',
  },
})
