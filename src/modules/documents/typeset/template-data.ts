import type { BillData } from './bill-data.ts'
import type { BlankFormData } from './blank-form-data.ts'
import type { ChildCardData } from './child-card-data.ts'
import type { CivilCertificateData } from './civil-certificate-data.ts'
import type { MovingLetterData } from './moving-letter-data.ts'
import type { OfficialLetterData } from './official-letter-data.ts'
import type { TaxNoticesData } from './tax-notices-data.ts'

export type { BlankFormData, BlankFormField, BlankFormGroup } from './blank-form-data.ts'
export type { ChildCardData } from './child-card-data.ts'
export type { CivilCertificateData, CivilParty, CivilPhoto, CivilRow } from './civil-certificate-data.ts'
export type { MovingLetterData, MovingPerson } from './moving-letter-data.ts'

/**
 * What each Typst template needs, as plain JSON. Dates are `YYYY-MM-DD`, times of day `HH:MM` local,
 * moments ISO 8601 with offset. Every string is data: it is printed, never interpreted.
 */

/** The three official zones; the printed abbreviation (WIB, WITA, WIT) follows from it. */
export type TimeZone = 'Asia/Jakarta' | 'Asia/Makassar' | 'Asia/Jayapura'

/** Colours as `#rrggbb`. Accent draws lines, deep the QR and headings, wash fills, gold the crest. */
export interface RegionColors {
  readonly accent: string
  readonly deep: string
  readonly wash: string
  readonly gold: string
}

export interface RegionData {
  /** With its kind: `Kabupaten Arunika`. */
  readonly name: string
  readonly timeZone: TimeZone
  readonly colors?: Partial<RegionColors>
  /** The official emblem as an SVG document without text elements; a neutral shield is drawn when absent. */
  readonly crest?: string
  /** The official drawing of the State emblem (Garuda Pancasila), for letters of the regional head. @basis UU 24/2009 */
  readonly stateEmblem?: string
}

export interface OfficeData {
  /** First line of the letterhead: `Pemerintah Kabupaten Arunika`. */
  readonly government: string
  /** Second line: `Dinas Kependudukan dan Pencatatan Sipil`. */
  readonly name: string
  /** Address, telephone, website: one string a line. */
  readonly lines?: readonly string[]
}

export interface VerificationData {
  /** What the QR holds. */
  readonly url: string
  /** The short address a person types: `arunika.example/v`. */
  readonly address: string
  /** As `newVerificationCode` makes it. */
  readonly code: string
}

/**
 * In what authority a person signs (UU 30/2014 art. 14): definitive holder, acting in a vacant post (Plt.),
 * acting for an absent holder (Plh.), appointed substitute of a regional head (Pj.). Or `seal`: no official acted,
 * the document came about by the force of law and carries the electronic seal of the unit. Or `party`: somebody outside
 * this government who signs for himself or his own organisation.
 */
export type SigningCapacity = 'definitive' | 'plt' | 'plh' | 'pj' | 'seal' | 'party'

export interface SignatureData {
  /** Of the person; of a seal: `Segel elektronik Dinas Kesehatan`. */
  readonly name: string
  /** Without prefix: `Kepala Dinas Kependudukan dan Pencatatan Sipil`; of a seal the unit. */
  readonly position: string
  /** The superior on whose behalf (a.n.) it is signed: `Bupati Arunika`. */
  readonly onBehalfOf?: string
  /** Below a.n.: who received that mandate and lets the signer use it (u.b.): `Sekretaris Daerah`. */
  readonly underBehalfOf?: string
  /** Above the post, where several sign: `PIHAK KESATU`, `Yang menyerahkan`. */
  readonly role?: string
  readonly capacity: SigningCapacity
  /** The decision or order that gives the authority: `SK 821.2/17/2025`; of a seal the article of law; of a party ''. */
  readonly order: string
  /** Absent while the document waits for its signature. */
  readonly signedAt?: string
  readonly rank?: string
  /** NIP, 18 digits. */
  readonly employeeNumber?: string
}

export interface DocumentData {
  readonly region: RegionData
  readonly office: OfficeData
  /** Prints DRAF across every page. */
  readonly draft?: boolean
  readonly verification?: VerificationData
  /** Small print at the foot: legal remarks as the dated rules give them. */
  readonly footnotes?: readonly string[]
}

export type Sex = 'male' | 'female'

/**
 * Whose child, by proof of marriage.
 * @basis Permendagri 108/2019 (perkawinan belum tercatat; anak seorang ibu)
 */
export type BirthParents =
  | { readonly kind: 'married'; readonly father: string; readonly mother: string }
  | { readonly kind: 'marriage-not-recorded'; readonly father: string; readonly mother: string }
  | { readonly kind: 'mother-only'; readonly mother: string }
  | { readonly kind: 'unknown' }

export interface BirthCertificateData extends DocumentData {
  /** Of the register entry: `9901-LT-23112026-0047`. */
  readonly number: string
  readonly child: {
    readonly name: string
    /** Absent for a foreign child without a NIK. */
    readonly nik?: string
    readonly sex: Sex
    /** Which child of its mother, from 1; absent for a foundling. */
    readonly order?: number
    readonly birthplace: string
    readonly bornOn: string
    readonly bornAt?: string
    /** `Warga Negara Indonesia`. */
    readonly citizenship: string
  }
  readonly parents: BirthParents
  readonly issued: { readonly place: string; readonly on: string }
  /** Marginal notes and the legal remark, one paragraph each. */
  readonly remarks?: readonly string[]
  readonly signature: SignatureData
}

