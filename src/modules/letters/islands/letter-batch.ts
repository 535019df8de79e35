const everyMs = 2000
const afterFailureMs = 8000

/** Keeps the progress of signing many letters current. Without scripts the page has a link that does the same. */
export default function mount(element: HTMLElement): void {
  const url = element.dataset['url']
  if (!url) return
  const refresh = async (): Promise<void> => {
    try {
      const response = await fetch(url, { headers: { accept: 'text/html' } })
      if (!response.ok || response.redirected) throw new Error(String(response.status))
      const text = await response.text()
      const fresh = new DOMParser().parseFromString(text, 'text/html').querySelector(`[data-url="${url}"]`)
      if (!fresh) throw new Error('no progress on the page')
      // Somebody may be about to press "stop": the part is exchanged only while nothing in it is focused.
      if (!element.contains(document.activeElement)) element.replaceChildren(...fresh.childNodes)
      else copyProgress(fresh, element)
      if (fresh.hasAttribute('data-island')) setTimeout(refresh, everyMs)
      else element.replaceChildren(...fresh.childNodes)
    } catch {
      setTimeout(refresh, afterFailureMs)
    }
  }
  setTimeout(refresh, everyMs)
}

function copyProgress(from: Element, to: Element): void {
  for (const selector of ['progress', '[role=status]']) {
    const fresh = from.querySelector(selector)
    const old = to.querySelector(selector)
    if (fresh && old) old.replaceWith(fresh.cloneNode(true))
  }
}
