import { readFileSync } from 'node:fs'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { parse } from 'yaml'

/** The interface as it is published. */
export const openapi = parse(readFileSync(new URL('../../backend/openapi.yaml', import.meta.url), 'utf8'))

const ajv = new Ajv2020({ strict: false, allErrors: true })
addFormats.default(ajv)
ajv.addSchema({ ...openapi, $id: 'openapi' })
const compiled = new Map<string, ValidateFunction>()

/** Fails, naming each place, where an answer is not what openapi.yaml says of this schema. */
export function assertAnswers(schemaName: string, value: unknown): void {
  const validate =
    compiled.get(schemaName) ?? ajv.compile({ $ref: `openapi#/components/schemas/${schemaName}` })
  compiled.set(schemaName, validate)
  if (validate(value)) return
  const faults = validate.errors!.map(({ instancePath, message }) => `${instancePath || '(root)'} ${message}`)
  throw new Error(`not a ${schemaName}: ${faults.join('; ')}\n${JSON.stringify(value, null, 2)}`)
}

/** The first refusal's code. */
export const codeOf = (answer: { body(): { errors?: { code: string }[] } }) => answer.body().errors?.[0]?.code
