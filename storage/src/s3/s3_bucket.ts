import type { S3Client } from '@aws-sdk/client-s3'

/** A bucket as the helpers beside the driver need it. */
export interface S3Bucket {
  client: S3Client
  name: string
}
