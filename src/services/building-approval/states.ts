import type { ServiceInput } from '#modules/services/index.ts'
import { cancelled, endings } from '../rows/endings.ts'
import { returned } from '../rows/intake.ts'
import { awaitsSignature, issued } from '../rows/issue.ts'
import { objectionStates } from '../rows/objection.ts'
import { payment } from '../rows/payment.ts'
import { refusing } from '../rows/refusal.ts'
import { days as daysOf, office } from '../rows/row.ts'

export const days = daysOf('licensing.building')
export const paidWithin = { rule: 'licensing.building.payment-within', per: 'calendar-day' } as const

const outcomes = [
  {
    id: 'recommend',
    key: 's',
    tone: 'primary',
    label: { id: 'Rekomendasikan', en: 'Recommend' },
    done: { id: 'Direkomendasikan', en: 'Recommended' },
  },
  {
    id: 'recommend-with-conditions',
    key: 'b',
    needs: ['reason'],
    label: { id: 'Rekomendasikan dengan syarat', en: 'Recommend with conditions' },
    done: { id: 'Direkomendasikan dengan syarat', en: 'Recommended with conditions' },
  },
  {
    id: 'reject',
    key: 't',
    tone: 'danger',
    needs: ['reason'],
    label: { id: 'Tidak merekomendasikan', en: 'Do not recommend' },
    done: { id: 'Tidak direkomendasikan', en: 'Not recommended' },
  },
] as const

const reviewed = (): NonNullable<ServiceInput['flow']['states'][number]['branches']>[number]['outcomes'] =>
  outcomes.map((outcome) => ({ ...outcome, needs: 'needs' in outcome ? [...outcome.needs] : [] }))

const note = (id: string, titleId: string, titleEn: string) =>
  ({ id, kind: 'long-text', max: 1000, required: 'false', label: { id: titleId, en: titleEn } }) as const

export const objection = { unit: 'dpmptsp', to: 'inspecting' } as const

