import { join } from 'node:path'
import { createStorage, type StorageConfig } from '@hub/storage'
import env from '#start/env'

/** Where media is kept: a folder in DATA_DIR, or an S3-compatible bucket. */
export const storageConfig: StorageConfig =
  env.get('STORAGE') === 's3'
    ? {
        driver: 's3',
        endpoint: env.get('S3_ENDPOINT'),
        region: env.get('S3_REGION') ?? 'us-east-1',
        bucket: env.get('S3_BUCKET')!,
        accessKeyId: env.get('S3_ACCESS_KEY_ID')!,
        secretAccessKey: env.get('S3_SECRET_ACCESS_KEY')!,
        // What is not Amazon's own serves buckets as paths
        forcePathStyle: env.get('S3_FORCE_PATH_STYLE') ?? true,
      }
    : { driver: 'disk', root: join(env.get('DATA_DIR'), 'media') }

export const storage = createStorage(storageConfig)
