import type { ComponentChildren } from 'preact'
import { StatusTag } from './status-tag.tsx'
import type { Tone } from './tone.ts'

export type Task = {
  readonly title: string
  readonly href?: string | undefined
  readonly hint?: ComponentChildren
  readonly status?: { readonly label: string; readonly tone: Tone } | undefined
}

export function TaskList(props: { tasks: readonly Task[] }) {
  return (
    <ul class="tasks">
      {props.tasks.map((task) => (
        <li key={task.title} class="task">
          <div>
            {task.href ? (
              <a class="task-link" href={task.href}>
                {task.title}
              </a>
            ) : (
              <span class="task-title">{task.title}</span>
            )}
            {task.hint && <p class="hint">{task.hint}</p>}
          </div>
          {task.status && <StatusTag tone={task.status.tone}>{task.status.label}</StatusTag>}
        </li>
      ))}
    </ul>
  )
}
