import type { ServiceInput } from '#modules/services/index.ts'
import { civilFlow } from '../rows/civil-flow.ts'
import { identityRefusals } from '../rows/identity-card.ts'
import { days as daysOf, office, type Step } from '../rows/row.ts'

export const rules = 'identity-documents.identity-card'
const days = daysOf(rules)

const recording = office({
  id: 'recording',
  desk: 'services.receive',
  deadline: days('recording-time'),
  appointment: {
    label: { id: 'Perekaman biometrik', en: 'Recording of biometrics' },
    place: 'answers.recordAt == "home" ? "di rumah pemohon" : "loket perekaman kecamatan"',
    minutes: 15,
    within: days('appointment'),
  },
  label: { id: 'Perekaman', en: 'Recording' },
  sentence: {
    id: 'Kami mengatur perekaman foto, sidik jari, dan iris Anda di {unit} sejak {since}.',
    en: 'We have been arranging the recording of your photo, fingers and irises at {unit} since {since}.',
  },
  step: {
    title: {
      id: 'Foto, sidik jari, iris, dan tanda tangan direkam',
      en: 'Photo, fingers, irises and signature are recorded',
    },
    place: { id: 'loket kecamatan, dengan janji temu', en: 'district counter, by appointment' },
  },
})

const steps: Step[] = [
  {
    from: 'recording',
    verb: 'recorded',
    to: 'deciding',
    by: 'services.receive',
    key: 's',
    tone: 'primary',
    afterAppointment: true,
    effects: ['population.confirm-recording'],
    label: { id: 'Sudah direkam, teruskan', en: 'Recorded, forward' },
    done: { id: 'Biometrik direkam', en: 'Biometrics recorded' },
  },
  {
    from: 'recording',
    verb: 'not-come',
    to: 'lapsed',
    by: 'services.receive',
    key: 'g',
    tone: 'danger',
    needs: ['reason'],
    label: { id: 'Tidak hadir, gugurkan', en: 'Did not come, let it lapse' },
    done: { id: 'Gugur karena pemohon tidak hadir', en: 'Lapsed: the applicant did not come' },
    tell: {
      title: { id: 'Permohonan KTP-el gugur', en: 'Your application has lapsed' },
      body: {
        id: 'Perekaman untuk berkas {number} tidak terjadi. {reason} Ajukan lagi kapan saja; tidak ada biaya.',
        en: 'The recording for file {number} did not happen. {reason} Apply again at any time; it is free.',
      },
    },
  },
  {
    from: 'recording',
    verb: 'withdraw',
    to: 'withdrawn',
    by: 'applicant',
    tone: 'danger',
    label: { id: 'Tarik permohonan', en: 'Withdraw' },
    done: { id: 'Ditarik oleh pemohon', en: 'Withdrawn by the applicant' },
  },
]

const base = civilFlow({
  rules,
  paper: { id: 'Pencetakan KTP-el', en: 'Printing of the identity card' },
  issuedSentence: {
    id: 'KTP-el Anda diputuskan dan dicetak paling lama {rule:identity-documents.identity-card.print-within}. Lihat keadaannya di Kartu saya',
    en: 'Your identity card is decided and printed within {rule:identity-documents.identity-card.print-within}. See where it is under My cards',
  },
  tell: {
    title: { id: 'KTP-el {subject} masuk antrean cetak', en: 'The identity card of {subject} waits for the printer' },
    body: {
      id: 'Surat keterangan perekaman sudah terbit pada berkas {number} dan berlaku sampai kartunya Anda terima. Kami mengabari saat kartu siap.',
      en: 'A note of the recording is issued in file {number} and holds until you have the card. We tell you when it is ready.',
    },
  },
  effects: ['population.order-identity-card'],
  refusals: identityRefusals,
  between: { first: 'recording', states: [recording], steps },
  letters: {
    refusalTitle: { id: 'Penolakan penerbitan KTP-el', en: 'Refusal of an identity card' },
    code: 'KEP',
  },
})

/** The card is noted when the verifier accepts, so that it can be recorded for; what is given up is not made. */
function withCard(row: Step): Step {
  if (row.verb === 'accept') return { ...row, effects: ['population.request-identity-card'] }
  if (row.verb === 'sign' && row.from === 'deciding') return { ...row, notBy: [...(row.notBy ?? []), 'recorded'] }
  const isEnd = ['refused', 'withdrawn', 'lapsed'].includes(row.to) && row.by !== 'clock'
  return isEnd ? { ...row, effects: ['population.cancel-identity-card'] } : row
}

export const identityFlow: Pick<ServiceInput, 'flow' | 'documents'> = {
  flow: { ...base.flow, transitions: base.flow.transitions.map(withCard) },
  documents: [
    {
      id: 'recording-note',
      on: ['sign'],
      template: 'decision-letter',
      title: { id: 'Surat keterangan perekaman KTP-el', en: 'Note of an identity card recording' },
      register: 'pencatatan-sipil',
      number: '472.2/{sequence}/Disdukcapil/{year}',
      opening: [
        '{subject} telah merekam biometrik untuk KTP-el dan kartunya sedang dicetak.',
        'Surat ini menggantikan KTP-el untuk sementara, sampai kartunya diterima.',
      ],
      closing: ['KTP-el berlaku seumur hidup (UU 24/2013 pasal 64).'],
    },
    ...(base.documents ?? []),
  ],
}
