import type { AppError } from '#kernel/errors.ts'
import { formatShort } from '#kernel/i18n/format.ts'
import type { Mandate } from '#modules/organization/index.ts'
import {
  Button,
  CsrfField,
  EmptyState,
  ErrorSummary,
  Field,
  FieldGroup,
  FilterBar,
  LinkButton,
  NumberField,
  Radios,
  Section,
  Select,
  Table,
  TextField,
} from '#ui/index.ts'
import { letterPaths } from '../paths.ts'
import type { ChainTemplate } from '../queries/chain-templates.ts'
import type { ShownStep } from '../queries/letter-file.ts'
import type { Post } from '../queries/posts.ts'
import { deskTexts } from '../texts/desk.ts'
import { letterTexts } from '../texts/letter.ts'
import { workTexts } from '../texts/work.ts'
import { postTitle, stepTitle } from './chain-view.tsx'
import { errorsOf, LetterFrame, type LetterPageProps } from './frame.tsx'

interface ChainPageProps extends LetterPageProps {
  readonly letterId: string
  readonly subject: string
  readonly steps: readonly ShownStep[]
  readonly text: string
  readonly found: readonly Post[]
  readonly mandates: readonly Mandate[]
  readonly saved: readonly ChainTemplate[]
  readonly mayKeep: boolean
  readonly error: AppError | undefined
  readonly typedName: string
}

/** The chain of one letter, step by step, with buttons that work everywhere. */
export function ChainPage(props: ChainPageProps) {
  const { locale, letterId } = props
  const t = workTexts(locale)
  const errors = errorsOf(props.error, locale)
  const path = letterPaths.chain(letterId)
  return (
    <LetterFrame
      {...props}
      title={t('chain.title')}
      lead={t('chain.lead')}
      crumbs={[
        { label: props.subject || deskTexts(locale)('no-subject'), href: letterPaths.letter(letterId) },
        { label: t('chain.title') },
      ]}
      actions={
        <LinkButton href={letterPaths.letter(letterId)} variant="secondary">
          {t('chain.back')}
        </LinkButton>
      }
    >
      <ErrorSummary errors={errors.list} />
      <Section title={t('chain.steps')} id="langkah">
        <Steps {...props} />
        {props.saved.length > 0 && (
          <div class="filters">
            <form method="post" action={path}>
              <CsrfField />
              <Select
                name="pakai"
                label={t('chain.saved-list')}
                options={props.saved.map((chain) => ({ value: chain.id, label: chain.name }))}
              />
              <Button variant="secondary">{t('chain.use')}</Button>
            </form>
          </div>
        )}
        {props.mayKeep && props.steps.length > 0 && (
          <div class="filters">
            <form method="post" action={path}>
              <CsrfField />
              <TextField
                name="name"
                label={t('chain.keep')}
                value={props.typedName}
                error={errors.of('name')}
                maxLength={80}
                placeholder={t('chain.keep-name')}
              />
              <Button variant="secondary" name="simpan" value="1">
                {t('edit.save')}
              </Button>
            </form>
          </div>
        )}
      </Section>
      <Section title={t('chain.add')} id="tambah">
        <FilterBar action={path} search={{ name: 'cari', label: t('chain.find'), value: props.text }} />
        {props.found.length === 0 ? <p class="hint">{t('chain.found-none')}</p> : <AddStep {...props} />}
      </Section>
    </LetterFrame>
  )
}

function Steps({ steps, letterId, locale }: ChainPageProps) {
  const t = workTexts(locale)
  const l = letterTexts(locale)
  if (steps.length === 0) return <p class="hint">{l('chain-none')}</p>
  return (
    <form method="post" action={letterPaths.chain(letterId)}>
      <CsrfField />
      <ol class="rows">
        {steps.map((step, index) => {
          const button = (what: 'naik' | 'turun' | 'hapus', label: string) => (
            <Button name="langkah" value={`${what}:${index}`} variant="quiet" small>
              {label}
              <span class="sr-only"> {index + 1}</span>
            </Button>
          )
          return (
            <li class="row" key={step.step}>
              <div class="row-main">
                <b>
                  {index + 1}. {stepTitle(step, locale)}
                </b>
                {step.posts.map((post) => (
                  <p key={post.positionId}>
                    {postTitle(post, locale)}{' '}
                    <span class="hint">{post.post?.holders[0]?.name ?? l('post.vacant')}</span>
                  </p>
                ))}
              </div>
              <div class="row-note">
                {index > 0 && button('naik', t('chain.up'))}
                {index < steps.length - 1 && button('turun', t('chain.down'))}
                {button('hapus', t('chain.remove'))}
              </div>
            </li>
          )
        })}
      </ol>
    </form>
  )
}

