import { addField, change, document, field, state, step, words } from './parts.ts'
import type { Seeded } from './seeded-flow-faults.ts'

const span = (rule: string, per: 'working-day' | 'calendar-day' | 'month' | 'year' = 'working-day') => ({ rule, per })

export const formFaults: readonly Seeded[] = [
  ['a field that occurs twice', (d) => addField(d, { id: 'name', kind: 'text' }), 'field-twice', 'fields.name'],
  [
    'a page that occurs twice',
    (d) => d.form.pages.splice(1, 1, { ...(d.form.pages[1] as never as object), id: 'kios' } as never),
    'page-twice',
    'pages.kios',
  ],
  ['a choice without options', (d) => change(field(d, 'kind'), { options: undefined }), 'field-options', 'fields.kind'],
  [
    'options from a register that nobody provides',
    (d) => change(field(d, 'kind'), { options: undefined, optionsFrom: 'licensing.stals' }),
    'unknown-option-source',
    'fields.kind',
  ],
  [
    'options of its own beside those of a register',
    (d) => change(field(d, 'kind'), { optionsFrom: 'licensing.free-stalls' }),
    'field-options',
    'fields.kind',
  ],
  [
    'options of a text',
    (d) => change(field(d, 'name'), { options: field(d, 'kind').options }),
    'field-options',
    'fields.name',
  ],
  ['a table without columns', (d) => change(field(d, 'rows'), { fields: undefined }), 'field-columns', 'fields.rows'],
  [
    'a computed field without a value',
    (d) => change(field(d, 'rent'), { value: undefined }),
    'field-computed',
    'fields.rent',
  ],
  ['bounds the wrong way round', (d) => change(field(d, 'area'), { min: 500 }), 'field-bounds', 'fields.area'],
  ['a consent to nothing', (d) => addField(d, { id: 'share', kind: 'consent' }), 'field-consent', 'fields.share'],
  [
    'a question that is never put',
    (d) => change(field(d, 'menu'), { when: 'answers.kind == "food" && answers.area > 400' }),
    'field-never',
    'fields.menu',
  ],
  [
    'a value that comes from itself',
    (d) => change(field(d, 'rent'), { value: 'answers.rent + 1' }),
    'field-from-itself',
    'fields.rent',
  ],
  ['a locked field nothing fills', (d) => change(field(d, 'name'), { fixed: true }), 'field-fixed', 'fields.name'],
  [
    'conditions in a circle',
    (d) => {
      change(field(d, 'menu'), { when: 'answers.tables > 1' })
      change(field(d, 'tables'), { when: 'answers.menu != ""' })
    },
    'form',
    'fields.menu',
  ],
  ['a missing field in an expression', (d) => change(d, { subject: 'answers.namee' }), 'unknown-field', 'subject'],
  ['an expression of the wrong type', (d) => change(d, { subject: 'answers.area' }), 'expression-type', 'subject'],
  ['an expression that cannot be read', (d) => change(d, { subject: 'answers.name +' }), 'expression', 'subject'],
  [
    'an expression that never ends',
    (d) =>
      change(d, {
        once: {
          per: 'answers.rows.map(a, answers.rows.map(b, answers.rows.map(c, answers.rows.map(e, e.price))))',
        },
      }),
    'expression-endless',
    'once',
  ],
  [
    'an option with a slip of the pen',
    (d) => change(field(d, 'menu'), { when: 'answers.kind == "fod"' }),
    'unknown-option',
    'fields.menu',
  ],
  [
    'a finding before anybody wrote it',
    (d) => change(step(d, 'received', 'forward'), { when: 'findings.note != ""' }),
    'unknown-finding',
    'transitions.received.forward',
  ],
  [
    'a review that is somewhere else',
    (d) => change(step(d, 'received', 'forward'), { when: 'branches.health == "clean"' }),
    'unknown-branch',
    'transitions.received.forward',
  ],
  [
    'the fee while the form is filled in',
    (d) => change(field(d, 'menu'), { when: 'fee > 0' }),
    'unknown-variable',
    'fields.menu',
  ],
]

