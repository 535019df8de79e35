import type { ServiceInput } from '#modules/services/index.ts'

type Example = NonNullable<ServiceInput['golden']>[number]

/** Invented people of the examples of changes of data. */
export const changeKnown = {
  personId: 'p-2',
  fullName: 'Sekar Wulandari',
  nik: '9901025107960001',
  birthOn: '1996-07-11',
  adultAge: 17,
  sex: 'female',
  citizenship: 'WNI',
  religion: 'Islam',
  education: 'SLTA/Sederajat',
  occupation: 'Guru',
  maritalStatus: 'married',
  bloodType: '',
  nameWords: 2,
  nameLength: 60,
  hasFamily: true,
  villageCode: '99.01.02.1001',
  phone: '081234567890',
  family: [
    { id: 'p-1', name: 'Bima Prasetyo', nik: '9901021003940001', relation: 'head', birthOn: '1994-03-10', sex: 'male' },
    {
      id: 'p-2',
      name: 'Sekar Wulandari',
      nik: '9901025107960001',
      relation: 'wife',
      birthOn: '1996-07-11',
      sex: 'female',
    },
    {
      id: 'p-3',
      name: 'Arka Prasetyo',
      nik: '9901020805220001',
      relation: 'child',
      birthOn: '2022-05-08',
      sex: 'male',
    },
  ],
}

export const courtAnswers = {
  courtName: 'Pengadilan Negeri Arunika',
  courtNumber: '118/Pdt.P/2026/PN Arn',
  courtOn: '2026-11-02',
  courtDecision: ['file-1'],
  truth: true,
}

/** How the second officer writes down that the court knows its decision. */
export const confirmed = {
  verb: 'confirm-court',
  findings: {
    courtCheckedBy: 'registry',
    courtAnswer: 'Tercatat pada direktori putusan, diperiksa hari ini.',
    courtFinal: 'yes',
  },
}

export const advice = {
  verb: 'propose-refusal',
  findings: { refusalAdvice: 'Bukti yang diajukan tidak memuat data yang diminta berubah.' },
}

/** 20 November 2026 is a Friday; the counter closes at 16.00. */
export const askedOnFriday = { today: '2026-11-20', known: changeKnown, refused: [] } satisfies Partial<Example>

const granted = { fee: 0, endsIn: 'issued', result: 'granted' as const }
export const byCourt = { ...granted, path: ['forward', 'accept', confirmed, 'sign'] }
export const plainly = { ...granted, path: ['forward', 'accept', 'sign'] }
