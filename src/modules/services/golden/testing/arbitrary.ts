import fc from 'fast-check'
import { fieldsOf } from '../../definition/fields.ts'
import type { ColumnDefinition, FieldDefinition, ServiceDefinition } from '../../definition/schema.ts'
import { decimalsOf } from '../../form/kinds.ts'

/** Answers as somebody might really give them: of the right shape for each field, or anything at all. */
export function anyAnswers(definition: ServiceDefinition): fc.Arbitrary<Record<string, unknown>> {
  const fields = fieldsOf(definition).map((field): [string, fc.Arbitrary<unknown>] => [
    field.id,
    fc.oneof({ weight: 12, arbitrary: goodAnswer(field) }, { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) }),
  ])
  return fc.record(Object.fromEntries(fields), { requiredKeys: [] }) as fc.Arbitrary<Record<string, unknown>>
}

function goodAnswer(field: FieldDefinition | ColumnDefinition): fc.Arbitrary<unknown> {
  switch (field.kind) {
    case 'number':
    case 'money': {
      const scale = field.kind === 'money' ? 1 : 10 ** decimalsOf(field)
      const [min, max] = [field.min ?? 0, field.max ?? 1_000_000]
      return fc.integer({ min: Math.ceil(min * scale), max: Math.floor(max * scale) }).map((value) => value / scale)
    }
    case 'choice':
      if ('optionsFrom' in field && field.optionsFrom) return fc.constantFrom('A-001', 'B-012', 'Z-999')
      return fc.constantFrom(...(field.options ?? []).map((option) => option.value))
    case 'multi':
      return fc.subarray((field.options ?? []).map((option) => option.value))
    case 'yes-no':
      return fc.constantFrom('yes', 'no')
    case 'statement':
    case 'consent':
      return fc.boolean()
    case 'file':
    case 'photo':
    case 'signature':
      return fc.constant(['file-1'])
    case 'date':
      return fc
        .integer({ min: 0, max: 18_000 })
        .map((days) => Temporal.PlainDate.from('1980-01-01').add({ days }).toString())
    case 'time':
      return fc.constant('04:35')
    case 'nik':
      return fc.constantFrom('9901011003940002', '9901014508910003')
    case 'nib':
      return fc.constant('9901234567890')
    case 'phone':
      return fc.constant('081234567890')
    case 'email':
      return fc.constant('sekar@contoh.id')
    case 'area':
      return fc.constant('99.01.01.2001')
    case 'address':
      return fc.constant({ street: 'Jalan Melati 1', rt: '001', rw: '002', area: '99.01.01.2001' })
    case 'map-point':
      return fc.constant({ lat: -7.1, lon: 110.4 })
    case 'repeat':
    case 'table': {
      const columns = ((field as FieldDefinition).fields ?? []).map((column) => [column.id, goodAnswer(column)])
      return fc.array(fc.record(Object.fromEntries(columns)), {
        minLength: (field as FieldDefinition).minItems ?? 0,
        maxLength: Math.min(4, (field as FieldDefinition).maxItems ?? 4),
      })
    }
    default:
      return fc.constantFrom('Kirana Ayu', 'Bima Prasetyo', 'Pasar Arunika')
  }
}

/** A change to the rows of a flow such as a tired hand makes. */
export function anySlip(definition: ServiceDefinition): fc.Arbitrary<(draft: ServiceDefinition) => void> {
  const { states, transitions } = definition.flow
  const ids = states.map((state) => state.id)
  const actors = [...new Set(transitions.map((row) => row.by))]
  const conditions = [undefined, ...new Set(transitions.map((row) => row.when).filter((when) => when !== undefined))]
  const at = fc.nat(transitions.length - 1)
  const change = (index: number, by: object) => (draft: ServiceDefinition) => {
    Object.assign(draft.flow.transitions[index] ?? {}, by)
  }
  return fc.oneof(
    fc.tuple(at, fc.constantFrom(...ids)).map(([index, to]) => change(index, { to })),
    fc.tuple(at, fc.constantFrom(...ids)).map(([index, from]) => change(index, { from })),
    fc.tuple(at, fc.constantFrom(...actors)).map(([index, by]) => change(index, { by })),
    fc.tuple(at, fc.constantFrom(...conditions)).map(([index, when]) => change(index, { when })),
    at.map((index) => (draft: ServiceDefinition) => void draft.flow.transitions.splice(index, 1)),
    fc.tuple(at, at).map(([a, b]) => (draft: ServiceDefinition) => {
      const rows = draft.flow.transitions
      const [one, other] = [rows[a], rows[b]]
      if (one && other) Object.assign(rows, { [a]: other, [b]: one })
    }),
  )
}
