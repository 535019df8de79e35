import { z } from 'zod'
import { permitted, staff } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { AppError, notFound } from '#kernel/errors.ts'
import { type Answer, get, page, post, redirect } from '#kernel/http/route.ts'
import { abandonLetter, voidLetter, withdrawLetter } from '../commands/end-letter.ts'
import { initialLetter, returnLetter, skipVacantPost } from '../commands/initial-letter.ts'
import { signLetter } from '../commands/sign-letter.ts'
import { recallLetter, submitLetter } from '../commands/submit-letter.ts'
import { actsOf } from '../letter-acts.ts'
import { openHead } from '../letter-row.ts'
import { letterPaths } from '../paths.ts'
import { readChain } from '../queries/letter-file.ts'
import { letterTexts } from '../texts/letter.ts'
import { EndPage, ReturnPage, SignPage, SkipPage } from '../views/decision-pages.tsx'
import { showTyped } from './edit.tsx'
import { type LetterContext, letterParams, readableLetter, showLetter } from './letter.tsx'

const signsProved = permitted('letters.sign', { stepUp: true })

const done = (context: LetterContext, key: 'submit' | 'initial' | 'return' | 'recall' | 'skip') => {
  context.notify(letterTexts(context.locale)(`done.${key}`))
  return redirect(
    key === 'initial' || key === 'return' ? letterPaths.desk : letterPaths.letter(context.params.letterId),
  )
}

/** A colleague was faster, or it is no longer possible: the letter as it is now, and why. */
async function orShow(context: LetterContext, act: () => Promise<Answer>): Promise<Answer> {
  try {
    return await act()
  } catch (error) {
    const isSaid = error instanceof AppError && (error.status === 409 || error.code === 'forbidden')
    if (!isSaid) throw error
    return showLetter(context, context.params.letterId, error)
  }
}

export const submit = post('/naskah/surat/:letterId/ajukan', {
  access: permitted('letters.draft'),
  audit: 'none',
  params: letterParams,
  handle: (context) =>
    orShow(context, async () => {
      await context.run(submitLetter, { ...context.params, version: Number(context.form.get('version')) })
      return done(context, 'submit')
    }),
  invalid: showTyped,
})

export const initial = post('/naskah/surat/:letterId/paraf', {
  access: permitted('letters.initial'),
  audit: 'none',
  params: letterParams,
  handle: (context) =>
    orShow(context, async () => {
      await context.run(initialLetter, { ...context.params, hash: context.form.get('hash') })
      return done(context, 'initial')
    }),
})

export const recall = post('/naskah/surat/:letterId/tarik', {
  access: permitted('letters.draft'),
  audit: 'none',
  params: letterParams,
  handle: (context) =>
    orShow(context, async () => {
      await context.run(recallLetter, context.params)
      return done(context, 'recall')
    }),
})

async function pageOf(context: LetterContext) {
  const { tenant, db, now } = context
  const letter = await readableLetter(context, context.params.letterId)
  return {
    letter,
    acts: actsOf(context.actor, letter),
    shared: {
      locale: context.locale,
      actor: context.actor,
      notice: context.notice,
      zone: tenant.profile.zone,
      row: letter.row,
      subject: openHead(tenant, letter.row).subject,
      steps: await readChain(db, letter, dayOf(now, tenant.profile.zone).toString()),
      form: context.kept ?? context.form,
    },
  }
}

async function showReturn(context: LetterContext, error?: AppError): Promise<Answer> {
  const { acts, shared } = await pageOf(context)
  if (!acts.giveBack) return redirect(letterPaths.letter(context.params.letterId))
  return page(<ReturnPage {...shared} error={error} />, error?.status ?? 200)
}

export const returnForm = get('/naskah/surat/:letterId/kembalikan', {
  access: staff,
  audit: 'none',
  params: letterParams,
  handle: (context) => showReturn(context),
})

