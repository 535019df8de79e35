import { family } from './family-needs.ts'
import type { Need } from './need.ts'
import { property } from './property-needs.ts'

/** What people have to see to, by event of life. */
export const needs = { ...family, ...property } satisfies Record<string, readonly Need[]>
