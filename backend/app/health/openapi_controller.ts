import { readFile } from 'node:fs/promises'
import { parse } from 'yaml'
import { siteOrigin } from '#app/core/site_origin'

let document: Promise<object> | undefined

const read = async () =>
  parse(await readFile(new URL('../../openapi.yaml', import.meta.url), 'utf8')) as object

export default class OpenapiController {
  /** The whole interface as OpenAPI 3.1, with this installation's address. */
  async show() {
    return { ...(await (document ??= read())), servers: [{ url: `${siteOrigin()}/api/v1` }] }
  }
}
