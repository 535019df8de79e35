import { formatShort } from '#kernel/i18n/format.ts'
import { EmptyState, ErrorSummary, QueueList, StaffLayout, useFrame } from '#ui/index.ts'
import { servicePaths } from '../paths.ts'
import { mostCounted } from '../queries/desk.ts'
import { fileTexts } from '../texts/case-file.ts'
import { queueTexts } from '../texts/desk.ts'
import { dueWords, sinceWhen } from './case-words.ts'
import { Decision } from './desk-decision.tsx'
import { DeskFileBody } from './desk-file.tsx'
import type { DeskPageProps } from './desk-parts.ts'
import { deskTexts } from './desk-texts.ts'

/** Queue left, file in the middle, decision right. */
export function DeskPage(props: DeskPageProps) {
  const { locale } = useFrame()
  const t = deskTexts(locale)
  const q = queueTexts(locale)
  const f = fileTexts(locale)
  const { view, steps } = props.file
  const keys = [
    { keys: ['J', 'L'], label: t('key.next') },
    { keys: ['M'], label: t('key.mark') },
    { keys: ['/'], label: t('key.search') },
    { keys: ['?'], label: t('key.all') },
  ]
  const documentKeys =
    props.file.files.length + props.file.documents.length > 0
      ? [
          { keys: ['[', ']'], label: f('key.documents') },
          { keys: ['+', '-', 'R', '0'], label: f('key.picture') },
          { keys: ['Esc'], label: f('pane.close') },
        ]
      : []
  const stepKeys = steps
    .filter((step) => step.key && !step.blocked)
    .map((step) => ({ keys: [(step.key as string).toUpperCase()], label: step.label[locale] }))
  return (
    <StaffLayout
      title={`${view.definition.title[locale]}, ${view.subjectName}`}
      lead={t('file.sub', {
        number: view.number,
        sent: formatShort(view.submittedAt, locale, props.zone),
        since: sinceWhen(view.enteredAt, props.now, locale, props.zone),
      })}
      desk={t('desk')}
      unit={props.unitName}
      search={{ action: servicePaths.deskSearch, placeholder: t('search.placeholder'), suggestUrl: false }}
      nav={props.nav}
      notice={props.notice}
      keys={keys}
      allKeys={[...keys, { keys: ['A'], label: q('key.claim') }, ...documentKeys, ...stepKeys]}
      queue={<Queue {...props} />}
      decision={<Decision {...props} />}
    >
      <ErrorSummary errors={props.errors.map((error) => ({ name: error.path, text: error.message[locale] }))} />
      <DeskFileBody {...props} />
    </StaffLayout>
  )
}

function Queue(props: DeskPageProps) {
  const { locale } = useFrame()
  const t = deskTexts(locale)
  const q = queueTexts(locale)
  const { queue } = props
  const { waiting, late } = queue.counts
  return (
    <QueueList
      title={t('queue')}
      countText={
        waiting > mostCounted ? t('queue.count-many', { n: mostCounted }) : t('queue.count', { n: waiting, late })
      }
      items={queue.rows.map((row) => {
        const due = dueWords(row.dueAt, props.now, locale, props.zone)
        const claimed = row.claimedPersonId === props.personId ? q('claimed.me') : row.claimedName
        return {
          id: row.taskId,
          href: `${servicePaths.deskCase(row.id)}${queue.query ? `?${queue.query}` : ''}`,
          title: row.title,
          who: row.subjectName,
          where: [
            row.branch && row.stateLabel,
            row.placeName,
            claimed && `${q('filter.claim').toLowerCase()} ${claimed}`,
          ]
            .filter(Boolean)
            .join(', '),
          due: row.isEscalated ? `${due.text}, ${q('escalated')}` : due.text,
          tone: due.tone,
          current: row.id === props.file.view.id,
        }
      })}
      empty={<EmptyState title={t('queue.empty')}>{t('queue.empty-help')}</EmptyState>}
      more={
        <p class="queue-more">
          <a href={queue.firstHref ?? servicePaths.desk}>{t('queue.first')}</a>{' '}
          {queue.nextHref && <a href={queue.nextHref}>{t('queue.more')}</a>}
        </p>
      }
    />
  )
}
