import type { CommandContext } from '#kernel/command/command.ts'
import type { AnyHandle, WriteHandle } from '#kernel/db/database.ts'
import { extensionPoint } from '#kernel/define/extension-point.ts'
import type { LocalText } from '#kernel/i18n/texts.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import type { DocumentDraft } from '#modules/documents/index.ts'
import type { RuleUse } from '#modules/rules/index.ts'
import type { Answers, Known } from './definition/expressions.ts'

/** What an effect is given: the case as it was applied for, inside the deciding transaction. */
export interface EffectInput {
  readonly tx: WriteHandle
  readonly context: CommandContext
  readonly caseId: string
  readonly caseNumber: string
  /** When it was reported: sent, or taken down by an official away from the network. */
  readonly submittedAt: Temporal.Instant
  readonly answers: Answers
  /** What officials wrote down at the steps. */
  readonly findings: Answers
  readonly applicantPersonId: string
  readonly territoryCode: string
  /** Unit that holds the file at this step; its official signs. */
  readonly unitPath: string
}

/** What an effect did: facts kept with the case, and documents to be issued in the same transaction. */
export interface EffectOutcome {
  readonly facts: Readonly<Record<string, string | number | boolean>>
  readonly documents: readonly DocumentDraft[]
  /** Documents (ids) that no longer hold, because the first of these takes their place. */
  readonly replaces?: readonly string[] | undefined
  /** No official acts at this step: the documents bear the seal of the unit, under the article that each names. */
  readonly seal?: true | undefined
}

export type CaseEffect = (input: EffectInput) => Promise<EffectOutcome>

/** Changes to registers that a decision causes, by the name used in definitions. */
export const caseEffects = extensionPoint<CaseEffect>('services.case-effect')

/** @param answers as far as they are given: what somebody named (a number of land, of a bill) may be looked up as well */
export type KnownSource = (tenant: Tenant, db: AnyHandle, personId: string, answers: Answers) => Promise<Known>

/** What registers know about an applicant, by the name used in definitions. */
export const knownSources = extensionPoint<KnownSource>('services.known-source')

/** A row of a register that may be chosen. */
export interface RegisterOption {
  readonly value: string
  readonly label: LocalText
  /** What it stands among: "Pasar Arunika, zona basah". Rows of one group follow each other. */
  readonly group?: LocalText | undefined
  /** What tells it from the others: size, yearly fee. */
  readonly detail?: LocalText | undefined
}

export interface OptionsAsked {
  /** As the draft holds them; a source may offer less because of what was answered before. */
  readonly answers: Answers
  readonly personId: string
  /** ISO date of the present day. */
  readonly day: string
  /** Only this one, when it may be chosen at all. */
  readonly value?: string | undefined
}

export interface OptionSource {
  /** Page on which everybody can read the list; programs that fill in forms are sent there. */
  readonly address: string
  /** What this person may choose today, the likeliest first. */
  list(tenant: Tenant, db: AnyHandle, asked: OptionsAsked): Promise<readonly RegisterOption[]>
}

/** Registers whose rows are options of a choice, by the name used in definitions. */
export const optionSources = extensionPoint<OptionSource>('services.option-source')

/** What the registers say about one answer, shown beside it on the officer's desk. */
export interface RegisterCheck {
  readonly field: string
  readonly tone: 'good' | 'soon' | 'late' | 'info'
  readonly say: { readonly id: string; readonly en: string }
}

export type RegisterChecks = (
  tenant: Tenant,
  db: AnyHandle,
  answers: Answers,
  applicantPersonId: string,
) => Promise<RegisterCheck[]>

/** Register checks by service id. */
export const registerChecks = extensionPoint<RegisterChecks>('services.register-checks')

/** What registers hold against an application: it cannot be true or is forbidden, or it is so rare that somebody looks. */
export interface DecisionFinding {
  /** Field to which it belongs; empty for the applicant. */
  readonly field: string
  readonly code: string
  readonly severity: 'refuse' | 'warn'
  readonly say: LocalText
}

export type DecisionFindings = (
  tenant: Tenant,
  db: AnyHandle,
  of: { readonly answers: Answers; readonly applicantPersonId: string; readonly now: Temporal.Instant },
) => Promise<readonly DecisionFinding[]>

/**
 * By service id. What is refused stops every step that finds the application right; of a warning the examiner says why he
 * goes on, and his reason stands in the way of the file.
 */
export const decisionFindings = extensionPoint<DecisionFindings>('services.decision-findings')

/** What a higher module says of a running case: something it waits for, and what goes on all the same. */
export interface CaseNotice {
  readonly tone: 'info' | 'late'
  readonly text: LocalText
}

export type CaseNotices = (
  tenant: Tenant,
  db: AnyHandle,
  of: { readonly caseId: string; readonly unit: string; readonly now: Temporal.Instant },
) => Promise<readonly CaseNotice[]>

/** Said on the pages of a running case and on its receipt, by any name. */
export const caseNotices = extensionPoint<CaseNotices>('services.case-notice')

/** A named computation of an amount, owned by the module whose law it is. */
export interface CostFormula {
  /** Measure of each input: "m2", "floor", "text", "yes-no", "ratio". */
  readonly inputs: Readonly<Record<string, string>>
  /** Dated rules it uses. */
  readonly rules: readonly string[]
  /** @returns whole rupiah, and how they came about */
  run(
    inputs: Readonly<Record<string, string | number | boolean>>,
    ruleOf: (key: string) => RuleUse,
  ): {
    readonly amount: number
    readonly trace: readonly { readonly label: LocalText; readonly value: string }[]
  }
}

/** Computations of fees, by the name used in definitions. */
export const costFormulas = extensionPoint<CostFormula>('services.cost-formula')

/** Takes back what an effect did, when a later step is refused or the decision is cancelled. */
export type EffectUndo = (input: EffectInput, facts: EffectOutcome['facts']) => Promise<void>

/** Compensations, by the name of the effect they undo. */
export const effectUndos = extensionPoint<EffectUndo>('services.effect-undo')

/** A page beside the services that people look for in the same place: a calculator, a check by number. */
export interface PublicPage {
  readonly title: LocalText
  readonly summary: LocalText
  readonly href: string
  /** Other words for it. */
  readonly keywords?: readonly string[]
}

export const publicPages = extensionPoint<readonly PublicPage[]>('services.public-pages')
