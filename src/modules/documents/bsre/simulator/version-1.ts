import { verifyPdf } from '../../verify/verify-pdf.ts'
import { signWanted } from './sign-requests.ts'
import { SimulatedRefusal } from './simulated-account.ts'
import type { SimulatedOffice } from './simulated-office.ts'
import { jsonAnswer, type SimulatedAnswer, type SimulatedRequest } from './simulated-service.ts'

const pdf = { 'content-type': 'application/pdf' }

/** Version 1 of the interface: forms with files. */
export async function answerVersion1(office: SimulatedOffice, asked: SimulatedRequest): Promise<SimulatedAnswer> {
  const { method, path } = asked
  const last = decodeURIComponent(path.slice(path.lastIndexOf('/') + 1))
  if (method === 'POST' && path === '/api/sign/pdf') return sign(office, await formOf(asked))
  if (method === 'POST' && path === '/api/sign/verify') return verify(office, await formOf(asked))
  if (method === 'GET' && path.startsWith('/api/sign/download/')) {
    const file = office.signed.get(last)
    if (!file) throw new SimulatedRefusal(1001, 'Dokumen tidak ditemukan', 404)
    return { headers: { ...pdf, id_dokumen: last }, body: file }
  }
  if (method === 'GET' && path.startsWith('/api/user/status/')) {
    const { state } = await office.account(last)
    return jsonAnswer({ status_code: state === 'ISSUE' ? 1111 : 2021, status: state, message: `Status ${state}` })
  }
  throw new SimulatedRefusal(404, 'Not Found', 404)
}

async function sign(office: SimulatedOffice, form: FormData): Promise<SimulatedAnswer> {
  const file = await fileOf(form, 'file')
  const text = (name: string) => String(form.get(name) ?? '')
  const account = await office.admit(text('nik'), { passphrase: text('passphrase') }, 1)
  const signed = await signWanted(office, {
    account,
    files: [file],
    reason: text('reason'),
    location: text('location'),
  })
  const [body = Buffer.alloc(0)] = signed.files
  if (form.get('jenis_response') === 'BASE64') {
    return { ...jsonAnswer({ id_dokumen: signed.id, file: body.toString('base64') }), signed }
  }
  return { headers: { ...pdf, id_dokumen: signed.id }, body, signed }
}

async function verify(office: SimulatedOffice, form: FormData): Promise<SimulatedAnswer> {
  const file = await fileOf(form, 'signed_file')
  const { signatures } = verifyPdf(file, { anchors: [office.options.authority.certificate], now: office.options.now() })
  const found = signatures.filter(({ kind }) => kind === 'signature')
  return jsonAnswer({
    nama_dokumen: 'dokumen.pdf',
    jumlah_signature: found.length,
    notes: found.length ? 'Dokumen ditandatangani' : 'Dokumen tidak ditandatangani',
    summary: found.every(({ integrity }) => integrity === 'intact') ? 'VALID' : 'INVALID',
    details: found.map((one) => ({
      signature_field: one.field,
      info_tsa: null,
      info_signer: { signer_name: one.signer?.name ?? '', issuer_dn: one.authority ?? '', cert_user_certified: true },
      signature_document: {
        signed_using_tsa: one.time?.proof === 'stamped',
        document_integrity: one.integrity === 'intact',
        signed_in: new Date(one.time?.at ?? 0).toISOString(),
      },
    })),
  })
}

const formOf = ({ type, body }: SimulatedRequest): Promise<FormData> =>
  new Response(Uint8Array.from(body), { headers: { 'content-type': type } }).formData()

async function fileOf(form: FormData, name: string): Promise<Buffer> {
  const file = form.get(name)
  if (!file || typeof file === 'string') throw new SimulatedRefusal(2001, `Parameter ${name} tidak ada`)
  return Buffer.from(await file.arrayBuffer())
}
