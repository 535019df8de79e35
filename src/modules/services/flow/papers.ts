import { fieldsOf } from '../definition/check.ts'
import type { EvidenceItem, ServiceDefinition } from '../definition/schema.ts'
import type { Journey } from '../form/journey.ts'

export interface Papers {
  /** Papers the applicant had to bring himself. */
  readonly asked: number
  /** Requirements that were already met: by a register, or by a paper given before. */
  readonly known: number
}

/** Counts what was asked of the applicant, so that an office sees what it could stop asking. */
export function countPapers(definition: ServiceDefinition, journey: Journey, reusedFiles: number): Papers {
  const { surroundings, expressions } = journey
  const items = definition.evidence.allOf
    .flatMap((node) => ('oneOf' in node ? node.oneOf : [node]))
    .filter((item) => expressions.isTrue(item.when, surroundings))
  const isKnown = (item: EvidenceItem) => item.known !== undefined && expressions.isTrue(item.known, surroundings)
  const uploads = fieldsOf(definition).filter((field) => isPaper(field.kind) && hasFile(journey.answers[field.id]))
  return {
    asked: Math.max(0, uploads.length - reusedFiles),
    known: items.filter(isKnown).length + Math.min(reusedFiles, uploads.length),
  }
}

function isPaper(kind: string): boolean {
  return kind === 'file' || kind === 'photo'
}

function hasFile(answer: unknown): boolean {
  return Array.isArray(answer) && answer.length > 0
}
