import type { AppError } from '#kernel/errors.ts'
import { formatShort } from '#kernel/i18n/format.ts'
import type { LetterTemplate } from '#modules/templates/index.ts'
import {
  Button,
  CsrfField,
  DecisionPanel,
  ErrorSummary,
  LinkButton,
  Notice,
  PanelPart,
  Section,
  SummaryList,
  TextArea,
} from '#ui/index.ts'
import type { LetterContent } from '../content.ts'
import { isSecret } from '../domain.ts'
import type { LetterActs } from '../letter-acts.ts'
import type { LetterRow } from '../letter-row.ts'
import { letterPaths } from '../paths.ts'
import type { HistoryRow, ShownStep, VersionRow } from '../queries/letter-file.ts'
import { deskTexts } from '../texts/desk.ts'
import { letterTexts } from '../texts/letter.ts'
import { AnnexPart } from './annex-part.tsx'
import { ChainView, postTitle } from './chain-view.tsx'
import { errorsOf, LetterFrame, type LetterPageProps, Marks, StateTag } from './frame.tsx'
import { HistoryPart, VersionsPart } from './history-part.tsx'
import { kindName } from './list-pages.tsx'

export interface LetterViewProps extends LetterPageProps {
  readonly row: LetterRow
  readonly content: LetterContent
  readonly template: LetterTemplate
  readonly steps: readonly ShownStep[]
  readonly acts: LetterActs
  readonly versions: readonly VersionRow[]
  readonly history: readonly HistoryRow[]
  readonly verifyHref: string | undefined
  readonly error: AppError | undefined
  readonly typedNote: string
  readonly unitName: string
  /** Pages of the draft that can be drawn, or why none can. */
  readonly preview: { readonly sheets: number; readonly fault?: string | undefined }
}

/** One letter: what it says at the left, who has it and what can be done at the right. */
export function LetterPage(props: LetterViewProps) {
  const { locale, row, content, acts } = props
  const t = letterTexts(locale)
  const d = deskTexts(locale)
  const errors = errorsOf(props.error, locale)
  return (
    <LetterFrame
      {...props}
      title={content.subject || d('no-subject')}
      lead={<Standing {...props} />}
      crumbs={[
        acts.isDrafter
          ? { label: d('nav.drafts'), href: letterPaths.drafts }
          : { label: d('nav.queue'), href: letterPaths.desk },
        { label: row.number ?? kindName(row.kind, locale) },
      ]}
      decision={<Decision {...props} />}
    >
      <ErrorSummary errors={errors.list} />
      {isSecret(row.security) && (
        <Notice tone="late">{t('secret', { security: d(`security.${row.security}`).toLowerCase() })}</Notice>
      )}
      <Returned {...props} />
      <Paper {...props} />
      <Section title={t('chain')} id="rantai">
        {props.steps.length === 0 ? (
          <p class="hint">{t('chain-none')}</p>
        ) : (
          <ChainView letterId={row.id} steps={props.steps} zone={props.zone} maySkip={acts.skip} />
        )}
      </Section>
      <Section title={t('annexes')} id="lampiran">
        <AnnexPart
          letterId={row.id}
          version={row.version}
          annexes={content.annexes}
          mayChange={acts.edit}
          errors={errors}
        />
      </Section>
      <Section title={t('facts')} id="keterangan">
        <SummaryList
          dense
          rows={[
            { term: t('kind'), value: kindName(row.kind, locale) },
            { term: t('template'), value: `${props.template.name[locale]}, ${props.template.version}` },
            { term: d('unit'), value: props.unitName },
            { term: d('drafter'), value: row.drafter_label },
            { term: d('security'), value: d(`security.${row.security}`) },
            { term: d('urgency'), value: d(`urgency.${row.urgency}`) },
            ...(content.classification ? [{ term: t('classification'), value: content.classification }] : []),
            {
              term: t('version'),
              value: t('version-value', { version: row.version, hash: row.content_hash.slice(0, 16) }),
            },
          ]}
        />
      </Section>
      <VersionsPart {...props} />
      <HistoryPart {...props} />
      <Section title={t('notes')} id="catatan">
        <form method="post" action={letterPaths.note(row.id)}>
          <CsrfField />
          <TextArea
            name="words"
            label={t('note-label')}
            rows={3}
            maxLength={2000}
            value={props.typedNote}
            error={errors.of('words')}
          />
          <Button variant="secondary">{t('note-send')}</Button>
        </form>
      </Section>
    </LetterFrame>
  )
}

