import { maskNik } from '#modules/people/index.ts'
import {
  DocumentThumbs,
  FileSplit,
  fieldId,
  MarkControl,
  Notice,
  type PaneFile,
  Section,
  SummaryList,
  type SummaryRow,
  Timeline,
  useFrame,
} from '#ui/index.ts'
import { allFieldsOf } from '../domain.ts'
import type { ReadableRow } from '../form/display.ts'
import { servicePaths } from '../paths.ts'
import { fileTexts } from '../texts/case-file.ts'
import { AnswerInWords, AnswerMap, AnswerTable } from './answer-words.tsx'
import { wayOf } from './case-words.ts'
import { Conversation } from './conversation.tsx'
import { DeskFacts } from './desk-facts.tsx'
import { DeskMeeting } from './desk-meeting.tsx'
import { type DeskPageProps, decisionForm, fileHref, pageHref } from './desk-parts.ts'
import { DeskStep } from './desk-step.tsx'
import { deskTexts } from './desk-texts.ts'

/** The middle of the desk; a document that was opened stands beside the answers. */
export function DeskFileBody(props: DeskPageProps) {
  const { files, documents, openId } = props.file
  const nameOf = fieldNames(props)
  const given = files.map(
    (file): PaneFile => ({
      id: file.id,
      title: `${nameOf(file.field)}: ${file.name}`,
      kind: file.isImage ? 'image' : file.mediaType === 'application/pdf' ? 'pdf' : 'other',
      src: servicePaths.attachment(file.id),
      href: fileHref(props, file),
    }),
  )
  const issued = documents.map(
    (document): PaneFile => ({
      id: document.id,
      title: `${document.title}, ${document.number}`,
      kind: 'pdf',
      src: servicePaths.documentView(document.id),
      href: fileHref(props, document),
    }),
  )
  return (
    <FileSplit files={[...given, ...issued]} openId={openId} closeHref={pageHref(props)}>
      <FileParts {...props} nameOf={nameOf} />
    </FileSplit>
  )
}

/** What the applicant was asked, by the id of the field. */
function fieldNames({ file }: DeskPageProps): (field: string) => string {
  const { locale } = useFrame()
  const labels = new Map(allFieldsOf(file.view.definition).map((field) => [field.id, field.label[locale]]))
  return (field) => labels.get(field) ?? field
}

type PartsProps = DeskPageProps & { nameOf: (field: string) => string }

function FileParts(props: PartsProps) {
  const { locale } = useFrame()
  const t = deskTexts(locale)
  const f = fileTexts(locale)
  const { view, steps } = props.file
  const canMark = steps.some((step) => step.needs.includes('marks'))
  // The applicant can correct only what is his own answer.
  const own = allFieldsOf(view.definition).filter((field) => field.kind !== 'computed' && !field.fixed)
  const correctable = new Set(canMark ? own.map((field) => field.id) : [])
  const earlier = view.marks.filter((mark) => !mark.isOpen)
  const { nameOf } = props
  return (
    <>
      {!view.result && steps.length === 0 && <Notice tone="info">{t('not-yours')}</Notice>}
      {props.file.against.length > 0 && <Against {...props} />}
      {props.file.said.map((one) => (
        <Notice key={one.text.id} tone={one.tone}>
          {one.text[locale]}
        </Notice>
      ))}
      <DeskStep {...props} />
      {/* A meeting that is to be arranged is the work itself; one that was held is history. */}
      {props.file.meeting && <DeskMeeting {...props} />}
      {view.readable.pages.map((page) => (
        <Section key={page.id} title={page.title[locale]}>
          <SummaryList dense rows={page.rows.map((row) => answerRow(props, row, correctable.has(row.field)))} />
        </Section>
      ))}
      <p class="hint">{t('masked')}</p>
      <Documents {...props} />
      <DeskFacts {...props} />
      {!props.file.meeting && <DeskMeeting {...props} />}
      {earlier.length > 0 && (
        <Section title={t('marks.earlier')}>
          <SummaryList dense rows={earlier.map((mark) => ({ term: nameOf(mark.field), value: mark.note }))} />
        </Section>
      )}
      <Section title={f('talk')} id="percakapan">
        <Conversation
          notes={props.file.notes}
          zone={props.zone}
          action={servicePaths.deskNote(view.id)}
          typed={props.typed.other['text']}
          error={props.errors.find((error) => error.path === 'text')?.message[locale]}
          nameOf={(note) => (note.fromApplicant ? `${f('talk.applicant')}, ${note.authorName}` : note.authorName)}
          isOwn={(note) => !note.fromApplicant}
          words={{
            none: f('talk.none'),
            write: f('talk.write'),
            hint: f('talk.hint'),
            send: f('talk.send'),
            read: (when) => f('talk.read', { when }),
            unread: f('talk.unread'),
          }}
        />
      </Section>
      <Section title={t('tab.history')}>
        <Timeline items={wayOf(view, locale, props.now, props.zone)} label={t('tab.history')} />
        <p>
          <a href={servicePaths.replay(view.id)}>{t('replay')}</a>
        </p>
      </Section>
    </>
  )
}

