import { z } from 'zod'
import { staff } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { AppError, notFound } from '#kernel/errors.ts'
import { acceptUpload } from '#kernel/files/intake.ts'
import { type Answer, bytes, get, page, post, type RouteContext, redirect } from '#kernel/http/route.ts'
import { findDocumentFile, listDocumentsOf } from '#modules/documents/index.ts'
import { findUnit } from '#modules/organization/index.ts'
import { getTemplateVersion } from '#modules/templates/index.ts'
import { mayRead } from '../access.ts'
import { noteOpening, writeLetterNote } from '../commands/end-letter.ts'
import { saveLetter } from '../commands/save-letter.ts'
import type { AnnexFile } from '../content.ts'
import { isSecret } from '../domain.ts'
import { actsOf } from '../letter-acts.ts'
import { findLetter, getContent, guardOf, type OpenLetter } from '../letter-row.ts'
import { letterPaths } from '../paths.ts'
import { draftPdf, drawPages } from '../preview.ts'
import { listVersions, readChain, readHistory } from '../queries/letter-file.ts'
import { letterTexts } from '../texts/letter.ts'
import { LetterPage } from '../views/letter-page.tsx'

export const letterParams = z.object({ letterId: z.uuid() })
export type LetterContext = RouteContext<z.infer<typeof letterParams>>
const annexLimit = 10 * 1024 * 1024

/** The letter, when this person may read it: for others it is not there at all. @throws not-found */
export async function readableLetter(context: RouteContext, letterId: string): Promise<OpenLetter> {
  const letter = await findLetter(context.db, letterId)
  if (!letter || !mayRead(context.actor, guardOf(letter))) throw notFound()
  return letter
}

type Opened = 'page' | 'preview' | 'file' | 'annex'

/** Openings of secret letters are on record before anything of them is shown. */
async function noteSecret(context: RouteContext, letter: OpenLetter, what: Opened): Promise<void> {
  if (isSecret(letter.row.security)) await context.run(noteOpening, { letterId: letter.row.id, what })
}

export async function showLetter(context: RouteContext, letterId: string, error?: AppError): Promise<Answer> {
  const { tenant, db, actor, now, locale } = context
  const letter = await readableLetter(context, letterId)
  await noteSecret(context, letter, 'page')
  const { row } = letter
  const day = dayOf(now, tenant.profile.zone).toString()
  const [content, template, steps, versions, history, documents, unit, preview] = await Promise.all([
    getContent(tenant, db, row),
    getTemplateVersion(db, row.template_version_id),
    readChain(db, letter, day),
    listVersions(db, row.id),
    readHistory(tenant, db, row.id),
    row.document_id ? listDocumentsOf(db, 'letter', row.id) : [],
    findUnit(db, row.unit_path),
    previewOf(context, letter),
  ])
  const code = documents.at(-1)?.code
  return page(
    <LetterPage
      locale={locale}
      actor={actor}
      zone={tenant.profile.zone}
      notice={context.notice}
      row={row}
      content={content}
      template={template}
      steps={steps}
      acts={actsOf(actor, letter)}
      versions={versions}
      history={history}
      verifyHref={code && `/v/${code}`}
      error={error}
      typedNote={context.form.get('words')}
      unitName={unit?.name ?? row.unit_path}
      preview={preview}
    />,
    error?.status ?? 200,
  )
}

async function previewOf(context: RouteContext, letter: OpenLetter): Promise<{ sheets: number; fault?: string }> {
  try {
    return { sheets: (await drawPages(context, letter, letter.row.version)).length }
  } catch (error) {
    if (error instanceof AppError) return { sheets: 0, fault: error.say(context.locale) }
    throw error
  }
}

export const letterView = get('/naskah/surat/:letterId', {
  access: staff,
  audit: 'none',
  params: letterParams,
  handle: (context) => showLetter(context, context.params.letterId),
})

export const letterPicture = get('/naskah/surat/:letterId/gambar/:version/:sheet', {
  access: staff,
  audit: 'none',
  params: letterParams.extend({
    version: z.coerce.number().int().positive(),
    sheet: z.coerce.number().int().positive(),
  }),
  async handle(context) {
    const { letterId, version, sheet } = context.params
    const letter = await readableLetter(context, letterId)
    const svg = (await drawPages(context, letter, version))[sheet - 1]
    if (!svg) throw notFound()
    return bytes(Buffer.from(svg), 'image/svg+xml', { inline: true })
  },
})

