import { takeAlong } from '../app/pack.ts'
import { base64url, digestOf, proofForForm, Refusal, sendForm, sign } from '../app/request.ts'
import { type DeviceRecord, read, write } from '../app/store.ts'
import { makeDeviceKeys, makeVault, pinPattern, renewPin } from '../app/vault.ts'
import { fieldCounterPaths } from '../paths.ts'

interface Opened {
  readonly deviceId: string
  readonly code: string
  readonly unlock: string
}

/** Makes this browser a field counter: keys, a vault under a PIN, and what is taken along. */
export default function mount(form: HTMLElement): void {
  const find = <Kind extends HTMLElement>(name: string) => form.querySelector<Kind>(`[name="${name}"]`) as Kind
  const status = form.querySelector<HTMLElement>('[data-status]')
  const { accountId = '', label = '' } = form.dataset
  const text = (name: string, values: Readonly<Record<string, string | number>> = {}) =>
    (form.querySelector<HTMLTemplateElement>(`template[data-text="${name}"]`)?.content.textContent ?? name).replace(
      /\{(\w+)\}/g,
      (place, key: string) => String(values[key] ?? place),
    )
  const say = (words: string, isWrong = false) => {
    if (!status) return
    status.textContent = words
    status.classList.toggle('error', isWrong)
  }
  const headers = () => ({ 'x-csrf-token': find<HTMLInputElement>('_csrf').value })
  let known: DeviceRecord | undefined

  /** What the device has already is not asked again. */
  async function look(): Promise<void> {
    if (!window.crypto?.subtle || !window.indexedDB || typeof Temporal === 'undefined')
      return say(text('old-browser'), true)
    known = await read('device', 'device')
    const vault = known && (await read('vault', accountId))
    show('name', !known)
    show('known', known !== undefined)
    show('pin', true)
    const keep = form.querySelector<HTMLElement>('[data-part="keep-pin"]')
    if (keep) keep.hidden = !vault?.byPin
    const place = form.querySelector('[data-device]')
    if (place && known) place.textContent = `${known.name} (${known.code})`
    form.hidden = false
  }

  function show(part: string, isShown: boolean): void {
    for (const element of form.querySelectorAll<HTMLElement>(`[data-part="${part}"]`)) element.hidden = !isShown
  }

  async function enroll(): Promise<{ device: DeviceRecord; unlock: string }> {
    const keys = await makeDeviceKeys()
    const name = find<HTMLInputElement>('deviceName').value.trim()
    const publicKey = JSON.stringify(keys.publicKey)
    const sentAt = new Date().toISOString()
    const digest = await digestOf(new TextEncoder().encode(publicKey))
    const signature = await sign(keys.signKey, `${fieldCounterPaths.enroll}\n${sentAt}\n${digest}`)
    const opened = await sendForm<Opened>(fieldCounterPaths.enroll, { name, publicKey, sentAt, signature }, headers())
    const device: DeviceRecord = {
      key: 'device',
      id: opened.deviceId,
      code: opened.code,
      name,
      signKey: keys.signKey,
      macKey: keys.macKey,
      counter: 0,
    }
    await write('device', device)
    return { device, unlock: opened.unlock }
  }

  async function open(device: DeviceRecord, isNew: boolean): Promise<string> {
    const nonce = base64url(crypto.getRandomValues(new Uint8Array(16)).buffer)
    const proof = await proofForForm(device, fieldCounterPaths.unlock, nonce)
    const opened = await sendForm<Opened>(
      fieldCounterPaths.unlock,
      { nonce, new: isNew ? '1' : '' },
      { ...headers(), ...proof },
    )
    return opened.unlock
  }

  async function setUp(): Promise<void> {
    const pin = find<HTMLInputElement>('pin').value
    const again = find<HTMLInputElement>('pinAgain').value
    const slugs = [...form.querySelectorAll<HTMLInputElement>('[name="services"]:checked')].map((box) => box.value)
    const vault = known && (await read('vault', accountId))
    const keepsPin = vault?.byPin !== undefined && pin === ''
    if (!known && find<HTMLInputElement>('deviceName').value.trim().length < 2) return say(text('no-name'), true)
    if (!keepsPin && !pinPattern.test(pin)) return say(text('bad-pin'), true)
    if (!keepsPin && /^(\d)\1+$|^(?:0123456789|1234567890|123456|654321)/.test(pin)) return say(text('weak-pin'), true)
    if (!keepsPin && pin !== again) return say(text('pin-differs'), true)
    if (slugs.length === 0) return say(text('no-service'), true)
    say(text('working'))
    const fresh = known ? undefined : await enroll()
    const device = fresh?.device ?? (known as DeviceRecord)
    known = device
    if (!keepsPin) {
      const unlock = fresh?.unlock ?? (await open(device, vault === undefined))
      const made = vault
        ? await renewPin(device, accountId, pin, unlock)
        : await makeVault(device, { accountId, label }, pin, unlock)
      if (!made) return say(text('cannot-renew'), true)
      await write('vault', made)
    }
    await takeAlong(slugs, (done, of) => say(text('taking', { done, of })))
    // Asked for, so that the browser does not throw drafts away when space runs short.
    await navigator.storage?.persist?.().catch(() => false)
    say(text('ready'))
    location.assign(fieldCounterPaths.app)
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const button = form.querySelector<HTMLButtonElement>('button[type=submit]')
    if (button) button.disabled = true
    setUp()
      .catch((error: unknown) => {
        say(error instanceof Refusal && error.detail ? error.detail : text('failed'), true)
      })
      .finally(() => {
        if (button) button.disabled = false
      })
  })
  void look()
}
