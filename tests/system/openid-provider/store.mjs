// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

const entries = new Map(); // "Model:id" → {payload, expires}

//! Keeps oidc-provider's state in this process, shared by every Provider made in it: a new one with
//! new keys knows the old one's grants.
export class Store {
  constructor(model) { this.model = model; }

  key(id) { return `${this.model}:${id}`; }

  async upsert(id, payload, expiresIn) {
    entries.set(this.key(id), { payload, expires: Date.now() + (expiresIn ?? 1e9) * 1000 });
  }

  async find(id) {
    const entry = entries.get(this.key(id));
    return entry && entry.expires > Date.now() ? entry.payload : undefined;
  }

  async findBy(test) {
    for (const [key, { payload }] of entries) {
      if (key.startsWith(`${this.model}:`) && test(payload)) return payload;
    }
    return undefined;
  }

  async findByUid(uid) { return this.findBy((payload) => payload.uid === uid); }

  async findByUserCode(userCode) { return this.findBy((payload) => payload.userCode === userCode); }

  async consume(id) {
    const entry = entries.get(this.key(id));
    if (entry) entry.payload.consumed = Math.floor(Date.now() / 1000);
  }

  async destroy(id) { entries.delete(this.key(id)); }

  async revokeByGrantId(grantId) {
    for (const [key, { payload }] of entries) {
      if (payload.grantId === grantId) entries.delete(key);
    }
  }
}
