export { type Act, actKeys, acts, isAct } from './authority/acts.ts'
export { hasNationalSigning } from './bsre/settings.ts'
export { type CoSignature, type CoSigned, coSignDocument } from './commands/co-sign-document.ts'
export type { DocumentDraft, IssuedDocument, IssueOptions, IssueSource } from './commands/document-draft.ts'
export {
  type BegunDocuments,
  beginDocuments,
  type IssueOrder,
  issueDocument,
  issueDocuments,
} from './commands/issue-document.ts'
export { draftOfDocument } from './commands/reissue-document.ts'
export { revokeDocument } from './commands/revoke-document.ts'
export { foundAuthority } from './commands/signing-credentials.ts'
export { maskName } from './domain.ts'
export { fetchLimited } from './long-term/remote-time-stamps.ts'
export { qrSvg } from './qr/qr.ts'
export { parseVerificationCode } from './qr/verification-code.ts'
export { checkStoredDocument } from './queries/check-stored.ts'
export {
  findDocumentFile,
  type HeldDocument,
  listDocumentsNumbered,
  listDocumentsOf,
  listHeldDocuments,
  type PublicDocument,
} from './queries/documents.ts'
export type { BillData } from './typeset/bill-data.ts'
export { readShippedBodies } from './typeset/compiler.ts'
export type {
  LetterArrangement,
  LetterColumnType,
  LetterFieldType,
  LetterHeadKind,
  LetterInitials,
  LetterLayout,
  LetterOfficial,
  LetterPaper,
  LetterRecipient,
  LetterSecurity,
  LetterUrgency,
  LetterValue,
  LetterValues,
  OfficialLetterData,
} from './typeset/official-letter-data.ts'
export { previewPages } from './typeset/preview.ts'
export type { TaxNoticeData, TaxNoticesData } from './typeset/tax-notices-data.ts'
export type { BlankFormData, ReceiptData } from './typeset/template-data.ts'
export {
  findUnprintable,
  type SourceFault,
  TypesetError,
  type TypesetRefusal,
  typeset,
} from './typeset/typeset.ts'
