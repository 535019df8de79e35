/**
 * Makes a passkey form work: asks the server for options, the device for its answer, and posts the form
 * with it. The form stays hidden where the browser cannot do this; the password form is always there.
 */
export default function passkey(element: HTMLElement): void {
  const form = element as HTMLFormElement
  if (!('credentials' in navigator) || !('PublicKeyCredential' in window)) return
  form.hidden = false
  form.addEventListener('submit', (event) => {
    const answer = form.elements.namedItem('response') as HTMLInputElement
    if (answer.value) return
    event.preventDefault()
    const failed = form.querySelector<HTMLElement>('[data-passkey-failed]')
    if (failed) failed.hidden = true
    askDevice(form)
      .then((credential) => {
        answer.value = JSON.stringify(credential)
        form.requestSubmit()
      })
      .catch(() => {
        if (failed) failed.hidden = false
      })
  })
}

async function askDevice(form: HTMLFormElement): Promise<unknown> {
  const token = form.elements.namedItem('_csrf') as HTMLInputElement
  const response = await fetch(form.dataset.start ?? '', {
    method: 'POST',
    headers: { accept: 'application/json', 'x-csrf-token': token.value },
  })
  if (!response.ok) throw new Error(String(response.status))
  const options = await response.json()
  const made =
    form.dataset.purpose === 'register'
      ? await navigator.credentials.create({ publicKey: creationOptions(options) })
      : await navigator.credentials.get({ publicKey: requestOptions(options) })
  return toJson(made as PublicKeyCredential)
}

type Json = Record<string, unknown> & { challenge: string }
type Listed = { id: string; type: 'public-key'; transports?: AuthenticatorTransport[] }

function creationOptions(json: Json): PublicKeyCredentialCreationOptions {
  const user = json.user as { id: string; name: string; displayName: string }
  return {
    ...json,
    challenge: toBytes(json.challenge),
    user: { ...user, id: toBytes(user.id) },
    excludeCredentials: ((json.excludeCredentials ?? []) as Listed[]).map(withBytes),
  } as unknown as PublicKeyCredentialCreationOptions
}

function requestOptions(json: Json): PublicKeyCredentialRequestOptions {
  return {
    ...json,
    challenge: toBytes(json.challenge),
    allowCredentials: ((json.allowCredentials ?? []) as Listed[]).map(withBytes),
  } as unknown as PublicKeyCredentialRequestOptions
}

const withBytes = (item: Listed) => ({ ...item, id: toBytes(item.id) })

function toJson(credential: PublicKeyCredential): unknown {
  const { response } = credential
  const parts: Record<string, unknown> = { clientDataJSON: toText(response.clientDataJSON) }
  if (response instanceof AuthenticatorAttestationResponse) {
    parts.attestationObject = toText(response.attestationObject)
    parts.transports = response.getTransports?.() ?? []
  } else if (response instanceof AuthenticatorAssertionResponse) {
    parts.authenticatorData = toText(response.authenticatorData)
    parts.signature = toText(response.signature)
    if (response.userHandle) parts.userHandle = toText(response.userHandle)
  }
  return {
    id: credential.id,
    rawId: toText(credential.rawId),
    type: credential.type,
    authenticatorAttachment: credential.authenticatorAttachment ?? undefined,
    clientExtensionResults: credential.getClientExtensionResults(),
    response: parts,
  }
}

function toBytes(text: string): Uint8Array {
  const plain = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(plain, (sign) => sign.charCodeAt(0))
}

function toText(buffer: ArrayBuffer): string {
  const plain = String.fromCharCode(...new Uint8Array(buffer))
  return btoa(plain).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}
