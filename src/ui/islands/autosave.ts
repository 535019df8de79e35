const quiet = 1500
const retry = 8000

/** Saves the form while the person types. It never stands in the way of sending it. */
export default function mount(element: HTMLElement): void {
  const form = element as HTMLFormElement
  const url = form.dataset.autosaveUrl
  const status = form.querySelector('[data-autosave-status]')
  if (!url) return
  let timer: number | undefined
  let running: AbortController | undefined
  let saved = read()
  let sent = false

  function read(): string {
    const body = new URLSearchParams()
    for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value)
    return body.toString()
  }
  function say(text: string | undefined): void {
    if (status && status.textContent !== text) status.textContent = text ?? ''
  }
  function plan(delay: number): void {
    clearTimeout(timer)
    timer = window.setTimeout(() => void save(), delay)
  }
  async function save(leaving = false): Promise<void> {
    const body = read()
    if (body === saved) return
    running?.abort()
    running = new AbortController()
    say(form.dataset.textSaving)
    try {
      const response = await fetch(url as string, {
        method: 'POST',
        body,
        headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-autosave': '1' },
        signal: running.signal,
        keepalive: leaving,
      })
      if (!response.ok) throw new Error(String(response.status))
      saved = body
      const now = new Date()
      const time = [now.getHours(), now.getMinutes()].map((part) => String(part).padStart(2, '0')).join('.')
      say(form.dataset.textSaved?.replace('{time}', time))
    } catch (error) {
      if ((error as Error).name === 'AbortError') return
      say(form.dataset.textOffline)
      plan(retry)
    }
  }

  form.addEventListener('input', () => plan(quiet))
  form.addEventListener('change', () => plan(quiet))
  form.addEventListener('submit', () => {
    sent = true
    clearTimeout(timer)
    running?.abort()
  })
  addEventListener('online', () => plan(0))
  // On a phone, turning to another app may be the last that the page hears.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden' && !sent) void save(true)
  })
}
