import { type FormEntries, type TestFile, writeForm } from '../../src/kernel/testing/form-body.ts'
import { readPage, type TestPage } from '../../src/kernel/testing/page.ts'

interface Sent {
  readonly headers?: Readonly<Record<string, string>>
  readonly files?: readonly TestFile[]
  /** The token to send; that of the last page when left out, none when false. */
  readonly csrf?: string | false
}

/** A browser without scripts over real HTTP: keeps cookies, follows nothing, posts forms with the token of the page it saw. */
export class Visitor {
  readonly cookies = new Map<string, string>()
  private token = ''

  constructor(
    private readonly url: string,
    /** A Cookie header to begin with, as `signInAs` gives it. */
    cookie = '',
    /** Sent with every request, such as the address a proxy would tell. */
    private readonly headers: Readonly<Record<string, string>> = {},
  ) {
    if (cookie) this.cookies.set(...split(cookie))
  }

  get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<TestPage> {
    return this.send(path, { headers })
  }

  /** Posts like the form of the page seen last. */
  post(path: string, form: FormEntries = {}, sent: Sent = {}): Promise<TestPage> {
    const token = sent.csrf ?? this.token
    const body = writeForm({ ...(token ? { _csrf: token } : {}), ...form }, sent.files ?? [])
    const headers = { 'content-type': body.type, referer: `${this.url}${path}`, ...sent.headers }
    return this.send(path, { method: 'POST', headers, body: new Uint8Array(body.payload) })
  }

  private async send(path: string, init: RequestInit): Promise<TestPage> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { ...this.headers, ...(cookie ? { cookie } : {}), ...(init.headers as Record<string, string>) }
    const answer = await fetch(this.url + path, { ...init, headers, redirect: 'manual' })
    for (const line of answer.headers.getSetCookie()) this.keep(line)
    const page = readPage(answer.status, Object.fromEntries(answer.headers), await answer.text())
    this.token = /name="_csrf" value="([^"]+)"/.exec(page.text)?.[1] ?? this.token
    return page
  }

  private keep(line: string): void {
    const [name, value] = split(line.split(';')[0] as string)
    if (/max-age=0|expires=thu, 01 jan 1970/i.test(line)) this.cookies.delete(name)
    else this.cookies.set(name, value)
  }
}

function split(pair: string): [string, string] {
  const at = pair.indexOf('=')
  return [pair.slice(0, at), pair.slice(at + 1)]
}
