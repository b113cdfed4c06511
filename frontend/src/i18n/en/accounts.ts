import type { Translated } from '../i18n.js'
import type source from '../vi/accounts.js'

export default {
  login: {
    title: 'Log in',
    text: 'For producers, editors and administrators. Viewers need no account.',
    email: 'E-mail',
    password: 'Password',
    submit: 'Log in',
    forgotten: 'Forgotten your password? Ask the administrator of your agency to reset it.',
  },
  password: {
    title: 'Change password',
    current: 'Current password',
    new: 'New password',
    hint: 'At least 8 characters. Your other sessions will end.',
    submit: 'Change password',
    done: 'Your password has been changed.',
  },
} satisfies Translated<typeof source>
