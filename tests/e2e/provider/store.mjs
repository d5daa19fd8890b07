/**
 * The storage of the test provider: one map, emptied with the process. It also holds the clients,
 * so that a partner can be registered once its port is known.
 */
export class Store {
  /** @type {Map<string, {payload: any, expiresAt: number}>} */
  entries = new Map();

  /** The adapter that npm `oidc-provider` makes for each kind of record. */
  adapter = (/** @type {string} */ kind) => new Adapter(kind, this.entries);

  /** @param {Record<string, unknown> & {client_id: string}} client as in OpenID registration */
  register(client) {
    this.entries.set(`Client:${client.client_id}`, { payload: client, expiresAt: Infinity });
  }

  /** @param {string | null} id */
  client(id) {
    return this.entries.get(`Client:${id}`)?.payload;
  }
}

class Adapter {
  constructor(kind, entries) {
    this.kind = kind;
    this.entries = entries;
  }

  key(id) {
    return `${this.kind}:${id}`;
  }

  async upsert(id, payload, seconds) {
    this.entries.set(this.key(id), { payload, expiresAt: Date.now() + (seconds ?? Infinity) * 1000 });
  }

  async find(id) {
    const entry = this.entries.get(this.key(id));
    return entry && entry.expiresAt > Date.now() ? entry.payload : undefined;
  }

  async findByUid(uid) {
    return this.search((payload) => payload.uid === uid);
  }

  async findByUserCode(code) {
    return this.search((payload) => payload.userCode === code);
  }

  async consume(id) {
    const entry = this.entries.get(this.key(id));
    if (entry) entry.payload.consumed = Math.floor(Date.now() / 1000);
  }

  async destroy(id) {
    this.entries.delete(this.key(id));
  }

  async revokeByGrantId(grantId) {
    for (const [key, { payload }] of this.entries) {
      if (key.startsWith(`${this.kind}:`) && payload.grantId === grantId) this.entries.delete(key);
    }
  }

  search(matches) {
    for (const [key, { payload }] of this.entries) {
      if (key.startsWith(`${this.kind}:`) && matches(payload)) return payload;
    }
    return undefined;
  }
}
