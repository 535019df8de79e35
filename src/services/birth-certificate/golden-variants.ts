import type { ServiceInput } from '#modules/services/index.ts'

type Examples = NonNullable<ServiceInput['golden']>

const known = {
  hasFamily: true,
  reporterAge: 15,
  reportWithin: 60,
  nameWords: 2,
  nameLength: 60,
  applicantBirthOn: '1996-04-12',
  motherNik: '9901015204960001',
  motherName: 'Sekar Wulandari',
  informantRelation: 'mother',
  regencyName: 'Arunika',
  villageCode: '99.01.01.2001',
  parentage: 'married',
  fatherNik: '9901011003940002',
  fatherName: 'Bima Prasetyo',
  marriageNumber: '9901-KW-14062021-0012',
  phone: '081234567890',
}

const answers = {
  childName: 'Kirana Ayu Prasetyo',
  childSex: 'female',
  birthOn: '2026-11-18',
  birthTime: '04:35',
  facility: 'hospital',
  birthKind: 'single',
  childOrder: 2,
  proof: 'letter',
  birthLetter: ['file-1'],
}
const pages = ['anak', 'kelahiran', 'orang-tua', 'pelapor', 'bukti', 'surat-lahir']
/** 20 November 2026 is a Friday. */
const report = { today: '2026-11-20', known, answers, pages, refused: [] }
const granted = { path: ['forward', 'accept', 'sign'], endsIn: 'issued', result: 'granted' as const, fee: 0 }

const brother = { name: 'Damar Bayu Prasetyo', sex: 'male', time: '04:52', weight: 2.7 }
const sister = { name: 'Nayla Putri Prasetyo', sex: 'female', time: '00:10', bornOn: '2026-11-19', weight: 2.4 }
const pagesOfTwins = ['anak', 'kelahiran', 'kembar', 'orang-tua', 'pelapor', 'bukti', 'surat-lahir']

const abroad = {
  birthCase: 'abroad',
  childName: 'Kirana Ayu Prasetyo',
  childSex: 'female',
  birthOn: '2026-03-02',
  birthPlace: 'Osaka',
  birthCountry: 'Jepang',
  birthKind: 'single',
  childOrder: 1,
  foreignNumber: '2026-118',
  foreignCertificate: ['file-1'],
}
const found = {
  birthCase: 'foundling',
  childName: 'Cahaya Pagi',
  childSex: 'male',
  birthOn: '2026-11-15',
  carerKind: 'own-family',
  informantRelation: 'finder',
  foundOn: '2026-11-17',
  foundWhere: 'Teras puskesmas Karangjati',
  foundlingProof: 'police',
  policeMinutes: ['file-1'],
  policeNumber: 'BA/12/XI/2026/Reskrim',
}
const pagesOfFoundling = ['anak', 'kelahiran', 'pengasuh', 'pelapor', 'penemuan']

