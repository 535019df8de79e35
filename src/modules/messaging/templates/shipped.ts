import type { ShippedTemplate } from './template.ts'

/** Carries any message whose sender has no template of its own. */
export const generalKey = 'general'
export const phoneCodeKey = 'phone-code'

/** Texts that come with the program. An administrator may write newer versions of them. */
export const shippedTemplates: readonly ShippedTemplate[] = [
  {
    key: generalKey,
    name: { id: 'Kabar umum', en: 'General news' },
    placeholders: ['title', 'body', 'link', 'region'],
    texts: {
      title: { id: '{title}', en: '{title}' },
      body: { id: '{body}', en: '{body}' },
      whatsapp: {
        id: 'Kabar dari {region}: {title}. {body} Selengkapnya: {link}',
        en: 'News from {region}: {title}. {body} Read more: {link}',
      },
    },
    sample: {
      title: 'Berkas Anda sudah kami terima',
      body: 'Selesai paling lambat Selasa 24 November, pukul 15.00 WIB.',
      link: 'https://arunika.example/berkas-saya',
      region: 'Kabupaten Arunika',
    },
  },
  {
    key: phoneCodeKey,
    name: { id: 'Kode nomor WhatsApp', en: 'WhatsApp number code' },
    placeholders: ['code', 'region'],
    texts: {
      title: { id: 'Kode nomor WhatsApp Anda', en: 'Your WhatsApp number code' },
      body: {
        id: 'Kode Anda {code}. Jangan berikan kepada siapa pun, juga bukan kepada petugas.',
        en: 'Your code is {code}. Give it to nobody, not even to an officer.',
      },
      whatsapp: {
        id: '{code} adalah kode Anda untuk {region}. Jangan berikan kepada siapa pun, juga bukan kepada petugas.',
        en: '{code} is your code for {region}. Give it to nobody, not even to an officer.',
      },
    },
    sample: { code: '482913', region: 'Kabupaten Arunika' },
  },
  {
    key: 'visit-reminder',
    name: { id: 'Pengingat kedatangan', en: 'Reminder of a visit' },
    placeholders: ['what', 'when', 'where', 'bring'],
    texts: {
      title: { id: 'Besok: {what}', en: 'Tomorrow: {what}' },
      body: {
        id: 'Kami menunggu Anda {when} di {where} untuk {what}. Bawa {bring}.',
        en: 'We expect you {when} at {where} for {what}. Bring {bring}.',
      },
      whatsapp: {
        id: 'Kami menunggu Anda {when} di {where} untuk {what}. Bawa {bring}.',
        en: 'We expect you {when} at {where} for {what}. Bring {bring}.',
      },
    },
    sample: {
      what: 'perekaman KTP-el',
      when: 'Selasa 24 November, pukul 09.00 WIB',
      where: 'UPT Disdukcapil Mekarsari',
      bring: 'kartu keluarga',
    },
  },
]

export function findShipped(key: string): ShippedTemplate | undefined {
  return shippedTemplates.find((template) => template.key === key)
}

/** The name under which a version has to be approved at the provider: "balai_visit_reminder_v2". */
export function providerName(key: string, version: number): string {
  return `balai_${key.replace(/[.-]/g, '_')}_v${version}`
}
