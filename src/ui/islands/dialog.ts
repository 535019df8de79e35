/** Opens the dialog from every `[data-dialog=<id>]`; a link without scripts leads to a page of its own. */
export default function mount(element: HTMLElement): void {
  const dialog = element as HTMLDialogElement
  if (!dialog.showModal) return
  document.addEventListener('click', (event) => {
    const opener = (event.target as Element).closest?.(`[data-dialog="${dialog.id}"]`)
    if (!opener || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    dialog.showModal()
  })
  // A click on the backdrop lands on the dialog itself.
  dialog.addEventListener('click', (event) => {
    if (event.target !== dialog) return
    const box = dialog.getBoundingClientRect()
    const inside =
      event.clientX >= box.left && event.clientX <= box.right && event.clientY >= box.top && event.clientY <= box.bottom
    if (!inside) dialog.close()
  })
  if (dialog.querySelector('[role="alert"]')) dialog.showModal()
}
