import type { Kysely, Transaction } from 'kysely'

/**
 * Every table and published view, keyed "schema.table". Each module's generated `tables.ts` adds its
 * own through declaration merging; the architecture test keeps modules off each other's tables.
 */
// biome-ignore lint/suspicious/noEmptyInterface: filled by declaration merging from tables.ts files
export interface Database {}

/** A handle whose connections are read-only at the server: a query that writes fails there. */
export type ReadHandle = Kysely<Database>

/** The handle of a running command. */
export type WriteHandle = Transaction<Database>

/** Accepted by functions that serve both a page and a command. */
export type AnyHandle = Kysely<Database>
