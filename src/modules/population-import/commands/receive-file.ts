import { sql } from 'kysely'
import { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { command } from '#kernel/command/command.ts'
import { AppError, invalidField } from '#kernel/errors.ts'
import { newId } from '#kernel/ids.ts'
import { partBytes, plainUploadBytes } from '../domain.ts'
import { changeImport, eventOf, lockImport, requireHere, takeStep, whoActs } from './import-row.ts'

const sentence = (text: string) => z.string().trim().min(1, text).max(300)

/** Opens an import for a file whose pieces follow. */
export const startImport = command({
  name: 'population-import.start-import',
  event: 'population-import.import-started.v1',
  access: permitted('population-import.prepare'),
  input: z.object({
    fileName: z.string().max(300),
    fileSize: z.number().int().min(1),
    /** Largest file that this installation takes. */
    limit: z.number().int(),
    asOf: z.iso.date(),
    note: sentence('Tuliskan asal berkas, misalnya "Ekspor SIAK Kecamatan Mekarsari".'),
  }),
  async run(tx, input, context) {
    const { actor, now, tenant } = context
    const unitPath = actor.position?.unitPath
    if (!unitPath) throw new AppError('forbidden')
    await requireHere(tx, context, 'population-import.prepare', unitPath)
    if (input.fileSize > input.limit) throw tooLarge(input.limit)
    if (input.asOf > dayOf(now, tenant.profile.zone).toString()) {
      throw invalidField(
        'asOf',
        'Tanggal keadaan data tidak dapat di masa depan.',
        'The day of the data cannot be in the future.',
      )
    }
    const id = newId<'population-import'>(now.epochMilliseconds)
    const { account, label } = whoActs(context)
    await tx
      .insertInto('population_import.import')
      .values({
        id,
        state: 'receiving',
        file_name: cleanFileName(input.fileName),
        file_size: input.fileSize,
        note: input.note,
        as_of: input.asOf,
        unit_path: unitPath,
        made_by_account: account,
        made_by: label,
        made_at: now.toString(),
        updated_at: now.toString(),
      })
      .execute()
    return { result: { id }, event: eventOf(id, { fileName: cleanFileName(input.fileName), fileSize: input.fileSize }) }
  },
})

/**
 * Notes a piece of the file that lies in the store already. The same piece may arrive twice: an upload that broke goes
 * on with the piece of which it does not know. The last piece begins the reading.
 */
export const addPart = command({
  name: 'population-import.add-part',
  event: 'population-import.part-received.v1',
  access: permitted('population-import.prepare'),
  input: z.object({
    importId: z.uuid(),
    fromByte: z.number().int().min(0),
    size: z.number().int().min(1).max(Math.max(partBytes, plainUploadBytes)),
    hash: z.string().regex(/^[0-9a-f]{64}$/),
  }),
  async run(tx, { importId, fromByte, size, hash }, context) {
    const row = await lockImport(tx, importId)
    await requireHere(tx, context, 'population-import.prepare', row.unit_path)
    const received = await receivedBytes(tx, importId)
    if (fromByte < received || row.state !== 'receiving')
      return { result: { received, size: row.file_size }, event: undefined }
    if (fromByte > received || fromByte + size > row.file_size) throw new AppError('conflict', { text: brokenOrder })
    await tx
      .insertInto('population_import.part')
      .values({ import_id: importId, from_byte: fromByte, size, hash })
      .execute()
    const now = received + size
    if (now === row.file_size) {
      const { to } = await takeStep(tx, context, importId, 'receive')
      await changeImport(tx, context, importId, {
        state: to,
        phase: 'inspecting',
        done: 0,
        phase_started_at: context.now.toString(),
      })
      await context.enqueue('population-import.inspect', { importId }, { key: `population-import.inspect:${importId}` })
    }
    return { result: { received: now, size: row.file_size }, event: eventOf(importId, { fromByte, size }) }
  },
})

async function receivedBytes(tx: Parameters<typeof lockImport>[0], importId: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select coalesce(max(from_byte + size), 0)::bigint as n from population_import.part where import_id = ${importId}`.execute(
    tx,
  )
  return rows[0]?.n ?? 0
}

/** Shown, never used as a path. */
function cleanFileName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  return (
    last
      .normalize('NFC')
      .replace(/[\p{Cc}\p{Cf}<>:"|?*]/gu, '')
      .trim()
      .slice(-120) || 'berkas'
  )
}

export function tooLarge(limit: number): AppError {
  const mb = Math.floor(limit / 1024 / 1024)
  return invalidField(
    'file',
    `Berkas ini lebih besar dari ${mb} MB. Bagi menurut kecamatan, atau minta pengelola menaikkan IMPORT_MAX_MB.`,
    `This file is larger than ${mb} MB. Divide it by district, or ask the operator to raise IMPORT_MAX_MB.`,
  )
}

const brokenOrder = {
  id: 'Bagian berkas ini tidak menyambung. Pilih lagi berkas yang sama; unggahan diteruskan dari bagian terakhir yang kami terima.',
  en: 'This piece of the file does not follow. Choose the same file again; the upload goes on behind the last piece that we have.',
}
