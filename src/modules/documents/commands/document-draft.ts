import type { Act } from '../authority/acts.ts'
import type { OfficialLetterData } from '../typeset/official-letter-data.ts'
import type {
  BirthCertificateData,
  CertificateData,
  ChildCardData,
  CivilCertificateData,
  DeathCertificateData,
  DecisionLetterData,
  DocumentData,
  FamilyCardData,
  MovingLetterData,
  SignatureData,
} from '../typeset/template-data.ts'

/** Parts of a letter that the issuing adds: letterhead, QR, signature; to those of a service also title, number, day. */
type AddedAtIssue = keyof DocumentData | 'signature'
type AddedToDecisions = AddedAtIssue | 'title' | 'number' | 'issued'

interface DraftData {
  readonly 'birth-certificate': Omit<BirthCertificateData, AddedAtIssue>
  readonly 'death-certificate': Omit<DeathCertificateData, AddedAtIssue>
  readonly 'civil-certificate': Omit<CivilCertificateData, AddedAtIssue>
  readonly 'moving-letter': Omit<MovingLetterData, AddedAtIssue>
  readonly 'child-card': Omit<ChildCardData, AddedAtIssue>
  readonly 'family-card': Omit<FamilyCardData, AddedAtIssue>
  readonly 'decision-letter': Omit<DecisionLetterData, AddedToDecisions>
  readonly certificate: Omit<CertificateData, AddedToDecisions>
  readonly 'official-letter': Omit<OfficialLetterData, keyof DocumentData | 'number' | 'issued' | 'signatures'>
}

/** A signed document before it is issued: what it says, without who signs and how it is verified. */
export type DocumentDraft = {
  [Name in keyof DraftData]: {
    readonly template: Name
    readonly number: string
    readonly title: string
    /** What the official does by signing; usual by template when absent. A deputy may not sign every act. */
    readonly act?: Act | undefined
    /** Absent when it concerns no person of the register: a firm, a building. */
    readonly subjectPersonId?: string | undefined
    /** Of the person or firm; shown masked to who checks the code. */
    readonly subjectName: string
    /** As it was shown before, when the name itself is not at hand. */
    readonly subjectShown?: { readonly label: string; readonly initials: string } | undefined
    readonly footnotes: readonly string[]
    /** Of a sealed document: the article by which it comes about without an official. */
    readonly sealedUnder?: string | undefined
    readonly data: DraftData[Name]
  }
}[keyof DraftData]

export interface IssuedDocument {
  readonly id: string
  readonly code: string
}

export interface IssueSource {
  readonly type: string
  readonly id: string
  readonly unitPath: string
}

export interface IssueOptions {
  /**
   * No official acts: the step was taken by the clock or by the engine itself (tacit approval, automatic refusal).
   * The document carries the seal of the unit; the draft says under which article (`sealedUnder`).
   */
  readonly seal?: true | undefined
  /** Documents (ids) whose place it takes; they no longer hold from this moment. */
  readonly replaces?: readonly string[] | undefined
  /** Whose signatures follow, in the order of their blocks on the page; until then the document is not complete. */
  readonly cosigners?: readonly SignatureData[] | undefined
  /** Under which mandate it is signed on behalf of another post. */
  readonly mandateId?: string | undefined
}

const usualActs: Readonly<Record<DocumentDraft['template'], Act>> = {
  'birth-certificate': 'civil-registration',
  'death-certificate': 'civil-registration',
  'civil-certificate': 'civil-registration',
  'moving-letter': 'civil-registration',
  'child-card': 'civil-registration',
  'family-card': 'civil-registration',
  'decision-letter': 'decision',
  certificate: 'licence',
  'official-letter': 'routine',
}

export const actOf = (draft: DocumentDraft): Act => draft.act ?? usualActs[draft.template]
