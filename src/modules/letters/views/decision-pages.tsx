import type { ComponentChildren } from 'preact'
import type { AppError } from '#kernel/errors.ts'
import type { FormValues } from '#kernel/http/form-values.ts'
import { FormPage, Radios, SummaryList, TextArea } from '#ui/index.ts'
import type { LetterActs } from '../letter-acts.ts'
import type { LetterRow } from '../letter-row.ts'
import { letterPaths } from '../paths.ts'
import type { ShownPost, ShownStep } from '../queries/letter-file.ts'
import { deskTexts } from '../texts/desk.ts'
import { letterTexts } from '../texts/letter.ts'
import { workTexts } from '../texts/work.ts'
import { postTitle, stepTitle } from './chain-view.tsx'
import { errorsOf, LetterFrame, type LetterPageProps } from './frame.tsx'
import { kindName } from './list-pages.tsx'

interface DecisionProps extends LetterPageProps {
  readonly row: LetterRow
  readonly subject: string
  readonly steps: readonly ShownStep[]
  readonly form: FormValues
  readonly error?: AppError | undefined
}

interface AskProps extends DecisionProps {
  readonly title: string
  readonly lead?: string | undefined
  readonly action: string
  readonly submitLabel: string
  readonly children: ComponentChildren
}

function Ask(props: AskProps) {
  const { row, locale } = props
  const label = props.subject || deskTexts(locale)('no-subject')
  return (
    <LetterFrame
      {...props}
      heading={false}
      lead={undefined}
      crumbs={[{ label, href: letterPaths.letter(row.id) }, { label: props.title }]}
    >
      <FormPage
        title={`${props.title}: ${label}`}
        lead={props.lead}
        action={props.action}
        backHref={letterPaths.letter(row.id)}
        errors={errorsOf(props.error, locale).list}
        submitLabel={props.submitLabel}
      >
        {props.children}
      </FormPage>
    </LetterFrame>
  )
}

function Reason(props: DecisionProps & { label: string; hint: string }) {
  return (
    <TextArea
      name="reason"
      label={props.label}
      hint={props.hint}
      rows={4}
      maxLength={2000}
      value={props.form.get('reason')}
      error={errorsOf(props.error, props.locale).of('reason')}
    />
  )
}

export function ReturnPage(props: DecisionProps) {
  const { locale, steps, row, actor } = props
  const t = workTexts(locale)
  const own = steps.findIndex((step) =>
    step.posts.some((post) => post.isTurn && post.positionId === actor.position?.id),
  )
  const targets = steps.slice(0, Math.max(0, own)).map((step, index) => ({
    value: String(index),
    label: t('return.step', {
      n: index + 1,
      title: `${stepTitle(step, locale)}, ${step.posts.map((post) => postTitle(post, locale)).join(', ')}`,
    }),
  }))
  return (
    <Ask {...props} title={t('return.title')} action={letterPaths.giveBack(row.id)} submitLabel={t('return.submit')}>
      <Radios
        name="kepada"
        label={t('return.to')}
        value={props.form.get('kepada') || 'konseptor'}
        options={[{ value: 'konseptor', label: t('return.drafter'), hint: row.drafter_label }, ...targets]}
      />
      <Reason {...props} label={t('return.reason')} hint={t('return.reason-hint')} />
    </Ask>
  )
}

/** What is about to be signed and in what authority, before the one button. */
export function SignPage(props: DecisionProps) {
  const { locale, row, steps, actor } = props
  const t = workTexts(locale)
  const own = steps.flatMap((step) => step.posts).find((post) => post.isTurn && post.positionId === actor.position?.id)
  return (
    <Ask
      {...props}
      title={t('sign.title')}
      lead={row.number ? t('sign.lead-more', { number: row.number }) : t('sign.lead')}
      action={letterPaths.sign(row.id)}
      submitLabel={t('sign.submit')}
    >
      <input type="hidden" name="hash" value={row.content_hash} />
      <SummaryList
        rows={[
          { term: t('edit.subject'), value: props.subject },
          { term: letterTexts(locale)('kind'), value: kindName(row.kind, locale) },
          {
            term: t('sign.version'),
            value: letterTexts(locale)('version-value', { version: row.version, hash: row.content_hash.slice(0, 16) }),
            action: { href: letterPaths.letter(row.id), label: letterTexts(locale)('preview') },
          },
          ...(own ? [{ term: t('sign.acts'), value: `${postTitle(own, locale)}, ${actor.name}` }] : []),
        ]}
      />
    </Ask>
  )
}

export function SkipPage(props: DecisionProps & { readonly post: ShownPost }) {
  const t = workTexts(props.locale)
  const title = props.post.post?.title ?? ''
  return (
    <Ask
      {...props}
      title={t('skip.title')}
      lead={t('skip.lead', { post: title })}
      action={letterPaths.skip(props.row.id)}
      submitLabel={t('skip.submit')}
    >
      <input type="hidden" name="jabatan" value={props.post.positionId} />
      <Reason {...props} label={t('skip.reason')} hint={t('skip.reason-hint')} />
    </Ask>
  )
}

export function EndPage(props: DecisionProps & { readonly end: NonNullable<LetterActs['end']> }) {
  const t = workTexts(props.locale)
  const { end } = props
  const hint = end === 'abandon' ? t('end.reason-hint') : `${t('end.reason-public')} ${t('end.reason-hint')}`
  return (
    <Ask
      {...props}
      title={t(`end.${end}`)}
      lead={t(`end.${end}-lead`)}
      action={letterPaths.end(props.row.id)}
      submitLabel={t(`end.${end}`)}
    >
      <Reason {...props} label={t('end.reason')} hint={hint} />
    </Ask>
  )
}
