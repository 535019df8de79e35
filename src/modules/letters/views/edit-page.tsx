import type { AppError } from '#kernel/errors.ts'
import { formatShort } from '#kernel/i18n/format.ts'
import { type LetterTemplate, TemplateFields } from '#modules/templates/index.ts'
import { Button, ButtonRow, CsrfField, FormPage, LinkButton, Notice, Radios, TextArea, TextField } from '#ui/index.ts'
import type { LetterContent } from '../content.ts'
import { isOpenForEditing, type LetterState, securities, urgencies } from '../domain.ts'
import { letterPaths } from '../paths.ts'
import type { VersionRow, WorkingCopy } from '../queries/letter-file.ts'
import { writeRecipients } from '../read-form.ts'
import { deskTexts } from '../texts/desk.ts'
import { workTexts } from '../texts/work.ts'
import { errorsOf, LetterFrame, type LetterPageProps } from './frame.tsx'
import { partName } from './history-part.tsx'

export interface EditProps extends LetterPageProps {
  readonly letterId: string
  readonly state: LetterState
  readonly template: LetterTemplate
  readonly content: LetterContent
  readonly baseVersion: number
  /** Names this window's own copy of what is typed. */
  readonly tab: string
  readonly error: AppError | undefined
  /** What somebody saved in between. */
  readonly conflict: VersionRow | undefined
  readonly others: readonly WorkingCopy[]
  /** Own typing of another window that was never saved. */
  readonly unsaved: WorkingCopy | undefined
  readonly isResumed: boolean
}

export function EditPage(props: EditProps) {
  const { locale, content, template, letterId } = props
  const t = workTexts(locale)
  const d = deskTexts(locale)
  const errors = errorsOf(props.error, locale)
  const field = (name: string, label: string, hint?: string) => ({ name, label, hint, error: errors.of(name) })
  return (
    <LetterFrame
      {...props}
      title={`${t('edit.title')}: ${template.name[locale]}`}
      heading={false}
      crumbs={[{ label: content.subject || d('no-subject'), href: letterPaths.letter(letterId) }]}
    >
      <Told {...props} />
      <FormPage
        title={`${t('edit.title')}: ${template.name[locale]}`}
        action={letterPaths.edit(letterId)}
        backHref={letterPaths.letter(letterId)}
        errors={errors.list.map((one) => ({ ...one, name: one.name === 'steps' ? undefined : one.name }))}
        autosaveUrl={letterPaths.typing(letterId)}
        actions={
          <ButtonRow>
            <Button>{t('edit.save')}</Button>
            {isOpenForEditing(props.state) && (
              <Button variant="secondary" name="ajukan" value="1">
                {t('edit.save-submit')}
              </Button>
            )}
          </ButtonRow>
        }
      >
        <input type="hidden" name="baseVersion" value={String(props.baseVersion)} />
        <input type="hidden" name="tab" value={props.tab} />
        <TextField
          {...field('subject', t('edit.subject'), t('edit.subject-hint'))}
          value={content.subject}
          maxLength={300}
        />
        <TextArea
          {...field('recipients', t('edit.recipients'), t('edit.recipients-hint'))}
          optional={template.layout === 'titled'}
          value={writeRecipients(content.recipients)}
          rows={4}
        />
        <TemplateFields
          fields={template.fields}
          values={content.values as never}
          errors={props.error?.fields}
          locale={locale}
        />
        <TextArea
          {...field('copies', t('edit.copies'), t('edit.copies-hint'))}
          optional
          value={content.copies.join('\n')}
          rows={3}
        />
        <TextField
          {...field('attachmentsNote', t('edit.attachments'), t('edit.attachments-hint'))}
          optional
          value={content.attachmentsNote}
          maxLength={120}
          width="medium"
        />
        <TextField
          {...field('classification', t('edit.classification'), t('edit.classification-hint'))}
          value={content.classification}
          maxLength={40}
          width="medium"
        />
        <Radios
          {...field('security', t('edit.security'), t('edit.security-hint'))}
          inline
          value={content.security}
          options={securities.map((value) => ({ value, label: d(`security.${value}`) }))}
        />
        <Radios
          {...field('urgency', t('edit.urgency'))}
          inline
          value={content.urgency}
          options={urgencies.map((value) => ({ value, label: d(`urgency.${value}`) }))}
        />
      </FormPage>
    </LetterFrame>
  )
}

/** What whoever edits should know before he goes on. */
function Told(props: EditProps) {
  const { locale, zone, conflict, unsaved, letterId } = props
  const t = workTexts(locale)
  const parts = conflict?.changed.map((part) => partName(part, props.template, locale)).join(', ')
  return (
    <>
      {conflict && (
        <Notice
          tone="late"
          title={t('edit.conflict', {
            by: conflict.madeBy,
            version: conflict.version,
            when: formatShort(conflict.madeAt, locale, zone),
          })}
        >
          <p>
            {parts && t('edit.conflict-changed', { parts })} {t('edit.conflict-help')}{' '}
            <a href={`${letterPaths.compare(letterId)}?dari=${conflict.version - 1}&ke=${conflict.version}`}>
              {t('edit.conflict-compare')}
            </a>
          </p>
        </Notice>
      )}
      {props.state === 'running' && <Notice tone="soon">{t('edit.restart-warning')}</Notice>}
      {props.others.map((other) => (
        <Notice key={other.tab} tone="info">
          {t('edit.others', { by: other.madeBy, when: formatShort(other.savedAt, locale, zone) })}
        </Notice>
      ))}
      {props.isResumed && <Notice tone="info">{t('edit.resumed')}</Notice>}
      {unsaved && (
        <Notice tone="soon" title={t('edit.unsaved', { when: formatShort(unsaved.savedAt, locale, zone) })}>
          <div class="btn-row">
            <LinkButton href={`${letterPaths.edit(letterId)}?ketikan=${unsaved.tab}`} variant="secondary" small>
              {t('edit.unsaved-resume')}
            </LinkButton>
            <form method="post" action={letterPaths.typing(letterId)}>
              <CsrfField />
              <Button name="buang" value="1" variant="quiet" small>
                {t('edit.unsaved-drop')}
              </Button>
            </form>
          </div>
        </Notice>
      )}
    </>
  )
}
