import { addCard, Refused } from '../app/add-card.ts'
import { findBrowser } from '../app/store.ts'
import { credentialPaths } from '../paths.ts'

/** Takes a card into this browser, when it can keep a key that cannot be taken out. */
export default function mount(root: HTMLElement): void {
  const form = root.querySelector('form')
  const status = root.querySelector<HTMLElement>('[data-status]')
  const button = root.querySelector<HTMLButtonElement>('button')
  if (!form || !status || !button) return
  const text = (name: string) =>
    root.querySelector<HTMLTemplateElement>(`template[data-text="${name}"]`)?.content.textContent ?? name
  const say = (words: string, isWrong = false) => {
    status.textContent = words
    status.classList.toggle('error', isWrong)
  }
  root.hidden = false
  if (!window.crypto?.subtle || !window.indexedDB) {
    button.disabled = true
    say(text('old-browser'), true)
    return
  }
  // A browser that holds cards has a name already.
  void findBrowser().then((browser) => {
    const input = form.querySelector<HTMLInputElement>('[name="browserName"]')
    if (browser && input) {
      input.value = browser.name
      input.readOnly = true
    }
  })
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const data = new FormData(form)
    button.disabled = true
    say(text('working'))
    addCard({
      card: String(data.get('card') ?? ''),
      withNik: data.get('keepNik') === 'yes',
      name: String(data.get('browserName') ?? '').trim(),
      label: root.dataset['label'] ?? '',
      csrf: String(data.get('_csrf') ?? ''),
    })
      .then((card) => {
        say(text('add-done'))
        location.assign(`${credentialPaths.wallet}#${card.id}`)
      })
      .catch((error: unknown) => {
        button.disabled = false
        say(error instanceof Refused && error.message ? error.message : text('add-failed'), true)
      })
  })
}
