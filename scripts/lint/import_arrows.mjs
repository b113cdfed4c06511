/**
 * Who may import whom (docs/architecture.md), as eslint settings. One table each for the rooms of the backend
 * and of the frontend; everything else follows from it.
 */

/** A room's own neighbours below it; what those may use, it may use too. `core`, `jobs` and `accounts` are open to all. */
const BACKEND_ROOMS = {
  core: [],
  jobs: ['core'],
  accounts: ['core', 'jobs'],
  topics: ['accounts'],
  site: ['accounts'],
  laws: ['topics'],
  videos: ['topics'],
  transcoding: ['videos', 'site'],
  uploads: ['transcoding'],
  forms: ['videos'],
  captions: ['transcoding'],
  playback: ['captions', 'site'],
  tags: ['playback', 'laws'],
  review: ['tags', 'playback', 'site'],
  consents: ['review'],
  validity: ['review'],
  notices: ['validity', 'consents'],
  questions: ['validity', 'forms'],
  reports: ['validity', 'forms'],
  search: ['review', 'questions'],
  statistics: ['review'],
  catalogue: ['search', 'statistics', 'uploads', 'validity'],
  keeping: ['catalogue'],
  coverage: ['catalogue'],
  syndication: ['catalogue'],
  pages: ['catalogue'],
  health: ['catalogue'],
  demo: ['catalogue'],
  operations: ['catalogue', 'notices', 'reports'],
}

/** The rooms of the frontend that may use only these; app/hub is what a page hands to whatever it shows. */
const FRONTEND_ROOMS = { i18n: ['app/hub'], api: ['i18n/', 'app/hub'], ui: ['i18n/', 'api/', 'app/hub'] }

export function importArrows() {
  return [...packageArrows(), ...backendArrows(), ...frontendArrows()]
}

function packageArrows() {
  const throughIndex = ban('^@hub/[^/]+/', 'A package is used through its index only.')
  const noApplication = ban('^(@hub/|#)|/backend/', 'This package knows nothing of the application.')
  const noProcess = ban('^(node:)?child_process$|^fluent-ffmpeg$', 'Only src/ffmpeg starts processes.')
  return [
    restrict(['tests/**/*.ts'], [throughIndex]),
    restrict(['storage/src/**/*.ts'], [noApplication]),
    restrict(['transcoder/src/**/*.ts'], [noApplication, noProcess]),
    // and src/apart starts itself
    restrict(['transcoder/src/ffmpeg*.ts', 'transcoder/src/apart.ts'], [noApplication]),
  ]
}

function backendArrows() {
  const throughIndex = ban('^@hub/[^/]+/', 'A package is used through its index only.')
  return Object.keys(BACKEND_ROOMS).flatMap((room) => {
    const open = [...reachable(room)].join('|')
    const arrows = ban(`^#app/(?!(${open})/)`, `app/${room} may use only: ${open.replaceAll('|', ', ')}.`)
    const outOf = (folders) => ban(`^(\\.\\./){${folders}}`, 'Other rooms are imported as #app/room/file.')
    return [1, 2, 3].map((depth) =>
      restrict([`backend/app/${room}${'/*'.repeat(depth)}.ts`], [throughIndex, arrows, outOf(depth)])
    )
  })
}

function reachable(room, seen = new Set()) {
  if (seen.has(room)) return seen
  seen.add(room)
  for (const below of BACKEND_ROOMS[room]) reachable(below, seen)
  return seen
}

function frontendArrows() {
  const noBackend = ban(
    '^(@hub/|#)|/backend/',
    'The site knows the backend by its API types (src/api/schema) only.'
  )
  const closed = Object.entries(FRONTEND_ROOMS).map(([room, open]) => {
    const message = `src/${room} knows no feature${open.length ? `, only ${open.join(', ')}` : ''}.`
    const others = ban(`^\\.\\./(?!${[`${room}/`, ...open].join('|')})`, message)
    return restrict([`frontend/src/${room}/*.{ts,vue}`], [noBackend, others])
  })
  return [restrict(['frontend/src/**/*.{ts,vue}'], [noBackend]), ...closed]
}

const ban = (regex, message) => ({ regex, message })

function restrict(files, patterns) {
  return { files, rules: { 'no-restricted-imports': ['error', { patterns }] } }
}
