import { formatMoment, formatShort } from '#kernel/i18n/format.ts'
import { Button, CsrfField, DecisionPanel, LinkButton, PanelPart, TextArea, useFrame } from '#ui/index.ts'
import { servicePaths } from '../paths.ts'
import { explainsWarnings } from '../queries/decision-findings.ts'
import type { OfferedStep } from '../queries/offered-steps.ts'
import { fileTexts } from '../texts/case-file.ts'
import { dueWords, sinceWhen } from './case-words.ts'
import { type DeskPageProps, decisionForm, type NamedTask } from './desk-parts.ts'
import { deskTexts } from './desk-texts.ts'

/** The right column: until when, in whose hands, and what can be done. */
export function Decision(props: DeskPageProps) {
  const { locale } = useFrame()
  const t = deskTexts(locale)
  const { view, minutesLeft, steps, step } = props.file
  if (view.result && steps.length === 0) {
    return (
      <DecisionPanel promise={t('closed')} tone="neutral">
        {view.closedAt && <p>{formatShort(view.closedAt, locale, props.zone)}</p>}
      </DecisionPanel>
    )
  }
  const due = dueWords(view.promisedAt, props.now, locale, props.zone)
  const when = formatMoment(view.promisedAt, locale, props.zone)
  if (steps.length === 0) {
    return (
      <>
        <Claim {...props} />
        <p class={`decision-promise ink-${due.tone}`}>
          {t(due.tone === 'late' ? 'promise.late' : 'promise', { when })}
        </p>
      </>
    )
  }
  return (
    <>
      <Claim {...props} />
      <DecisionPanel
        promise={due.tone === 'late' ? t('promise.late', { when }) : t('promise', { when })}
        tone={due.tone}
        promiseHint={[
          minutesLeft > 0 && t('left', { h: Math.floor(minutesLeft / 60), m: minutesLeft % 60 }),
          ownDue(props),
        ]
          .filter(Boolean)
          .join('. ')}
      >
        {step ? <OpenStep {...props} step={step} /> : <Steps {...props} />}
      </DecisionPanel>
      {!step && steps.some((each) => isIssuing(props, each)) && (
        <PanelPart title={t('will-issue')}>
          <ul class="plain-list">
            {view.definition.products.map((product) => (
              <li key={product.id}>{product[locale]}</li>
            ))}
          </ul>
        </PanelPart>
      )}
    </>
  )
}

function rowOf({ file: { view } }: DeskPageProps, { verb }: OfferedStep) {
  return view.definition.flow.transitions.find((each) => each.verb === verb && each.from === view.state.id)
}

/** A step with which the application is granted. */
function isIssuing(props: DeskPageProps, step: OfferedStep): boolean {
  const row = rowOf(props, step)
  const { states } = props.file.view.definition.flow
  return step.effects.length > 0 && states.some((state) => state.id === row?.to && state.result === 'granted')
}

/** A step at which the examiner says why he goes on in spite of a warning. */
function isExplained(props: DeskPageProps, step: OfferedStep): boolean {
  const row = rowOf(props, step)
  return row !== undefined && !hasForm(step) && explainsWarnings(row)
}

/** The deadline of the officer's own piece of work, where it is another than the promise. */
function ownDue(props: DeskPageProps): string | undefined {
  const { locale } = useFrame()
  const task = props.file.tasks.find((each) => each.mayDo && !each.closedAt)
  if (!task || task.dueAt.equals(props.file.view.promisedAt)) return undefined
  return fileTexts(locale)('due.step', { due: dueWords(task.dueAt, props.now, locale, props.zone).text })
}

/** Whose hands the work is in, and the buttons to take it, put it back, or give it to another. */
function Claim(props: DeskPageProps) {
  const open = props.file.tasks.filter((task) => !task.closedAt)
  const own = open.filter((task) => task.mayDo)
  const shown = own.length > 0 ? own : props.file.maySupervise ? open : []
  if (shown.length === 0) return null
  return (
    <div class="claim">
      {shown.map((task) => (
        <ClaimOf key={task.id} {...props} task={task} isNamed={shown.length > 1} />
      ))}
    </div>
  )
}

