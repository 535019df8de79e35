import type { Zone } from '#kernel/clock/clock.ts'
import { formatShort } from '#kernel/i18n/format.ts'
import { Timeline, type TimelineItem, ToneText, useFrame } from '#ui/index.ts'
import { letterPaths } from '../paths.ts'
import type { ShownPost, ShownStep } from '../queries/letter-file.ts'
import { letterTexts } from '../texts/letter.ts'

export function stepTitle(step: Pick<ShownStep, 'role' | 'kind' | 'needed' | 'posts'>, locale: 'id' | 'en'): string {
  const t = letterTexts(locale)
  const name = t(step.role === 'signature' ? 'step.signature' : `step.paraf-${step.kind ?? 'hierarchy'}`)
  const m = step.posts.length
  return m < 2 ? name : `${name}, ${step.needed === m ? t('step.all') : t('step.some', { n: step.needed, m })}`
}

/** "Plt. Kepala Bidang": as the post acts today; with a.n. or u.b. before it. */
export function postTitle({ post, mandate }: Pick<ShownPost, 'post' | 'mandate'>, locale: 'id' | 'en'): string {
  const t = letterTexts(locale)
  const manner = post?.holders[0]?.manner ?? 'definitif'
  const title = `${t(`manner.${manner}`)}${post?.title ?? '?'}`
  if (!mandate) return title
  return `a.n. ${mandate.beyond ?? mandate.principal.title}${mandate.beyond ? `, u.b. ${mandate.principal.title}` : ''}, ${title}`
}

/** The steps in order, each with its posts and what became of them. */
export function ChainView(props: {
  readonly letterId: string
  readonly steps: readonly ShownStep[]
  readonly zone: Zone
  readonly maySkip: boolean
}) {
  const { locale } = useFrame()
  const t = letterTexts(locale)
  const isDone = (step: ShownStep) => {
    const left = step.posts.filter((post) => !post.skipped).length
    return step.posts.filter((post) => post.given).length >= Math.min(step.needed, left)
  }
  const items = props.steps.map((step, index): TimelineItem => {
    const done = isDone(step)
    return {
      title: `${index + 1}. ${stepTitle(step, locale)}`,
      state: done ? 'done' : step.posts.some((post) => post.isTurn) ? 'current' : 'future',
      place: (
        <ul class="plain-list">
          {step.posts.map((post) => (
            <li key={post.positionId}>
              <b>{postTitle(post, locale)}</b> <PostState {...props} post={post} done={done} />
            </li>
          ))}
        </ul>
      ),
    }
  })
  return <Timeline items={items} label={t('chain')} />
}

function PostState(props: {
  readonly post: ShownPost
  readonly done: boolean
  readonly zone: Zone
  readonly letterId: string
  readonly maySkip: boolean
}) {
  const { locale } = useFrame()
  const t = letterTexts(locale)
  const { post } = props
  if (post.given) {
    const words = { name: post.given.name, when: formatShort(post.given.at, locale, props.zone) }
    return <ToneText tone="good">{t('post.given', words)}</ToneText>
  }
  if (post.skipped) return <span class="hint">{t('post.skipped', post.skipped)}</span>
  const holder = post.post?.holders[0]?.name
  if (props.done) return <span class="hint">{t('post.not-needed')}</span>
  return (
    <>
      <span class="hint">{holder ?? t('post.vacant')}</span>{' '}
      {post.isTurn ? <ToneText tone="soon">{t('post.turn')}</ToneText> : <span class="hint">{t('post.waits')}</span>}
      {post.isTurn && !holder && props.maySkip && (
        <>
          {' '}
          <a href={`${letterPaths.skip(props.letterId)}?jabatan=${post.positionId}`}>{t('post.skip')}</a>
        </>
      )}
    </>
  )
}
