import type { ServiceInput } from '#modules/services/index.ts'

/** What may happen to a certificate that was issued: an error of writing, or a court that voids it. */
export const deathAftermath: ServiceInput['flow']['transitions'] = [
  {
    from: 'issued',
    verb: 'report-error',
    to: 'correcting',
    by: 'applicant',
    within: { rule: 'civil-registration.amendment-open', per: 'year' },
    label: { id: 'Laporkan salah tulis', en: 'Report an error' },
    done: { id: 'Salah tulis dilaporkan', en: 'Error reported' },
    form: [
      {
        id: 'reportedError',
        kind: 'long-text',
        min: 10,
        label: { id: 'Apa yang salah tulis, dan apa yang benar', en: 'What is wrong, and what is right' },
      },
    ],
  },
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
  {
    from: 'correcting',
    verb: 'propose-correction',
    to: 'signing-correction',
    by: 'services.verify',
    key: 's',
    tone: 'primary',
    label: { id: 'Siapkan pembetulan', en: 'Prepare the correction' },
    done: { id: 'Pembetulan disiapkan', en: 'Correction prepared' },
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
  },
  {
    from: 'correcting',
    verb: 'decline-correction',
    to: 'issued',
    by: 'services.verify',
    key: 't',
    label: { id: 'Tidak ada yang perlu dibetulkan', en: 'Nothing needs correcting' },
    done: { id: 'Akta dinyatakan sudah benar', en: 'The certificate was found right' },
    needs: ['reason'],
    tell: {
      title: { id: 'Akta Anda tidak berubah', en: 'Your certificate stays as it is' },
      body: {
        id: 'Kami memeriksa akta dari berkas {number}. {reason}',
        en: 'We looked into the certificate of file {number}. {reason}',
      },
    },
  },
  {
    from: 'signing-correction',
    verb: 'sign-correction',
    to: 'issued',
    by: 'services.sign',
    key: 's',
    tone: 'primary',
    label: { id: 'Tanda tangani akta yang dibetulkan', en: 'Sign the corrected certificate' },
    done: { id: 'Akta dibetulkan dan diterbitkan ulang', en: 'Certificate corrected and issued again' },
    notBy: ['propose-correction'],
    stepUp: true,
    effects: ['population.correct-death'],
    tell: {
      title: { id: 'Akta yang benar sudah terbit', en: 'The right certificate has been issued' },
      body: {
        id: 'Akta dari berkas {number} sudah dibetulkan. Yang lama tidak berlaku lagi.',
        en: 'The certificate of file {number} has been corrected. The earlier one no longer holds.',
      },
    },
  },
  {
    from: 'signing-correction',
    verb: 'return-correction',
    to: 'correcting',
    by: 'services.sign',
    key: 'k',
    label: { id: 'Kembalikan ke verifikator', en: 'Return to the verifier' },
    done: { id: 'Pembetulan dikembalikan ke verifikator', en: 'Correction returned to the verifier' },
    needs: ['reason'],
  },
  {
    from: 'issued',
    verb: 'cancel',
    to: 'cancelled',
    by: 'services.sign',
    key: 'x',
    tone: 'danger',
    label: { id: 'Batalkan akta', en: 'Void the certificate' },
    done: { id: 'Akta dibatalkan', en: 'Certificate voided' },
    needs: ['reason'],
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
    stepUp: true,
    undoes: ['sign'],
    tell: {
      title: { id: 'Akta kematian {subject} dibatalkan', en: 'The death certificate of {subject} was voided' },
      body: {
        id: 'Akta dari berkas {number} dibatalkan. {reason} Kartu keluarga yang benar sudah terbit di halaman berkas.',
        en: 'The certificate of file {number} was voided. {reason} The right family card is on the page of the file.',
      },
    },
  },
]
