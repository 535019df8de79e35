import { dissolutionFlow } from '../rows/dissolution-flow.ts'

export const divorceFlow = dissolutionFlow({
  rules: 'civil-registration.divorce',
  effect: 'population.register-divorce',
  code: 'AC',
  what: { id: 'perceraian', en: 'divorce' },
  oneEn: 'a divorce',
  voidingEn: 'Voiding of a record of divorce',
  notThisCouple: { id: 'Putusan bukan tentang perkawinan ini', en: 'The decision is about another marriage' },
  basis: {
    decision: 'UU 23/2006 pasal 40',
    final: 'UU 23/2006 pasal 40 ayat (1)',
    couple: 'Perpres 96/2018 pasal 42',
  },
})
