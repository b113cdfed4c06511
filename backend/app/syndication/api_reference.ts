import { paperAndInk } from './html_page.js'
import { type Child, html, type Markup } from './markup.js'
import {
  methods,
  type OpenapiDocument,
  type Operation,
  type Parameter,
  type Reference,
} from './openapi_document.js'

export const referenceStyle = `${paperAndInk}
main{max-width:60rem;margin:0 auto;padding:24px 16px 64px}h1{font-size:1.7rem}h2{margin:40px 0 8px;padding-top:12px;border-top:1px solid var(--line)}
p{max-width:70ch}nav ul{columns:2;padding-left:1.2em}code{font-size:.93em;overflow-wrap:anywhere}
details{margin:8px 0;padding:8px 12px;background:var(--raised);border:1px solid var(--line);border-radius:6px}summary{cursor:pointer}
summary b{display:inline-block;min-width:4.5em}table{border-collapse:collapse;width:100%;margin:8px 0}td,th{padding:4px 12px 4px 0;text-align:left;vertical-align:top;border-bottom:1px solid var(--line)}
@media(max-width:40rem){nav ul{columns:1}}`

interface Listed {
  method: string
  path: string
  operation: Operation
  parameters: Parameter[]
}

/** Every call of the API by its tag, folded up, with what it takes and how it may end. */
export function apiReference(document: OpenapiDocument): Markup {
  const calls = listCalls(document)
  const { info, tags } = document
  return html(
    'main',
    {},
    html('h1', {}, `${info.title} – API`),
    html(
      'p',
      {},
      'Base address: ',
      html('code', {}, '/api/v1'),
      '. For programs: ',
      html('a', { href: '/api/openapi.json' }, 'OpenAPI 3.1'),
      '.'
    ),
    info.description.split(/\n\s*\n/).map((paragraph) => html('p', {}, prose(paragraph))),
    html(
      'nav',
      {},
      html(
        'ul',
        {},
        tags.map(({ name }) => html('li', {}, html('a', { href: `#${name}` }, name)))
      )
    ),
    tags.map(({ name, description }) =>
      html(
        'section',
        { id: name },
        html('h2', {}, name),
        html('p', {}, prose(description)),
        calls
          .filter(({ operation }) => operation.tags?.includes(name))
          .map((call) => callView(call, document))
      )
    )
  )
}

const listCalls = ({ paths }: OpenapiDocument): Listed[] =>
  Object.entries(paths).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const operation = item[method]
      if (!operation) return []
      return [
        {
          method,
          path,
          operation,
          parameters: [...(item.parameters ?? []), ...(operation.parameters ?? [])],
        },
      ]
    })
  )

function callView({ method, path, operation, parameters }: Listed, document: OpenapiDocument): Markup {
  const read = <T extends Reference>(thing: T) => resolve(thing, document)
  const bodies = Object.keys(operation.requestBody?.content ?? {})
  return html(
    'details',
    { id: operation.operationId },
    html(
      'summary',
      {},
      html('b', {}, method.toUpperCase()),
      html('code', {}, path),
      ' ',
      prose(operation.summary ?? '')
    ),
    operation.description && html('p', {}, prose(operation.description)),
    parameters.length > 0 &&
      table(
        ['Parameter', 'In', 'Type', ''],
        parameters
          .map(read)
          .map(({ name, in: place, required, schema, description }) => [
            html('code', {}, `${name}${required ? ' *' : ''}`),
            place,
            typeOf(schema),
            prose(description ?? ''),
          ])
      ),
    bodies.length > 0 && html('p', {}, 'Body: ', html('code', {}, bodies.join(', '))),
    table(
      ['Answer', ''],
      Object.entries(operation.responses ?? {}).map(([status, response]) => [
        html('code', {}, status),
        prose(read(response).description ?? ''),
      ])
    )
  )
}

function resolve<T extends Reference>(thing: T, { components }: OpenapiDocument): T {
  const [, group, name] = /^#\/components\/(\w+)\/(\w+)$/.exec(thing.$ref ?? '') ?? []
  return group && name ? ((components[group]?.[name] as T) ?? thing) : thing
}

const typeOf = (schema: Parameter['schema']) =>
  schema?.enum ? schema.enum.join(' | ') : [schema?.type ?? ''].flat().join(' | ')

/** What stands between backquotes or asterisks, as Markdown would have it. */
const prose = (text: string): Child[] =>
  text.split(/(`[^`]+`|\*\*[^*]+\*\*)/).map((piece) => {
    if (piece.startsWith('`')) return html('code', {}, piece.slice(1, -1))
    return piece.startsWith('**') ? html('strong', {}, piece.slice(2, -2)) : piece
  })

const table = (heads: string[], rows: Child[][]): Markup =>
  html(
    'table',
    {},
    html(
      'tr',
      {},
      heads.map((head) => html('th', { scope: 'col' }, head))
    ),
    rows.map((cells) =>
      html(
        'tr',
        {},
        cells.map((cell) => html('td', {}, cell))
      )
    )
  )
