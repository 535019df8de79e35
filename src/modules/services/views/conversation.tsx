import type { Zone } from '#kernel/clock/clock.ts'
import { formatShort } from '#kernel/i18n/format.ts'
import { Button, CsrfField, TextArea, useFrame } from '#ui/index.ts'
import { longestNote } from '../commands/write-note.ts'
import type { Note } from '../queries/notes.ts'

export interface ConversationProps {
  readonly notes: readonly Note[]
  readonly zone: Zone
  /** Where a new note is sent; undefined when nothing can be written. */
  readonly action: string | undefined
  readonly typed?: string | undefined
  readonly error?: string | undefined
  /** How each side is called on this page. */
  readonly nameOf: (note: Note) => string
  readonly isOwn: (note: Note) => boolean
  readonly words: {
    readonly none: string
    readonly write: string
    readonly hint: string
    readonly send: string
    readonly read: (when: string) => string
    readonly unread: string
  }
}

/** Questions and answers on a case, as the two sides wrote them. */
export function Conversation(props: ConversationProps) {
  const { locale } = useFrame()
  const { notes, words } = props
  return (
    <>
      {notes.length === 0 ? (
        <p class="hint">{words.none}</p>
      ) : (
        <ol class="talk">
          {notes.map((note) => (
            <li key={note.id} class={props.isOwn(note) ? 'talk-note talk-own' : 'talk-note'}>
              <p class="talk-who">
                <b>{props.nameOf(note)}</b>{' '}
                <time dateTime={note.writtenAt.toString()}>{formatShort(note.writtenAt, locale, props.zone)}</time>
              </p>
              <p class="talk-text">{note.text}</p>
              {props.isOwn(note) && (
                <p class="hint">
                  {note.readAt ? words.read(formatShort(note.readAt, locale, props.zone)) : words.unread}
                </p>
              )}
            </li>
          ))}
        </ol>
      )}
      {props.action && (
        <form method="post" action={props.action} class="stack" novalidate>
          <CsrfField />
          <TextArea
            name="text"
            label={words.write}
            hint={words.hint}
            rows={3}
            maxLength={longestNote}
            value={props.typed}
            error={props.error}
          />
          <Button variant="secondary">{words.send}</Button>
        </form>
      )}
    </>
  )
}
