import type { LetterTemplate } from '#modules/templates/index.ts'
import { Notice, Table } from '#ui/index.ts'
import type { LetterContent } from '../content.ts'
import type { LetterRow } from '../letter-row.ts'
import { letterPaths } from '../paths.ts'
import { writeRecipients } from '../read-form.ts'
import { deskTexts } from '../texts/desk.ts'
import { workTexts } from '../texts/work.ts'
import { LetterFrame, type LetterPageProps } from './frame.tsx'
import { partName } from './history-part.tsx'

interface Side {
  readonly version: number
  readonly content: LetterContent
}

export function ComparePage(
  props: LetterPageProps & {
    readonly row: LetterRow
    readonly template: LetterTemplate
    readonly from: Side
    readonly to: Side
    readonly changed: readonly string[]
  },
) {
  const { locale, from, to, template } = props
  const t = workTexts(locale)
  const title = t('compare.title', { from: from.version, to: to.version })
  const side = ({ version, content }: Side) => ({
    key: String(version),
    label: t('compare.from', { version }),
    cell: (part: string) => <Lines text={textOf(content, part, template)} />,
  })
  return (
    <LetterFrame
      {...props}
      title={title}
      crumbs={[
        { label: to.content.subject || deskTexts(locale)('no-subject'), href: letterPaths.letter(props.row.id) },
        { label: title },
      ]}
    >
      <Table
        caption={title}
        captionHidden
        rows={props.changed}
        rowKey={(part) => part}
        empty={<Notice>{t('compare.same')}</Notice>}
        columns={[
          { key: 'part', label: t('compare.part'), header: true, cell: (part) => partName(part, template, locale) },
          side(from),
          side(to),
        ]}
      />
    </LetterFrame>
  )
}

function Lines({ text }: { text: string }) {
  if (!text) return <span class="hint">–</span>
  return (
    <>
      {text.split('\n').map((line, index) => (
        <div key={String(index)}>{line || '\u{a0}'}</div>
      ))}
    </>
  )
}

/** The words of one part, one thing a line. */
function textOf(content: LetterContent, part: string, template: LetterTemplate): string {
  switch (part) {
    case 'recipients':
      return writeRecipients(content.recipients)
    case 'copies':
      return content.copies.join('\n')
    case 'annexes':
      return content.annexes.map((annex) => annex.name).join('\n')
    case 'template':
      return content.templateVersionId
    case 'subject':
    case 'attachmentsNote':
    case 'security':
    case 'urgency':
    case 'classification':
      return content[part]
    default:
      return wordsOf(content.values[part.replace(/^values\./, '')], template)
  }
}

function wordsOf(value: unknown, template: LetterTemplate): string {
  if (value === undefined || value === null) return ''
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.map((one) => wordsOf(one, template)).join('\n')
  if (typeof value === 'object') return Object.values(value).filter(Boolean).join(', ')
  return String(value)
}
