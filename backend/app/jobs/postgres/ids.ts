/** pg-boss's ids are UUIDs; outside they go without hyphens, to fit where our own ids fit (32 characters). */
export const toUuid = (id: string) => id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')

export const fromUuid = (uuid: string) => uuid.replaceAll('-', '')
