import type { Translated } from '../i18n.js'
import type source from '../vi/ui.js'

export default {
  close: 'Close',
  cancel: 'Cancel',
  save: 'Save',
  saved: 'Saved.',
  delete: 'Delete',
  retry: 'Try again',
  loading: 'Loading…',
  failed: 'This could not be loaded',
  offline: 'The server could not be reached. Check your connection and try again.',
  tooMany: 'There were too many requests from your address. Try again in {seconds} seconds.',
  nothing: 'Nothing here yet.',
  pages: 'Pages of results',
  pageNumber: 'Page {number}',
  previous: 'Previous',
  next: 'Next',
  breadcrumbs: 'Where this page is',
  all: 'See all',
} satisfies Translated<typeof source>
