export type Language = 'vi' | 'en'

export function toLanguage(value: string | null | undefined): Language {
  return value?.toLowerCase().startsWith('en') ? 'en' : 'vi'
}
