const everyMs = 2000
const afterFailureMs = 8000

/** Keeps the progress of an import current; when the work has ended the page is opened anew with what comes next. */
export default function mount(element: HTMLElement): void {
  const url = element.dataset['url']
  if (!url) return
  const refresh = async (): Promise<void> => {
    try {
      const response = await fetch(url, { headers: { accept: 'text/html' } })
      if (!response.ok || response.redirected) throw new Error(String(response.status))
      const page = new DOMParser().parseFromString(await response.text(), 'text/html')
      const fresh = page.querySelector(`[data-island="import-progress"][data-url="${url}"]`)
      if (!fresh) {
        location.assign(url)
        return
      }
      for (const selector of ['progress', '[role=status]', '.label']) {
        const [next, old] = [fresh.querySelector(selector), element.querySelector(selector)]
        if (next && old) old.replaceWith(next.cloneNode(true))
      }
      setTimeout(refresh, everyMs)
    } catch {
      setTimeout(refresh, afterFailureMs)
    }
  }
  setTimeout(refresh, everyMs)
}
