// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A real OpenID provider (oidc-provider) that signs maria in by itself, and a control port that makes
// it misbehave. Prints one line of JSON when ready: {"issuer": "...", "control": "..."}; ends when its
// standard input does. See README.md.

import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import Provider from 'oidc-provider';
import { Store } from './store.mjs';

const people = {
  maria: { email: 'maria@acme.dev', name: 'Maria Berg', preferred_username: 'maria' },
};
const calm = () => ({
  login: 'allow', // allow, deny, hang, page
  accessTtl: 3600,
  deviceTtl: 600,
  failures: [], // what the next calls of the token endpoint get: {status, retryAfter, error}
  seen: { authorizations: 0, jwks: 0, tokens: [], revocations: 0, userinfo: 0 },
});
let state = calm();
const grants = new Set();

const server = createServer();
const control = createServer();
await new Promise((done) => { server.listen(Number(process.env.PORT ?? 0), '127.0.0.1', done); });
await new Promise((done) => { control.listen(0, '127.0.0.1', done); });
const issuer = `http://127.0.0.1:${server.address().port}`;

function makeKeys() {
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
  return [
    { ...rsa.export({ format: 'jwk' }), kid: `rsa-${randomUUID()}`, use: 'sig', alg: 'RS256' },
    { ...ec.export({ format: 'jwk' }), kid: `ec-${randomUUID()}`, use: 'sig', alg: 'ES256' },
  ];
}

function client(id, method, more = {}) {
  return {
    client_id: id,
    application_type: 'native',
    token_endpoint_auth_method: method,
    redirect_uris: ['http://127.0.0.1/callback', 'http://localhost/callback'],
    response_types: ['code'],
    grant_types: ['authorization_code', 'refresh_token', 'urn:ietf:params:oauth:grant-type:device_code'],
    ...more,
  };
}

function makeProvider(keys) {
  const provider = new Provider(issuer, {
    adapter: Store,
    jwks: { keys },
    clients: [
      client('latchkey-public', 'none'),
      client('latchkey-ec', 'none', { id_token_signed_response_alg: 'ES256' }),
      // Letters that a careless Authorization header breaks on (RFC 6749 2.3.1).
      client('latchkey-basic', 'client_secret_basic', { client_secret: 'se cret:+%&/' }),
      client('latchkey-post', 'client_secret_post', { client_secret: 'se cret:+%&/' }),
    ],
    cookies: { keys: ['fixture'] },
    claims: { openid: ['sub'], email: ['email'], profile: ['name', 'preferred_username'] },
    scopes: ['openid', 'offline_access', 'email', 'profile'],
    findAccount: (ctx, sub) => people[sub] && { accountId: sub, claims: () => ({ sub, ...people[sub] }) },
    features: {
      devInteractions: { enabled: false },
      deviceFlow: { enabled: true },
      revocation: { enabled: true },
      introspection: { enabled: true },
      // RFC 8707: one API, for whoever names it when signing in.
      resourceIndicators: {
        enabled: true,
        defaultResource: () => undefined,
        getResourceServerInfo: (ctx, resource) => ({ scope: 'api:read', audience: resource, accessTokenFormat: 'opaque' }),
      },
    },
    interactions: { url: (ctx, interaction) => `/interaction/${interaction.uid}` },
    pkce: { required: () => true, methods: ['S256'] },
    rotateRefreshToken: true,
    ttl: {
      AccessToken: () => state.accessTtl,
      AuthorizationCode: 60,
      DeviceCode: () => state.deviceTtl,
      Grant: 86400,
      IdToken: 600,
      Interaction: 600,
      RefreshToken: 86400,
      Session: 86400,
    },
  });
  provider.on('grant.success', (ctx) => {
    if (ctx.oidc.entities.Grant) grants.add(ctx.oidc.entities.Grant.jti);
  });
  provider.use(misbehave);
  provider.use((ctx, next) => interact(provider, ctx, next));
  return provider;
}

