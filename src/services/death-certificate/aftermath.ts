import type { ServiceInput } from '#modules/services/index.ts'
import { correctionSteps, takeBack } from '../rows/aftermath.ts'
import { days } from '../rows/row.ts'

/** An error of writing on the certificate. @basis UU 23/2006 pasal 71 */
export const correction = {
  what: { id: 'akta', en: 'certificate' },
  unit: 'disdukcapil',
  open: { rule: 'civil-registration.amendment-open', per: 'year' },
  deadline: days('civil-registration')('amendment-time'),
  effects: ['population.correct-death'],
  form: [
    {
      id: 'correctDiedOn',
      kind: 'date',
      required: 'false',
      label: { id: 'Tanggal meninggal yang benar', en: 'Right date of death' },
    },
    {
      id: 'correctDiedTime',
      kind: 'time',
      required: 'false',
      label: { id: 'Jam meninggal yang benar', en: 'Right time of death' },
    },
    {
      id: 'correctPlace',
      kind: 'text',
      max: 60,
      required: 'fact(findings, "correctDiedOn") == "" && fact(findings, "correctDiedTime") == ""',
      label: { id: 'Kabupaten atau kota yang benar', en: 'Right regency or city' },
    },
  ],
} satisfies Parameters<typeof correctionSteps>[0]

/** What may happen to a certificate that was issued: an error of writing, or a court that voids it. */
export const deathAftermath: ServiceInput['flow']['transitions'] = [
  ...correctionSteps(correction),
  {
    from: 'issued',
    verb: 'begin-correction',
    to: 'correcting',
    by: 'services.verify',
    key: 'b',
    label: { id: 'Betulkan salah tulis', en: 'Correct an error' },
    done: { id: 'Kantor menemukan salah tulis', en: 'The office found an error' },
    needs: ['reason'],
    tell: {
      title: { id: 'Akta Anda kami betulkan', en: 'We are correcting your certificate' },
      body: {
        id: 'Ada salah tulis pada akta dari berkas {number}. {reason} Akta yang benar menyusul tanpa biaya.',
        en: 'There is an error on the certificate of file {number}. {reason} The right one follows, free of charge.',
      },
    },
  },
  takeBack({
    verb: 'cancel',
    label: { id: 'Batalkan akta', en: 'Void the certificate' },
    done: { id: 'Akta dibatalkan', en: 'Certificate voided' },
    reasons: [
      {
        id: 'court-voided',
        label: { id: 'Putusan pengadilan membatalkan akta ini', en: 'A court has voided this certificate' },
        basis: 'UU 23/2006 pasal 72',
      },
      {
        id: 'person-alive',
        label: { id: 'Orang ini ternyata masih hidup', en: 'The person turned out to be alive' },
        basis: 'Permendagri 108/2019; UU 30/2014 pasal 66',
      },
    ],
    undoes: ['sign'],
    tell: {
      title: { id: 'Akta kematian {subject} dibatalkan', en: 'The death certificate of {subject} was voided' },
      body: {
        id: 'Akta dari berkas {number} dibatalkan. {reason} Kartu keluarga yang benar sudah terbit di halaman berkas.',
        en: 'The certificate of file {number} was voided. {reason} The right family card is on the page of the file.',
      },
    },
  }),
]