/** Where it is and who has it, in one sentence. */
function Standing({ row, steps, locale, zone }: LetterViewProps) {
  const t = letterTexts(locale)
  const waiting = steps.flatMap((step) => step.posts.filter((post) => post.isTurn).map((post) => ({ step, post })))
  const post = waiting.map((one) => postTitle(one.post, locale)).join(', ')
  const role = t(`role.${waiting[0]?.step.role ?? 'paraf'}`)
  const words = {
    post,
    role,
    number: row.number ?? '',
    drafter: row.drafter_label.split(', ')[0] ?? '',
    when: row.issued_at
      ? formatShort(Temporal.Instant.fromEpochMilliseconds(row.issued_at.getTime()), locale, zone)
      : '',
  }
  return (
    <>
      <StateTag state={row.state} /> <Marks security={row.security} urgency={row.urgency} />{' '}
      {t(`state.${row.state}`, words)}
    </>
  )
}

/** Why it came back stands where the drafter begins to read. */
function Returned({ row, history, locale }: LetterViewProps) {
  const last = row.state === 'returned' ? history.find((one) => one.what === 'returned') : undefined
  if (!last?.words) return null
  return (
    <Notice tone="late" title={letterTexts(locale)('returned-by', { by: last.by })}>
      <p>{last.words}</p>
    </Notice>
  )
}

function Paper({ row, locale, verifyHref, preview }: LetterViewProps) {
  const t = letterTexts(locale)
  const file = row.document_id ? letterPaths.file(row.id) : undefined
  return (
    <Section title={t('preview')} id="naskah">
      <div class="btn-row">
        {file ? (
          <LinkButton href={file} icon="download" download small>
            {t('download')}
          </LinkButton>
        ) : (
          <LinkButton href={letterPaths.preview(row.id)} variant="secondary" small>
            {t('preview-pdf')}
          </LinkButton>
        )}
        {verifyHref && (
          <LinkButton href={verifyHref} variant="quiet" icon="shield-check" small>
            {t('verify')}
          </LinkButton>
        )}
      </div>
      <p class="hint">{t(file ? 'preview-holds' : 'preview-draft', { version: row.version })}</p>
      {preview.fault ? (
        <Notice tone="soon">{t('preview-failed', { reason: preview.fault })}</Notice>
      ) : (
        <section class="file-view" tabindex={0} aria-label={t('preview-pages')}>
          {Array.from({ length: preview.sheets }, (_, index) => (
            <div class="file-sheet" key={String(index)}>
              <img
                src={letterPaths.picture(row.id, row.version, index + 1)}
                alt={t('preview-alt', { version: row.version, sheet: index + 1, sheets: preview.sheets })}
              />
            </div>
          ))}
        </section>
      )}
    </Section>
  )
}

function Decision(props: LetterViewProps) {
  const { row, acts, locale } = props
  const t = letterTexts(locale)
  const post = (action: string, label: string, variant?: 'secondary' | 'quiet') => (
    <form method="post" action={action}>
      <CsrfField />
      <input type="hidden" name="hash" value={row.content_hash} />
      <input type="hidden" name="version" value={String(row.version)} />
      <Button variant={variant} wide>
        {label}
      </Button>
    </form>
  )
  const link = (href: string, label: string, variant?: 'secondary' | 'quiet' | 'danger') => (
    <LinkButton href={href} variant={variant} wide>
      {label}
    </LinkButton>
  )
  const buttons = [
    acts.initial && post(letterPaths.initial(row.id), t('act.initial')),
    acts.sign && link(letterPaths.sign(row.id), t('act.sign')),
    acts.submit && post(letterPaths.submit(row.id), t('act.submit')),
    acts.edit && link(letterPaths.edit(row.id), t('act.edit'), 'secondary'),
    acts.chain && link(letterPaths.chain(row.id), t('chain-edit'), 'secondary'),
    acts.giveBack && link(letterPaths.giveBack(row.id), t('act.return'), 'secondary'),
    acts.editOnItsWay && link(letterPaths.edit(row.id), t('act.edit-restart'), 'quiet'),
    acts.recall && post(letterPaths.recall(row.id), t('act.recall'), 'secondary'),
    acts.end && link(letterPaths.end(row.id), t(`act.${acts.end}`), 'quiet'),
  ].filter(Boolean)
  return (
    <DecisionPanel
      promise={acts.initial || acts.sign ? t('act.turn') : acts.isDrafter ? t('act.drafter') : t('act.reader')}
      tone={acts.initial || acts.sign ? 'soon' : 'neutral'}
      parts={
        acts.editOnItsWay && (
          <PanelPart title={t('act.edit-restart')}>
            <p>{t('act.edit-restart-hint')}</p>
          </PanelPart>
        )
      }
    >
      {buttons.length > 0 ? buttons : <p class="hint">{t('act.none')}</p>}
    </DecisionPanel>
  )
}
