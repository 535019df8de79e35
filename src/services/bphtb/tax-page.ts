import type { ServiceInput } from '#modules/services/index.ts'
import { truth } from '../rows/tax-standard.ts'

type Page = ServiceInput['form']['pages'][number]
type Field = Page['groups'][number]['fields'][number]

const shown = (id: string, name: string, label: Field['label'], more: Partial<Field> = {}): Field => ({
  id,
  kind: 'computed',
  gives: 'money',
  value: `int(known.${name})`,
  label,
  ...more,
})

const fromRegister = { id: 'Dari register objek pajak.', en: 'From the register of objects.' }

/** The tax as it comes out, who draws up the deed, and the papers. */
export const taxPage: Page = {
  id: 'hitungan',
  title: { id: 'Perhitungan dan dokumen', en: 'The tax, and papers' },
  lead: {
    id: 'Dihitung dari isian Anda, NJOP di register, dan peraturan pada tanggal perolehan.',
    en: 'Computed from your answers, the value in our register and the law of the day of acquisition.',
  },
  groups: [
    {
      title: { id: 'BPHTB Anda', en: 'Your tax' },
      fields: [
        {
          id: 'place',
          kind: 'computed',
          gives: 'text',
          value: 'fact(known, "parcelPlace")',
          label: { id: 'Letak tanah', en: 'Place of the land' },
          hint: fromRegister,
        },
        shown('njop', 'njop', { id: 'NJOP', en: 'Value of the land (NJOP)' }, { hint: fromRegister }),
        shown(
          'base',
          'base',
          { id: 'Nilai perolehan (NPOP)', en: 'Value that counts (NPOP)' },
          { hint: { id: 'Harga Anda, atau NJOP bila lebih tinggi.', en: 'Your price, or NJOP when that is higher.' } },
        ),
        shown(
          'untaxed',
          'untaxed',
          { id: 'Bagian tidak dikenai pajak (NPOPTKP)', en: 'Untaxed part (NPOPTKP)' },
          {
            hint: {
              id: 'Untuk perolehan pertama; yang berikutnya tidak mendapatkannya lagi.',
              en: 'Of a first acquisition; later ones do not have it again.',
            },
          },
        ),
        shown(
          'tax',
          'tax',
          { id: 'BPHTB', en: 'Tax (BPHTB)' },
          {
            hint: {
              id: 'Nilai perolehan dikurangi NPOPTKP, dikalikan tarif daerah.',
              en: 'The value less its untaxed part, by the rate of the region.',
            },
          },
        ),
      ],
    },
    {
      title: { id: 'Pejabat pembuat akta', en: 'Who draws up the deed' },
      fields: [
        {
          id: 'deedOffice',
          kind: 'text',
          min: 3,
          max: 120,
          label: {
            id: 'Nama PPAT, notaris atau pejabat lelang',
            en: 'Name of the deed official, notary or auctioneer',
          },
        },
        {
          id: 'deedOfficeNumber',
          kind: 'text',
          max: 60,
          label: { id: 'Nomor surat keputusan pengangkatannya', en: 'Number of the decree of appointment' },
        },
      ],
    },
    {
      title: { id: 'Dokumen', en: 'Papers' },
      fields: [
        {
          id: 'landCertificate',
          kind: 'file',
          document: 'land-certificate',
          label: { id: 'Sertipikat atau bukti hak atas tanah', en: 'Land certificate or other proof of title' },
        },
        {
          id: 'draftDeed',
          kind: 'file',
          label: {
            id: 'Rancangan akta, perjanjian, risalah lelang atau surat waris',
            en: 'Draft deed, agreement, record of auction or letter of heirs',
          },
        },
        {
          ...truth,
          checks: [
            {
              holds: 'holds(known, "isComputed")',
              say: {
                id: 'BPHTB belum dapat dihitung. Periksa kembali NOP, cara perolehan, tanggal dan nilainya.',
                en: 'The tax cannot be computed yet. Check NOP, kind, day and value.',
              },
              basis: 'UU 1/2022 pasal 46',
            },
          ],
        },
      ],
    },
  ],
}