export interface DeathCertificateData extends DocumentData {
  /** Of the register entry: `9901-KM-23112026-0012`. */
  readonly number: string
  readonly deceased: {
    readonly name: string
    readonly nik?: string
    readonly sex: Sex
    readonly birthplace: string
    readonly bornOn: string
    readonly citizenship: string
    /** `Hartono Wiryawan (ayah) dan Ratna Dewanti (ibu)`; empty when the register names neither. */
    readonly parents: string
  }
  readonly death: { readonly place: string; readonly on: string; readonly at?: string }
  readonly issued: { readonly place: string; readonly on: string }
  /** Marginal notes and the legal remark, one paragraph each. */
  readonly remarks?: readonly string[]
  readonly signature: SignatureData
}

export interface FamilyMember {
  readonly name: string
  readonly nik: string
  readonly sex: Sex
  readonly birthplace: string
  readonly bornOn: string
  readonly religion: string
  readonly education: string
  readonly occupation: string
  readonly bloodType?: string
  readonly maritalStatus: string
  /** Date of marriage or divorce, as the status has it. */
  readonly maritalOn?: string
  /** `Kepala Keluarga`, `Istri`, `Anak` ... */
  readonly relation: string
  readonly citizenship: string
  readonly passport?: string
  readonly stayPermit?: string
  readonly father: string
  readonly mother: string
}

export interface FamilyCardData extends DocumentData {
  /** Nomor KK, 16 digits. */
  readonly number: string
  readonly head: string
  readonly address: {
    readonly street: string
    readonly rt: string
    readonly rw: string
    readonly postalCode?: string
    readonly village: string
    readonly district: string
    readonly regency: string
    readonly province: string
  }
  readonly members: readonly FamilyMember[]
  /** Counts the cards printed for this number, from 1. */
  readonly version: number
  readonly issued: { readonly place: string; readonly on: string }
  readonly signature: SignatureData
}

export interface ReceiptData extends DocumentData {
  readonly trackingNumber: string
  /** Where the PIN is, never the PIN: `dikirim ke WhatsApp 0812-xxxx-xx34`. */
  readonly pinHint: string
  readonly service: string
  /** The applicant's own words for what is asked, when there are any: `Akta kelahiran untuk Kirana Ayu`. */
  readonly subject?: string
  readonly applicant: { readonly name: string; readonly contact?: string }
  readonly submittedAt: string
  /** `Loket 3`, `Laman layanan`. */
  readonly channel?: string
  readonly receivedBy?: string
  readonly promise: { readonly on: string; readonly at?: string; readonly note?: string }
  readonly fee?: string
  readonly documents: readonly {
    readonly name: string
    /** attached: given now. known: already with the government. missing: must still come. */
    readonly status: 'attached' | 'known' | 'missing'
    readonly note?: string
  }[]
  readonly statusPage: { readonly url: string; readonly address: string }
}

export interface RecipientData {
  readonly name: string
  /** What tells this person or firm from another: `NIK 99...`, address. One string a line. */
  readonly lines?: readonly string[]
}

/** What a service says in a letter or certificate of its own; see `documents` in a service definition. */
interface DecisionData extends DocumentData {
  readonly title: string
  readonly number: string
  /** Paragraphs before and after the facts. */
  readonly opening: readonly string[]
  readonly rows: readonly { readonly label: string; readonly value: string }[]
  readonly closing: readonly string[]
  /** The last day on which it holds; absent when it has no end. */
  readonly validUntil?: string
  readonly issued: { readonly place: string; readonly on: string }
  readonly signature: SignatureData
}

/** A decision or permit on one or more pages (surat keputusan, surat izin). */
export interface DecisionLetterData extends DecisionData {
  /** Below the number, after "tentang": `Izin Praktik Dokter`. */
  readonly about?: string
  /** Reasons (Menimbang), lettered. */
  readonly considering?: readonly string[]
  /** Regulations (Mengingat), numbered. */
  readonly legalBasis?: readonly string[]
  readonly recipient?: RecipientData
  /** The dictums (KESATU, KEDUA ...) under "Memutuskan", after the facts. */
  readonly decisions?: readonly string[]
  /** Who else gets it (Tembusan). */
  readonly copies?: readonly string[]
}

/** One page to hang on a wall: the name is what one reads first. */
export interface CertificateData extends DecisionData {
  readonly recipient: RecipientData
  /** Default `landscape`. */
  readonly orientation?: 'landscape' | 'portrait'
}

export interface TemplateData {
  readonly 'birth-certificate': BirthCertificateData
  readonly 'death-certificate': DeathCertificateData
  readonly 'civil-certificate': CivilCertificateData
  readonly 'moving-letter': MovingLetterData
  readonly 'child-card': ChildCardData
  readonly 'family-card': FamilyCardData
  readonly receipt: ReceiptData
  readonly 'blank-form': BlankFormData
  readonly 'decision-letter': DecisionLetterData
  readonly certificate: CertificateData
  readonly bill: BillData
  readonly 'tax-notices': TaxNoticesData
  readonly 'official-letter': OfficialLetterData
}

export type TemplateName = keyof TemplateData

/** In the order of the interface above; the file is `templates/<name>.typ`. */
export const TEMPLATE_NAMES: readonly TemplateName[] = [
  'birth-certificate',
  'death-certificate',
  'civil-certificate',
  'moving-letter',
  'child-card',
  'family-card',
  'receipt',
  'blank-form',
  'decision-letter',
  'certificate',
  'bill',
  'tax-notices',
  'official-letter',
]
