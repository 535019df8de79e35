import type { ServiceInput } from '#modules/services/index.ts'
import type { Text } from './row.ts'

type Field = ServiceInput['form']['pages'][number]['groups'][number]['fields'][number]

/** Two different people who saw it, with name and NIK. @param basis the form or article that asks for them */
export function twoWitnesses(own: {
  readonly id: string
  readonly label?: Text
  readonly nameMax?: number
  readonly basis: string
}): Field {
  return {
    id: own.id,
    kind: 'repeat',
    label: own.label ?? { id: 'Dua saksi', en: 'Two witnesses' },
    itemLabel: { id: 'Saksi', en: 'Witness' },
    minItems: 2,
    maxItems: 2,
    fields: [
      {
        id: 'name',
        kind: 'name',
        ...(own.nameMax ? { max: own.nameMax } : {}),
        label: { id: 'Nama', en: 'Name' },
      },
      {
        id: 'nik',
        kind: 'nik',
        sensitive: true,
        label: { id: 'NIK', en: 'NIK' },
        checks: [
          {
            holds: `answers.${own.id}.filter(other, other.nik == row.nik).size() == 1`,
            say: { id: 'Kedua saksi harus orang yang berbeda.', en: 'The two witnesses must be different people.' },
            basis: own.basis,
          },
        ],
      },
    ],
  }
}
