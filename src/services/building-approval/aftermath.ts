import type { ServiceInput } from '#modules/services/index.ts'
import { withdrawals } from '../endings.ts'
import { objectionSteps } from '../objection.ts'
import { objection } from './states.ts'

/** Refusal, objection, and what may happen to an approval afterwards. */
export const buildingAftermath: ServiceInput['flow']['transitions'] = [
  {
    from: 'refusing',
    verb: 'refuse',
    to: 'refused',
    by: 'services.sign',
    key: 't',
    tone: 'danger',
    stepUp: true,
    needs: ['reason'],
    reasons: [
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
    ],
    label: { id: 'Tolak dan tanda tangani', en: 'Refuse and sign' },
    done: { id: 'Ditolak', en: 'Refused' },
    tell: {
      title: { id: 'Permohonan PBG Anda ditolak', en: 'Your application was refused' },
      body: {
        id: 'Berkas {number} ditolak. {reason} Anda dapat mengajukan keberatan dari halaman berkas dalam 21 hari kerja (UU 30/2014 pasal 77).',
        en: 'File {number} was refused. {reason} You may object from the file within 21 working days (UU 30/2014 art. 77).',
      },
    },
  },
  {
    from: 'refusing',
    verb: 'return-proposal',
    to: 'consultation',
    by: 'services.sign',
    key: 'k',
    needs: ['reason'],
    label: { id: 'Kembalikan ke tim penilai', en: 'Return to the technical team' },
    done: { id: 'Usul penolakan dikembalikan', en: 'Proposal returned' },
  },
  {
    from: 'issued',
    verb: 'prepare-reissue',
    to: 'reissuing',
    by: 'services.verify',
    needs: ['reason'],
    label: { id: 'Siapkan surat pengganti', en: 'Prepare a replacing letter' },
    done: { id: 'Surat pengganti disiapkan', en: 'Replacing letter prepared' },
  },
  {
    from: 'reissuing',
    verb: 'reissue',
    to: 'issued',
    by: 'services.sign',
    key: 's',
    tone: 'primary',
    stepUp: true,
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
  },
  {
    from: 'issued',
    verb: 'cancel',
    to: 'cancelled',
    by: 'services.sign',
    tone: 'danger',
    stepUp: true,
    needs: ['reason'],
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
    tell: {
      title: { id: 'PBG {subject} dibatalkan', en: 'The approval of {subject} was cancelled' },
      body: {
        id: 'Persetujuan pada berkas {number} dibatalkan. {reason} Hubungi DPMPTSP bila Anda tidak setuju.',
        en: 'The approval of file {number} was cancelled. {reason} Talk to DPMPTSP if you disagree.',
      },
    },
  },
  ...withdrawals(['received', 'returned', 'consultation', 'revising', 'inspecting', 'payment']),
  ...objectionSteps(objection),
]
