import { addField, branch, change, state, step, words } from './parts.ts'
import type { Seeded } from './seeded-flow-faults.ts'

const days = { rule: 'test.one-day', per: 'working-day' } as const

export const stepFaults: readonly Seeded[] = [
  [
    'a payment that never comes in',
    (d) => change(step(d, 'paying', 'paid'), { by: 'test.sign' }),
    'state-payment',
    'states.paying',
  ],
  ['a payment for a free service', (d) => change(d, { cost: [] }), 'state-payment', 'states.paying'],
  [
    'a wait for no service',
    (d) => change(state(d, 'waiting'), { subService: undefined }),
    'state-sub-service',
    'states.waiting',
  ],
  [
    'a wait for an unknown service',
    (d) => change(state(d, 'waiting'), { subService: { service: 'no-such', answers: {} } }),
    'unknown-service',
    'states.waiting',
  ],
  [
    'an answer the other service does not ask',
    (d) =>
      change(state(d, 'waiting'), {
        subService: { service: 'birth-certificate', answers: { colour: 'answers.name' } },
      }),
    'unknown-field',
    'states.waiting.subService.colour',
  ],
  ['a ranking without a quota', (d) => change(d, { quota: undefined }), 'state-allocation', 'states.ranking'],
  [
    'a step by payment elsewhere',
    (d) => change(step(d, 'waiting', 'advised'), { by: 'payment' }),
    'step-wrong-holder',
    'transitions.waiting.advised',
  ],
  [
    'an appointment nothing needs',
    (d) => change(step(d, 'hearing', 'accept'), { afterAppointment: false }),
    'appointment-unused',
    'states.hearing',
  ],
  [
    'a step after an appointment nobody made',
    (d) => change(step(d, 'signing', 'sign'), { afterAppointment: true }),
    'appointment-missing',
    'transitions.signing.sign',
  ],
  [
    'a role that does not exist',
    (d) => change(step(d, 'signing', 'sign'), { by: 'test.nobody' }),
    'unknown-permission',
    'transitions.signing.sign',
  ],
  [
    'a form where no person is',
    (d) => change(step(d, 'paying', 'paid'), { stepUp: true }),
    'step-nobody',
    'transitions.paying.paid',
  ],
  [
    'a clock without a time',
    (d) => change(step(d, 'returned', 'lapse'), { after: undefined }),
    'step-clock',
    'transitions.returned.lapse',
  ],
  [
    'a time without a clock',
    (d) => change(step(d, 'received', 'forward'), { after: days }),
    'step-clock',
    'transitions.received.forward',
  ],
  [
    'a wait for no deadline',
    (d) => change(state(d, 'signing'), { deadline: undefined }),
    'step-no-deadline',
    'transitions.signing.consent',
  ],
  [
    '"within" at a desk',
    (d) => change(step(d, 'hearing', 'refuse'), { within: days }),
    'step-within',
    'transitions.hearing.refuse',
  ],
  [
    'marks that reach nobody',
    (d) => change(step(d, 'hearing', 'refuse'), { needs: ['reason', 'marks'] }),
    'step-marks-lost',
    'transitions.hearing.refuse',
  ],
  [
    'marks asked for and forbidden',
    (d) => change(step(d, 'received', 'send-back'), { needs: ['marks', 'no-marks'] }),
    'step-needs',
    'transitions.received.send-back',
  ],
  [
    'reasons nobody is asked for',
    (d) => change(step(d, 'hearing', 'refuse'), { needs: [] }),
    'step-reasons',
    'transitions.hearing.refuse',
  ],
  [
    'many files at once with a reason',
    (d) => change(step(d, 'signing', 'sign'), { needs: ['reason'] }),
    'step-bulk',
    'transitions.signing.sign',
  ],
  [
    'four eyes on an unknown step',
    (d) => change(step(d, 'signing', 'sign'), { notBy: ['glance'] }),
    'step-not-by',
    'transitions.signing.sign',
  ],
  [
    'the checker signs',
    (d) => {
      change(step(d, 'hearing', 'accept'), { to: 'signing' })
      change(step(d, 'signing', 'sign'), { notBy: ['forward'] })
    },
    'step-four-eyes',
    'transitions.signing.sign',
  ],
  [
    'an effect nobody provides',
    (d) => change(step(d, 'signing', 'sign'), { effects: ['test.nothing'] }),
    'unknown-effect',
    'transitions.signing.sign',
  ],
  [
    'silence that grants nothing',
    (d) => {
      change(step(d, 'signing', 'consent'), { effects: [] })
      change(d, { documents: [] })
    },
    'step-tacit',
    'transitions.signing.consent',
  ],
  [
    'taking back an unknown step',
    (d) => change(step(d, 'issued', 'revoke'), { undoes: ['stamp'] }),
    'undo-unknown-step',
    'transitions.issued.revoke',
  ],
  [
    'taking back a step without effect',
    (d) => change(step(d, 'issued', 'revoke'), { undoes: ['forward'] }),
    'undo-nothing',
    'transitions.issued.revoke',
  ],
  [
    'taking back what cannot be',
    (d) => change(step(d, 'signing', 'sign'), { effects: ['population.correct-death'] }),
    'undo-impossible',
    'transitions.issued.revoke',
  ],
  [
    'one key for two steps',
    (d) => change(step(d, 'hearing', 'refuse'), { key: 's' }),
    'step-key-twice',
    'states.hearing',
  ],
  [
    'two findings of one name',
    (d) => void branch(d, 'health').form.push(structuredClone(branch(d, 'survey').form[0] as never)),
    'finding-twice',
    'findings.measuredArea',
  ],
  [
    'a field of a step without its kind',
    (d) => void step(d, 'hearing', 'accept').form.push({ id: 'grade', kind: 'choice', label: words('Nilai', 'Grade') }),
    'field-options',
    'findings.grade',
  ],
  [
    'a review asked only of what is not answered',
    (d) => addField(d, { id: 'loop', kind: 'text', when: 'answers.loop != ""' }),
    'field-asks-itself',
    'fields.loop',
  ],
  [
    'another service that may end without a next step',
    (d) => change(step(d, 'waiting', 'advised'), { when: 'answers.area > 50' }),
    'step-stuck',
    'states.waiting',
  ],
]