//! Counts, and fails where the control port said so.
async function misbehave(ctx, next) {
  if (ctx.path === '/auth') state.seen.authorizations += 1;
  if (ctx.path === '/jwks') state.seen.jwks += 1;
  if (ctx.path === '/me') state.seen.userinfo += 1;
  if (ctx.path === '/token/revocation') state.seen.revocations += 1;
  if (ctx.path !== '/token') return next();
  const failure = state.failures.shift();
  if (failure) {
    ctx.status = failure.status;
    if (failure.retryAfter !== undefined) ctx.set('Retry-After', failure.retryAfter);
    ctx.body = failure.error ? { error: failure.error } : 'The fixture was told to fail.';
    state.seen.tokens.push({ status: ctx.status });
    return undefined;
  }
  await next();
  state.seen.tokens.push({
    status: ctx.status,
    grant: ctx.oidc?.params?.grant_type,
    client: ctx.oidc?.client?.clientId,
    scope: ctx.oidc?.params?.scope,
    resource: ctx.oidc?.params?.resource,
    basic: ctx.headers.authorization?.startsWith('Basic ') ?? false,
  });
  return undefined;
}

//! Answers login and consent as told.
async function interact(provider, ctx, next) {
  if (!ctx.path.startsWith('/interaction/')) return next();
  ctx.respond = false;
  if (state.login === 'hang') return undefined;
  if (state.login === 'page' && ctx.query.go === undefined) {
    ctx.res.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
    ctx.res.end(`<!DOCTYPE html><title>Sign in</title><h1>Fixture</h1>
      <a id="go" href="?go=1">Sign in as Maria</a>`);
    return undefined;
  }
  const { prompt, params, grantId } = await provider.interactionDetails(ctx.req, ctx.res);
  if (state.login === 'deny') {
    return provider.interactionFinished(ctx.req, ctx.res, {
      error: 'access_denied', error_description: 'Maria said <b>no</b> & left',
    });
  }
  if (prompt.name === 'login')
    return provider.interactionFinished(ctx.req, ctx.res, { login: { accountId: 'maria' } });
  const grant = grantId
    ? await provider.Grant.find(grantId)
    : new provider.Grant({ accountId: 'maria', clientId: params.client_id });
  grant.addOIDCScope(params.scope);
  if (params.resource) grant.addResourceScope(params.resource, 'api:read');
  return provider.interactionFinished(ctx.req, ctx.res, { consent: { grantId: await grant.save() } },
    { mergeWithLastSubmission: true });
}

async function decideDevice(userCode, action) {
  const code = await provider.DeviceCode.findByUserCode(userCode.replaceAll('-', ''));
  if (!code) return false;
  if (action === 'deny') {
    Object.assign(code, { error: 'access_denied', errorDescription: 'Maria said no' });
  } else {
    const grant = new provider.Grant({ accountId: 'maria', clientId: code.clientId });
    grant.addOIDCScope(code.params.scope);
    const now = Math.floor(Date.now() / 1000);
    Object.assign(code, {
      accountId: 'maria', authTime: now, grantId: await grant.save(), scope: code.params.scope,
    });
  }
  await code.save();
  return true;
}

const verbs = {
  '/reset': () => { state = calm(); },
  '/login': (query) => { state.login = query.get('mode'); },
  '/ttl': (query) => {
    state.accessTtl = Number(query.get('access') ?? state.accessTtl);
    state.deviceTtl = Number(query.get('device') ?? state.deviceTtl);
  },
  '/token': (query) => {
    for (let i = 0; i < Number(query.get('times') ?? 1); i += 1) {
      state.failures.push({
        status: Number(query.get('status')),
        retryAfter: query.get('retry_after') ?? undefined,
        error: query.get('error') ?? undefined,
      });
    }
  },
  '/device': (query) => decideDevice(query.get('user_code'), query.get('action')),
  '/rotate-keys': () => { provider = makeProvider(makeKeys()); },
  '/revoke-grants': async () => {
    for (const id of grants) {
      await provider.RefreshToken.revokeByGrantId(id);
      await provider.AccessToken.revokeByGrantId(id);
      await (await provider.Grant.find(id))?.destroy();
    }
    grants.clear();
  },
  '/inspect': () => state.seen,
};

let provider = makeProvider(makeKeys());
server.on('request', (req, res) => provider.callback()(req, res));
control.on('request', async (req, res) => {
  const { pathname, searchParams } = new URL(req.url, issuer);
  const verb = verbs[pathname];
  const result = verb ? await verb(searchParams) : false;
  res.writeHead(result === false ? 404 : 200, { 'Content-Type': 'application/json' });
  res.end(JSON.stringify(result ?? {}));
});

process.stdin.resume();
process.stdin.on('end', () => process.exit(0));
console.log(JSON.stringify({ issuer, control: `http://127.0.0.1:${control.address().port}` }));
