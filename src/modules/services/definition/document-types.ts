import type { LocalText } from '#kernel/i18n/texts.ts'

/** Kinds of paper that file fields name with `document`, in words for "use the ... you gave before". */
const documentTypes: Readonly<Record<string, LocalText>> = {
  'birth-letter': { id: 'surat keterangan lahir', en: 'birth letter' },
  'building-drawing': { id: 'gambar bangunan', en: 'building drawing' },
  'business-licence': { id: 'izin usaha', en: 'business licence' },
  'company-deed': { id: 'akta pendirian', en: 'deed of establishment' },
  'couple-portrait': { id: 'pasfoto berdampingan', en: 'photo of the couple' },
  'court-decision': { id: 'putusan atau penetapan pengadilan', en: 'court decision' },
  'court-final-letter': { id: 'keterangan putusan tetap', en: 'letter that a decision is final' },
  'cover-letter': { id: 'surat pengantar', en: 'cover letter' },
  'death-letter': { id: 'surat keterangan kematian', en: 'death letter' },
  diploma: { id: 'ijazah', en: 'diploma' },
  'district-letter': { id: 'surat camat', en: 'letter of the district head' },
  'divorce-certificate': { id: 'akta cerai', en: 'divorce certificate' },
  'embassy-letter': { id: 'surat kedutaan', en: 'letter of an embassy' },
  'ethics-approval': { id: 'persetujuan etik', en: 'ethics approval' },
  'family-card': { id: 'kartu keluarga', en: 'family card' },
  'health-letter': { id: 'surat keterangan sehat', en: 'health certificate' },
  'identity-card': { id: 'KTP', en: 'identity card' },
  'income-letter': { id: 'surat keterangan penghasilan', en: 'income statement' },
  'land-certificate': { id: 'sertipikat tanah', en: 'land certificate' },
  'land-lease': { id: 'perjanjian sewa', en: 'lease' },
  'marriage-book': { id: 'buku nikah atau akta perkawinan', en: 'marriage book or certificate' },
  'marriage-letter': { id: 'surat perkawinan dari pemuka agama', en: 'marriage letter of a religious leader' },
  'moving-letter': { id: 'surat keterangan pindah', en: 'moving letter' },
  passport: { id: 'paspor', en: 'passport' },
  'police-report': { id: 'surat dari kepolisian', en: 'police report' },
  portrait: { id: 'pasfoto', en: 'portrait' },
  'power-of-attorney': { id: 'surat kuasa', en: 'power of attorney' },
  'practice-registration': { id: 'surat tanda registrasi (STR)', en: 'professional registration (STR)' },
  'proof-of-payment': { id: 'bukti pembayaran', en: 'proof of payment' },
  'recognition-letter': { id: 'surat pengakuan anak', en: 'letter of recognition' },
  'research-proposal': { id: 'proposal penelitian', en: 'research proposal' },
  'report-card': { id: 'rapor', en: 'school report' },
  'site-photo': { id: 'foto lokasi', en: 'photo of the site' },
  'site-plan': { id: 'denah lokasi', en: 'site plan' },
  'stay-permit': { id: 'izin tinggal', en: 'residence permit' },
  'tax-number': { id: 'kartu NPWP', en: 'tax number card' },
  'vehicle-registration': { id: 'STNK', en: 'vehicle registration' },
}

/** What a paper is called; the label of its field when the kind has no name of its own. */
export function documentName(kind: string, label: LocalText): LocalText {
  return documentTypes[kind] ?? label
}
