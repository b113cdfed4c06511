import type { Topic } from '../api/types.js'

/** Without diacritics and case, as people type: Đất đai → dat dai. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase()
}

/** Each word of the text occurs in the topic's name, its sub-topics or their everyday themes. */
export function matchesTopic({ name, subTopics }: Topic, text: string): boolean {
  const whole = fold([name, ...subTopics.flatMap((sub) => [sub.name, ...sub.themes])].join(' '))
  return fold(text)
    .split(/\s+/)
    .every((word) => whole.includes(word))
}
