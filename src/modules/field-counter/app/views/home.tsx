import { Button, ButtonRow, EmptyState, LinkButton, Section, StatusTag, TextField, useFrame } from '#ui/index.ts'
import type { Draft } from '../drafts.ts'
import { appTexts } from '../texts.ts'
import { type Moments, stateOf } from '../words.ts'
import { type Reach, ReachNotice } from './shell.tsx'

export interface HomeProps {
  readonly drafts: readonly Draft[]
  readonly reach: Reach
  readonly search: string
  readonly hasPack: boolean
  readonly moments: Moments
}

/** Everything on this device, in the order in which it needs somebody. */
export function HomePage({ drafts, reach, search, hasPack, moments }: HomeProps) {
  const t = appTexts(useFrame().locale)
  const found = drafts.filter((draft) => isFound(draft, search))
  const groups = [
    { key: 'act', rows: found.filter(needsSomebody) },
    { key: 'queue', rows: found.filter((draft) => draft.record.state === 'queued' && !needsSomebody(draft)) },
    { key: 'drafts', rows: found.filter((draft) => draft.record.state === 'draft') },
    {
      key: 'received',
      rows: found.filter((draft) => draft.record.state === 'received' && !needsSomebody(draft)),
    },
  ] as const
  const isQueueing = drafts.some((draft) => draft.record.state === 'queued')
  return (
    <>
      <h1 tabindex={-1}>{t('home')}</h1>
      <ReachNotice reach={reach} />
      <ButtonRow>
        <LinkButton href="#/baru">{t('new')}</LinkButton>
        {isQueueing && (
          <Button type="button" variant="secondary" icon="refresh-cw" name="aksi" value="kirim">
            {t('send-now')}
          </Button>
        )}
      </ButtonRow>
      {drafts.length === 0 && (
        <EmptyState title={t(hasPack ? 'empty' : 'no-pack')} icon="file-text">
          {t(hasPack ? 'empty-help' : 'no-pack-help')}
        </EmptyState>
      )}
      {drafts.length > 0 && <Search search={search} />}
      {drafts.length > 0 && found.length === 0 && (
        <EmptyState
          title={t('search-none')}
          icon="search"
          action={
            <Button type="button" variant="secondary" name="aksi" value="semua">
              {t('search-clear')}
            </Button>
          }
        />
      )}
      {groups
        .filter((group) => group.rows.length > 0)
        .map((group) => (
          <Section key={group.key} title={`${t(group.key)} (${group.rows.length})`}>
            <ul class="tasks">
              {group.rows.map((draft) => (
                <Row key={draft.record.id} draft={draft} moments={moments} />
              ))}
            </ul>
          </Section>
        ))}
    </>
  )
}

function Row({ draft, moments }: { draft: Draft; moments: Moments }) {
  const { locale } = useFrame()
  const t = appTexts(locale)
  const { record, content } = draft
  const state = stateOf(draft, t)
  const href = record.state === 'draft' ? `#/draf/${record.id}` : `#/kiriman/${record.id}`
  const when = t('saved-at', { when: moments.moment(record.updatedAt) })
  const number = content.received?.caseNumber || record.localNumber
  const next = record.state === 'draft' ? 'continue' : needsSomebody(draft) ? 'mend' : 'open'
  return (
    <li class="task" data-item={record.id} data-state={record.state}>
      <div>
        <a class="task-link" href={href}>
          {content.subject || t('nameless')}
        </a>
        <p class="hint">
          {content.title[locale]}
          {number ? `, ${number}` : ''}. {when}
        </p>
      </div>
      <div class="field-row-end">
        <StatusTag tone={state.tone}>{state.label}</StatusTag>
        <a href={href} class="field-act">
          {t(next)}
          <span class="sr-only"> {content.subject || t('nameless')}</span>
        </a>
      </div>
    </li>
  )
}

function Search({ search }: { search: string }) {
  const t = appTexts(useFrame().locale)
  return (
    <form data-form="cari" class="field-search">
      <TextField name="q" label={t('search')} hint={t('search-hint')} value={search} autocomplete="off" type="search" />
      <Button variant="secondary">{t('search-button')}</Button>
    </form>
  )
}

/** What does not go on by itself. */
export function needsSomebody({ record, content }: Draft): boolean {
  if (record.state === 'refused' || record.state === 'conflict') return true
  if (record.state === 'received') return content.received?.isWithApplicant === true
  return (
    record.state === 'queued' &&
    ['signed-out', 'other-account', 'forbidden', 'unreadable-file'].includes(record.wait ?? '')
  )
}

function isFound({ record, content }: Draft, search: string): boolean {
  const plain = (text: string) => text.toLowerCase().replace(/[\s.\-/]/g, '')
  const wanted = plain(search)
  if (!wanted) return true
  return [content.subject, content.title.id, record.localNumber ?? '', content.received?.caseNumber ?? ''].some(
    (text) => plain(text).includes(wanted),
  )
}
