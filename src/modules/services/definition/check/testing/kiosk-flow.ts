import type { ServiceInput } from '../../schema.ts'

const say = (id: string, en: string) => ({ id, en })
const span = (rule: string) => ({ rule, per: 'working-day' as const })
const told = (words: string) => say(`Berkas {number} ${words}`, `File {number}: ${words}`)

const desk = (id: string, permission: string, deadline: string) => ({
  id,
  holder: 'office' as const,
  desk: permission,
  deadline: span(deadline),
  label: say(`Meja ${id}`, `Desk ${id}`),
  sentence: say('Berkas di {unit} sejak {since}', 'The file is at {unit} since {since}'),
})

const closed = (id: string, result: 'granted' | 'refused' | 'withdrawn' | 'lapsed' | 'cancelled') => ({
  id,
  holder: 'none' as const,
  result,
  label: say(`Akhir ${id}`, `End ${id}`),
  sentence: say('Berkas ini selesai', 'This file is closed'),
})

const step = (from: string, verb: string, to: string, by: string) => ({
  from,
  verb,
  to,
  by,
  label: say(`Langkah ${verb}`, `Step ${verb}`),
  done: say(`Selesai ${verb}`, `Done ${verb}`),
})

/** A flow that uses everything a flow can: reviews at once, a bill, another service, ranking, silence as consent. */
export const kioskFlow: ServiceInput['flow'] = {
  initial: 'received',
  states: [
    desk('received', 'test.receive', 'test.one-day'),
    {
      id: 'returned',
      holder: 'applicant',
      label: say('Dikembalikan', 'Sent back'),
      sentence: say('Menunggu Anda sejak {since}', 'Waiting for you since {since}'),
    },
    { id: 'routing', holder: 'engine', label: say('Dipilah', 'Sorted'), sentence: say('Dipilah', 'Being sorted') },
    {
      id: 'review',
      holder: 'office',
      deadline: span('test.three-days'),
      label: say('Ditelaah', 'Reviewed'),
      sentence: say('Ditelaah sejak {since}', 'Under review since {since}'),
      branches: [
        {
          id: 'survey',
          label: say('Survei', 'Survey'),
          desk: 'test.verify',
          when: 'answers.area > 50',
          form: [
            {
              id: 'measuredArea',
              kind: 'number',
              min: 1,
              max: 400,
              measure: 'm2',
              label: say('Luas terukur', 'Measured area'),
            },
          ],
          outcomes: [
            { id: 'fit', label: say('Layak', 'Fit'), done: say('Dinyatakan layak', 'Found fit') },
            { id: 'unfit', label: say('Tidak layak', 'Unfit'), done: say('Dinyatakan tidak layak', 'Found unfit') },
          ],
        },
        {
          id: 'health',
          label: say('Kesehatan', 'Health'),
          desk: 'test.receive',
          outcomes: [
            { id: 'clean', label: say('Bersih', 'Clean'), done: say('Dinyatakan bersih', 'Found clean') },
            { id: 'dirty', label: say('Kotor', 'Dirty'), done: say('Dinyatakan kotor', 'Found dirty') },
          ],
        },
      ],
    },
    {
      ...desk('hearing', 'test.verify', 'test.three-days'),
      appointment: {
        label: say('Pertemuan di pasar', 'Meeting at the market'),
        place: 'answers.market',
        minutes: 30,
        within: span('test.one-day'),
      },
    },
    {
      id: 'waiting',
      holder: 'sub-service',
      label: say('Menunggu rekomendasi', 'Waiting for advice'),
      sentence: say('Menunggu layanan lain', 'Waiting for another service'),
      subService: { service: 'birth-certificate', answers: { childName: 'answers.name' } },
    },
    {
      id: 'ranking',
      holder: 'allocation',
      label: say('Diperingkat', 'Ranked'),
      sentence: say('Menunggu pembagian', 'Waiting for the allocation'),
    },
    {
      id: 'paying',
      holder: 'payment',
      deadline: span('test.three-days'),
      label: say('Pembayaran', 'Payment'),
      sentence: say('Menunggu pembayaran', 'Waiting for the payment'),
    },
    desk('signing', 'test.sign', 'test.one-day'),
    closed('issued', 'granted'),
    closed('refused', 'refused'),
    closed('withdrawn', 'withdrawn'),
    closed('lapsed', 'lapsed'),
    closed('cancelled', 'cancelled'),
  ],
  transitions: [
    { ...step('received', 'forward', 'routing', 'test.receive'), key: 's' },
    {
      ...step('received', 'send-back', 'returned', 'test.receive'),
      key: 'k',
      needs: ['marks'],
      tell: { title: say('Perbaiki isian', 'Correct answers'), body: told('dikembalikan') },
    },
    { ...step('received', 'withdraw', 'withdrawn', 'applicant'), tone: 'danger' },
    step('returned', 'resubmit', 'received', 'applicant'),
    { ...step('returned', 'lapse', 'lapsed', 'clock'), after: span('test.thirty-days') },
    { ...step('routing', 'to-review', 'review', 'engine'), when: 'answers.kind == "food"' },
    step('routing', 'to-hearing', 'hearing', 'engine'),
    {
      ...step('review', 'fail', 'refused', 'engine'),
      when: 'branches.survey == "unfit" || branches.health == "dirty"',
    },
    { ...step('review', 'pass', 'hearing', 'engine'), when: 'branches.survey in ["fit", "skipped"]' },
    {
      ...step('hearing', 'accept', 'waiting', 'test.verify'),
      key: 's',
      afterAppointment: true,
      form: [{ id: 'note', kind: 'text', label: say('Catatan', 'Note') }],
    },
    {
      ...step('hearing', 'refuse', 'refused', 'test.verify'),
      key: 't',
      needs: ['reason'],
      reasons: [{ id: 'full', label: say('Pasar penuh', 'Market full'), basis: 'Perda contoh pasal 4' }],
      tell: {
        title: say('Ditolak', 'Refused'),
        body: say('Berkas {number}: {reason}', 'File {number}: {reason}'),
      },
    },
    step('waiting', 'advised', 'ranking', 'sub-service'),
    step('ranking', 'allot', 'paying', 'allocation'),
    step('paying', 'paid', 'signing', 'payment'),
    { ...step('paying', 'expire', 'lapsed', 'clock'), after: 'deadline' },
    {
      ...step('signing', 'sign', 'issued', 'test.sign'),
      key: 's',
      stepUp: true,
      bulk: true,
      notBy: ['accept'],
      when: 'fee > 0',
      effects: ['test.register-stall'],
    },
    {
      ...step('signing', 'consent', 'issued', 'clock'),
      after: 'deadline',
      tacit: { basis: 'UU 30/2014 pasal 53' },
      effects: ['test.register-stall'],
    },
    { ...step('issued', 'revoke', 'cancelled', 'test.sign'), needs: ['reason'], undoes: ['sign'] },
    { ...step('refused', 'object', 'hearing', 'applicant'), within: span('test.thirty-days') },
  ],
}
