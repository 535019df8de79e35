import { isPermitted, permitted } from '#kernel/access/access.ts'
import { AppError, invalidField } from '#kernel/errors.ts'
import { type Answer, get, json, page, post, type RouteContext, redirect } from '#kernel/http/route.ts'
import { parseDateParts } from '#ui/index.ts'
import { addPart, startImport, tooLarge } from '../commands/receive-file.ts'
import { partBytes, plainUploadBytes } from '../domain.ts'
import { importPaths } from '../paths.ts'
import { partContext } from '../reading/stored-file.ts'
import { importTexts } from '../texts/desk.ts'
import { UploadPage } from '../views/upload-page.tsx'
import { type ImportContext, importAt, importParams } from './around.ts'

const prepares = permitted('population-import.prepare')

async function showForm(context: RouteContext, error?: AppError): Promise<Answer> {
  const typed = context.kept ?? context.form
  return page(
    <UploadPage
      locale={context.locale}
      actor={context.actor}
      notice={context.notice}
      limit={context.config.importMaxBytes}
      asOf={parseDateParts(Object.fromEntries(typed.entries()), 'asOf')}
      note={typed.get('note')}
      error={error}
    />,
    error?.status ?? 200,
  )
}

export const uploadForm = get(importPaths.start, {
  access: prepares,
  audit: 'none',
  handle: (context) => showForm(context),
})

/** With scripts only what is said of the file, whose pieces follow; without them the file itself. */
export const upload = post(importPaths.start, {
  access: prepares,
  audit: 'personal-data',
  upload: { maxFileBytes: plainUploadBytes, maxFiles: 1 },
  perMinute: 20,
  async handle(context) {
    const { form, config, locale } = context
    const t = importTexts(locale)
    const asOf = parseDateParts(Object.fromEntries(form.entries()), 'asOf')
    const [file] = context.uploads
    const fileSize = context.wantsJson ? Number(form.get('fileSize')) : (file?.bytes.length ?? 0)
    if (file?.tooLarge) throw tooLargePlain()
    if (!(fileSize > 0))
      throw invalidField('file', importTexts('id')('upload.no-file'), importTexts('en')('upload.no-file'))
    if (fileSize > config.importMaxBytes) throw tooLarge(config.importMaxBytes)
    if (typeof asOf !== 'string')
      throw invalidField('asOf', importTexts('id')('upload.no-day'), importTexts('en')('upload.no-day'))
    const { id } = await context.run(startImport, {
      fileName: context.wantsJson ? form.get('fileName') : file?.name,
      fileSize,
      limit: config.importMaxBytes,
      asOf,
      note: form.get('note'),
    })
    if (context.wantsJson) return json({ id, part: importPaths.part(id), show: importPaths.show(id) })
    const bytes = file?.bytes ?? Buffer.alloc(0)
    for (let from = 0; from < fileSize; from += partBytes) {
      await keepPart(context, id, from, bytes.subarray(from, from + partBytes))
    }
    context.notify(t('done'))
    return redirect(importPaths.show(id))
  },
  invalid: showForm,
})

/** One piece. The answer says how much there is: a broken upload asks by sending again, and goes on from there. */
export const uploadPart = post(importPaths.part(':importId'), {
  access: prepares,
  audit: 'personal-data',
  params: importParams,
  upload: { maxFileBytes: partBytes, maxFiles: 1 },
  async handle(context: ImportContext) {
    const one = await importAt(context)
    const [file] = context.uploads
    const fromByte = Number(context.form.get('fromByte'))
    if (!isPermitted(context.actor, 'population-import.prepare', { unitPath: one.unitPath }))
      throw new AppError('forbidden')
    if (one.state !== 'receiving') return json({ received: one.fileSize, size: one.fileSize })
    if (!file || file.tooLarge || !Number.isSafeInteger(fromByte)) throw new AppError('unreadable')
    return json(await keepPart(context, one.id, fromByte, file.bytes))
  },
})

/** Stores a sealed piece, then notes it; of a piece that was not wanted nothing stays. */
async function keepPart(context: RouteContext, importId: string, fromByte: number, bytes: Buffer) {
  const { tenant } = context
  const hash = await tenant.files.put(tenant.cipher.seal(bytes, partContext))
  const noted = await context
    .run(addPart, { importId, fromByte, size: bytes.length, hash })
    .catch(async (error: unknown) => {
      await tenant.files.remove(hash).catch(() => {})
      throw error
    })
  if (noted.received !== fromByte + bytes.length) await tenant.files.remove(hash).catch(() => {})
  return noted
}

function tooLargePlain(): AppError {
  const params = { plain: plainUploadBytes / 1024 / 1024 }
  return invalidField(
    'file',
    importTexts('id')('upload.too-large-plain', params),
    importTexts('en')('upload.too-large-plain', params),
  )
}
