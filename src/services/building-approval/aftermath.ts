import type { ServiceInput } from '#modules/services/index.ts'
import { takeBack, tellLost } from '../rows/aftermath.ts'
import { withdrawals } from '../rows/endings.ts'
import { objectionSteps } from '../rows/objection.ts'
import { refuse } from '../rows/refusal.ts'
import { handsBack, signs } from '../rows/row.ts'
import { objection } from './states.ts'

/** Refusal, objection, and what may happen to an approval afterwards. */
export const buildingAftermath: ServiceInput['flow']['transitions'] = [
  refuse('refusing', { id: 'Permohonan PBG Anda ditolak', en: 'Your application was refused' }, [
    {
      id: 'zoning',
      label: { id: 'Tidak sesuai rencana tata ruang', en: 'Against the zoning plan' },
      basis: 'PP 16/2021 pasal 261; UU 26/2007 pasal 37',
    },
    {
      id: 'technical-standard',
      label: { id: 'Tidak memenuhi standar teknis bangunan gedung', en: 'Below the technical standard' },
      basis: 'PP 16/2021 pasal 253',
    },
    {
      id: 'building-line',
      label: { id: 'Melanggar garis sempadan', en: 'Beyond the building line' },
      basis: 'PP 16/2021 pasal 27; Perda bangunan gedung',
    },
    {
      id: 'land-right',
      label: { id: 'Hak atas tanah tidak terbukti', en: 'The right to the land is not shown' },
      basis: 'UU 28/2002 pasal 8',
    },
  ]),
  handsBack({
    from: 'refusing',
    verb: 'return-proposal',
    to: 'consultation',
    label: { id: 'Kembalikan ke tim penilai', en: 'Return to the technical team' },
    done: { id: 'Usul penolakan dikembalikan', en: 'Proposal returned' },
  }),
  {
    from: 'issued',
    verb: 'prepare-reissue',
    to: 'reissuing',
    by: 'services.verify',
    needs: ['reason'],
    label: { id: 'Siapkan surat pengganti', en: 'Prepare a replacing letter' },
    done: { id: 'Surat pengganti disiapkan', en: 'Replacing letter prepared' },
  },
  signs({
    from: 'reissuing',
    verb: 'reissue',
    to: 'issued',
    notBy: ['prepare-reissue'],
    label: { id: 'Tanda tangani surat pengganti', en: 'Sign the replacing letter' },
    done: { id: 'Surat pengganti terbit', en: 'Replacing letter issued' },
    tell: {
      title: { id: 'PBG {subject} terbit ulang', en: 'The approval of {subject} was issued anew' },
      body: {
        id: 'Surat pengganti untuk berkas {number} sudah terbit; surat sebelumnya tidak berlaku lagi.',
        en: 'The replacing letter of file {number} has been issued; the letter before it no longer holds.',
      },
    },
  }),
  takeBack({
    verb: 'cancel',
    undoes: ['issue'],
    reasons: [
      {
        id: 'false-data',
        label: { id: 'Data atau dokumen terbukti tidak benar', en: 'Data or papers proved untrue' },
        basis: 'UU 30/2014 pasal 66',
      },
      {
        id: 'against-approval',
        label: { id: 'Bangunan menyimpang dari persetujuan', en: 'The building departs from the approval' },
        basis: 'UU 28/2002 pasal 45',
      },
    ],
    label: { id: 'Batalkan PBG', en: 'Cancel the approval' },
    done: { id: 'PBG dibatalkan', en: 'Approval cancelled' },
    tell: tellLost(
      { id: 'PBG {subject} dibatalkan', en: 'The approval of {subject} was cancelled' },
      { id: 'Persetujuan pada berkas {number} dibatalkan.', en: 'The approval of file {number} was cancelled.' },
    ),
  }),
  ...withdrawals(['received', 'returned', 'consultation', 'revising', 'inspecting', 'payment']),
  ...objectionSteps(objection),
]
