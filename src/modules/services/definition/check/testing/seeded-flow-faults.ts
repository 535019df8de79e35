import { branch, change, type Draft, removeStep, state, step } from './parts.ts'

/** What is spoilt, how, and the fault that has to be found: its code and its element. */
export type Seeded = readonly [what: string, spoil: (draft: Draft) => void, code: string, element: string]

export const flowFaults: readonly Seeded[] = [
  ['a first state that does not exist', (d) => change(d.flow, { initial: 'nowhere' }), 'flow-initial', 'flow.initial'],
  [
    'a state written twice',
    (d) => void d.flow.states.push(structuredClone(state(d, 'paying'))),
    'flow-state-twice',
    'states.paying',
  ],
  [
    'a step to an unknown state',
    (d) => change(step(d, 'paying', 'paid'), { to: 'gone' }),
    'flow-unknown-state',
    'transitions.paying.paid',
  ],
  [
    'two steps of one name',
    (d) => void d.flow.transitions.push(structuredClone(step(d, 'hearing', 'accept'))),
    'flow-verb-twice',
    'transitions.hearing.accept',
  ],
  [
    'a state nothing leads to',
    (d) => void d.flow.states.push({ ...structuredClone(state(d, 'hearing')), id: 'island' }),
    'flow-unreachable',
    'states.island',
  ],
  [
    'a state from which nothing ends',
    (d) => {
      change(state(d, 'lapsed'), { result: undefined })
      d.flow.transitions.push({
        ...structuredClone(step(d, 'received', 'forward')),
        from: 'lapsed',
        to: 'lapsed',
        verb: 'wait',
      })
    },
    'flow-endless',
    'states.lapsed',
  ],
  [
    'automatic steps in a circle',
    (d) => change(step(d, 'routing', 'to-hearing'), { to: 'routing' }),
    'flow-engine-loop',
    'states.routing',
  ],
  [
    'an applicant who may stay silent for ever',
    (d) => removeStep(d, 'returned', 'lapse'),
    'flow-waits-for-ever',
    'states.returned',
  ],
  ['a bill that never runs out', (d) => removeStep(d, 'paying', 'expire'), 'flow-waits-for-ever', 'states.paying'],
  [
    'an end without a result',
    (d) => change(state(d, 'cancelled'), { result: undefined }),
    'flow-end',
    'states.cancelled',
  ],
  [
    'a result while a desk holds the file',
    (d) => change(state(d, 'hearing'), { result: 'granted' }),
    'flow-end',
    'states.hearing',
  ],
  [
    'an objection without a time',
    (d) => change(step(d, 'refused', 'object'), { within: undefined }),
    'flow-after-result',
    'transitions.refused.object',
  ],
  ['no state that grants', (d) => change(state(d, 'issued'), { result: 'refused' }), 'flow-never-granted', 'flow'],
  [
    'an office without a desk',
    (d) => change(state(d, 'hearing'), { desk: undefined }),
    'state-no-desk',
    'states.hearing',
  ],
  [
    'a desk where nobody works',
    (d) => change(state(d, 'returned'), { desk: 'test.verify' }),
    'state-desk-idle',
    'states.returned',
  ],
  [
    'a desk beside reviews',
    (d) => change(state(d, 'review'), { desk: 'test.verify' }),
    'state-desk-and-branches',
    'states.review',
  ],
  [
    'a desk that does not exist',
    (d) => change(state(d, 'hearing'), { desk: 'test.nobody' }),
    'unknown-permission',
    'states.hearing',
  ],
  [
    'a desk without a step',
    (d) => change(state(d, 'hearing'), { desk: 'test.sign' }),
    'state-desk-cannot-act',
    'states.hearing',
  ],
  [
    'a review by nobody',
    (d) => change(branch(d, 'survey'), { desk: 'test.nobody' }),
    'unknown-permission',
    'states.review.branches.survey',
  ],
  [
    'two reviews of one name',
    (d) => void state(d, 'review').branches?.push(structuredClone(branch(d, 'health'))),
    'branch-twice',
    'states.review.branches.health',
  ],
  [
    'an outcome written twice',
    (d) => void branch(d, 'health').outcomes.push(structuredClone(branch(d, 'health').outcomes[0] as never)),
    'branch-outcome-twice',
    'states.review.branches.health',
  ],
  [
    'reviews that lead nowhere',
    (d) => {
      change(step(d, 'review', 'fail'), { by: 'test.verify' })
      change(step(d, 'review', 'pass'), { by: 'test.verify' })
    },
    'branch-no-next',
    'states.review',
  ],
  [
    'reviews with a case nobody thought of',
    (d) => change(step(d, 'review', 'pass'), { when: 'branches.survey == "fit"' }),
    'outcome-gap',
    'states.review',
  ],
  [
    'routing with a case nobody thought of',
    (d) => change(step(d, 'routing', 'to-hearing'), { when: 'answers.area > 100' }),
    'outcome-gap',
    'states.routing',
  ],
  [
    'a row that an earlier one shadows',
    (d) => change(step(d, 'routing', 'to-review'), { when: undefined }),
    'step-dead',
    'transitions.routing.to-hearing',
  ],
  [
    'a conclusion no outcome leads to',
    (d) => change(step(d, 'review', 'fail'), { when: 'branches.survey == "unfit" && branches.survey == "fit"' }),
    'step-dead',
    'transitions.review.fail',
  ],
  [
    'a condition that never holds',
    (d) => change(step(d, 'signing', 'sign'), { when: 'fee < 0' }),
    'step-dead',
    'transitions.signing.sign',
  ],
  [
    'a conclusion that depends on the day',
    (d) => change(step(d, 'review', 'fail'), { when: 'today > "2026-06-01" || branches.health == "dirty"' }),
    'outcome-by-day',
    'states.review',
  ],
  [
    'an automatic state without a step',
    (d) => {
      change(step(d, 'routing', 'to-review'), { by: 'test.receive' })
      change(step(d, 'routing', 'to-hearing'), { by: 'test.receive' })
    },
    'state-engine',
    'states.routing',
  ],
  [
    'a person at an automatic state',
    (d) =>
      void d.flow.transitions.push({
        ...structuredClone(step(d, 'received', 'forward')),
        from: 'routing',
        verb: 'hold',
      }),
    'step-never',
    'transitions.routing.hold',
  ],
  [
    'an automatic step from a desk',
    (d) => change(step(d, 'hearing', 'refuse'), { by: 'engine' }),
    'step-engine-from-desk',
    'transitions.hearing.refuse',
  ],
  [
    'an applicant without a step',
    (d) => change(step(d, 'returned', 'resubmit'), { by: 'test.receive' }),
    'state-applicant',
    'states.returned',
  ],
]
