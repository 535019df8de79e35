import type { ServiceInput } from '#modules/services/index.ts'
import { objectionLaw } from './law.ts'
import { taxOffice } from './tax-flow.ts'

/** Register facts of a taxpayer are for a grown person; a firm applies through whoever answers for it. */
export const grownUp: ServiceInput['eligibility'][number] = {
  when: 'yearsBetween(fact(known, "birthOn"), today) >= int(known.adultAge)',
  refused: {
    id: 'Anda belum berumur {rule:civil-registration.adult-age}. Orang tua atau wali mengurus pajak Anda.',
    en: 'You are not {rule:civil-registration.adult-age} old yet. A parent or guardian sees to your taxes.',
  },
  basis: 'UU 24/2013 pasal 63',
}

export const truth: ServiceInput['form']['pages'][number]['groups'][number]['fields'][number] = {
  id: 'truth',
  kind: 'statement',
  label: {
    id: 'Semua yang saya tulis benar dan lengkap. Saya tahu bahwa keterangan yang tidak benar dapat dikenai sanksi (UU 1/2022, ketentuan pidana).',
    en: 'Everything I wrote is true and complete. I know that untrue statements can be punished (UU 1/2022, criminal provisions).',
  },
}

export const truthEvidence: ServiceInput['evidence']['allOf'][number] = {
  kind: 'statement',
  field: 'truth',
  label: { id: 'Pernyataan bahwa isian ini benar', en: 'Statement that the answers are true' },
  basis: 'UU 1/2022, ketentuan pidana',
}

export const phone: ServiceInput['form']['pages'][number]['groups'][number]['fields'][number] = {
  id: 'phone',
  kind: 'phone',
  prefill: 'fact(known, "phone")',
  label: { id: 'Nomor ponsel', en: 'Mobile number' },
  hint: { id: 'Kami hanya menghubungi tentang pajak ini.', en: 'We call only about this tax.' },
}

export const identityEvidence: ServiceInput['evidence']['allOf'][number] = {
  kind: 'register',
  known: 'fact(known, "nik") != ""',
  label: { id: 'Identitas Anda', en: 'Your identity' },
  help: { id: 'Sudah ada pada kami; tidak perlu difotokopi.', en: 'We have it; no copies are needed.' },
}

/**
 * What services of the revenue office have in common: by whom, where, by which standard and in what time.
 * @param rules family of dated rules that holds service-time
 */
export function taxService(rules: string) {
  const time = { rule: `${rules}.service-time`, per: 'working-day' } as const
  return {
    audience: ['citizen', 'business'],
    unit: taxOffice,
    channels: [
      { id: 'Di sini, kapan saja, dari ponsel', en: 'Here, at any time, from a phone' },
      {
        id: 'Di loket Badan Pendapatan Daerah, dibantu petugas',
        en: 'At the counter of the revenue office, with help',
      },
    ],
    complaints: {
      id: 'Sampaikan kepada kepala badan di loket, atau lewat SP4N-LAPOR!',
      en: 'Tell the head of the office at the counter, or through SP4N-LAPOR!',
    },
    standard: {
      facilities: {
        id: 'Loket dengan jalur kursi roda, ruang konsultasi, komputer mandiri, dan pembayaran nontunai.',
        en: 'A counter with wheelchair access, a room for advice, self-service computers, payment without cash.',
      },
      competence: {
        id: 'Pemeriksa menguasai UU 1/2022, PP 35/2023 dan peraturan daerah tentang pajak.',
        en: 'Examiners know UU 1/2022, PP 35/2023 and the regulation of the region on taxes.',
      },
      supervision: {
        id: 'Kepala bidang melihat tenggat setiap hari; Inspektorat memeriksa contoh keputusan setiap triwulan.',
        en: 'Heads of division watch deadlines daily; the Inspectorate samples decisions every quarter.',
      },
      staff: {
        id: 'Satu petugas loket, dua pemeriksa, satu penanda tangan dengan pengganti.',
        en: 'One at the counter, two examiners, one signer with a substitute.',
      },
      guarantee: {
        id: `Diputus paling lambat {rule:${rules}.service-time} sejak lengkap; tidak ada pungutan atas layanan ini.`,
        en: `Decided within {rule:${rules}.service-time} of a complete file; nothing is charged for this service.`,
      },
      safety: {
        id: 'Data wajib pajak dirahasiakan (UU 1/2022, rahasia jabatan); setiap pembukaan berkas tercatat.',
        en: 'Data of taxpayers are secret (UU 1/2022, official secrecy); every opening of a file is recorded.',
      },
      evaluation: {
        id: 'Survei kepuasan setelah selesai; standar ini ditinjau setiap tahun.',
        en: 'A satisfaction survey at the end; this standard is reviewed every year.',
      },
    },
    clock: time,
    legalLimit: time,
    mandate: { basis: 'KUHPerdata pasal 1792; PP 35/2023' },
  } satisfies Partial<ServiceInput>
}

/** For the legal basis of every service of the revenue office. */
export const taxLaw: ServiceInput['legalBasis'] = [
  {
    citation: 'UU 1/2022',
    about: { id: 'hubungan keuangan antara pusat dan daerah, pajak daerah', en: 'taxes of the regions' },
  },
  {
    citation: 'PP 35/2023',
    about: { id: 'ketentuan umum pajak daerah dan retribusi daerah', en: 'general rules on taxes of the regions' },
  },
  objectionLaw,
]