function AddStep({ found, mandates, letterId, text, locale }: ChainPageProps) {
  const t = workTexts(locale)
  const l = letterTexts(locale)
  return (
    <form method="post" action={letterPaths.chain(letterId)}>
      <CsrfField />
      <input type="hidden" name="cari" value={text} />
      <FieldGroup name="jabatan" label={t('chain.found')} hint={t('chain.found-hint')}>
        {(control) => (
          <div class="choices">
            {found.map((post, index) => {
              const id = index === 0 ? control.id : `jabatan-${post.id}`
              const own = mandates.filter((mandate) => mandate.holder.positionId === post.id)
              return (
                <div key={post.id}>
                  <div class="choice">
                    <input type="checkbox" id={id} name="jabatan" value={post.id} />
                    <label for={id}>
                      {post.title}, {post.unitName}
                    </label>
                    <p class="hint">{post.holders[0]?.name ?? l('post.vacant')}</p>
                  </div>
                  {own.length > 0 && (
                    <Field name={`mandat-${post.id}`} label={t('chain.mandate')}>
                      {(select) => (
                        <select {...select} class="input select" name={`mandat-${post.id}`}>
                          <option value="">{t('chain.mandate-own')}</option>
                          {own.map((mandate) => (
                            <option key={mandate.id} value={mandate.id}>
                              {mandate.form} {mandate.beyond ?? mandate.principal.title}, {mandate.orderNumber}
                            </option>
                          ))}
                        </select>
                      )}
                    </Field>
                  )}
                </div>
              )
            })}
          </div>
        )}
      </FieldGroup>
      <Radios
        name="untuk"
        label={t('chain.role')}
        value="paraf-hierarchy"
        options={(['paraf-hierarchy', 'paraf-coordination', 'signature'] as const).map((value) => ({
          value,
          label: l(`step.${value}`),
        }))}
      />
      <NumberField name="jumlah" label={t('chain.needed')} hint={t('chain.needed-hint')} optional maxLength={2} />
      <Button name="langkah" value="tambah:0">
        {t('chain.add')}
      </Button>
    </form>
  )
}

/** The chains that a unit keeps. */
export function ChainListPage(
  props: LetterPageProps & {
    readonly chains: readonly ChainTemplate[]
    readonly posts: ReadonlyMap<string, Post>
    readonly mayKeep: boolean
  },
) {
  const { locale, zone } = props
  const t = deskTexts(locale)
  const l = letterTexts(locale)
  const words = (chain: ChainTemplate) =>
    chain.steps.map((step) => {
      const names = step.posts.map((post) => props.posts.get(post.positionId)?.title ?? '?').join(', ')
      return `${l(step.role === 'signature' ? 'step.signature' : `step.paraf-${step.kind ?? 'hierarchy'}`)}: ${names}`
    })
  return (
    <LetterFrame {...props} title={t('chains.title')} lead={t('chains.lead')}>
      <Table
        caption={t('chains.title')}
        captionHidden
        rows={props.chains}
        rowKey={(chain) => chain.id}
        empty={
          <EmptyState title={t('chains.none')} icon="file-text">
            {t('chains.none-help')}
          </EmptyState>
        }
        columns={[
          { key: 'name', label: t('chains.name'), header: true, cell: (chain) => <b>{chain.name}</b> },
          {
            key: 'steps',
            label: t('chains.steps'),
            cell: (chain) => (
              <ol class="plain-list">
                {words(chain).map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ol>
            ),
          },
          {
            key: 'made',
            label: t('chains.made'),
            cell: (chain) => `${formatShort(chain.madeAt, locale, zone)}, ${chain.madeBy.split(', ')[0]}`,
          },
          ...(props.mayKeep
            ? [
                {
                  key: 'retire',
                  label: t('chains.retire'),
                  cell: (chain: ChainTemplate) => (
                    <form method="post" action={letterPaths.chainsRetire}>
                      <CsrfField />
                      <Button variant="quiet" small name="rantai" value={chain.id}>
                        {t('chains.retire')}
                        <span class="sr-only"> {chain.name}</span>
                      </Button>
                    </form>
                  ),
                },
              ]
            : []),
        ]}
      />
    </LetterFrame>
  )
}
