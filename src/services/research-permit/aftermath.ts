import type { ServiceInput } from '#modules/services/index.ts'
import { correctionSteps, takeBack, tellLost } from '../rows/aftermath.ts'
import { days } from '../rows/row.ts'

/** An error of writing in the letter, while it holds. */
export const correction = {
  what: { id: 'surat', en: 'letter' },
  unit: 'dpmptsp',
  open: { rule: 'research-permit.amendment-open', per: 'month' },
  deadline: days('research-permit')('amendment-time'),
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
} satisfies Parameters<typeof correctionSteps>[0]

/** An error of writing in the letter, and its withdrawal when the researcher breaks his word. */
export const researchAftermath: ServiceInput['flow']['transitions'] = [
  ...correctionSteps(correction),
  takeBack({
    verb: 'revoke',
    label: { id: 'Cabut surat', en: 'Revoke the letter' },
    done: { id: 'Surat dicabut', en: 'Letter revoked' },
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
    tell: tellLost(
      { id: 'Surat keterangan penelitian dicabut', en: 'The research letter was revoked' },
      { id: 'Surat dari berkas {number} dicabut.', en: 'The letter of file {number} was revoked.' },
      { id: 'Hentikan penelitian.', en: 'Stop the research.' },
    ),
  }),
]
