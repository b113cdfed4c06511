import { readFile } from 'node:fs/promises'
import { parse } from 'yaml'

export interface Reference {
  $ref?: string
}

export interface Parameter extends Reference {
  name?: string
  in?: string
  required?: boolean
  description?: string
  schema?: { type?: string | string[]; enum?: unknown[] }
}

export interface Operation {
  tags?: string[]
  operationId?: string
  summary?: string
  description?: string
  parameters?: Parameter[]
  requestBody?: { content?: Record<string, unknown> }
  responses?: Record<string, Reference & { description?: string }>
}

export const methods = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options'] as const
export type Method = (typeof methods)[number]

export interface OpenapiDocument {
  info: { title: string; version: string; description: string }
  tags: { name: string; description: string }[]
  /** Operations by method; what all of a path's take stands beside them. */
  paths: Record<string, { parameters?: Parameter[] } & { [method in Method]?: Operation }>
  components: Record<string, Record<string, unknown>>
}

let document: Promise<OpenapiDocument> | undefined

/** The parts of openapi.yaml that people read. */
export const openapiDocument = () =>
  (document ??= readFile(new URL('../../openapi.yaml', import.meta.url), 'utf8').then(
    (text) => parse(text) as OpenapiDocument
  ))
