import type { ServiceInput } from '#modules/services/index.ts'

type Pages = ServiceInput['form']['pages']

/**
 * Where the couple stands from now on. The same in every service that marries two people.
 * @param spouseHere expression: the spouse is registered here, so that one card can hold both
 */
export function homePages(spouseHere: string): Pages {
  return [
    {
      id: 'kartu-keluarga',
      title: { id: 'Kartu keluarga Anda berdua', en: 'Your family card' },
      groups: [
        {
          fields: [
            {
              id: 'home',
              kind: 'choice',
              label: { id: 'Anda berdua akan tercatat', en: 'The two of you will be registered' },
              options: [
                {
                  value: 'new',
                  label: { id: 'Pada kartu keluarga baru', en: 'On a new family card' },
                  hint: { id: 'Bila Anda sudah tinggal sendiri.', en: 'When you live on your own.' },
                },
                {
                  value: 'mine',
                  label: { id: 'Pada kartu keluarga saya', en: 'On my family card' },
                  hint: { id: 'Pasangan Anda pindah ke kartu Anda.', en: 'Your spouse moves onto your card.' },
                },
                {
                  value: 'theirs',
                  label: { id: 'Pada kartu keluarga pasangan', en: 'On the family card of my spouse' },
                  hint: { id: 'Anda pindah ke kartu pasangan.', en: 'You move onto the card of your spouse.' },
                },
                {
                  value: 'stay',
                  label: { id: 'Tetap seperti sekarang', en: 'As we are now' },
                  hint: {
                    id: 'Status kawin tercatat, alamat masing-masing tidak berubah.',
                    en: 'The marriage is recorded, nobody changes the address.',
                  },
                },
              ],
              checks: [
                {
                  holds: `(${spouseHere}) || answers.home == "new" || answers.home == "stay"`,
                  say: {
                    id: 'Pasangan Anda belum tercatat di sini. Pilih kartu keluarga baru atau tetap seperti sekarang; pasangan menyusul dengan surat pindah.',
                    en: 'Your spouse is not registered here. Choose a new card or as you are now; your spouse follows with a moving letter.',
                  },
                },
              ],
            },
            {
              id: 'newAddress',
              kind: 'address',
              when: 'answers.home == "new"',
              prefill:
                '{"street": fact(known, "street"), "rt": fact(known, "rt"), "rw": fact(known, "rw"), "area": fact(known, "villageCode")}',
              label: { id: 'Alamat kartu keluarga baru', en: 'Address of the new card' },
              checks: [
                {
                  holds:
                    'fact(known, "regencyCode") == "" || answers.newAddress.area == "" || answers.newAddress.area.startsWith(fact(known, "regencyCode"))',
                  say: {
                    id: 'Alamat ini di luar daerah kami. Pilih alamat di sini; pindah ke luar daerah diajukan sesudahnya.',
                    en: 'This address is outside our region. Choose one here; a move out is reported afterwards.',
                  },
                  basis: 'Perpres 96/2018 pasal 25',
                },
              ],
            },
            {
              id: 'children',
              kind: 'family-members',
              required: 'false',
              when: '(answers.home == "new" || answers.home == "theirs") && list(known, "family").exists(m, (m.relation == "child" || m.relation == "grandchild") && m.id != fact(known, "personId"))',
              label: { id: 'Anak Anda yang ikut pindah', en: 'Your children who move with you' },
              hint: { id: 'Kosongkan bila tidak ada.', en: 'Leave empty if there are none.' },
              checks: [
                {
                  holds: 'answers.children.all(child, child != fact(known, "personId"))',
                  say: { id: 'Anda sendiri tidak perlu dipilih.', en: 'You need not be chosen yourself.' },
                },
              ],
            },
          ],
        },
      ],
    },
  ]
}
