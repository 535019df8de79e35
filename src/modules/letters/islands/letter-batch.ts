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
      const goesOn = fresh.hasAttribute('data-island')
      // Somebody may be about to press "stop": while the work goes on, what holds the focus is left in its place.
      if (goesOn && element.contains(document.activeElement)) copyProgress(fresh, element)
      else element.replaceChildren(...fresh.childNodes)
      if (goesOn) setTimeout(refresh, everyMs)
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
