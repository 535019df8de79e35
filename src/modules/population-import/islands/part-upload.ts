/** Sends a large file in pieces, and goes on where a broken line stopped it. Without scripts the form sends it whole. */
export default function mount(element: HTMLElement): void {
  const form = element.querySelector('form')
  const input = form?.querySelector<HTMLInputElement>('input[type=file]')
  const shown = element.querySelector<HTMLElement>('[data-upload-progress]')
  const bar = shown?.querySelector('progress')
  const status = shown?.querySelector('[role=status]')
  if (!form || !input || !shown || !bar || !status) return
  const size = Number(element.dataset['partBytes'])
  const text = (key: string, values: Record<string, string | number> = {}) =>
    (element.dataset[key] ?? '').replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))
  const say = (message: string, isError = false) => {
    shown.hidden = false
    status.textContent = message
    status.classList.toggle('error', isError)
  }

  form.addEventListener('submit', (event) => {
    const file = input.files?.[0]
    event.preventDefault()
    if (file) void send(file)
    else say(text('textNoFile'), true)
  })

  async function send(file: File): Promise<void> {
    const wanted = Number(element.dataset['fileSize'] ?? file.size)
    if (wanted !== file.size) {
      say(text('textOtherFile'), true)
      return
    }
    setBusy(true)
    try {
      const place = element.dataset['part']
        ? { part: element.dataset['part'], show: element.dataset['show'] ?? '' }
        : await open(file)
      // A second press goes on with the same import.
      if (place) Object.assign(element.dataset, { part: place.part, show: place.show, fileSize: String(file.size) })
      if (!place || !(await sendParts(file, place.part))) return
      location.assign(place.show)
    } finally {
      setBusy(false)
    }
  }

  function setBusy(isBusy: boolean): void {
    for (const button of form?.querySelectorAll('button') ?? []) button.disabled = isBusy
  }

  async function open(file: File): Promise<{ part: string; show: string } | undefined> {
    const fields = new FormData(form as HTMLFormElement)
    fields.delete('file')
    fields.set('fileName', file.name)
    fields.set('fileSize', String(file.size))
    const answer = await post(element.dataset['start'] ?? '', fields)
    if (answer?.ok) return answer.json()
    // The form itself says what is wrong, at its fields; the file is left out so that nothing large is sent for that.
    if (answer?.status === 422) {
      const problem = (await answer.json()) as { errors?: { detail: string }[]; detail: string }
      say(problem.errors?.map((error) => error.detail).join(' ') ?? problem.detail, true)
    } else say(text('textBroken'), true)
    return undefined
  }

  async function sendParts(file: File, url: string): Promise<boolean> {
    let at = Number(element.dataset['received'] ?? 0)
    for (let failures = 0; at < file.size; ) {
      const fields = new FormData()
      const token = form?.querySelector<HTMLInputElement>('input[name=_csrf]')?.value
      if (token) fields.set('_csrf', token)
      fields.set('fromByte', String(at))
      fields.set('file', file.slice(at, at + size), 'bagian')
      const answer = await post(url, fields)
      if (answer?.ok) {
        failures = 0
        at = ((await answer.json()) as { received: number }).received
        element.dataset['received'] = String(at)
        tell(at, file.size)
        continue
      }
      failures += 1
      if (failures > 30 || (answer && answer.status < 500 && answer.status !== 429)) {
        const problem = answer && ((await answer.json().catch(() => undefined)) as { detail?: string } | undefined)
        say(problem?.detail ?? text('textBroken'), true)
        return false
      }
      say(text('textBroken'))
      await new Promise((resolve) => setTimeout(resolve, Math.min(15_000, 500 * 2 ** failures)))
    }
    return true
  }

  function tell(done: number, total: number): void {
    const percent = Math.floor((done / total) * 100)
    if (bar) bar.value = percent
    say(text('textProgress', { done: (done / 1048576).toFixed(0), total: (total / 1048576).toFixed(0), percent }))
  }
}

async function post(url: string, body: FormData): Promise<Response | undefined> {
  try {
    return await fetch(url, { method: 'POST', body, headers: { accept: 'application/json' } })
  } catch {
    return undefined
  }
}
