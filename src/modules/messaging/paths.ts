export const messagingPaths = {
  inbox: '/akun/pesan',
  read: (id: string) => `/akun/pesan/${id}`,
  preferences: '/akun/kabar',
  askCode: '/akun/kabar/kode',
  proveCode: '/akun/kabar/bukti',
  demoMailbox: '/percontohan/surat',
  demoTelephones: '/percontohan/whatsapp',

  deliveries: '/admin/pengiriman',
  retry: (deliveryId: string) => `/admin/pengiriman/${deliveryId}/ulangi`,
  templates: '/admin/templat-pesan',
  template: (key: string) => `/admin/templat-pesan/${key}`,

  whatsappWebhook: '/api/whatsapp/kabar',
  simulatedApi: '/simulator/whatsapp/v23.0',
}
