import { option } from '../../calculation/fields.ts'

export const goodsOfConsignment = [
  option('general', 'Barang biasa', 'Ordinary goods'),
  option('document', 'Dokumen, surat, kartu pos', 'Documents, letters, postcards'),
  option('books', 'Buku ilmu pengetahuan', 'Books of science'),
  option('bag', 'Tas', 'Bags'),
  option('textile', 'Tekstil dan pakaian', 'Textiles and clothes'),
  option('footwear', 'Alas kaki', 'Footwear'),
  option('bicycle', 'Sepeda', 'Bicycles'),
  option('watch', 'Jam tangan', 'Watches'),
  option('cosmetics', 'Kosmetik', 'Cosmetics'),
  option('iron-steel', 'Barang besi dan baja', 'Goods of iron and steel'),
] as const

export type ConsignedGoods = (typeof goodsOfConsignment)[number]['value']
