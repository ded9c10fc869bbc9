// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Runs every flow of the authority with openid-client; prints `pass NAME` or `fail NAME: why`.
import assert from 'node:assert/strict'
import { generateKeyPairSync } from 'node:crypto'
import { createRequire } from 'node:module'
import { Issuer, custom, generators } from 'openid-client'

const jose = createRequire(createRequire(import.meta.url).resolve('openid-client'))('jose')

const server = JSON.parse(process.env.AUTHORITY)
const redirectUri = 'http://127.0.0.1:51004/callback'
const control = (call) => fetch(server.issuer + call, { method: 'POST' }).then((r) => assert.equal(r.status, 204, call))

custom.setHttpOptionsDefaults({ timeout: 20000 })
const issuer = await Issuer.discover(server.issuer)
// The server's clock moves only by /test/clock; what the tests have moved it by.
let moved = 0
const advance = async (seconds) => { await control(`/test/clock?seconds=${seconds}`); moved += seconds }

function clientOf (metadata, keys, options) {
  const client = new issuer.Client({ id_token_signed_response_alg: 'ES256', redirect_uris: [redirectUri], ...metadata }, keys, options)
  client[custom.clock_tolerance] = 30 + moved
  return client
}
const publicClient = () => clientOf({ client_id: 'public', token_endpoint_auth_method: 'none' })
const basicClient = () => clientOf({ client_id: 'client_secret_basic', client_secret: server.client_secret_basic })
const postClient = () => clientOf({ client_id: 'client_secret_post', client_secret: server.client_secret_post, token_endpoint_auth_method: 'client_secret_post' })

// What a browser does with a person who says yes: follows to the client.
async function visit (url, init = {}) {
  const response = await fetch(url, { redirect: 'manual', ...init })
  return { status: response.status, location: response.headers.get('location') }
}

async function begin (client, more = {}) {
  const verifier = generators.codeVerifier()
  const checks = { code_verifier: verifier, state: generators.state(), nonce: generators.nonce(), response_type: 'code' }
  const parameters = {
    scope: 'openid profile email offline_access',
    code_challenge: generators.codeChallenge(verifier),
    code_challenge_method: 'S256',
    state: checks.state,
    nonce: checks.nonce,
    ...more
  }
  return { checks, parameters, url: client.authorizationUrl(parameters) }
}

async function signIn (client, more = {}, extras = {}) {
  const { checks, url, parameters } = await begin(client, more)
  if (parameters.nonce === undefined) delete checks.nonce
  if (parameters.state === undefined) delete checks.state
  if (parameters.max_age !== undefined) checks.max_age = parameters.max_age
  const { status, location } = await visit(url)
  assert.equal(status, 303)
  const target = parameters.redirect_uri ?? redirectUri
  return client.callback(target, client.callbackParams(location), checks, extras)
}

// The same where the answer is a page that posts itself.
async function signInByForm (client, more = {}) {
  const { checks, url } = await begin(client, { response_mode: 'form_post', ...more })
  if (more.nonce === undefined && 'nonce' in more) delete checks.nonce
  const page = await fetch(url, { redirect: 'manual' })
  assert.equal(page.status, 200)
  const html = await page.text()
  assert.equal(/<form method="post" action="([^"]+)"/.exec(html)[1], redirectUri)
  const fields = [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [name, value])
  const came = { method: 'POST', url: '/callback', body: new URLSearchParams(fields).toString() }
  return client.callback(redirectUri, client.callbackParams(came), { ...checks, response_mode: 'form_post' })
}

async function refused (promise, error) {
  await assert.rejects(promise, (failure) => {
    assert.equal(failure.error, error, failure.message)
    return true
  })
}

