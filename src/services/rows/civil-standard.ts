import type { ServiceInput } from '#modules/services/index.ts'
import type { Text } from './row.ts'

/** Where reports to the civil registry are taken. */
export const civilChannels: ServiceInput['channels'] = [
  { id: 'Di sini, kapan saja, dari ponsel', en: 'Here, at any time, from a phone' },
  { id: 'Di loket kecamatan mana pun', en: 'At any district counter' },
]

export const civilComplaints: Text = {
  id: 'Sampaikan kepada kepala dinas di loket mana pun, atau lewat SP4N-LAPOR!',
  en: 'Tell the head of office at any counter, or through SP4N-LAPOR!',
}

/** @basis UU 24/2013 pasal 79A */
export const freeOfChargeLaw = {
  citation: 'UU 24/2013 pasal 79A',
  about: { id: 'tanpa biaya', en: 'free of charge' },
}

/** The line of a fee that the law sets at nothing. @param papers what is free: "Akta kematian dan kartu keluarga" */
export function freeOfCharge(papers: Text): ServiceInput['cost'] {
  return [{ id: 'documents', label: papers, rule: 'civil-registration.document-fee' }]
}

/**
 * The parts of the service standard that are the same in all services of the civil registry.
 * @param rules family of dated rules that holds service-time
 * @basis UU 25/2009 pasal 21
 */
export function civilStandard(rules: string): ServiceInput['standard'] {
  return {
    facilities: {
      id: 'Loket di setiap kecamatan dengan jalur kursi roda, ruang tunggu yang tenang, komputer mandiri dan pemindai.',
      en: 'A counter in every district with wheelchair access, a quiet waiting room, self-service computers and a scanner.',
    },
    competence: {
      id: 'Petugas loket terlatih melayani semua warga; verifikator menguasai Permendagri 108/2019.',
      en: 'Counter staff are trained to serve everybody; verifiers know Permendagri 108/2019.',
    },
    supervision: {
      id: 'Kepala bidang pencatatan sipil melihat tenggat setiap hari; Inspektorat memeriksa contoh berkas setiap triwulan.',
      en: 'The head of civil registration watches deadlines every day; the Inspectorate samples files each quarter.',
    },
    staff: {
      id: 'Satu petugas loket di setiap kecamatan, tiga verifikator, satu penanda tangan dengan pengganti.',
      en: 'One officer at the counter of each district, three verifiers, one signer with a substitute.',
    },
    guarantee: {
      id: `Paling lambat {rule:${rules}.service-time} sejak lengkap, tanpa biaya; bila terlambat Anda diberi tahu sebabnya.`,
      en: `Within {rule:${rules}.service-time} of a complete file, free of charge; if late you are told why.`,
    },
    safety: {
      id: 'NIK disimpan tersandi; setiap petugas yang membuka berkas tercatat dan dapat Anda lihat.',
      en: 'NIKs are kept encrypted; every officer who opens the file is recorded and you can see it.',
    },
    evaluation: {
      id: 'Survei kepuasan setelah dokumen terbit; standar ini ditinjau setiap tahun bersama warga.',
      en: 'A satisfaction survey after issue; this standard is reviewed with citizens every year.',
    },
  }
}

/**
 * What a service of the civil registry has like the others: for whom, by whom, where, by which standard and in what time.
 * @param rules family of dated rules that holds service-time
 */
export function civilService(rules: string) {
  return {
    audience: ['citizen'],
    unit: 'disdukcapil',
    channels: civilChannels,
    complaints: civilComplaints,
    standard: civilStandard(rules),
    clock: { rule: `${rules}.service-time`, per: 'working-day' },
    legalLimit: { rule: 'administrative-review.decision-within', per: 'working-day' },
  } satisfies Partial<ServiceInput>
}

export const reportsWhereRegistered: ServiceInput['eligibility'][number] = {
  when: 'holds(known, "hasFamily")',
  refused: {
    id: 'Anda belum tercatat dalam kartu keluarga di wilayah ini. Laporkan di tempat Anda tercatat.',
    en: 'You are on no family card of this region. Report it where you are registered.',
  },
}

/** The form signed with one tick. @param basis the paper form in whose place it stands */
export const trueAnswers = (basis: string): ServiceInput['evidence']['allOf'][number] => ({
  kind: 'statement',
  field: 'truth',
  label: { id: 'Pernyataan bahwa isian ini benar', en: 'Statement that the answers are true' },
  basis,
})
