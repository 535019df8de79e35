import { maskNik } from '#modules/people/index.ts'
import {
  DocumentThumbs,
  fieldId,
  MarkControl,
  Notice,
  Section,
  SummaryList,
  type SummaryRow,
  Timeline,
  useFrame,
} from '#ui/index.ts'
import { servicePaths } from '../paths.ts'
import type { CaseView } from '../queries/cases.ts'
import { labelOf } from './case-pages.tsx'
import { wayOf } from './case-words.ts'
import { type DeskFile, type DeskPageProps, decisionForm } from './desk-parts.ts'
import { deskTexts } from './desk-texts.ts'

type WithFile = DeskPageProps & { readonly file: DeskFile }

/** The middle of the desk: answers with the register's word and the officer's marks, documents, history. */
export function DeskFileBody(props: WithFile) {
  const { locale } = useFrame()
  const t = deskTexts(locale)
  const { view, files, documents, transitions } = props.file
  const canMark = transitions.some((row) => row.needs.includes('marks'))
  const earlier = view.marks.filter((mark) => !mark.isOpen)
  return (
    <>
      {!view.result && transitions.length === 0 && <Notice tone="info">{t('not-yours')}</Notice>}
      {view.readable.pages.map((page) => (
        <Section key={page.id} title={page.title[locale]}>
          <SummaryList dense rows={page.rows.map((row) => answerRow(props, row, canMark))} />
        </Section>
      ))}
      <p class="hint">{t('masked')}</p>
      {files.length > 0 && (
        <Section title={t('documents')}>
          <DocumentThumbs
            label={t('documents')}
            documents={files.map((attachment) => ({
              title: `${labelOf(view.definition, attachment.field, locale)}: ${attachment.name}`,
              href: servicePaths.attachment(attachment.id),
              image: attachment.isImage ? servicePaths.attachment(attachment.id) : undefined,
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
              href: servicePaths.document(document.id),
              icon: 'shield-check' as const,
              hint: document.number,
            }))}
          />
        </Section>
      )}
      {earlier.length > 0 && (
        <Section title={t('marks.earlier')}>
          <SummaryList
            dense
            rows={earlier.map((mark) => ({ term: labelOf(view.definition, mark.field, locale), value: mark.note }))}
          />
        </Section>
      )}
      <Section title={t('tab.history')}>
        <Timeline items={wayOf(view, locale, props.now, props.zone)} label={t('tab.history')} />
      </Section>
    </>
  )
}

type ReadableRow = CaseView['readable']['pages'][number]['rows'][number]

/** One answer, what the register says of it, and the officer's mark. */
function answerRow(props: WithFile, row: ReadableRow, canMark: boolean): SummaryRow {
  const { locale } = useFrame()
  const t = deskTexts(locale)
  const check = props.file.checks.find((candidate) => candidate.field === row.field)
  const term = row.label[locale]
  const note = props.typed.notes[row.field]
  const value = row.sensitive ? maskNik(row.value[locale].replace(/\s/g, '')) : row.value[locale]
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
