import { defineService } from '#modules/services/index.ts'
import { objectionLaw, silenceLaw } from '../rows/law.ts'
import { researchExamples } from './golden.ts'
import { researchLetters } from './letters.ts'
import { paperPages, researchPages } from './research-pages.ts'
import { researcherPages } from './researcher-pages.ts'
import { researchStates } from './states.ts'
import { researchSteps } from './steps.ts'

/** Surat keterangan penelitian: DPMPTSP takes in and signs, Kesbangpol looks at the impact, silence is consent. */
export const researchPermit = defineService({
  id: 'research-permit',
  version: 1,
  validFrom: '2026-01-01',
  slug: 'surat-keterangan-penelitian',
  code: 'SKP',
  title: { id: 'Surat keterangan penelitian', en: 'Research letter' },
  summary: {
    id: 'Untuk meneliti di daerah ini. Gratis, paling lama {rule:research-permit.service-time}. Skripsi, tesis dan disertasi tidak memerlukannya.',
    en: 'For research in this region. Free of charge, within {rule:research-permit.service-time}. Theses and dissertations do not need it.',
  },
  audience: ['citizen', 'business'],
  lifeEvent: 'school',
  keywords: [
    'izin penelitian',
    'rekomendasi penelitian',
    'skp',
    'survei',
    'riset',
    'kesbangpol',
    'proposal',
    'wawancara',
    'research',
    'survey',
    'permit',
  ],
  unit: 'dpmptsp',
  minutesToFill: 10,
  channels: [
    { id: 'Di sini, kapan saja', en: 'Here, at any time' },
    { id: 'Di loket DPMPTSP, dibantu petugas', en: 'At the counter of DPMPTSP, with help' },
  ],
  products: [
    {
      id: 'Surat keterangan penelitian (PDF bertanda tangan elektronik)',
      en: 'Research letter (electronically signed PDF)',
    },
  ],
  complaints: {
    id: 'Sampaikan ke Bidang Pengaduan DPMPTSP, loket mana pun, atau SP4N-LAPOR!',
    en: 'Tell the complaints division of DPMPTSP, any counter, or SP4N-LAPOR!',
  },
  standard: {
    facilities: {
      id: 'Loket ramah difabel, komputer mandiri, pemindai, dan ruang konsultasi bersama Kesbangpol.',
      en: 'Accessible counters, self-service computers, a scanner, and a room to meet Kesbangpol.',
    },
    competence: {
      id: 'Verifikator memahami metode penelitian; pengkaji Kesbangpol terlatih dalam kewaspadaan dini dan kebebasan akademik.',
      en: 'Verifiers know research methods; assessors are trained in early warning and academic freedom.',
    },
    supervision: {
      id: 'Kepala bidang melihat tenggat setiap hari; penolakan diperiksa Inspektorat setiap semester.',
      en: 'Heads of division watch deadlines daily; refusals are looked into by the Inspectorate twice a year.',
    },
    staff: {
      id: 'Satu petugas loket, satu verifikator, dua pengkaji di Kesbangpol, satu penanda tangan dengan pengganti.',
      en: 'One at the counter, one verifier, two assessors at Kesbangpol, one signer with a substitute.',
    },
    guarantee: {
      id: 'Diputus dalam {rule:research-permit.service-time}; bila tidak, permohonan dikabulkan menurut hukum dan suratnya terbit sendiri.',
      en: 'Decided within {rule:research-permit.service-time}; if not, it is granted by law and the letter comes out by itself.',
    },
    safety: {
      id: 'Proposal hanya dibuka petugas berkas ini dan tidak dibagikan; setiap pembukaan tercatat.',
      en: 'The proposal is opened only by the officers of this file and not passed on; every opening is recorded.',
    },
    evaluation: {
      id: 'Survei kepuasan setelah terbit; jumlah dan alasan penolakan diumumkan setiap tahun.',
      en: 'A satisfaction survey after issue; numbers and grounds of refusals are published every year.',
    },
  },
  legalBasis: [
    {
      citation: 'Permendagri 3/2018',
      about: { id: 'penerbitan surat keterangan penelitian', en: 'issue of research letters' },
    },
    {
      citation: 'UU 11/2019',
      about: { id: 'sistem nasional ilmu pengetahuan dan teknologi', en: 'national system of science and technology' },
    },
    silenceLaw,
    objectionLaw,
  ],
  eligibility: [
    {
      when: 'yearsBetween(fact(known, "birthOn"), today) >= int(known.adultAge)',
      refused: {
        id: 'Anda belum berumur {rule:civil-registration.adult-age}, sedangkan penanggung jawab penelitian harus dewasa. Mintalah pembimbing atau ketua tim yang mengajukan.',
        en: 'You are not {rule:civil-registration.adult-age} old yet, and the responsible researcher has to be an adult. Ask a supervisor or the leader of the team to apply.',
      },
      basis: 'UU 24/2013 pasal 63; Permendagri 3/2018 pasal 8',
    },
    {
      when: 'fact(known, "villageCode") != ""',
      refused: {
        id: 'Alamat Anda belum tercatat di daerah ini. Peneliti dari luar daerah mengajukan di loket DPMPTSP dengan KTP.',
        en: 'Your address is not registered in this region. Researchers from elsewhere apply at the counter of DPMPTSP with their identity card.',
      },
    },
  ],
  evidence: {
    allOf: [
      {
        kind: 'register',
        known: 'fact(known, "nik") != ""',
        label: { id: 'Identitas peneliti', en: 'Identity of the researcher' },
        help: { id: 'Sudah ada pada kami.', en: 'We already have it.' },
        basis: 'Permendagri 3/2018 pasal 8',
      },
      {
        kind: 'document',
        field: 'proposal',
        label: { id: 'Proposal penelitian dalam bahasa Indonesia', en: 'Research proposal in Indonesian' },
        basis: 'Permendagri 3/2018 pasal 8',
      },
      {
        oneOf: [
          {
            kind: 'document',
            field: 'coverLetter',
            when: 'answers.researcherKind != "individual"',
            label: { id: 'Surat pimpinan lembaga', en: 'Letter of the head of the institution' },
            basis: 'Permendagri 3/2018 pasal 8',
          },
          {
            kind: 'document',
            field: 'villageLetter',
            when: 'answers.researcherKind == "individual"',
            label: {
              id: 'Surat yang diketahui kepala desa atau lurah',
              en: 'Letter with the knowledge of the village head',
            },
            help: { id: 'Untuk peneliti perseorangan.', en: 'For individuals.' },
            basis: 'Permendagri 3/2018 pasal 8',
          },
        ],
      },
      {
        kind: 'document',
        field: 'childEthics',
        when: 'answers.children == "yes"',
        label: { id: 'Persetujuan etik, bila narasumbernya anak', en: 'Ethics approval, if children are asked' },
      },
      {
        kind: 'statement',
        field: 'obeyLaw',
        label: { id: 'Pernyataan menaati peraturan', en: 'Statement to obey the law' },
        help: { id: 'Dibuat di formulir ini, tanpa meterai.', en: 'Made in this form, without a duty stamp.' },
        basis: 'Permendagri 3/2018 pasal 8',
      },
      {
        kind: 'statement',
        field: 'validPapers',
        label: { id: 'Pernyataan keabsahan dokumen', en: 'Statement that the papers are valid' },
        basis: 'Permendagri 3/2018 pasal 8',
      },
    ],
  },
  known: 'licensing.research-facts',
  form: { pages: [...researcherPages, ...researchPages, ...paperPages] },
  subject: 'answers.title',
  territory: 'fact(known, "villageCode")',
  risk: 'answers.children == "yes" ? 2 : 0',
  cost: [
    {
      id: 'letter',
      label: { id: 'Surat keterangan penelitian', en: 'Research letter' },
      rule: 'research-permit.fee',
    },
  ],
  clock: { rule: 'research-permit.service-time', per: 'working-day' },
  legalLimit: { rule: 'administrative-review.decision-within', per: 'working-day' },
  validity: {
    lasts: { rule: 'research-permit.valid-for', per: 'month' },
    renewFrom: { rule: 'research-permit.renew-from', per: 'month' },
    until: 'answers.endOn',
  },
  mandate: { basis: 'Permendagri 3/2018 pasal 8 (permohonan oleh pimpinan lembaga)' },
  flow: { initial: 'received', states: researchStates, transitions: researchSteps },
  documents: researchLetters,
  golden: researchExamples,
})
