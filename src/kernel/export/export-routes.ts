import { Readable } from 'node:stream'
import type { z } from 'zod'
import type { Access } from '../access/access.ts'
import type { Command } from '../command/command.ts'
import { type Audit, bytes, get, type Route, type RouteContext, stream } from '../http/route.ts'
import { writeCsv } from './csv.ts'
import type { ExportNote } from './note-export.ts'
import type { ExportTable } from './table.ts'
import { writeXlsx } from './xlsx.ts'

/** A list as it is exported: its table, and how the file is called. */
export interface Exported<Row> extends Omit<ExportTable<Row>, 'zone'> {
  /** File name without its ending. */
  readonly file: string
}

/** Says a table so that its columns know what a row is. */
export const exported = <Row>(table: Exported<Row>): Exported<Row> => table

export interface ExportRoute<Params, Query, Row> {
  readonly access: Access
  readonly audit: Audit
  readonly params?: z.ZodType<Params> | undefined
  readonly query?: z.ZodType<Query> | undefined
  /** For a list that is published as plain text in a form of its own. */
  readonly only?: 'xlsx' | undefined
  /** For lists with personal data: what writes down who took which list. */
  readonly note?: Command<ExportNote, null> | undefined
  readonly table: (context: RouteContext<Params, Query>) => Promise<Exported<Row>> | Exported<Row>
}

const formats = ['csv', 'xlsx'] as const
const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

/** The same filtered list in both forms: `path` with the endings .csv and .xlsx. */
export function exportRoutes<Params, Query, Row>(
  path: string,
  facts: ExportRoute<Params, Query, Row>,
): readonly Route<Params, Query>[] {
  const { access, audit, params, query } = facts
  return formats
    .filter((format) => !facts.only || format === facts.only)
    .map((format) =>
      get<Params, Query>(`${path}.${format}`, {
        access,
        audit,
        params,
        query,
        perMinute: 10,
        async handle(context) {
          const { file, ...exported } = await facts.table(context)
          // Who only asks whether it is there takes nothing along.
          if (context.request.method === 'HEAD') return bytes(Buffer.alloc(0), types[format])
          const rows = facts.note ? noted(context, facts.note, format, exported.rows) : exported.rows
          const table = { ...exported, rows, zone: context.tenant.profile.zone }
          const name = `${file}.${format}`
          const made = format === 'xlsx' ? writeXlsx(table) : Readable.from(writeCsv(table), { objectMode: false })
          return stream(made, types[format], name)
        },
      }),
    )
}

/** Counts what is handed over. The note comes before the end of the file: without it no file is whole. */
async function* noted<Row, Params, Query>(
  context: RouteContext<Params, Query>,
  note: Command<ExportNote, null>,
  format: ExportNote['format'],
  rows: AsyncIterable<Row> | Iterable<Row>,
): AsyncGenerator<Row> {
  let count = 0
  let whole = false
  try {
    for await (const row of rows) {
      count += 1
      yield row
    }
    whole = true
  } finally {
    const list = context.request.url.split('?')[0]?.replace(/\.\w+$/, '')
    const written = context.run(note, { list, filter: filterIn(context), format, rows: count, whole })
    // Whoever went away gets no answer any more; that there is no note either is told to the operators.
    await (whole ? written : written.catch((error: unknown) => context.request.log.error(error, 'export not noted')))
  }
}

/** As in the address. Long numbers are hidden: the journal cannot forget a NIK that somebody searched for. */
function filterIn({ query }: { query: unknown }): Record<string, string> {
  const parts = Object.entries((query ?? {}) as Record<string, unknown>)
  return Object.fromEntries(
    parts.flatMap(([name, value]) => (value ? [[name, String(value).replace(/\d(?:[\s.-]?\d){9,}/g, '(nomor)')]] : [])),
  )
}
