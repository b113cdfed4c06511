import type { KeptLawDetail } from './types.js'

const NAMES = { phan: 'Phần', chuong: 'Chương', muc: 'Mục', tieu_muc: 'Tiểu mục', dieu: 'Điều' } as const

/** Back to the lines from which a structure is read. */
export const structureText = (elements: KeptLawDetail['structure']): string =>
  elements.map(({ level, number, heading }) => `${NAMES[level]} ${number}\t${heading}`).join('\n')
