import { defineService } from '#modules/services/index.ts'
import { objectionLaw } from '../rows/law.ts'
import { stallPages } from './form.ts'
import { stallExamples } from './golden.ts'
import { stallLetters } from './letters.ts'
import { stallStates } from './states.ts'
import { stallSteps } from './steps.ts'

/** Izin pemakaian kios: one stall, one trader, one year; the fee is the register's area times days. */
export const stallPermit = defineService({
  id: 'stall-permit',
  version: 1,
  validFrom: '2026-01-01',
  slug: 'izin-kios-pasar',
  code: 'IPK',
  title: { id: 'Izin pemakaian kios pasar', en: 'Market stall permit' },
  summary: {
    id: 'Kios atau los di pasar daerah untuk {rule:market.stall.validity}. Perpanjangan dengan dagangan yang sama cukup dibayar.',
    en: 'A stall in a public market for {rule:market.stall.validity}. A renewal with the same goods only has to be paid.',
  },
  audience: ['citizen', 'business'],
  lifeEvent: 'business',
  keywords: ['kios', 'los', 'pasar', 'pedagang', 'lapak', 'dagang', 'retribusi pasar', 'stall', 'market', 'trader'],
  unit: 'diskumdag',
  minutesToFill: 6,
  channels: [
    { id: 'Di sini, kapan saja, dari ponsel', en: 'Here, at any time, from a phone' },
    { id: 'Di kantor pasar, dibantu petugas', en: 'At the market office, with help' },
  ],
  products: [
    { id: 'Izin pemakaian kios (PDF bertanda tangan elektronik)', en: 'Stall permit (electronically signed PDF)' },
  ],
  complaints: {
    id: 'Sampaikan kepada kepala pasar, kepala dinas, atau SP4N-LAPOR!',
    en: 'Tell the head of the market, the head of office, or SP4N-LAPOR!',
  },
  standard: {
    facilities: {
      id: 'Kantor pasar dengan loket, denah kios yang diperbarui setiap hari, bangku tunggu, toilet.',
      en: 'A market office with a counter, a plan of stalls renewed every day, seats, toilets.',
    },
    competence: {
      id: 'Petugas mengenal denah, zonasi dan tarif pasar, serta memeriksa keamanan api dan gas.',
      en: 'Officers know the plan, zones and rates of the market and can check fire and gas safety.',
    },
    supervision: {
      id: 'Kepala bidang memeriksa kios kosong dan tunggakan setiap minggu.',
      en: 'The head of division looks at free stalls and arrears every week.',
    },
    staff: {
      id: 'Satu petugas loket, dua peninjau, satu pejabat penanda tangan.',
      en: 'One at the counter, two who visit, one who signs.',
    },
    guarantee: {
      id: 'Keputusan paling lambat {rule:market.stall.service-time}; tarif sama untuk semua pedagang dan tidak ada pungutan lain.',
      en: 'A decision within {rule:market.stall.service-time}; the same rate for every trader and no other charge.',
    },
    safety: {
      id: 'Data tersandi; pembayaran hanya lewat kode bayar, tidak tunai kepada petugas.',
      en: 'Data are encrypted; payment only by code, never in cash to an officer.',
    },
    evaluation: {
      id: 'Survei pedagang setiap tahun sebelum masa perpanjangan.',
      en: 'A yearly survey of traders before the time of renewal.',
    },
  },
  legalBasis: [
    { citation: 'UU 1/2022 pasal 88', about: { id: 'retribusi pelayanan pasar', en: 'market fees' } },
    { citation: 'Permendag 21/2021', about: { id: 'pengelolaan pasar rakyat', en: 'public markets' } },
    {
      citation: 'Perda dan Perbup pengelolaan pasar',
      about: { id: 'tarif, masa berlaku dan tata tertib', en: 'rate, validity and order' },
    },
    objectionLaw,
  ],
  eligibility: [
    {
      when: 'holds(known, "hasFamily")',
      refused: {
        id: 'Anda belum tercatat dalam kartu keluarga di wilayah ini.',
        en: 'You are not on a family card of this region.',
      },
      basis: 'Perbup pengelolaan pasar (pedagang warga daerah)',
    },
    {
      when: 'yearsBetween(fact(known, "applicantBirthOn"), today) >= int(known.traderAge)',
      refused: {
        id: 'Anda belum berumur {rule:market.stall.trader-age}. Izin kios dipegang oleh pedagang yang sudah cukup umur.',
        en: 'You are not {rule:market.stall.trader-age} old yet. A stall permit is held by a trader of that age.',
      },
      basis: 'Perbup pengelolaan pasar (umur pedagang)',
    },
  ],
  evidence: {
    allOf: [
      {
        kind: 'register',
        known: 'holds(known, "hasFamily")',
        label: { id: 'Identitas pedagang', en: 'Identity of the trader' },
      },
      {
        kind: 'register',
        field: 'stallCode',
        known: 'list(known, "stalls").exists(s, s.code == answers.stallCode)',
        label: { id: 'Kios kosong atau kios Anda sendiri', en: 'A free stall, or your own' },
        help: { id: 'Diperiksa langsung pada register kios.', en: 'Looked up in the register of stalls.' },
      },
      {
        kind: 'document',
        field: 'portrait',
        label: { id: 'Pasfoto', en: 'Portrait' },
        help: { id: 'Yang pernah Anda kirim ditawarkan lagi.', en: 'One you sent before is offered again.' },
      },
      {
        kind: 'statement',
        field: 'rules',
        label: { id: 'Pernyataan menaati tata tertib pasar', en: 'Statement to keep the rules of the market' },
      },
    ],
  },
  known: 'licensing.stall-facts',
  form: { pages: stallPages },
  subject: '"Kios " + answers.stallCode',
  territory: 'fact(known, "villageCode")',
  cost: [
    {
      id: 'stallFee',
      label: {
        id: 'Retribusi pemakaian kios selama {rule:market.stall.validity}',
        en: 'Stall fee of {rule:market.stall.validity}',
      },
      rule: 'market.stall.rate',
      times: [
        'answers.stallArea >= 1.0 && answers.stallArea <= 60.0 ? answers.stallArea : 1.0',
        'answers.days >= 1 && answers.days <= 366 ? answers.days : 365',
      ],
      account: 'retribusi-pasar',
      basis: 'UU 1/2022 pasal 88',
    },
  ],
  clock: { rule: 'market.stall.service-time', per: 'working-day' },
  legalLimit: { rule: 'market.stall.service-time', per: 'working-day' },
  rules: ['market.stall.trader-age'],
  once: { per: 'answers.stallCode' },
  validity: {
    lasts: { rule: 'market.stall.validity', per: 'year' },
    renewFrom: { rule: 'market.stall.renew-from', per: 'calendar-day' },
  },
  flow: { initial: 'routing', states: stallStates, transitions: stallSteps },
  documents: stallLetters,
  golden: stallExamples,
})
