import { collect, type MessageTree } from './collect.js'

export const messages = collect(
  import.meta.glob<MessageTree>('./vi/*.ts', { eager: true, import: 'default' })
)
