export const rulePaths = {
  rules: '/aturan',
  holidays: '/hari-kerja',
}