export const letterPreview = get('/naskah/surat/:letterId/pratinjau.pdf', {
  access: staff,
  audit: 'none',
  params: letterParams,
  async handle(context) {
    const letter = await readableLetter(context, context.params.letterId)
    await noteSecret(context, letter, 'preview')
    return bytes(await draftPdf(context, letter), 'application/pdf', { name: 'draf-naskah.pdf', inline: true })
  },
})

export const letterFile = get('/naskah/surat/:letterId/naskah.pdf', {
  access: staff,
  audit: 'none',
  params: letterParams,
  async handle(context) {
    const { db, tenant } = context
    const letter = await readableLetter(context, context.params.letterId)
    const { document_id, number } = letter.row
    const file = document_id ? await findDocumentFile(db, document_id) : undefined
    if (!file) throw notFound()
    await noteSecret(context, letter, 'file')
    const name = `${(number ?? 'naskah').replace(/[^\w.-]+/g, '-')}.pdf`
    return bytes(await tenant.files.get(file.fileHash), 'application/pdf', { name, inline: true })
  },
})

export const letterAnnex = get('/naskah/surat/:letterId/lampiran/:hash', {
  access: staff,
  audit: 'none',
  params: letterParams.extend({ hash: z.string().regex(/^[0-9a-f]{64}$/) }),
  async handle(context) {
    const { db, tenant } = context
    const letter = await readableLetter(context, context.params.letterId)
    const content = await getContent(tenant, db, letter.row)
    const annex = content.annexes.find((one) => one.hash === context.params.hash)
    if (!annex) throw notFound()
    await noteSecret(context, letter, 'annex')
    return bytes(await tenant.files.get(annex.hash), annex.mediaType, { name: annex.name, inline: true })
  },
})

/** Attaches a file or takes one off: either way a new version of the letter. */
export const changeAnnexes = post('/naskah/surat/:letterId/lampiran', {
  access: staff,
  audit: 'none',
  params: letterParams,
  upload: { maxFileBytes: annexLimit, maxFiles: 1 },
  async handle(context) {
    const { letterId } = context.params
    const { form, tenant, db } = context
    const letter = await readableLetter(context, letterId)
    const content = await getContent(tenant, db, letter.row)
    const removed = form.get('lepas')
    const kept = content.annexes.filter((one) => one.hash !== removed)
    const annexes = removed ? kept : [...kept, await takeAnnex(context)]
    const baseVersion = Number(form.get('version')) || 0
    await context.run(saveLetter, { letterId, baseVersion, content: { ...content, annexes } })
    context.notify(letterTexts(context.locale)(removed ? 'annex-removed' : 'annex-added'))
    return redirect(`${letterPaths.letter(letterId)}#lampiran`)
  },
  invalid: (context, error) => showLetter(context, context.params.letterId, error),
})

/** @throws invalid-input at the field, whatever is wrong with the file */
async function takeAnnex(context: RouteContext): Promise<AnnexFile> {
  const { uploads, config, tenant } = context
  const [upload] = uploads
  const refuse = (id: string, en: string) =>
    new AppError('invalid-input', { fields: [{ path: 'berkas', message: { id, en } }] })
  if (!upload || (upload.bytes.length === 0 && !upload.tooLarge)) {
    throw refuse(letterTexts('id')('annex-none-chosen'), letterTexts('en')('annex-none-chosen'))
  }
  try {
    const file = await acceptUpload(upload, '10 MB', config)
    const hash = await tenant.files.put(file.bytes)
    return { name: file.name.slice(0, 200), hash, mediaType: file.mediaType, size: file.bytes.length }
  } catch (error) {
    if (error instanceof AppError && error.status < 500) throw refuse(error.say('id'), error.say('en'))
    throw error
  }
}

export const sendNote = post('/naskah/surat/:letterId/catatan', {
  access: staff,
  audit: 'none',
  params: letterParams,
  async handle(context) {
    const { letterId } = context.params
    await context.run(writeLetterNote, { letterId, words: context.form.get('words') })
    context.notify(letterTexts(context.locale)('note-sent'))
    return redirect(`${letterPaths.letter(letterId)}#riwayat`)
  },
  invalid: (context, error) => showLetter(context, context.params.letterId, error),
})