/** What registers hold against the application, before anybody decides. */
function Against({ file }: PartsProps) {
  const { locale } = useFrame()
  const t = deskTexts(locale)
  const stops = file.against.some((finding) => finding.severity === 'refuse')
  return (
    <Notice tone={stops ? 'late' : 'soon'} title={t(stops ? 'against.stops' : 'against.warns')}>
      <ul class="plain-list">
        {file.against.map((finding) => (
          <li key={finding.say.id}>{finding.say[locale]}</li>
        ))}
      </ul>
      <p>{t(stops ? 'against.stops-help' : 'against.warns-help')}</p>
    </Notice>
  )
}

function Documents(props: PartsProps) {
  const { locale } = useFrame()
  const t = deskTexts(locale)
  const { files, documents } = props.file
  return (
    <>
      {files.length > 0 && (
        <Section title={t('documents')}>
          <DocumentThumbs
            label={t('documents')}
            documents={files.map((file) => ({
              title: `${props.nameOf(file.field)}: ${file.name}`,
              href: fileHref(props, file),
              openId: file.id,
              image: file.isImage ? servicePaths.attachment(file.id) : undefined,
            }))}
          />
        </Section>
      )}
      {documents.length > 0 && (
        <Section title={t('issued')}>
          <DocumentThumbs
            label={t('issued')}
            documents={documents.map((document) => ({
              title: document.title,
              href: fileHref(props, document),
              openId: document.id,
              icon: 'shield-check' as const,
              hint: [document.number, document.standing !== 'stands' && t(`standing.${document.standing}`)]
                .filter(Boolean)
                .join(', '),
            }))}
          />
        </Section>
      )}
    </>
  )
}

/** One answer, what the register says of it, and the officer's mark. */
function answerRow(props: DeskPageProps, row: ReadableRow, canMark: boolean): SummaryRow {
  const { locale } = useFrame()
  const t = deskTexts(locale)
  const check = props.file.checks.find((candidate) => candidate.field === row.field)
  const term = row.label[locale]
  const note = props.typed.notes[row.field]
  const value = row.sensitive ? (
    maskNik(row.value[locale].replace(/\s/g, ''))
  ) : row.table && row.table.rows.length > 0 ? (
    <AnswerTable table={row.table} caption={row.label} covers={(text) => maskNik(text.replace(/\s/g, ''))} />
  ) : (
    <>
      <AnswerInWords row={row} files={props.file.files} openHref={(file) => fileHref(props, file)} />
      <AnswerMap sheet={props.file.sheet} point={props.file.points[row.field]} />
    </>
  )
  return {
    term,
    value: canMark ? (
      <>
        {value}
        <input
          class="input mark-note"
          name={`note-${row.field}`}
          id={fieldId(`note-${row.field}`)}
          form={decisionForm}
          aria-label={t('mark.note', { field: term })}
          placeholder={t('mark.note', { field: term })}
          maxlength={500}
          value={note}
        />
      </>
    ) : (
      value
    ),
    note: check && { text: check.say[locale], tone: check.tone },
    marked: note !== undefined || props.file.view.marks.some((mark) => mark.isOpen && mark.field === row.field),
    control: canMark && (
      <MarkControl name="mark" value={row.field} term={term} checked={note !== undefined} form={decisionForm} />
    ),
  }
}
