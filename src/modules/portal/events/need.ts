import type { LocalText } from '#kernel/i18n/texts.ts'

/** One thing that somebody has to see to around an event of life. */
export interface Need {
  readonly title: LocalText
  /** What it is for, and what to bring where it is still paper. */
  readonly text: LocalText
  /** Id of the service that does it, once it is published here. */
  readonly service?: string | undefined
  /** Nothing to do: the application for this service brings it too. */
  readonly coveredBy?: string | undefined
  /** Code of our office where it is done as long as it is not online. */
  readonly office?: string | undefined
  /** Who does it when it is not ours. */
  readonly elsewhere?:
    | { readonly name: LocalText; readonly where: LocalText; readonly href?: string | undefined }
    | undefined
}

/** How a need stands today. */
export type Standing = 'online' | 'covered' | 'office' | 'elsewhere'

/** @param published ids of the services that can be applied for today */
export function standingOf(need: Need, published: ReadonlySet<string>): Standing {
  if (need.service && published.has(need.service)) return 'online'
  if (need.coveredBy && published.has(need.coveredBy)) return 'covered'
  return need.elsewhere ? 'elsewhere' : 'office'
}
