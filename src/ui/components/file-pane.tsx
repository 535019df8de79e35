import type { ComponentChildren } from 'preact'
import { useTexts } from '../texts.ts'
import { Icon } from './icon.tsx'

export type PaneFile = {
  readonly id: string
  readonly title: string
  /** What the browser can show by itself; anything else is only offered to be kept. */
  readonly kind: 'image' | 'pdf' | 'other'
  /** Of our own origin. */
  readonly src: string
  /** The page with this file beside it, for browsers without scripts. */
  readonly href: string
}

export type FilePaneProps = {
  files: readonly PaneFile[]
  /** The file that is shown. */
  id: string
  /** The page without it. */
  closeHref: string
}

/** One document to look at beside what it proves: pictures to enlarge and turn, PDFs in the browser's own viewer. */
export function FilePane({ files, id, closeHref }: FilePaneProps) {
  const t = useTexts()
  const index = files.findIndex((file) => file.id === id)
  const file = files[index]
  if (!file) return null
  return (
    <section class="file-pane" id="dokumen" aria-label={t('pane')} tabindex={-1} data-file={file.id}>
      <div class="file-pane-head">
        <b>{file.title}</b>
        <a href={closeHref} data-file-close>
          {t('pane-close')}
        </a>
      </div>
      <div class="file-tools">
        {files.length > 1 && <Turn files={files} index={index} />}
        {file.kind === 'image' && <PictureTools />}
        <a href={file.src} target="_blank" rel="noopener">
          {t('pane-apart')}
        </a>
      </div>
      {file.kind === 'image' && (
        <section class="file-view" data-file-view tabindex={0} aria-label={file.title}>
          <div class="file-sheet">
            <img src={file.src} alt={file.title} />
          </div>
        </section>
      )}
      {file.kind === 'pdf' && <iframe class="file-frame" src={file.src} title={file.title} />}
      {file.kind === 'other' && <p class="hint">{t('pane-other')}</p>}
    </section>
  )
}

function Turn({ files, index }: { files: readonly PaneFile[]; index: number }) {
  const t = useTexts()
  const at = (by: number) => files[(index + by + files.length) % files.length] as PaneFile
  const step = (by: number, icon: 'arrow-left' | 'arrow-right', word: 'pane-previous' | 'pane-next') => (
    <a class="file-step" href={at(by).href} data-file-open={at(by).id} data-file-step={by}>
      <Icon name={icon} size={18} />
      <span class="sr-only">
        {t(word)}: {at(by).title}
      </span>
    </a>
  )
  return (
    <span class="file-turn">
      {step(-1, 'arrow-left', 'pane-previous')}
      {t('pane-count', { n: index + 1, total: files.length })}
      {step(1, 'arrow-right', 'pane-next')}
    </span>
  )
}

/** Unseen until the script that hears them runs. */
function PictureTools() {
  const t = useTexts()
  const tools = [
    ['out', 'minus', 'pane-smaller'],
    ['in', 'plus', 'pane-larger'],
    ['turn', 'rotate-cw', 'pane-turn'],
  ] as const
  return (
    <span class="file-turn" data-file-tools hidden>
      {tools.map(([does, icon, word]) => (
        <button key={does} class="file-step" type="button" data-file-tool={does}>
          <Icon name={icon} size={18} />
          <span class="sr-only">{t(word)}</span>
        </button>
      ))}
    </span>
  )
}

/**
 * Content with the opened document beside it. Links with `data-file-open` show their document at once and keep
 * what was typed on the page; without scripts they lead to the page with the document beside it.
 */
export function FileSplit(props: {
  files: readonly PaneFile[]
  openId: string | undefined
  closeHref: string
  children: ComponentChildren
}) {
  const { files, openId, closeHref } = props
  return (
    <div class="file-split" data-island={files.length > 0 ? 'file-viewer' : undefined} data-close={closeHref}>
      <div class="file-parts">{props.children}</div>
      {openId && <FilePane files={files} id={openId} closeHref={closeHref} />}
      {files.map((file) => (
        <template key={file.id} data-file-template={file.id} data-href={file.href}>
          <FilePane files={files} id={file.id} closeHref={closeHref} />
        </template>
      ))}
    </div>
  )
}
