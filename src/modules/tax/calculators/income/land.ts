import { defineCalculator } from '../../calculation/calculator.ts'
import { choice, money } from '../../calculation/fields.ts'
import { words } from '../../calculation/words.ts'

const label = { id: 'PPh final pengalihan hak', en: 'Final tax on the transfer' } as const
const keys = {
  general: 'tax.land-transfer.rate',
  simple: 'tax.land-transfer.simple-housing',
  state: 'tax.land-transfer.state',
} as const

/** @basis PP 34/2016 pasal 2 */
export const landTransfer = defineCalculator({
  kind: 'land.transfer',
  subject: 'land',
  title: { id: 'PPh final penjualan tanah dan bangunan', en: 'Final tax on the sale of land and buildings' },
  lead: {
    id: 'Pajak penjual atas pengalihan hak; pembeli membayar BPHTB kepada daerah.',
    en: 'The tax of the seller on a transfer; the buyer pays BPHTB to the region.',
  },
  words: 'jual tanah rumah pengalihan hak penjual notaris PPAT 2,5 persen rumah sederhana',
  law: 'national',
  fields: {
    transfer: choice({
      label: { id: 'Jenis pengalihan', en: 'Kind of transfer' },
      options: [
        {
          value: 'general',
          label: { id: 'Penjualan, tukar-menukar, atau pengalihan lain', en: 'Sale, exchange or another transfer' },
        },
        {
          value: 'simple',
          label: {
            id: 'Rumah sederhana atau rumah susun sederhana oleh pengembang',
            en: 'Simple house or flat by a developer',
          },
        },
        {
          value: 'state',
          label: {
            id: 'Kepada pemerintah atau badan usaha yang ditugasinya',
            en: 'To the government or an enterprise charged by it',
          },
        },
      ],
      initial: 'general',
    }),
    gross: money({
      label: { id: 'Nilai pengalihan', en: 'Value of the transfer' },
      hint: { id: 'Harga yang sesungguhnya diterima penjual.', en: 'The price that the seller really receives.' },
    }),
  },
  rules: [...Object.values(keys), 'tax.land-transfer.rounding'],
  compute({ transfer, gross }, law, working) {
    const rate = law.rate(keys[transfer])
    working?.step('rate', { id: 'Tarif', en: 'Rate' }, rate, undefined, law.rule(keys[transfer]))
    const total = law.round('tax.land-transfer.rounding', gross.times(rate))
    working?.step('tax', label, total, words`${gross} × ${rate}`, law.rule('tax.land-transfer.rounding'))
    return { total, lines: [{ id: 'pph', label, amount: total, destination: 'state' }] }
  },
  example: { date: '2026-06-30', input: { gross: 1_500_000_000 }, total: 37_500_000 },
})