/** Counter, three reviews at once, consultation, visit, retribution, payment, signature. */
export const buildingStates: ServiceInput['flow']['states'] = [
  office({
    id: 'received',
    desk: 'services.receive',
    unit: 'dpmptsp',
    deadline: days('intake'),
    label: { id: 'Di loket', en: 'At the counter' },
    sentence: {
      id: 'Berkas Anda diperiksa kelengkapannya di loket DPMPTSP sejak {since}.',
      en: 'The DPMPTSP counter has been checking your file since {since}.',
    },
    step: {
      title: { id: 'Loket memeriksa kelengkapan', en: 'The counter checks completeness' },
      place: { id: 'DPMPTSP', en: 'One-stop office' },
    },
  }),
  returned,
  office({
    id: 'reviewing',
    deadline: days('review'),
    label: { id: 'Telaah teknis', en: 'Technical review' },
    sentence: {
      id: 'Tim penilai teknis, Bina Marga dan Lingkungan Hidup menelaah berkas Anda bersamaan sejak {since}.',
      en: 'The technical team, roads and environment have been reviewing your file at the same time since {since}.',
    },
    step: {
      title: { id: 'Telaah teknis bersamaan', en: 'Technical reviews at the same time' },
      place: { id: 'DPUPR (bangunan dan jalan) dan DLH', en: 'DPUPR (building and roads) and DLH' },
    },
    branches: [
      {
        id: 'structure',
        desk: 'services.verify',
        unit: 'dpupr.tata-ruang',
        label: { id: 'Bangunan dan tata ruang (TPT)', en: 'Building and zoning (TPT)' },
        form: [note('structureNote', 'Catatan struktur dan tata ruang', 'Note on structure and zoning')],
        outcomes: reviewed(),
      },
      {
        id: 'roads',
        desk: 'services.verify',
        unit: 'dpupr.bina-marga',
        label: { id: 'Garis sempadan dan akses jalan', en: 'Building line and road access' },
        form: [note('roadsNote', 'Catatan sempadan jalan', 'Note on the building line')],
        outcomes: reviewed(),
      },
      {
        id: 'environment',
        desk: 'services.verify',
        unit: 'dlh',
        when: 'answers.nearWater == "yes" || answers.use != "dwelling"',
        label: { id: 'Lingkungan', en: 'Environment' },
        form: [note('environmentNote', 'Catatan lingkungan', 'Note on the environment')],
        outcomes: reviewed(),
      },
    ],
  }),
  office({
    id: 'consultation',
    desk: 'services.verify',
    unit: 'dpupr.tata-ruang',
    deadline: days('consultation'),
    label: { id: 'Konsultasi', en: 'Consultation' },
    sentence: {
      id: 'Tim penilai teknis merumuskan apa yang perlu diubah sejak {since}.',
      en: 'The technical team has been working out what has to change since {since}.',
    },
    step: {
      title: { id: 'Konsultasi bila ada yang perlu diubah', en: 'Consultation if something has to change' },
      place: { id: 'Tim Penilai Teknis, DPUPR', en: 'Technical team, DPUPR' },
    },
  }),
  {
    id: 'revising',
    holder: 'applicant',
    label: { id: 'Perbaikan gambar', en: 'Revising the drawings' },
    sentence: {
      id: 'Kami menunggu perbaikan gambar dari Anda sejak {since}.',
      en: 'We have been waiting for your revised drawings since {since}.',
    },
  },
  office({
    id: 'inspecting',
    desk: 'services.verify',
    unit: 'dpupr.tata-ruang',
    deadline: days('inspection'),
    appointment: {
      label: { id: 'Peninjauan lokasi', en: 'Site visit' },
      place: 'answers.siteAddress.street',
      minutes: 60,
      within: days('appointment'),
    },
    label: { id: 'Peninjauan lokasi', en: 'Site visit' },
    sentence: {
      id: 'Petugas mengatur peninjauan lokasi dengan Anda sejak {since}.',
      en: 'Officers have been arranging the site visit with you since {since}.',
    },
    step: {
      title: { id: 'Petugas meninjau dan mengukur lokasi', en: 'Officers see and measure the site' },
      place: { id: 'di lokasi, dengan janji temu', en: 'on the site, by appointment' },
    },
  }),
  office({
    id: 'assessing',
    desk: 'services.verify',
    unit: 'dpmptsp',
    deadline: days('assessment'),
    label: { id: 'Penetapan retribusi', en: 'Setting the retribution' },
    sentence: {
      id: 'DPMPTSP menetapkan retribusi dari luas hasil pengukuran sejak {since}.',
      en: 'DPMPTSP has been setting the retribution from the measured area since {since}.',
    },
    step: {
      title: { id: 'Retribusi ditetapkan', en: 'The retribution is set' },
      place: { id: 'DPMPTSP', en: 'One-stop office' },
    },
  }),
  refusing('dpmptsp', days('issue')),
  payment(
    paidWithin,
    { id: 'Retribusi sudah ditetapkan.', en: 'The retribution is set.' },
    { id: 'Anda membayar retribusi', en: 'You pay the retribution' },
  ),
  awaitsSignature(
    { id: 'Persetujuan', en: 'The approval' },
    {
      unit: 'dpmptsp',
      deadline: days('issue'),
      step: {
        time: {
          id: '{rule:licensing.building.issue} sejak lunas',
          en: '{rule:licensing.building.issue} after payment',
        },
      },
    },
  ),
  office({
    id: 'wording',
    desk: 'services.verify',
    unit: 'dpmptsp',
    deadline: days('wording'),
    label: { id: 'Perbaikan naskah', en: 'Wording' },
    sentence: {
      id: 'Naskah keputusan diperbaiki sejak {since}.',
      en: 'The wording of the decision has been corrected since {since}.',
    },
  }),
  issued(
    {
      id: 'Persetujuan bangunan gedung sudah terbit. Anda boleh mulai membangun.',
      en: 'The building approval has been issued. You may begin to build.',
    },
    { id: 'Anda menerima PBG', en: 'You receive the approval' },
  ),
  office({
    id: 'reissuing',
    desk: 'services.sign',
    unit: 'dpmptsp',
    deadline: days('issue'),
    label: { id: 'Penerbitan ulang', en: 'Being issued anew' },
    sentence: {
      id: 'Surat pengganti menunggu tanda tangan sejak {since}. PBG Anda tetap berlaku.',
      en: 'The replacing letter has waited for signature since {since}. Your approval still holds.',
    },
  }),
  ...endings,
  cancelled,
  ...objectionStates(objection),
]
