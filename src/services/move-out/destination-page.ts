import type { ServiceInput } from '#modules/services/index.ts'
import { movedOn, movingReason } from '../rows/moving-pages.ts'

const toRegion = 'answers.goesTo == "region"'
const abroad = 'answers.goesTo == "abroad"'

/** Another region of the country, or another country. */
export const destinationPage: ServiceInput['form']['pages'][number] = {
  id: 'tujuan',
  title: { id: 'Ke mana', en: 'Where to' },
  groups: [
    {
      fields: [
        movedOn({ id: 'Tanggal pindah', en: 'Date of the move' }, true),
        movingReason,
        {
          id: 'goesTo',
          kind: 'choice',
          label: { id: 'Pindah ke', en: 'You move to' },
          options: [
            {
              value: 'region',
              label: { id: 'Kabupaten atau kota lain di Indonesia', en: 'Another regency or city of Indonesia' },
            },
            {
              value: 'abroad',
              label: { id: 'Luar negeri', en: 'Another country' },
              hint: {
                id: 'Untuk {rule:moving.abroad-stay} atau lebih.',
                en: 'For {rule:moving.abroad-stay} or longer.',
              },
            },
          ],
        },
        {
          id: 'toAddress',
          kind: 'address',
          when: toRegion,
          label: { id: 'Alamat tujuan', en: 'Address there' },
          checks: [
            {
              holds:
                'fact(known, "ownRegion") == "" || answers.toAddress.area == "" || !answers.toAddress.area.startsWith(fact(known, "ownRegion"))',
              say: {
                id: 'Alamat ini di daerah kami sendiri. Ajukan pindah di dalam daerah; surat pindah tidak diperlukan.',
                en: 'This address is in our own region. Apply to move within the region; no letter of removal is needed.',
              },
              basis: 'Perpres 96/2018 pasal 25',
            },
          ],
        },
        { id: 'country', kind: 'text', max: 60, when: abroad, label: { id: 'Negara tujuan', en: 'Country' } },
        {
          id: 'abroadAddress',
          kind: 'text',
          max: 200,
          when: abroad,
          label: { id: 'Alamat di sana', en: 'Address there' },
        },
        {
          id: 'longStay',
          kind: 'yes-no',
          when: abroad,
          label: {
            id: 'Apakah rencana tinggalnya {rule:moving.abroad-stay} berturut-turut atau lebih?',
            en: 'Will you stay for {rule:moving.abroad-stay} without a break, or longer?',
          },
          checks: [
            {
              holds: 'answers.longStay == "yes"',
              say: {
                id: 'Untuk tinggal lebih singkat tidak ada surat pindah: Anda tetap penduduk di sini.',
                en: 'A shorter stay needs no letter: you go on being a resident here.',
              },
              basis: 'UU 23/2006 pasal 18',
            },
          ],
        },
      ],
    },
  ],
}
