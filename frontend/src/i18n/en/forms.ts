import type { Translated } from '../i18n.js'
import type vi from '../vi/forms.js'

export default {
  code: 'Code',
  codeHint: 'Four groups of letters and digits that you were given when you sent it. Dashes do not matter.',
  codeUnknown: 'This code was not found. Please check each letter.',
  keepCode:
    'Write this code down to see the answer. It is shown only once; if it is lost, nobody, not even the office, can bring it back.',
  keepAddress: 'Whoever has this code can see this page. Keep it to yourself.',
  copy: 'Copy the code',
  copied: 'The code has been copied.',
  copyFailed: 'The browser does not allow copying. Select the code and copy it by hand.',
  look: 'See where it stands',
  again: 'Send another',
  limit: 'Much has been sent from your network. Try again in {minutes} minutes.',
  limitToday: 'Much has been sent from your network today. Try again tomorrow.',
  refused: {
    E_VALIDATION:
      'Something is missing or not right. Go back in your browser to find what you wrote, and complete it.',
    E_FORM_TOKEN: 'The form has expired or has been sent already. Send it again with the form below.',
    E_TOO_MANY_REQUESTS: 'Much has been sent from your network. Try again in some minutes.',
    E_VIDEO_NOT_PUBLISHED: 'This video is no longer published, so it takes no questions or reports.',
    other: 'It could not be sent. Please try again.',
  },
  low: 'Sent without the browser’s check',
  suspicious: 'It may be spam:',
  suspicion: {
    honeypot: 'the hidden field was filled in',
    too_fast: 'it was sent too fast',
    links: 'many links',
    noise: 'repetition, or no words',
    repeated: 'the same was sent before',
  },
  record: 'What was done ({count})',
} satisfies Translated<typeof vi>