const cases = {
  async 'oidcc-server' () {
    const tokens = await signIn(basicClient())
    assert.equal(tokens.claims().sub, 'u-ada')
    assert.equal(tokens.token_type, 'Bearer')
  },
  async 'oidcc-server-client-secret-post' () {
    assert.equal((await signIn(postClient())).claims().sub, 'u-ada')
  },
  async 'a public client' () {
    assert.ok((await signIn(publicClient())).refresh_token)
  },
  async 'oidcc-discovery-endpoint-verification' () {
    assert.equal(issuer.issuer, server.issuer)
    for (const word of ['authorization_endpoint', 'token_endpoint', 'userinfo_endpoint', 'jwks_uri', 'response_types_supported', 'subject_types_supported', 'id_token_signing_alg_values_supported']) assert.ok(issuer[word], word)
    assert.ok(issuer.id_token_signing_alg_values_supported.includes('RS256'))
    assert.ok(issuer.grant_types_supported.includes('authorization_code'))
  },
  async 'oidcc-alternate-happy-flow' () {
    const client = basicClient()
    const { checks, parameters } = await begin(client, { scope: 'offline_access email profile openid' })
    const reversed = Object.entries({ ...parameters, client_id: client.client_id, redirect_uri: redirectUri, response_type: 'code' }).reverse()
    const { location } = await visit(`${issuer.authorization_endpoint}?${new URLSearchParams(reversed)}`)
    assert.equal((await client.callback(redirectUri, client.callbackParams(location), checks)).claims().sub, 'u-ada')
  },
  async 'oidcc-ensure-post-request-succeeds' () {
    const client = basicClient()
    const { checks, parameters } = await begin(client)
    const body = new URLSearchParams({ ...parameters, client_id: client.client_id, redirect_uri: redirectUri, response_type: 'code' })
    const { location } = await visit(issuer.authorization_endpoint, { method: 'POST', body })
    assert.ok((await client.callback(redirectUri, client.callbackParams(location), checks)).access_token)
  },
  async 'oidcc-ensure-request-without-nonce-succeeds-for-code-flow' () {
    assert.equal((await signIn(basicClient(), { nonce: undefined })).claims().nonce, undefined)
  },
  async 'oidcc-ensure-request-with-unknown-parameter-succeeds' () {
    await signIn(basicClient(), { extra: 'foobar' })
  },
  async 'oidcc-ensure-request-with-acr-values-succeeds' () {
    await signIn(basicClient(), { acr_values: 'urn:mace:incommon:iap:silver' })
  },
  async 'oidcc-ensure-request-with-valid-pkce-succeeds' () {
    await signIn(basicClient())
  },
  async 'oidcc-display-page' () { await signIn(basicClient(), { display: 'page' }) },
  async 'oidcc-display-popup' () { await signIn(basicClient(), { display: 'popup' }) },
  async 'oidcc-ui-locales' () { await signIn(basicClient(), { ui_locales: 'de' }) },
  async 'oidcc-claims-locales' () { await signIn(basicClient(), { claims_locales: 'se' }) },
  async 'oidcc-login-hint' () { await signIn(basicClient(), { login_hint: 'ada' }) },
  async 'oidcc-claims-essential' () {
    const client = basicClient()
    const tokens = await signIn(client, { claims: JSON.stringify({ userinfo: { name: { essential: true } } }) })
    assert.equal((await client.userinfo(tokens)).name, 'Ada Lovelace')
  },
  async 'oidcc-max-age-10000' () {
    const first = await signIn(basicClient(), { max_age: 15000 })
    const second = await signIn(basicClient(), { max_age: 10000 })
    assert.equal(first.claims().sub, second.claims().sub)
    assert.equal(first.claims().auth_time, second.claims().auth_time)
  },
  async 'oidcc-id-token-hint' () {
    const first = await signIn(basicClient())
    const second = await signIn(basicClient(), { prompt: 'none', id_token_hint: first.id_token })
    assert.equal(second.claims().sub, first.claims().sub)
  },
  async 'oidcc-scope-profile' () {
    const client = basicClient()
    assert.equal((await client.userinfo(await signIn(client, { scope: 'openid profile' }))).preferred_username, 'ada')
  },
  async 'oidcc-scope-email' () {
    const client = basicClient()
    assert.equal((await client.userinfo(await signIn(client, { scope: 'openid email' }))).email, 'ada@acme.dev')
  },
  async 'oidcc-scope-address' () { await signIn(basicClient(), { scope: 'openid address' }) },
  async 'oidcc-scope-phone' () { await signIn(basicClient(), { scope: 'openid phone' }) },
  async 'oidcc-scope-all' () { await signIn(basicClient(), { scope: 'openid address email phone profile' }) },
  async 'oidcc-userinfo-get' () {
    const client = basicClient()
    assert.equal((await client.userinfo(await signIn(client))).sub, 'u-ada')
  },
  async 'oidcc-userinfo-post-header' () {
    const client = basicClient()
    assert.equal((await client.userinfo(await signIn(client), { method: 'POST' })).sub, 'u-ada')
  },
  async 'oidcc-userinfo-post-body' () {
    const client = basicClient()
    assert.equal((await client.userinfo(await signIn(client), { method: 'POST', via: 'body' })).sub, 'u-ada')
  },
  async 'oidcc-ensure-registered-redirect-uri' () {
    const { url } = await begin(basicClient(), { redirect_uri: 'https://evil.example/callback' })
    assert.deepEqual(await visit(url), { status: 400, location: null })
  },
  async 'oidcc-redirect-uri-query-added' () {
    const { url } = await begin(basicClient(), { redirect_uri: redirectUri + '?foo=bar' })
    assert.deepEqual(await visit(url), { status: 400, location: null })
  },
  async 'oidcc-response-type-missing' () {
    const client = basicClient()
    const { parameters } = await begin(client)
    const query = new URLSearchParams({ ...parameters, client_id: client.client_id, redirect_uri: redirectUri })
    const { location } = await visit(`${issuer.authorization_endpoint}?${query}`)
    assert.equal(new URL(location).searchParams.get('error'), 'invalid_request')
  },
  async 'oidcc-prompt-none-not-logged-in' () {
    await control('/test/person?answer=no')
    try {
      await refused(signIn(basicClient(), { prompt: 'none' }), 'access_denied')
    } finally {
      await control('/test/person?answer=yes')
    }
  },
  async 'oidcc-idtoken-rs256' () {
    const client = await register({ id_token_signed_response_alg: 'RS256' })
    const tokens = await signIn(client)
    assert.equal(jose.decodeProtectedHeader(tokens.id_token).alg, 'RS256')
  },
  async 'oidcc-idtoken-signature' () {
    const client = await register({ id_token_signed_response_alg: 'EdDSA' })
    assert.equal(jose.decodeProtectedHeader((await signIn(client)).id_token).alg, 'EdDSA')
  },
  async 'oidcc-refresh-token' () {
    const client = basicClient()
    const first = await signIn(client, { prompt: 'consent' })
    const second = await client.refresh(first)
    assert.notEqual(second.refresh_token, first.refresh_token)
    assert.equal((await client.userinfo(second)).sub, 'u-ada')
    await refused(postClient().refresh(second.refresh_token), 'invalid_grant')
    const narrow = await client.refresh(second.refresh_token, { exchangeBody: { scope: 'openid' } })
    assert.equal(narrow.scope, 'openid')
  },
  async 'two racing refreshes get one successor' () {
    const client = publicClient()
    const { refresh_token: token } = await signIn(client)
    const [one, two] = await Promise.all([client.refresh(token), client.refresh(token)])
    assert.equal(one.refresh_token, two.refresh_token)
  },
  async 'reuse ends the family' () {
    const client = publicClient()
    const { refresh_token: token } = await signIn(client)
    const next = await client.refresh(token)
    await advance(11)
    await refused(client.refresh(token), 'invalid_grant')
    await refused(publicClient().refresh(next.refresh_token), 'invalid_grant')
  },
  async 'oidcc-server-rotate-keys' () {
    const before = await (await fetch(issuer.jwks_uri)).json()
    await control('/test/keys')
    const after = await (await fetch(issuer.jwks_uri)).json()
    assert.ok(after.keys.some((key) => !before.keys.some((old) => old.kid === key.kid)))
    // Unseen by this issuer object until now; what it had is published still.
    const fresh = await Issuer.discover(server.issuer)
    const client = new fresh.Client({ client_id: 'public', token_endpoint_auth_method: 'none', id_token_signed_response_alg: 'ES256', redirect_uris: [redirectUri] })
    client[custom.clock_tolerance] = 30 + moved
    assert.ok((await signIn(client)).id_token)
  },
  async 'client credentials' () {
    const tokens = await basicClient().grant({ grant_type: 'client_credentials', scope: 'api:read', resource: 'https://api.example/a' })
    const { payload } = await jose.jwtVerify(tokens.access_token, jose.createRemoteJWKSet(new URL(issuer.jwks_uri)), { issuer: server.issuer, audience: 'https://api.example/a', typ: 'at+jwt', clockTolerance: 30 + moved })
    assert.equal(payload.client_id, 'client_secret_basic')
    await refused(publicClient().grant({ grant_type: 'client_credentials' }), 'unauthorized_client')
    await refused(clientOf({ client_id: 'client_secret_basic', client_secret: 'wrong' }).grant({ grant_type: 'client_credentials' }), 'invalid_client')
  },
  async 'device grant' () {
    const client = publicClient()
    const handle = await client.deviceAuthorization({ scope: 'openid offline_access' })
    await control(`/test/device?answer=yes&user_code=${handle.user_code}`)
    const tokens = await client.grant({ grant_type: 'urn:ietf:params:oauth:grant-type:device_code', device_code: handle.device_code })
    assert.equal(tokens.claims().sub, 'u-ada')
  },
  async 'device grant refused' () {
    const client = publicClient()
    const handle = await client.deviceAuthorization({ scope: 'openid' })
    const poll = () => client.grant({ grant_type: 'urn:ietf:params:oauth:grant-type:device_code', device_code: handle.device_code })
    await refused(poll(), 'authorization_pending')
    await refused(poll(), 'slow_down')
    await control(`/test/device?answer=no&user_code=${handle.user_code.toLowerCase()}`)
    await refused(poll(), 'access_denied')
  },
  async revocation () {
    const client = basicClient()
    const tokens = await signIn(client)
    await client.revoke(tokens.refresh_token, 'refresh_token')
    await refused(client.refresh(tokens.refresh_token), 'invalid_grant')
    await client.revoke('unknown')
  },
  async introspection () {
    const client = basicClient()
    const tokens = await signIn(client)
    const facts = await client.introspect(tokens.access_token)
    assert.equal(facts.active, true)
    assert.equal(facts.username, 'ada')
    assert.deepEqual(await client.introspect('unknown'), { active: false })
    assert.deepEqual(await postClient().introspect(tokens.access_token), { active: false })
  },
  async 'pushed authorization request' () {
    const client = basicClient()
    const { checks, parameters } = await begin(client)
    const { request_uri: uri } = await client.pushedAuthorizationRequest(parameters)
    const { location } = await visit(client.authorizationUrl({ request_uri: uri, scope: undefined, response_type: undefined, redirect_uri: undefined }))
    assert.ok((await client.callback(redirectUri, client.callbackParams(location), checks)).access_token)
  },
  async DPoP () {
    const client = clientOf({ client_id: 'public', token_endpoint_auth_method: 'none', dpop_bound_access_tokens: true })
    const DPoP = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey
    const tokens = await signIn(client, {}, { DPoP })
    assert.equal(tokens.token_type, 'DPoP')
    assert.equal((await client.userinfo(tokens, { DPoP })).sub, 'u-ada')
    const refreshed = await client.refresh(tokens.refresh_token, { DPoP })
    assert.equal(refreshed.token_type, 'DPoP')
    const other = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey
    await refused(client.refresh(refreshed.refresh_token, { DPoP: other }), 'invalid_grant')
  },
  async 'DPoP with a nonce that the server insists on' () {
    const strict = await Issuer.discover(JSON.parse(process.env.AUTHORITY_WITH_NONCES).issuer)
    const client = new strict.Client({ client_id: 'public', token_endpoint_auth_method: 'none', dpop_bound_access_tokens: true, id_token_signed_response_alg: 'ES256', redirect_uris: [redirectUri] })
    client[custom.clock_tolerance] = 30
    const DPoP = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey
    // openid-client meets use_dpop_nonce here, takes DPoP-Nonce and asks once more.
    const tokens = await signIn(client, {}, { DPoP })
    assert.equal(tokens.token_type, 'DPoP')
    assert.equal((await client.userinfo(tokens, { DPoP })).sub, 'u-ada')
    assert.equal((await client.refresh(tokens.refresh_token, { DPoP })).token_type, 'DPoP')
  },
  async 'DPoP with a pushed request binds the code' () {
    const client = clientOf({ client_id: 'public', token_endpoint_auth_method: 'none', dpop_bound_access_tokens: true })
    const DPoP = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey
    const push = async () => {
      const { checks, parameters } = await begin(client)
      // openid-client 5 sends no proof here, but makes one.
      const htu = issuer.pushed_authorization_request_endpoint
      const body = new URLSearchParams({ ...parameters, client_id: 'public', redirect_uri: redirectUri, response_type: 'code' })
      const pushed = await fetch(htu, { method: 'POST', body, headers: { DPoP: await client.dpopProof({ htu, htm: 'POST' }, DPoP) } })
      assert.equal(pushed.status, 201)
      assert.ok(pushed.headers.get('DPoP-Nonce'))
      const { request_uri: uri } = await pushed.json()
      const { location } = await visit(client.authorizationUrl({ request_uri: uri, scope: undefined, response_type: undefined, redirect_uri: undefined }))
      return (extras) => client.callback(redirectUri, client.callbackParams(location), checks, extras)
    }
    assert.equal((await (await push())({ DPoP })).token_type, 'DPoP')
    const other = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey
    await refused((await push())({ DPoP: other }), 'invalid_dpop_proof')
  },
  // The formpost-basic plan is the basic plan with this response mode.
  async 'form_post oidcc-server' () {
    const client = basicClient()
    const tokens = await signInByForm(client)
    assert.equal(tokens.claims().sub, 'u-ada')
    assert.equal((await client.userinfo(tokens)).sub, 'u-ada')
  },
  async 'form_post oidcc-ensure-request-without-nonce-succeeds-for-code-flow' () {
    assert.equal((await signInByForm(basicClient(), { nonce: undefined })).claims().nonce, undefined)
  },
  async 'form_post oidcc-prompt-none-not-logged-in' () {
    await control('/test/person?answer=no')
    try {
      await refused(signInByForm(basicClient(), { prompt: 'none' }), 'access_denied')
    } finally {
      await control('/test/person?answer=yes')
    }
  },
  async 'oidcc-redirect-uri-query-OK' () {
    const withQuery = redirectUri + '?foo=bar'
    const client = await register({ redirect_uris: [withQuery] })
    const { checks, url } = await begin(client, { redirect_uri: withQuery })
    const { location } = await visit(url)
    assert.equal(new URL(location).searchParams.get('foo'), 'bar')
    assert.ok((await client.callback(withQuery, client.callbackParams(location), checks)).access_token)
    const mismatch = await begin(client, { redirect_uri: redirectUri + '?bar=foo' })
    assert.deepEqual(await visit(mismatch.url), { status: 400, location: null }, 'oidcc-redirect-uri-query-mismatch')
  },
  async 'oidcc-request-uri-unsigned' () {
    await refused(signIn(basicClient(), { request_uri: 'https://rp.example/request.jwt' }), 'request_uri_not_supported')
  },
  async 'oidcc-registration-logo-uri' () {
    // Taken, and not shown: nobody vouches for the picture of a client that registered itself.
    const client = await register({ logo_uri: 'https://rp.example/logo.png', policy_uri: 'https://rp.example/policy', tos_uri: 'https://rp.example/tos' })
    assert.ok((await signIn(client)).access_token)
  },
  async 'private_key_jwt' () {
    const pair = await jose.generateKeyPair('ES256', { extractable: true })
    const key = { ...await jose.exportJWK(pair.privateKey), kid: 'one', alg: 'ES256', use: 'sig' }
    const { d, ...open } = key
    const registered = await register({ token_endpoint_auth_method: 'private_key_jwt', token_endpoint_auth_signing_alg: 'ES256', jwks: { keys: [open] } })
    const client = clientOf({ ...registered.metadata }, { keys: [key] })
    assert.ok((await signIn(client)).access_token)
  },
  async 'oidcc-refresh-token-rp-key-rotation' () {
    const made = await Promise.all(['one', 'two'].map(async (kid) => {
      const { privateKey } = await jose.generateKeyPair('ES256', { extractable: true })
      const { d, ...open } = { ...await jose.exportJWK(privateKey), kid, alg: 'ES256', use: 'sig' }
      return { own: { ...open, d }, open }
    }))
    const registered = await register({ token_endpoint_auth_method: 'private_key_jwt', token_endpoint_auth_signing_alg: 'ES256', jwks: { keys: [made[0].open] } })
    const [before, after] = made.map(({ own }) => clientOf({ ...registered.metadata }, { keys: [own] }))
    const { refresh_token: token } = await signIn(before)
    const { registration_access_token: pass, registration_client_uri: place, client_id_issued_at: _, ...metadata } = registered.metadata
    const changed = await fetch(place, { method: 'PUT', headers: { Authorization: `Bearer ${pass}`, 'Content-Type': 'application/json' }, body: JSON.stringify({ ...metadata, jwks: { keys: [made[1].open] } }) })
    assert.equal(changed.status, 200)
    await refused(before.refresh(token), 'invalid_client')
    assert.ok((await after.refresh(token)).refresh_token)
  },
  async 'oidcc-ensure-request-object-with-redirect-uri' () {
    await refused(signIn(basicClient(), { request: 'eyJhbGciOiJub25lIn0.e30.' }), 'request_not_supported')
  },
  async 'oidcc-rp-initiated-logout' () {
    const client = await register({ post_logout_redirect_uris: ['https://rp.example/bye'] })
    const tokens = await signIn(client)
    const there = await visit(client.endSessionUrl({ id_token_hint: tokens.id_token, post_logout_redirect_uri: 'https://rp.example/bye', state: 'st' }))
    assert.deepEqual(there, { status: 303, location: 'https://rp.example/bye?state=st' })
  },
  async 'oidcc-rp-initiated-logout-bad-post-logout-redirect-uri' () {
    const client = basicClient()
    const tokens = await signIn(client)
    const there = await visit(client.endSessionUrl({ id_token_hint: tokens.id_token, post_logout_redirect_uri: 'https://evil.example/' }))
    assert.deepEqual(there, { status: 400, location: null })
  },
  async 'dynamic registration' () {
    const client = await register({})
    assert.ok((await signIn(client)).access_token)
    const read = await issuer.Client.fromUri(client.registration_client_uri, client.registration_access_token)
    assert.equal(read.client_id, client.client_id)
  },
  async 'oidcc-redirect-uri-regfrag' () {
    await refused(register({ redirect_uris: ['https://rp.example/cb#frag'] }), 'invalid_redirect_uri')
  },
  async 'a code is used once' () {
    const client = publicClient()
    const { checks, url } = await begin(client)
    const { location } = await visit(url)
    const tokens = await client.callback(redirectUri, client.callbackParams(location), checks)
    await refused(client.callback(redirectUri, client.callbackParams(location), checks), 'invalid_grant')
    await refused(client.refresh(tokens.refresh_token), 'invalid_grant')
  },
  async 'mix-up: another issuer in the reply is refused' () {
    const client = publicClient()
    const { checks, url } = await begin(client)
    const { location } = await visit(url)
    const forged = new URL(location)
    assert.equal(forged.searchParams.get('iss'), server.issuer)
    forged.searchParams.set('iss', 'https://evil.example')
    await assert.rejects(client.callback(redirectUri, client.callbackParams(forged.href), checks), /iss mismatch/)
  },
  // The last one: openid-client looks for new keys once a minute only.
  async 'keys roll over under load' () {
    const client = basicClient()
    let isOver = false
    const tokens = []
    const worker = async () => {
      while (!isOver) tokens.push((await client.grant({ grant_type: 'client_credentials', scope: 'api:read' })).access_token)
    }
    const workers = Array.from({ length: 8 }, worker)
    for (let i = 0; i < 3; ++i) {
      const before = tokens.length
      while (tokens.length < before + 40) await new Promise((resolve) => setTimeout(resolve, 5))
      await control('/test/keys')
    }
    isOver = true
    await Promise.all(workers)
    // Whoever fetches the set now verifies all of them by kid: nothing was refused, nothing is orphaned.
    const keys = jose.createLocalJWKSet(await (await fetch(issuer.jwks_uri)).json())
    const signers = new Set()
    for (const token of tokens) {
      await jose.jwtVerify(token, keys, { issuer: server.issuer, clockTolerance: 30 + moved })
      signers.add(jose.decodeProtectedHeader(token).kid)
    }
    assert.ok(signers.size >= 3, String(signers.size))
  }
}

async function register (metadata) {
  const client = await issuer.Client.register({
    client_name: 'Registered',
    redirect_uris: [redirectUri],
    grant_types: ['authorization_code', 'refresh_token'],
    id_token_signed_response_alg: 'ES256',
    ...metadata
  })
  client[custom.clock_tolerance] = 30 + moved
  return client
}

for (const [name, run] of Object.entries(cases)) {
  try {
    await run()
    console.log(`pass ${name}`)
  } catch (failure) {
    console.log(`fail ${name}: ${String(failure?.error ?? '')} ${String(failure?.message ?? failure).replaceAll('\n', ' | ')}`)
  }
}
process.exit(0)