function ClaimOf({ task, isNamed, ...props }: DeskPageProps & { task: NamedTask; isNamed: boolean }) {
  const { locale } = useFrame()
  const t = fileTexts(locale)
  const branch = props.file.view.state.branches?.find((each) => each.id === task.branch)
  const since = task.claimedAt ? sinceWhen(task.claimedAt, props.now, locale, props.zone) : ''
  const isMine = task.claimedPersonId !== undefined && task.claimedPersonId === props.personId
  return (
    <>
      {isNamed && branch && (
        <p>
          <b>{branch.label[locale]}</b>
        </p>
      )}
      {task.claimedPersonId && (
        <p>{isMine ? t('claim.mine', { since }) : t('claim.other', { name: task.claimedName ?? '', since })}</p>
      )}
      <div class="claim-row">
        {task.mayDo && !task.claimedPersonId && (
          <form method="post" action={servicePaths.claim(task.id)}>
            <CsrfField />
            <Button variant="secondary" small kbd="A">
              {t('claim.take')}
            </Button>
          </form>
        )}
        {isMine && (
          <form method="post" action={servicePaths.release(task.id)}>
            <CsrfField />
            <Button variant="quiet" small>
              {t('claim.release')}
            </Button>
          </form>
        )}
        {props.file.maySupervise && (
          <LinkButton href={servicePaths.reassign(task.id)} variant="quiet" small>
            {t('claim.give')}
          </LinkButton>
        )}
      </div>
    </>
  )
}

/** A form is opened on the page before the step is taken; the others are taken at once. */
const hasForm = (step: OfferedStep) => step.form.length > 0 || step.reasons.length > 0

function Steps(props: DeskPageProps) {
  const { locale } = useFrame()
  const t = deskTexts(locale)
  const f = fileTexts(locale)
  const { view, steps } = props.file
  const open = steps.filter((step) => !step.blocked)
  const parts = Map.groupBy(open, (step) => step.branch?.id ?? '')
  const warned = props.file.against.length > 0 && open.some((step) => isExplained(props, step))
  const asksReason = warned || open.some((step) => !hasForm(step) && step.needs.includes('reason'))
  return (
    <>
      <form method="post" action={servicePaths.deskAct(view.id)} id={decisionForm}>
        <CsrfField />
        <input type="hidden" name="revision" value={view.revision} />
        {[...parts].map(([id, part]) => (
          <div key={id} class="btn-row btn-row-stacked">
            {part[0]?.branch && <p class="hint">{f('review.own', { label: part[0].branch.label[locale] })}</p>}
            {part.map((step) => (
              <StepButton key={step.verb} {...props} step={step} />
            ))}
          </div>
        ))}
        {asksReason && (
          <TextArea
            name="reason"
            label={t('reason')}
            hint={t(warned ? 'reason.warned' : 'reason.hint')}
            rows={3}
            maxLength={2000}
            value={props.typed.reason}
            error={props.errors.find((error) => error.path === 'reason')?.message[locale]}
          />
        )}
      </form>
      {steps
        .filter((step) => step.blocked)
        .map((step) => (
          <p key={step.verb} class="hint">
            {f('step.blocked', { label: step.label[locale], why: step.blocked?.[locale] ?? '' })}
          </p>
        ))}
      {props.file.meeting && (
        <LinkButton wide variant="secondary" href="#pertemuan">
          {props.file.meeting.definition.label[locale]}
        </LinkButton>
      )}
    </>
  )
}

function StepButton({ step, ...props }: DeskPageProps & { step: OfferedStep }) {
  const { locale } = useFrame()
  const look = { wide: true, variant: step.tone, kbd: step.key?.toUpperCase() } as const
  if (!hasForm(step)) {
    return (
      <Button {...look} name="verb" value={step.verb}>
        {step.label[locale]}
      </Button>
    )
  }
  const kept = Object.fromEntries(new URLSearchParams(props.queue.query))
  const query = new URLSearchParams({ ...kept, langkah: step.verb })
  return (
    <LinkButton {...look} href={`${servicePaths.deskCase(props.file.view.id)}?${query}#langkah`}>
      {step.label[locale]}
    </LinkButton>
  )
}

/** While a form is open the button at the right sends it. */
function OpenStep(props: DeskPageProps & { step: OfferedStep }) {
  const { locale } = useFrame()
  const { step } = props
  return (
    <>
      <Button wide form={decisionForm} variant={step.tone} kbd={step.key?.toUpperCase()}>
        {step.label[locale]}
      </Button>
      <LinkButton
        wide
        variant="quiet"
        href={`${servicePaths.deskCase(props.file.view.id)}${props.queue.query ? `?${props.queue.query}` : ''}`}
      >
        {fileTexts(locale)('step.back')}
      </LinkButton>
    </>
  )
}
