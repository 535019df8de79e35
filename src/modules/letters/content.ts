import { createHash } from 'node:crypto'
import { canonicalJson } from '#kernel/journal/canonical-json.ts'
import type { Security, Urgency } from './domain.ts'

/** What a letter says: everything that is typed, and nothing that follows from it. One change makes another version. */
export interface LetterContent {
  readonly templateVersionId: string
  readonly subject: string
  readonly recipients: readonly Recipient[]
  readonly copies: readonly string[]
  /** As the head of the letter says it: "1 berkas". */
  readonly attachmentsNote: string
  readonly annexes: readonly AnnexFile[]
  readonly security: Security
  readonly urgency: Urgency
  readonly classification: string
  readonly values: Readonly<Record<string, unknown>>
}

export interface Recipient {
  readonly name: string
  /** Address, place: one string a line. */
  readonly lines: readonly string[]
}

/** A file that goes with the letter; its hash makes it part of the exact version. */
export interface AnnexFile {
  readonly name: string
  readonly hash: string
  readonly mediaType: string
  readonly size: number
}

/** What lists show. */
export interface LetterHead {
  readonly subject: string
  readonly recipients: readonly string[]
}

export const contentContext = 'letters.version.content'
export const headContext = 'letters.letter.head'
export const wordsContext = 'letters.history.words'

/** The exact version: SHA-256 over the canonical JSON (RFC 8785). */
export function hashOf(content: LetterContent): string {
  return createHash('sha256').update(canonicalJson(content)).digest('hex')
}

export const headOf = (content: LetterContent): LetterHead => ({
  subject: content.subject,
  recipients: content.recipients.map((recipient) => recipient.name),
})

/** What a search finds a letter by; its number comes in front when it has one. */
export function searchTextOf(content: LetterContent, number?: string | undefined): string {
  const words = [number ?? '', content.subject, ...content.recipients.map((recipient) => recipient.name)]
  return words.filter(Boolean).join(' ').toLowerCase().slice(0, 2000)
}

/** Parts of a letter that every template has. */
export const ownParts = [
  'subject',
  'recipients',
  'copies',
  'attachmentsNote',
  'annexes',
  'security',
  'urgency',
  'classification',
] as const

/** Names of what differs between two versions: parts of the letter, and `values.<field>`. */
export function changedBetween(before: LetterContent, after: LetterContent): string[] {
  const differs = (a: unknown, b: unknown) => canonicalJson(a ?? null) !== canonicalJson(b ?? null)
  const fields = new Set([...Object.keys(before.values), ...Object.keys(after.values)])
  return [
    ...(before.templateVersionId === after.templateVersionId ? [] : ['template']),
    ...ownParts.filter((part) => differs(before[part], after[part])),
    ...[...fields]
      .filter((field) => differs(before.values[field], after.values[field]))
      .map((field) => `values.${field}`),
  ]
}