/** One example for each way in which a birth is reported. */
export const variantExamples: Examples = [
  {
    ...report,
    name: 'twins: one report, one more child asked, one promise',
    source: 'Permendagri 108/2019: setiap anak satu akta',
    answers: { ...answers, birthKind: 'twin', siblings: [brother] },
    pages: pagesOfTwins,
    submittedAt: '2026-11-20T10:00:00+07:00',
    promisedAt: '2026-11-23T16:00:00+07:00',
    ...granted,
  },
  {
    ...report,
    name: 'triplets over midnight: the third child has a day of its own',
    source: 'Permendagri 108/2019: setiap anak satu akta',
    answers: { ...answers, birthKind: 'triplet', siblings: [brother, sister] },
    pages: pagesOfTwins,
    ...granted,
  },
  {
    ...report,
    name: 'twins with one name, and triplets that are only two, are refused at the group',
    source: 'Permendagri 108/2019: setiap anak satu akta',
    answers: { ...answers, birthKind: 'triplet', siblings: [{ ...brother, name: answers.childName }] },
    pages: pagesOfTwins,
    refused: ['siblings'],
  },
  {
    ...report,
    name: 'sixty-one days after birth the head of office decides first; on the sixtieth he does not',
    source: 'UU 23/2006 pasal 32 ayat (1) jo. UU 24/2013: 20 September is 61 days before 20 November',
    answers: { ...answers, birthOn: '2026-09-20' },
    path: ['forward', 'accept-late', 'approve-late', 'sign'],
    endsIn: 'issued',
    result: 'granted',
  },
  {
    ...report,
    name: 'on the sixtieth day the report is in time',
    source: 'UU 23/2006 pasal 27 ayat (1): 21 September is 60 days before 20 November',
    answers: { ...answers, birthOn: '2026-09-21' },
    ...granted,
  },
  {
    ...report,
    name: 'a late report that the head of office returns is corrected by the verifier and allowed',
    source: 'UU 23/2006 pasal 32 ayat (1) jo. UU 24/2013',
    answers: { ...answers, birthOn: '2019-05-05' },
    path: ['forward', 'accept-late', 'send-back-to-verifier', 'accept-late', 'approve-late', 'sign'],
    endsIn: 'issued',
    result: 'granted',
  },
  {
    ...report,
    name: 'parents whose marriage is not recorded state it before two witnesses',
    source: 'Permendagri 108/2019; Permendagri 109/2019 formulir F-2.04',
    answers: {
      ...answers,
      parentage: 'unrecorded',
      spouseWitnesses: [
        { name: 'Slamet Raharjo', nik: '9901040302920001' },
        { name: 'Sumiyati', nik: '9901044606950001' },
      ],
      spouseStatement: true,
    },
    ...granted,
  },
  {
    ...report,
    name: 'one witness who stands twice, and no statement, are refused at their fields',
    source: 'Permendagri 109/2019 formulir F-2.04',
    answers: {
      ...answers,
      parentage: 'unrecorded',
      spouseWitnesses: [
        { name: 'Slamet Raharjo', nik: '9901040302920001' },
        { name: 'Slamet Raharjo', nik: '9901040302920001' },
      ],
    },
    refused: ['spouseWitnesses', 'spouseStatement'],
  },
  {
    ...report,
    name: 'a father of another nationality without a NIK is named from his passport',
    source: 'Perpres 96/2018 pasal 33; UU 12/2006 pasal 4',
    answers: {
      ...answers,
      foreignParent: 'father',
      fatherName: 'Kenji Watanabe',
      foreignNationality: 'Jepang',
      foreignPassport: 'TZ1234567',
      passportCopy: ['file-2'],
    },
    ...granted,
  },
  {
    ...report,
    name: 'a child born abroad is reported with the certificate of that country, however long ago',
    source: 'UU 23/2006 pasal 29',
    answers: abroad,
    pages: ['anak', 'kelahiran', 'orang-tua', 'pelapor', 'akta-asing'],
    ...granted,
  },
  {
    ...report,
    name: 'a foundling joins the card of the family that took it in, on the minutes of the police',
    source: 'UU 23/2006 pasal 28; Perpres 96/2018 pasal 33',
    answers: found,
    pages: pagesOfFoundling,
    ...granted,
  },
  {
    ...report,
    name: 'a foundling in a children’s home, without minutes: a statement with two witnesses',
    source: 'Permendagri 108/2019; Permendagri 109/2019 formulir F-2.03',
    answers: {
      ...found,
      carerKind: 'institution',
      institutionName: 'Panti Asuhan Bina Kasih',
      carerNik: '9901040302920001',
      foundlingProof: 'statement',
      witness1Nik: '9901021203940001',
      witness1Name: 'Saksi Satu',
      witness2Nik: '9901020805220001',
      witness2Name: 'Saksi Dua',
      statement: true,
    },
    pages: [...pagesOfFoundling, 'pernyataan'],
    ...granted,
  },
  {
    ...report,
    name: 'a name with a title, with an apostrophe or of 61 letters is refused and says why',
    source: 'Permendagri 73/2022 pasal 4 dan 5',
    answers: { ...answers, childName: "H. Nur'aini" },
    refused: ['childName'],
  },
  {
    ...report,
    name: 'an error of writing is corrected, and later a court voids the certificate',
    source: 'UU 23/2006 pasal 71 dan 72',
    path: [
      'forward',
      'accept',
      'sign',
      { verb: 'report-error', findings: { reportedError: 'Nama anak Kirana Ayu Prasetya, bukan Prasetyo.' } },
      { verb: 'propose-correction', findings: { correctName: 'Kirana Ayu Prasetya' } },
      'sign-correction',
      'cancel',
    ],
    endsIn: 'cancelled',
    result: 'cancelled',
  },
  {
    ...report,
    name: 'sent back, and no correction came within ten working days: the report lapses',
    source: 'Standar pelayanan Disdukcapil, UU 25/2009 pasal 21',
    path: ['send-back', 'lapse'],
    endsIn: 'lapsed',
    result: 'lapsed',
  },
]
