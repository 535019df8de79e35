export default function mount(element: HTMLElement): void {
  const button = element.querySelector('button')
  const status = element.querySelector('[role="status"]')
  const text = element.dataset.copy
  if (!button || !text || !navigator.clipboard) return
  button.hidden = false
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(text)
    const before = [...button.childNodes]
    const done = button.dataset.copied ?? ''
    button.replaceChildren(done)
    if (status) status.textContent = done
    setTimeout(() => {
      button.replaceChildren(...before)
      if (status) status.textContent = ''
    }, 2500)
  })
}