export const otherFaults: readonly Seeded[] = [
  [
    'a quota without a number of places',
    (d) => change(d.quota as object as { places: string }, { places: 'test.closes' }),
    'quota-rule',
    'quota',
  ],
  [
    'a quota that never closes',
    (d) => change(d.quota as object as { closes: string }, { closes: 'test.places' }),
    'quota-rule',
    'quota',
  ],
  [
    'evidence for an unknown field',
    (d) => d.evidence.allOf.splice(1, 1, { kind: 'statement', field: 'oath', label: words('Sumpah', 'Oath') }),
    'unknown-field',
    'evidence.2',
  ],
  [
    'a document that is a statement',
    (d) => d.evidence.allOf.splice(1, 1, { kind: 'document', field: 'agree', label: words('Surat', 'Letter') }),
    'evidence-kind',
    'evidence.2',
  ],
  [
    'evidence nobody can give',
    (d) => d.evidence.allOf.splice(1, 1, { kind: 'document', label: words('Surat', 'Letter') }),
    'evidence-no-field',
    'evidence.2',
  ],
  [
    'an alternative that stays hidden',
    (d) => change(field(d, 'promise'), { when: 'answers.kind == "cloth" && answers.kind == "food"' }),
    'evidence-never',
    'evidence.1.2',
  ],
  [
    'answers that leave no alternative',
    (d) => change(field(d, 'promise'), { when: 'answers.kind == "cloth" && answers.area > 100' }),
    'evidence-gap',
    'evidence.1',
  ],
  [
    'needed evidence that is not asked',
    (d) => d.evidence.allOf.splice(1, 1, { kind: 'document', field: 'plan', label: words('Denah', 'Plan') }),
    'evidence-not-asked',
    'evidence.2',
  ],
  ['unknown facts', (d) => change(d, { known: 'test.nothing' }), 'unknown-facts', 'known'],
  ['a rule without a row', (d) => change(d, { clock: span('test.no-such') }), 'rule-missing', 'clock'],
  ['a rule that does not hold yet', (d) => change(d, { validFrom: '2020-01-01' }), 'rule-gap', 'clock'],
  ['a rule without its law', (d) => void d.rules.push('test.uncited'), 'rule-not-cited', 'rules'],
  [
    'a span in the wrong unit',
    (d) => change(d, { clock: span('test.ten-days', 'calendar-day') }),
    'span-unit',
    'clock',
  ],
  ['a last day before the first', (d) => change(d, { validTo: '2025-01-01' }), 'validity', 'validTo'],
  ['a letter on an unknown step', (d) => change(document(d), { on: ['stamp'] }), 'document-step', 'documents.permit'],
  [
    'a letter that replaces none',
    (d) => change(document(d), { replaces: ['draft'] }),
    'document-replaces',
    'documents.permit',
  ],
  [
    'two letters of one name',
    (d) => void d.documents.push(structuredClone(document(d))),
    'document-twice',
    'documents.permit',
  ],
  ['a place nothing fills', (d) => void document(d).opening.push('Berlaku {until}'), 'words-place', 'documents.permit'],
  [
    'a sentence with an unknown place',
    (d) => change(state(d, 'hearing'), { sentence: words('Sejak {when}', 'Since {when}') }),
    'words-place',
    'states.hearing.sentence',
  ],
  [
    'languages that fill in differently',
    (d) => change(state(d, 'hearing'), { sentence: words('Sejak {since}', 'At the desk') }),
    'words-places-differ',
    'flow.states.hearing.sentence',
  ],
  [
    'a sentence that is not translated',
    (d) => change(d, { summary: words('Izin memakai kios di pasar', 'Izin memakai kios di pasar') }),
    'words-not-translated',
    'summary',
  ],
  ['an empty text', (d) => change(d, { complaints: words('Di loket', ' ') }), 'words-empty', 'complaints'],
  [
    'a reason nobody gave',
    (d) => {
      change(step(d, 'hearing', 'refuse'), { needs: [] })
      change(step(d, 'hearing', 'refuse'), { reasons: undefined })
    },
    'words-no-reason',
    'transitions.hearing.refuse.tell',
  ],
  [
    'a figure of law without the law',
    (d) => void d.eligibility.push({ when: 'answers.area >= 15', refused: words('Kurang', 'Too small') }),
    'law-not-cited',
    'eligibility.2',
  ],
  ['no example that is refused', (d) => void d.golden.pop(), 'golden-missing', 'golden'],
  [
    'two examples of one name',
    (d) => void d.golden.push(structuredClone(d.golden[0] as never)),
    'golden-twice',
    'golden.a clean food stall is granted',
  ],
  [
    'an example that comes out otherwise',
    (d) => change(d.golden[0] as { fee?: number }, { fee: 1 }),
    'golden-differs',
    'golden.a clean food stall is granted',
  ],
  [
    'a rule in a text that is none',
    (d) => change(d, { summary: words('Paling lama {rule:test.nothing}', 'Within {rule:test.nothing}') }),
    'rule-missing',
    'summary',
  ],
  [
    'an article in a letter that is none',
    (d) => void document(d).closing.push('Menurut {article:test.nothing}.'),
    'rule-missing',
    'documents.permit',
  ],
  [
    'a time written into a text',
    (d) => change(state(d, 'hearing'), { sentence: words('Selesai dalam 3 hari kerja', 'Done in 3 working days') }),
    'figure-in-text',
    'flow.states.hearing.sentence',
  ],
  [
    'a time in words, in a letter',
    (d) => void document(d).closing.push('Izin ini berlaku dua tahun.'),
    'figure-in-text',
    'documents.permit',
  ],
  [
    'a sum written into a text',
    (d) => change(d, { complaints: words('Tarifnya Rp50.000', 'The rate is Rp50,000') }),
    'figure-in-text',
    'complaints',
  ],
  [
    'a table that a sentence should say',
    (d) =>
      change(d, {
        summary: words('Bobot {rule:licensing.building.weights}', 'Weight {rule:licensing.building.weights}'),
      }),
    'text-rule',
    'summary',
  ],
  [
    'a place that names a rule in a way nobody fills',
    (d) => change(d, { summary: words('Paling lama {rule:Lama}', 'Within {rule:Lama}') }),
    'text-rule',
    'summary',
  ],
  [
    'a figure in the name of a state',
    (d) => change(state(d, 'hearing'), { label: words('Dengar {rule:test.one-day}', 'Heard {rule:test.one-day}') }),
    'name-with-rule',
    'states.hearing',
  ],
]
