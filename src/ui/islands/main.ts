import './hold-still.ts'

/** Gives life to every `[data-island]` that is on the page; each kind is fetched only where it is used. */
type Mount = (element: HTMLElement) => void

const islands: Record<string, () => Promise<{ default: Mount }>> = {
  'address-picker': () => import('./address-picker.ts'),
  autosave: () => import('./autosave.ts'),
  conditions: () => import('./conditions.ts'),
  copy: () => import('./copy.ts'),
  'desk-keys': () => import('./desk-keys.ts'),
  dialog: () => import('./dialog.ts'),
  'file-upload': () => import('./file-upload.ts'),
  'filter-as-you-type': () => import('./filter-as-you-type.ts'),
}

/** Too small to be worth a request of their own. */
const small: Record<string, Mount> = {
  'error-summary': (element) => element.focus(),
  'group-digits': groupDigits,
  'password-toggle': togglePassword,
  theme: switchTheme,
}

function groupDigits(element: HTMLElement): void {
  const input = element as HTMLInputElement
  const groups = input.dataset.groups ?? ''
  input.addEventListener('change', () => {
    if (groups === '3*') {
      const [whole = '', cents] = input.value.split(',')
      const digits = whole.replace(/[\s.]/g, '')
      if (!/^\d+$/.test(digits)) return
      input.value = digits.replace(/\B(?=(\d{3})+$)/g, '.') + (cents === undefined ? '' : `,${cents}`)
      return
    }
    const digits = input.value.replace(/[\s.-]/g, '')
    const sizes = groups.split(' ').map(Number)
    if (!/^\d+$/.test(digits) || digits.length !== sizes.reduce((sum, size) => sum + size, 0)) return
    const ends = sizes.map((_, i) => sizes.slice(0, i + 1).reduce((sum, size) => sum + size, 0))
    input.value = ends.map((end, i) => digits.slice(ends[i - 1] ?? 0, end)).join(' ')
  })
}

function togglePassword(element: HTMLElement): void {
  const input = element.querySelector('input')
  const button = element.querySelector('button')
  if (!input || !button) return
  button.hidden = false
  const show = (visible: boolean) => {
    input.type = visible ? 'text' : 'password'
    button.setAttribute('aria-pressed', String(visible))
    button.textContent = (visible ? button.dataset.hide : button.dataset.show) ?? ''
  }
  button.addEventListener('click', () => show(input.type === 'password'))
  input.form?.addEventListener('submit', () => show(false))
}

function switchTheme(button: HTMLElement): void {
  const root = document.documentElement
  const words = button.querySelector('span')
  const isDark = () =>
    (root.dataset.theme ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')) === 'dark'
  const label = () => {
    if (words) words.textContent = (isDark() ? button.dataset.textLight : button.dataset.textDark) ?? ''
  }
  button.hidden = false
  label()
  button.addEventListener('click', () => {
    root.dataset.theme = isDark() ? 'light' : 'dark'
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing on the phones we serve
    document.cookie = `theme=${root.dataset.theme};path=/;max-age=31536000;samesite=lax`
    label()
  })
}

/** Mounts the islands in `root`; call it again for HTML that was fetched later. */
export function mountIslands(root: ParentNode): void {
  for (const element of root.querySelectorAll<HTMLElement>('[data-island]')) mountIsland(element)
}

/** Mounts an element that came later, and what is in it. */
export function mountIslandsOf(element: HTMLElement): void {
  mountIsland(element)
  mountIslands(element)
}

function mountIsland(element: HTMLElement): void {
  for (const name of element.dataset.island?.split(' ') ?? []) {
    small[name]?.(element)
    islands[name]?.().then((island) => island.default(element))
  }
}

/** Begins: `more` are islands that modules bring. */
export function startIslands(more: Record<string, () => Promise<{ default: Mount }>>): void {
  Object.assign(islands, more)
  mountIslands(document)
}

// Menus close when the person turns elsewhere.
addEventListener('click', (event) => {
  for (const menu of document.querySelectorAll<HTMLDetailsElement>('[data-menu][open]')) {
    if (!menu.contains(event.target as Node)) menu.open = false
  }
})
addEventListener('keydown', (event) => {
  const menu = event.key === 'Escape' && document.querySelector<HTMLDetailsElement>('[data-menu][open]')
  if (!menu) return
  menu.open = false
  menu.querySelector('summary')?.focus()
})
