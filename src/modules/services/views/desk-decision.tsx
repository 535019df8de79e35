import { formatMoment, formatShort } from '#kernel/i18n/format.ts'
import { Button, CsrfField, DecisionPanel, LinkButton, PanelPart, TextArea, useFrame } from '#ui/index.ts'
import { servicePaths } from '../paths.ts'
import type { OfferedStep } from '../queries/offered-steps.ts'
import { fileTexts } from '../texts/case-file.ts'
import { dueWords, sinceWhen } from './case-words.ts'
import { type DeskPageProps, decisionForm } from './desk-parts.ts'
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
          .join(' ')}
      >
        {step ? <OpenStep {...props} step={step} /> : <Steps {...props} />}
      </DecisionPanel>
      {!step && steps.some((each) => each.effects.length > 0) && (
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

/** The deadline of the officer's own piece of work, where it is another than the promise. */
function ownDue(props: DeskPageProps): string | undefined {
  const { locale } = useFrame()
  const task = props.file.tasks.find((each) => each.mayDo && !each.closedAt)
  if (!task || task.dueAt.equals(props.file.view.promisedAt)) return undefined
  return fileTexts(locale)('due.step', { due: dueWords(task.dueAt, props.now, locale, props.zone).text })
}

/** Whose hands the work is in, and the button to take it or put it back. */
function Claim(props: DeskPageProps) {
  const { locale } = useFrame()
  const t = fileTexts(locale)
  const task = props.file.tasks.find((each) => each.mayDo && !each.closedAt)
  const led = props.file.maySupervise ? (task ?? props.file.tasks.find((each) => !each.closedAt)) : undefined
  if (!task && !led) return null
  const shown = (task ?? led) as NonNullable<typeof task>
  const since = shown.claimedAt && sinceWhen(shown.claimedAt, props.now, locale, props.zone)
  const isMine = shown.claimedPersonId !== undefined && shown.claimedPersonId === props.personId
  return (
    <div class="claim">
      {shown.claimedPersonId && (
        <p>
          {isMine
            ? t('claim.mine', { since: since ?? '' })
            : t('claim.other', { name: shown.claimedName ?? '', since: since ?? '' })}
        </p>
      )}
      <div class="claim-row">
        {task && !shown.claimedPersonId && (
          <form method="post" action={servicePaths.claim(task.id)}>
            <CsrfField />
            <Button variant="secondary" small kbd="A">
              {t('claim.take')}
            </Button>
          </form>
        )}
        {task && isMine && (
          <form method="post" action={servicePaths.release(task.id)}>
            <CsrfField />
            <Button variant="quiet" small>
              {t('claim.release')}
            </Button>
          </form>
        )}
        {led && (
          <LinkButton href={servicePaths.reassign(led.id)} variant="quiet" small>
            {t('claim.give')}
          </LinkButton>
        )}
      </div>
    </div>
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
  const blocked = steps.filter((step) => step.blocked)
  const direct = open.filter((step) => !hasForm(step))
  const asksReason = direct.some((step) => step.needs.includes('reason'))
  const branch = steps.find((step) => step.branch)?.branch
  return (
    <>
      {branch && <p class="hint">{f('review.own', { label: branch.label[locale] })}</p>}
      {open.filter(hasForm).map((step) => (
        <LinkButton
          key={step.verb}
          wide
          href={`${servicePaths.deskCase(view.id)}?${new URLSearchParams({
            ...Object.fromEntries(new URLSearchParams(props.queue.query)),
            langkah: step.verb,
          })}#langkah`}
          variant={step.tone === 'primary' ? 'primary' : step.tone}
          kbd={step.key?.toUpperCase()}
        >
          {step.label[locale]}
        </LinkButton>
      ))}
      <form method="post" action={servicePaths.deskAct(view.id)} id={decisionForm} class="btn-row btn-row-stacked">
        <CsrfField />
        <input type="hidden" name="revision" value={view.revision} />
        {direct.map((step) => (
          <Button key={step.verb} wide name="verb" value={step.verb} variant={step.tone} kbd={step.key?.toUpperCase()}>
            {step.label[locale]}
          </Button>
        ))}
        {asksReason && (
          <TextArea
            name="reason"
            label={t('reason')}
            hint={t('reason.hint')}
            rows={3}
            maxLength={2000}
            value={props.typed.reason}
            error={props.errors.find((error) => error.path === 'reason')?.message[locale]}
          />
        )}
      </form>
      {blocked.map((step) => (
        <p key={step.verb} class="hint">
          {f('step.blocked', { label: step.label[locale], why: step.blocked?.[locale] ?? '' })}
        </p>
      ))}
    </>
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
