import { Agent as HttpAgent } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'
import { S3Client } from '@aws-sdk/client-s3'
import { NodeHttpHandler } from '@smithy/node-http-handler'
import type { S3Config } from '../types.js'

const SOCKETS = { keepAlive: true, maxSockets: 64 }

export function createS3Client(config: S3Config): S3Client {
  return new S3Client({
    ...(config.endpoint && { endpoint: config.endpoint }),
    region: config.region,
    forcePathStyle: config.forcePathStyle,
    credentials: { accessKeyId: config.accessKeyId, secretAccessKey: config.secretAccessKey },
    // by default the SDK adds CRC32 trailers in aws-chunked bodies: Ceph 16 answers 411, Ceph 18 keeps
    // 'Content-Encoding: aws-chunked' on the object, which browsers cannot play
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    maxAttempts: 4,
    requestHandler: new NodeHttpHandler({
      connectionTimeout: 5_000,
      // of silence, not of the whole transfer: a viewer may pause in the middle of a long read
      socketTimeout: 120_000,
      httpAgent: new HttpAgent(SOCKETS),
      httpsAgent: new HttpsAgent(SOCKETS),
    }),
  })
}
