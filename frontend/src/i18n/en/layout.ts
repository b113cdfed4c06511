import type { Translated } from '../i18n.js'
import type source from '../vi/layout.js'

export default {
  skip: 'Skip to content',
  nav: 'Main sections',
  footerNav: 'Footer links',
  home: 'Home',
  topics: 'Topics',
  laws: 'Laws',
  search: 'Search',
  login: 'Log in',
  logout: 'Log out',
  password: 'Change password',
  studio: 'My videos',
  review: 'Editorial desk',
  administration: 'Administration',
  account: 'Account: {name}',
  otherLanguage: 'Tiếng Việt',
  dark: 'Dark theme',
  roles: { producer: 'Producer', editor: 'Editor', administrator: 'Administrator' },
  managingBody: 'Managing body',
  responsible: 'Responsible for the content',
  phone: 'Telephone',
  email: 'E-mail',
  advice:
    'This site is for learning and does not replace legal advice. Before you act, read the original document or ask the competent authority.',
  notFound: {
    title: 'This page was not found',
    text: 'The address may have changed, or the content was taken down. Search by the title of a skit, a topic or the number of a law.',
  },
  forbidden: {
    title: 'This page is for authorised staff',
    text: 'Your account may not enter this page. If your work needs it, ask the administrator.',
  },
  movedClock: 'Demo clock: {time}',
} satisfies Translated<typeof source>
