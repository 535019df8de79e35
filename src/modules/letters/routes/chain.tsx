import { z } from 'zod'
import { isPermitted, permitted } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { AppError } from '#kernel/errors.ts'
import { type Answer, get, page, post, type RouteContext, redirect } from '#kernel/http/route.ts'
import { listMandates, type Mandate } from '#modules/organization/index.ts'
import { withQuery } from '#ui/index.ts'
import { chainInputOf, changeChain } from '../chain-input.ts'
import { retireChainTemplate, saveChainTemplate, setChain } from '../commands/set-chain.ts'
import { actsOf } from '../letter-acts.ts'
import { openHead } from '../letter-row.ts'
import { letterPaths } from '../paths.ts'
import { findChainTemplate, listChainTemplates } from '../queries/chain-templates.ts'
import { readChain } from '../queries/letter-file.ts'
import { type Post, postsAround, postsByIds, searchPosts } from '../queries/posts.ts'
import { deskTexts } from '../texts/desk.ts'
import { workTexts } from '../texts/work.ts'
import { ChainListPage, ChainPage } from '../views/chain-page.tsx'
import { type LetterContext, letterParams, readableLetter } from './letter.tsx'

const drafts = permitted('letters.draft')
const chainQuery = z.object({ cari: z.string().max(80).catch('') })

const todayOf = ({ now, tenant }: Pick<RouteContext, 'now' | 'tenant'>) => dayOf(now, tenant.profile.zone).toString()

async function show(context: LetterContext, error?: AppError): Promise<Answer> {
  const { db, actor, tenant, form } = context
  const letter = await readableLetter(context, context.params.letterId)
  if (!actsOf(actor, letter).chain) throw new AppError('forbidden')
  const day = todayOf(context)
  const text = chainQuery.parse(context.query ?? {}).cari || form.get('cari')
  const found = text ? await searchPosts(db, text, day) : await postsAround(db, letter.row.unit_path, day)
  const { row } = letter
  return page(
    <ChainPage
      {...context}
      zone={tenant.profile.zone}
      letterId={row.id}
      subject={openHead(tenant, row).subject}
      steps={await readChain(db, letter, day)}
      text={text}
      found={found}
      mandates={await mandatesOf(context, found, row.act)}
      saved={await listChainTemplates(db, row.unit_path)}
      mayKeep={isPermitted(actor, 'letters.keep', { unitPath: actor.position?.unitPath })}
      error={error}
      typedName={form.get('name')}
    />,
    error?.status ?? 200,
  )
}

/** On whose behalf the found posts may sign such a letter today. */
async function mandatesOf(context: RouteContext, posts: readonly Post[], act: string): Promise<Mandate[]> {
  const day = todayOf(context)
  const lists = await Promise.all(posts.map((post) => listMandates(context.db, { holderId: post.id, day })))
  return lists.flat().filter((mandate) => mandate.acts.includes(act))
}

export const chainForm = get('/naskah/surat/:letterId/rantai', {
  access: drafts,
  audit: 'none',
  params: letterParams,
  query: chainQuery,
  handle: (context) => show(context),
})

export const changeLetterChain = post('/naskah/surat/:letterId/rantai', {
  access: drafts,
  audit: 'none',
  params: letterParams,
  async handle(context) {
    const { form, db } = context
    const { letterId } = context.params
    const t = workTexts(context.locale)
    const letter = await readableLetter(context, letterId)
    const now = chainInputOf(letter)
    if (form.has('simpan')) {
      await context.run(saveChainTemplate, { name: form.get('name'), steps: now })
      context.notify(t('chain.kept'))
      return redirect(letterPaths.chain(letterId))
    }
    const template = form.get('pakai') ? await findChainTemplate(db, form.get('pakai')) : undefined
    await context.run(setChain, { letterId, steps: template ? template.steps : changeChain(now, form) })
    context.notify(t('chain.set'))
    return redirect(withQuery(letterPaths.chain(letterId), { cari: form.get('cari') || undefined }))
  },
  invalid: show,
})

async function showChains(context: RouteContext): Promise<Answer> {
  const { db, actor, tenant } = context
  const chains = await listChainTemplates(db, actor.position?.unitPath ?? '')
  const ids = chains.flatMap((chain) => chain.steps.flatMap((step) => step.posts.map((one) => one.positionId)))
  const posts = await postsByIds(db, [...new Set(ids)], todayOf(context))
  const mayKeep = isPermitted(actor, 'letters.keep', { unitPath: actor.position?.unitPath })
  return page(<ChainListPage {...context} zone={tenant.profile.zone} chains={chains} posts={posts} mayKeep={mayKeep} />)
}

export const chainList = get(letterPaths.chains, { access: drafts, audit: 'none', handle: showChains })

export const retireChain = post(letterPaths.chainsRetire, {
  access: permitted('letters.keep'),
  audit: 'none',
  async handle(context) {
    await context.run(retireChainTemplate, { chainTemplateId: context.form.get('rantai') })
    context.notify(deskTexts(context.locale)('chains.retired'))
    return redirect(letterPaths.chains)
  },
})
