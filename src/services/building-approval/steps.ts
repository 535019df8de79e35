import type { ServiceInput } from '#modules/services/index.ts'
import { lapseUncorrected, resubmit, sendBack } from '../rows/intake.ts'
import { issues } from '../rows/issue.ts'
import { payOrLapse } from '../rows/payment.ts'
import { proposeRefusal } from '../rows/refusal.ts'
import { examines, handsBack, receives } from '../rows/row.ts'
import { days, paidWithin } from './states.ts'

const agreed = '["recommend", "recommend-with-conditions"]'
/** All reviews are awaited, so that the applicant hears everything at once. */
const given = '["recommend", "recommend-with-conditions", "reject"]'

/** @basis PP 16/2021 pasal 253 sampai 261; UU 30/2014 pasal 64 (pembatalan) */
export const buildingSteps: ServiceInput['flow']['transitions'] = [
  receives({
    from: 'received',
    verb: 'forward',
    to: 'reviewing',
    label: { id: 'Lengkap, mulai telaah', en: 'Complete, begin the reviews' },
    done: { id: 'Lengkap, telaah teknis dimulai', en: 'Complete, technical reviews begun' },
  }),
  sendBack('received', 'services.receive', 'returned'),
  resubmit('returned', 'received'),
  lapseUncorrected(days('correction-within')),
  {
    from: 'reviewing',
    verb: 'arrange-visit',
    to: 'inspecting',
    by: 'engine',
    when: `branches.structure in ${agreed} && branches.roads in ${agreed} && branches.environment in ["recommend", "recommend-with-conditions", "skipped"]`,
    label: { id: 'Ke peninjauan lokasi', en: 'To the site visit' },
    done: { id: 'Semua telaah merekomendasikan', en: 'All reviews recommend it' },
  },
  {
    from: 'reviewing',
    verb: 'call-consultation',
    to: 'consultation',
    by: 'engine',
    when: `branches.structure in ${given} && branches.roads in ${given} && branches.environment in ["recommend", "recommend-with-conditions", "reject", "skipped"]`,
    label: { id: 'Ke konsultasi', en: 'To consultation' },
    done: { id: 'Ada telaah yang tidak merekomendasikan', en: 'A review does not recommend it' },
  },
  examines({
    from: 'consultation',
    verb: 'proceed',
    to: 'inspecting',
    needs: ['reason', 'no-marks'],
    label: { id: 'Lanjutkan ke peninjauan lokasi', en: 'Go on to the site visit' },
    done: { id: 'Keberatan telaah teratasi', en: 'The reviewers’ doubts are settled' },
  }),
  sendBack('consultation', 'services.verify', 'revising'),
  proposeRefusal('consultation'),
  resubmit('revising', 'reviewing'),
  lapseUncorrected(days('correction-within'), { from: 'revising' }),
  examines({
    from: 'inspecting',
    verb: 'report-inspection',
    to: 'assessing',
    afterAppointment: true,
    needs: ['no-marks'],
    label: { id: 'Kirim berita acara peninjauan', en: 'Send the report of the visit' },
    done: { id: 'Lokasi ditinjau dan diukur', en: 'Site seen and measured' },
    form: [
      {
        id: 'measuredArea',
        kind: 'number',
        measure: 'm2',
        min: 1,
        max: 16000,
        decimals: 2,
        unit: { id: 'm²', en: 'm²' },
        label: { id: 'Luas lantai menurut pengukuran', en: 'Floor area as measured' },
      },
      {
        id: 'matchesDrawings',
        kind: 'yes-no',
        label: { id: 'Lokasi sesuai dengan gambar', en: 'The site matches the drawings' },
        checks: [
          {
            holds: 'findings.matchesDrawings == "yes"',
            say: {
              id: 'Lokasi yang tidak sesuai dengan gambar belum dapat dilanjutkan. Pilih “Minta gambar disesuaikan”.',
              en: 'A site that does not match the drawings cannot go on. Choose “Ask for fitting drawings”.',
            },
            basis: 'PP 16/2021 pasal 253',
          },
        ],
      },
      {
        id: 'inspectionPhotos',
        kind: 'photo',
        label: { id: 'Foto lokasi', en: 'Photos of the site' },
      },
      {
        id: 'inspectionNote',
        kind: 'long-text',
        max: 2000,
        required: 'false',
        label: { id: 'Catatan peninjauan', en: 'Note of the visit' },
      },
    ],
  }),
  {
    ...sendBack('inspecting', 'services.verify', 'revising'),
    label: { id: 'Minta gambar disesuaikan', en: 'Ask for fitting drawings' },
  },
  examines({
    from: 'assessing',
    verb: 'set-retribution',
    to: 'payment',
    needs: ['no-marks'],
    label: { id: 'Tetapkan retribusi', en: 'Set the retribution' },
    done: { id: 'Retribusi ditetapkan', en: 'Retribution set' },
    tell: {
      title: { id: 'Retribusi PBG sudah ditetapkan', en: 'The retribution is set' },
      body: {
        id: 'Rincian dan kode bayar ada pada berkas {number}. PBG ditandatangani setelah pembayaran diterima; tanpa pembayaran dalam {rule:licensing.building.payment-within} permohonan gugur.',
        en: 'File {number} shows how it was computed and the code to pay by. The approval is signed after payment; without it the application lapses in {rule:licensing.building.payment-within}.',
      },
    },
  }),
  {
    from: 'assessing',
    verb: 'measure-again',
    to: 'inspecting',
    by: 'services.verify',
    key: 'u',
    needs: ['reason'],
    label: { id: 'Minta pengukuran ulang', en: 'Ask for another measurement' },
    done: { id: 'Pengukuran ulang diminta', en: 'Another measurement asked for' },
  },
  ...payOrLapse(paidWithin, {
    id: 'Anda dapat mengajukan lagi dengan dokumen yang sama.',
    en: 'You can apply again with the same papers.',
  }),
  issues({
    from: 'signing',
    verb: 'issue',
    needs: ['no-marks'],
    notBy: ['set-retribution', 'word-anew'],
    effects: ['licensing.register-building-approval'],
    tell: {
      title: { id: 'PBG {subject} sudah terbit', en: 'The building approval of {subject} is issued' },
      body: {
        id: 'Persetujuan bangunan gedung {subject} sudah terbit. Unduh dari berkas {number} dan pasang papan proyek sebelum mulai membangun.',
        en: 'The building approval of {subject} has been issued. Download it from file {number} and put up the site board before you begin.',
      },
    },
  }),
  handsBack({
    from: 'signing',
    verb: 'ask-wording',
    to: 'wording',
    label: { id: 'Minta naskah diperbaiki', en: 'Ask for another wording' },
    done: { id: 'Naskah dikembalikan untuk diperbaiki', en: 'Wording returned' },
  }),
  examines({
    from: 'wording',
    verb: 'word-anew',
    to: 'signing',
    label: { id: 'Naskah sudah diperbaiki', en: 'Wording corrected' },
    done: { id: 'Naskah diperbaiki', en: 'Wording corrected' },
  }),
]
