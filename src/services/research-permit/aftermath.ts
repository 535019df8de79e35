import type { ServiceInput } from '#modules/services/index.ts'

/** An error of writing in the letter, and its withdrawal when the researcher breaks his word. */
export const researchAftermath: ServiceInput['flow']['transitions'] = [
  {
    from: 'issued',
    verb: 'report-error',
    to: 'correcting',
    by: 'applicant',
    within: { rule: 'research-permit.amendment-open', per: 'month' },
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
    from: 'correcting',
    verb: 'propose-correction',
    to: 'signing-correction',
    by: 'services.verify',
    key: 's',
    tone: 'primary',
    label: { id: 'Siapkan surat yang benar', en: 'Prepare the right letter' },
    done: { id: 'Surat yang benar disiapkan', en: 'Right letter prepared' },
    form: [
      {
        id: 'correctTitle',
        kind: 'text',
        min: 15,
        max: 200,
        required: 'fact(findings, "correctPlaces") == ""',
        label: { id: 'Judul yang benar', en: 'Right title' },
      },
      {
        id: 'correctPlaces',
        kind: 'text',
        max: 200,
        required: 'fact(findings, "correctTitle") == ""',
        label: { id: 'Tempat penelitian yang benar', en: 'Right places' },
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
    done: { id: 'Surat dinyatakan sudah benar', en: 'The letter was found right' },
    needs: ['reason'],
    tell: {
      title: { id: 'Surat Anda tidak berubah', en: 'Your letter stays as it is' },
      body: {
        id: 'Kami memeriksa surat dari berkas {number}. {reason}',
        en: 'We looked into the letter of file {number}. {reason}',
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
    label: { id: 'Tanda tangani surat yang dibetulkan', en: 'Sign the corrected letter' },
    done: { id: 'Surat dibetulkan dan diterbitkan ulang', en: 'Letter corrected and issued again' },
    notBy: ['propose-correction'],
    stepUp: true,
    tell: {
      title: { id: 'Surat yang benar sudah terbit', en: 'The right letter has been issued' },
      body: {
        id: 'Surat dari berkas {number} sudah dibetulkan. Yang lama tidak berlaku lagi; masa berlakunya tetap.',
        en: 'The letter of file {number} has been corrected. The earlier one no longer holds; the period stays the same.',
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
    verb: 'revoke',
    to: 'cancelled',
    by: 'services.sign',
    key: 'x',
    tone: 'danger',
    label: { id: 'Cabut surat', en: 'Revoke the letter' },
    done: { id: 'Surat dicabut', en: 'Letter revoked' },
    needs: ['reason'],
    reasons: [
      {
        id: 'deviates',
        label: { id: 'Penelitian menyimpang dari proposal', en: 'The research departs from the proposal' },
        basis: 'Permendagri 3/2018 pasal 14',
      },
      {
        id: 'breaks-law',
        label: { id: 'Peneliti melanggar peraturan', en: 'The researcher breaks the law' },
        basis: 'Permendagri 3/2018 pasal 14',
      },
      {
        id: 'unrest',
        label: { id: 'Penelitian menimbulkan keresahan', en: 'The research causes unrest' },
        basis: 'Permendagri 3/2018 pasal 14',
      },
    ],
    stepUp: true,
    tell: {
      title: { id: 'Surat keterangan penelitian dicabut', en: 'The research letter was revoked' },
      body: {
        id: 'Surat dari berkas {number} dicabut. {reason} Hentikan penelitian. Keberatan dapat diajukan tertulis kepada kepala DPMPTSP dalam 21 hari kerja (UU 30/2014 pasal 77).',
        en: 'The letter of file {number} was revoked. {reason} Stop the research. You may object in writing to the head of DPMPTSP within 21 working days (UU 30/2014 art. 77).',
      },
    },
  },
]
