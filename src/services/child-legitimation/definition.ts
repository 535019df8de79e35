import { defineService } from '#modules/services/index.ts'
import { childFlow, childService } from '../child-recognition/child-flow.ts'
import { childPage, statementPage } from '../child-recognition/child-pages.ts'
import { freeOfCharge, freeOfChargeLaw, reportsWhereRegistered } from '../rows/civil-standard.ts'
import { objectionLaw } from '../rows/law.ts'
import { legitimationExamples } from './golden.ts'

/** Pengesahan anak: the parents have married, and their child born before becomes one of the marriage. */
export const childLegitimation = defineService({
  id: 'child-legitimation',
  version: 1,
  validFrom: '2026-01-01',
  slug: 'pengesahan-anak',
  code: 'PS',
  title: { id: 'Pengesahan anak', en: 'Legitimation of a child' },
  summary: {
    id: 'Anak yang lahir sebelum perkawinan orang tuanya dicatat menjadi anak sah: akta pengesahan, catatan pinggir, kartu keluarga. Gratis.',
    en: 'A child born before the marriage of its parents was recorded becomes legitimate: certificate, note on the birth entry, family card. Free of charge.',
  },
  ...childService('civil-registration.legitimation'),
  keywords: [
    'pengesahan anak',
    'anak sah',
    'sahkan anak',
    'anak lahir sebelum nikah',
    'legitimation',
    'legitimate child',
  ],
  minutesToFill: 3,
  products: [
    { id: 'Kutipan akta pengesahan anak', en: 'Certificate of legitimation' },
    { id: 'Kutipan akta kelahiran dengan catatan pinggir', en: 'Birth certificate with the note on its margin' },
    { id: 'Kartu keluarga anak', en: 'Family card of the child' },
  ],
  legalBasis: [
    {
      citation: 'UU 23/2006 pasal 50 jo. UU 24/2013',
      about: {
        id: 'pelaporan paling lambat {rule:civil-registration.legitimation.report-within} sejak perkawinan orang tua dicatat',
        en: 'report within {rule:civil-registration.legitimation.report-within} after the marriage of the parents',
      },
    },
    { citation: 'Perpres 96/2018 pasal 50', about: { id: 'persyaratan', en: 'requirements' } },
    freeOfChargeLaw,
    objectionLaw,
  ],
  eligibility: [
    reportsWhereRegistered,
    {
      when: 'fact(known, "maritalStatus") == "married"',
      refused: {
        id: 'Perkawinan Anda belum tercatat pada register. Catatkan perkawinan dahulu; sesudahnya anak dapat disahkan.',
        en: 'Your marriage is not in the register yet. Have it recorded first; then the child can be legitimated.',
      },
      basis: 'UU 23/2006 pasal 50 ayat (1)',
    },
  ],
  evidence: {
    allOf: [
      {
        kind: 'register',
        known: 'holds(known, "hasFamily")',
        field: 'childNik',
        label: {
          id: 'Akta kelahiran anak, akta perkawinan, kartu keluarga',
          en: 'Birth and marriage certificate, family card',
        },
        help: { id: 'Sudah ada pada register kami.', en: 'Our register has them.' },
        basis: 'Perpres 96/2018 pasal 50',
      },
    ],
  },
  form: {
    pages: [
      childPage(
        {
          id: 'Untuk anak Anda berdua yang lahir sebelum perkawinan dicatat.',
          en: 'For a child of both of you, born before the marriage was recorded.',
        },
        [
          {
            id: 'bothParents',
            kind: 'yes-no',
            label: {
              id: 'Apakah anak ini anak kandung Anda dan pasangan Anda?',
              en: 'Is it the natural child of you and your spouse?',
            },
            checks: [
              {
                holds: 'answers.bothParents == "yes"',
                say: {
                  id: 'Pengesahan hanya untuk anak kandung keduanya. Untuk anak lain, tanyakan pengangkatan anak di loket.',
                  en: 'Only a natural child of both can be legitimated. For another child ask about adoption at the counter.',
                },
                basis: 'UU 23/2006 pasal 50',
              },
            ],
          },
        ],
      ),
      statementPage({
        id: 'Anak ini anak kandung kami berdua, dan pasangan saya menyetujui pengesahan ini.',
        en: 'This is the natural child of both of us, and my spouse agrees to this legitimation.',
      }),
    ],
  },
  risk: '1',
  cost: freeOfCharge({ id: 'Akta pengesahan, akta kelahiran dan kartu keluarga', en: 'Certificates and family card' }),
  rules: ['civil-registration.legitimation.report-within'],
  ...childFlow({
    rules: 'civil-registration.legitimation',
    what: { id: 'pengesahan anak', en: 'legitimation' },
    effect: 'population.register-legitimation',
    code: 'PS',
    refusals: [
      {
        id: 'not-their-child',
        label: { id: 'Bukan anak kandung keduanya', en: 'Not the natural child of both' },
        basis: 'UU 23/2006 pasal 50',
      },
      {
        id: 'other-parents',
        label: { id: 'Register mengenal orang tua lain', en: 'The register knows other parents' },
        basis: 'Permendagri 108/2019',
      },
    ],
  }),
  golden: legitimationExamples,
})
