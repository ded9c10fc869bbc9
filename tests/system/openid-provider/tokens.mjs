// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// oidc-provider as the benchmark's peer: refresh tokens and client credentials for one API, access
// tokens as ES256 JWTs, everything in its own memory. Prints {"port": …, "path": …,
// "secret": …, "tokens": [64 refresh tokens]} and ends when its standard input does.

import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import Provider from 'oidc-provider';
import { Store } from './store.mjs';

const api = 'https://api.example/a';
const secret = 's'.repeat(43);
const server = createServer();
await new Promise((done) => { server.listen(0, '127.0.0.1', done); });
const { port } = server.address();

const key = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
const common = { redirect_uris: [], response_types: [], scope: 'api:read offline_access' };
const provider = new Provider(`http://127.0.0.1:${port}`, {
  // Its own adapter forgets all but the newest thousand entries, tokens in use among them.
  adapter: Store,
  jwks: { keys: [{ ...key.export({ format: 'jwk' }), kid: 'ec', use: 'sig', alg: 'ES256' }] },
  clients: [
    { client_id: 'public', token_endpoint_auth_method: 'none', grant_types: ['refresh_token'], id_token_signed_response_alg: 'ES256', ...common },
    { client_id: 'machine', client_secret: secret, token_endpoint_auth_method: 'client_secret_post', grant_types: ['client_credentials'], id_token_signed_response_alg: 'ES256', ...common },
  ],
  scopes: ['openid', 'offline_access', 'api:read'],
  findAccount: (ctx, sub) => ({ accountId: sub, claims: () => ({ sub }) }),
  features: {
    devInteractions: { enabled: false },
    clientCredentials: { enabled: true },
    resourceIndicators: {
      enabled: true,
      defaultResource: () => api,
      useGrantedResource: () => true,
      getResourceServerInfo: () => ({ scope: 'api:read', audience: api, accessTokenFormat: 'jwt', jwt: { sign: { alg: 'ES256' } } }),
    },
  },
  rotateRefreshToken: true,
  ttl: { AccessToken: 900, ClientCredentials: 900, RefreshToken: 86400, Grant: 86400 },
});
server.on('request', provider.callback());

const client = await provider.Client.find('public');
const tokens = [];
for (let i = 0; i < 64; ++i) {
  const grant = new provider.Grant({ accountId: 'maria', clientId: 'public' });
  grant.addResourceScope(api, 'api:read');
  const grantId = await grant.save();
  const token = new provider.RefreshToken({
    accountId: 'maria', client, grantId, scope: 'api:read', resource: api, gty: 'authorization_code', authTime: 1,
  });
  tokens.push(await token.save());
}
console.log(JSON.stringify({ port, path: '/token', secret, tokens }));
process.stdin.resume();
process.stdin.on('end', () => process.exit(0));