export const giveBack = post('/naskah/surat/:letterId/kembalikan', {
  access: staff,
  audit: 'none',
  params: letterParams,
  handle: (context) =>
    orShow(context, async () => {
      const to = context.form.get('kepada')
      const toStep = to === '' || to === 'konseptor' ? undefined : Number(to)
      await context.run(returnLetter, { ...context.params, toStep, reason: context.form.get('reason') })
      return done(context, 'return')
    }),
  invalid: showReturn,
})

async function showSign(context: LetterContext): Promise<Answer> {
  const { acts, shared } = await pageOf(context)
  if (!acts.sign) return redirect(letterPaths.letter(context.params.letterId))
  return page(<SignPage {...shared} />)
}

export const signForm = get('/naskah/surat/:letterId/tanda-tangan', {
  access: signsProved,
  audit: 'none',
  params: letterParams,
  handle: showSign,
})

export const sign = post('/naskah/surat/:letterId/tanda-tangan', {
  access: signsProved,
  audit: 'none',
  params: letterParams,
  handle: (context) =>
    orShow(context, async () => {
      const { letterId } = context.params
      const signed = await context.run(signLetter, { letterId, hash: context.form.get('hash') })
      const t = letterTexts(context.locale)
      context.notify(t(signed.isIssued ? 'done.sign' : 'done.sign-more', { number: signed.number }))
      return redirect(letterPaths.letter(letterId))
    }),
  invalid: (context, error) => showLetter(context, context.params.letterId, error),
})

const skipQuery = z.object({ jabatan: z.uuid().optional().catch(undefined) })

async function showSkip(context: LetterContext, error?: AppError): Promise<Answer> {
  const { acts, shared } = await pageOf(context)
  const positionId = skipQuery.parse(context.query ?? {}).jabatan ?? context.form.get('jabatan')
  const post = shared.steps.flatMap((step) => step.posts).find((one) => one.positionId === positionId && one.isTurn)
  if (!acts.skip || !post) throw notFound()
  return page(<SkipPage {...shared} post={post} error={error} />, error?.status ?? 200)
}

export const skipForm = get('/naskah/surat/:letterId/lewati', {
  access: permitted('letters.keep'),
  audit: 'none',
  params: letterParams,
  query: skipQuery,
  handle: (context) => showSkip(context),
})

export const skipPost = post('/naskah/surat/:letterId/lewati', {
  access: permitted('letters.keep'),
  audit: 'none',
  params: letterParams,
  handle: (context) =>
    orShow(context, async () => {
      const { form } = context
      const input = { ...context.params, positionId: form.get('jabatan'), reason: form.get('reason') }
      await context.run(skipVacantPost, input)
      return done(context, 'skip')
    }),
  invalid: showSkip,
})

const endings = {
  abandon: { command: abandonLetter, said: 'done.abandoned' },
  void: { command: voidLetter, said: 'done.void' },
  withdraw: { command: withdrawLetter, said: 'done.withdrawn' },
} as const

async function showEnd(context: LetterContext, error?: AppError): Promise<Answer> {
  const { acts, shared } = await pageOf(context)
  if (!acts.end) return redirect(letterPaths.letter(context.params.letterId))
  return page(<EndPage {...shared} end={acts.end} error={error} />, error?.status ?? 200)
}

export const endForm = get('/naskah/surat/:letterId/akhiri', {
  access: staff,
  audit: 'none',
  params: letterParams,
  handle: (context) => showEnd(context),
})

/** Void and withdrawn letters ask for fresh proof of identity; the command does. */
export const end = post('/naskah/surat/:letterId/akhiri', {
  access: staff,
  audit: 'none',
  params: letterParams,
  handle: (context) =>
    orShow(context, async () => {
      const { letterId } = context.params
      const { acts } = await pageOf(context)
      if (!acts.end) throw new AppError('forbidden')
      const { command, said } = endings[acts.end]
      await context.run(command, { letterId, reason: context.form.get('reason') })
      context.notify(letterTexts(context.locale)(said))
      return redirect(letterPaths.letter(letterId))
    }),
  invalid: showEnd,
})
