import type { SourceTree } from './source-tree.ts'

export interface Violation {
  readonly rule: string
  readonly file: string
  readonly line: number
  readonly message: string
}

/** A rule gives back where it is broken; `rule` is filled in with its name. */
export type Check = (tree: SourceTree) => Omit<Violation, 'rule'>[]

export function sayViolation(violation: Violation): string {
  return `${violation.file}:${violation.line} [${violation.rule}] ${violation.message}`
}
