import { defineService } from '../src/modules/services/index.ts'
import { birthCertificate } from '../src/services/birth-certificate/definition.ts'

const say = (text: string) => ({ id: text, en: text })
const state = <More extends object>(id: string, more: More) => ({
  id,
  label: say(id),
  sentence: say(`${id} {since}`),
  ...more,
})
const step = <More extends object>(from: string, verb: string, to: string, by: string, more?: More) => ({
  from,
  verb,
  to,
  by,
  label: say(verb),
  done: say(verb),
  ...more,
})
const day = (rule: string) => ({ rule, per: 'working-day' as const })
const lettered = 'civil-registration.birth.service-time'

/**
 * A service that uses everything the flow knows, apart from any law: parallel reviews, routing, a bill, four eyes,
 * a letter, objection with silent consent, lapse, cancellation. Only tests publish it.
 */
export const flowDefinition = defineService({
  ...(structuredClone(birthCertificate) as Parameters<typeof defineService>[0]),
  id: 'flow-test',
  version: 1,
  slug: 'uji-alur',
  code: 'UJI',
  title: say('Uji alur'),
  known: 'population.birth-facts',
  eligibility: [],
  evidence: { allOf: [{ kind: 'statement', label: say('Pernyataan'), field: 'truth' }] },
  form: {
    pages: [
      {
        id: 'isi',
        title: say('Isi'),
        groups: [
          {
            fields: [
              { id: 'area', kind: 'number', min: 1, max: 500, measure: 'm2', label: say('Luas') },
              { id: 'near', kind: 'yes-no', label: say('Dekat jalan') },
              { id: 'partner', kind: 'nik', required: 'false', coSigns: true, label: say('NIK pasangan') },
              { id: 'truth', kind: 'statement', label: say('Benar') },
            ],
          },
        ],
      },
    ],
  },
  subject: '"Bangunan uji"',
  territory: 'fact(known, "villageCode")',
  risk: 'answers.area > 100 ? 3 : 0',
  once: { per: '"kavling-" + string(answers.area)' },
  cost: [{ id: 'fee', label: say('Retribusi'), amount: 'answers.area * 1000', account: 'retribusi-uji' }],
  clock: { rule: 'civil-registration.birth.service-time', per: 'working-day' },
  rules: [],
  documents: [
    {
      id: 'permit',
      on: ['sign', 'silently-grant', 'reissue'],
      template: 'decision-letter',
      title: say('Keputusan uji'),
      register: 'uji',
      number: '503/{sequence}/UJI/{year}',
      opening: ['Permohonan {subject} diterima.'],
      rows: [{ label: 'Luas', value: 'answers.area' }],
      replaces: ['permit'],
    },
  ],
  flow: {
    initial: 'reviewing',
    states: [
      state('reviewing', {
        holder: 'office',
        unit: 'disdukcapil',
        deadline: day(lettered),
        branches: [
          {
            id: 'building',
            label: say('Bangunan'),
            desk: 'services.verify',
            form: [{ id: 'measured', kind: 'number', min: 1, max: 500, label: say('Luas terukur') }],
            outcomes: [
              { id: 'fine', label: say('Baik'), done: say('Baik') },
              { id: 'bad', label: say('Buruk'), done: say('Buruk'), needs: ['reason'] },
            ],
          },
          {
            id: 'road',
            label: say('Jalan'),
            desk: 'services.receive',
            when: 'answers.near == "yes"',
            outcomes: [{ id: 'fine', label: say('Baik'), done: say('Baik') }],
          },
        ],
      }),
      state('paying', { holder: 'payment' }),
      state('signing', { holder: 'office', desk: 'services.sign', unit: 'disdukcapil' }),
      state('granted', { holder: 'none', result: 'granted' }),
      state('refused', { holder: 'none', result: 'refused' }),
      state('objected', { holder: 'office', desk: 'services.sign', unit: 'disdukcapil', deadline: day(lettered) }),
      state('upheld', { holder: 'none', result: 'refused' }),
      state('lapsed', { holder: 'none', result: 'lapsed' }),
      state('cancelled', { holder: 'none', result: 'cancelled' }),
    ],
    transitions: [
      step('reviewing', 'reject', 'refused', 'engine', { when: 'branches["building"] == "bad"' }),
      step('reviewing', 'join', 'paying', 'engine', {
        when: 'branches["building"] == "fine" && (branches["road"] == "fine" || branches["road"] == "skipped")',
      }),
      step('paying', 'paid', 'signing', 'payment'),
      step('paying', 'lapse', 'lapsed', 'clock', { after: day(lettered) }),
      step('signing', 'sign', 'granted', 'services.sign', { stepUp: true, notBy: ['review'], tone: 'primary' }),
      step('refused', 'object', 'objected', 'applicant', { within: day(lettered), needs: ['reason'] }),
      step('objected', 'uphold', 'upheld', 'services.sign', {
        needs: ['reason'],
        reasons: [{ id: 'law', label: say('Menurut hukum'), basis: 'UU 30/2014 pasal 77' }],
      }),
      step('objected', 'silently-grant', 'granted', 'clock', {
        after: 'deadline',
        tacit: { basis: 'UU 30/2014 pasal 77 ayat (5)' },
      }),
      step('granted', 'reissue', 'granted', 'services.sign', { stepUp: true }),
      step('granted', 'cancel', 'cancelled', 'services.sign', { needs: ['reason'], stepUp: true }),
    ],
  },
  golden: [],
})
