import type { GoldenMappings } from './golden.ts'

/** Examples of consumption taxes, imports, regional taxes and retributions. */
export const localCases: GoldenMappings = {}
