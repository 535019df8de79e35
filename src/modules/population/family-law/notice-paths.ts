export const noticePaths = { list: '/pengumuman-perkawinan' }
