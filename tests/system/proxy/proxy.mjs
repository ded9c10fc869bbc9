// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
// `node proxy.mjs nginx|haproxy`: the authority behind a real reverse proxy that has the
// configuration of docs/authority/examples, used by openid-client and by a browser without a screen.
import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Stage, name, password, programOf, until } from './stage.mjs'
import { Browser, firstMessage, titleOf, totp } from './walk.mjs'

const here = fileURLToPath(new URL('.', import.meta.url))
const proxy = process.argv[2]
const example = { nginx: 'nginx.conf', haproxy: 'haproxy.cfg' }[proxy]
const library = join(here, '../authority/node_modules/openid-client')
const missing = !programOf(proxy) ? proxy : !programOf('openssl') ? 'openssl' : !existsSync(library) ? 'openid-client (npm ci in tests/system/authority)' : ''
if (missing) {
  console.log(`${missing} is not there`)
  process.exit(77)
}
const { Issuer, custom, generators } = createRequire(import.meta.url)(library)

const stage = new Stage(process.env.LATCHKEYD)
const redirect = 'http://127.0.0.1:51004/callback'
const from = (address) => new Browser({ ca: stage.ca, from: address })

async function enter (browser, page, who) {
  assert.equal(titleOf(page), 'Sign in')
  return browser.submit(page, { name: who, password })
}

// openid-client with a browser that keeps its session from one sign-in to the next.
async function party () {
  const issuer = await Issuer.discover(stage.issuer)
  assert.equal(issuer.issuer, stage.issuer)
  const client = new issuer.Client({ client_id: stage.client.client_id, client_secret: stage.client.client_secret, redirect_uris: [redirect], id_token_signed_response_alg: 'ES256' })
  const browser = from('127.0.0.1')
  const signIn = async (more = {}) => {
    const verifier = generators.codeVerifier()
    const checks = { code_verifier: verifier, state: generators.state(), nonce: generators.nonce(), response_type: 'code' }
    const seen = []
    let page = await browser.go(client.authorizationUrl({ scope: 'openid profile offline_access', redirect_uri: redirect, code_challenge: generators.codeChallenge(verifier), code_challenge_method: 'S256', state: checks.state, nonce: checks.nonce, ...more }))
    while (!page.away) {
      seen.push(titleOf(page))
      // A policy that names no other place would stop a real browser on its way back.
      if (titleOf(page) === 'Allow Ledger?') assert.match(page.headers['content-security-policy'], /form-action 'self' http:\/\/127\.0\.0\.1:51004;/)
      page = await browser.submit(page, titleOf(page) === 'Sign in' ? { name: 'ada', password } : { do: 'allow', remember: 'on' })
      assert.ok(seen.length < 5, seen.join(', '))
    }
    return { seen, tokens: await client.callback(redirect, client.callbackParams(page.away), { ...checks, ...(more.max_age === undefined ? {} : { max_age: more.max_age }) }) }
  }
  return { client, issuer, signIn }
}

const cases = {
  async 'the whole code flow with openid-client' () {
    custom.setHttpOptionsDefaults({ timeout: 20000, ca: stage.ca, lookup: (_name, options, found) => options.all ? found(null, [{ address: '127.0.0.1', family: 4 }]) : found(null, '127.0.0.1', 4) })
    const { client, issuer, signIn } = await party()
    for (const end of ['authorization_endpoint', 'token_endpoint', 'userinfo_endpoint', 'jwks_uri']) assert.ok(issuer[end].startsWith(stage.issuer + '/'), issuer[end])
    const { seen, tokens } = await signIn()
    assert.deepEqual(seen, ['Sign in', 'Allow Ledger?'])
    assert.equal((await client.userinfo(tokens)).preferred_username, 'ada')
    assert.ok((await client.refresh(tokens)).access_token)
    assert.equal((await client.introspect(tokens.access_token)).active, true)
    await client.revoke(tokens.refresh_token)
  },
  async 'oidcc-prompt-none-logged-in' () {
    const { signIn } = await party()
    const first = (await signIn()).tokens.claims()
    const { seen, tokens } = await signIn({ prompt: 'none' })
    assert.deepEqual(seen, [])
    assert.equal(tokens.claims().sub, first.sub)
    assert.equal(tokens.claims().auth_time, first.auth_time)
  },
  async 'oidcc-prompt-login' () {
    const { signIn } = await party()
    await signIn()
    const again = (await signIn()).seen
    assert.deepEqual(again, [])
    assert.deepEqual((await signIn({ prompt: 'login' })).seen, ['Sign in'])
  },
  async 'oidcc-max-age-1' () {
    const { signIn } = await party()
    const first = (await signIn()).tokens.claims()
    await new Promise((resolve) => setTimeout(resolve, 2100)) // real time: a real program has no other
    const { seen, tokens } = await signIn({ max_age: 1 })
    assert.deepEqual(seen, ['Sign in'])
    assert.ok(tokens.claims().auth_time > first.auth_time)
  },
  async 'pages and cookies are those of a site behind TLS' () {
    const answer = await from('127.0.0.1').request(`${stage.issuer}/auth/sign-in?to=account`)
    assert.equal(answer.status, 200)
    assert.match(answer.headers['strict-transport-security'], /^max-age=\d{7,}/)
    const [cookie] = answer.headers['set-cookie']
    assert.match(cookie, /^__Host-latchkey-visit=/)
    assert.match(cookie, /; Secure/i)
    assert.match(cookie, /; HttpOnly/i)
  },
  async 'another name is not answered' () {
    const answer = await from('127.0.0.1').request(`${stage.issuer}/health/live`, { headers: { Host: 'evil.example' } })
    assert.ok([400, 421].includes(answer.status), String(answer.status))
    const forwarded = await from('127.0.0.1').request(`${stage.issuer}/health/live`, { headers: { 'X-Forwarded-Host': 'evil.example' } })
    assert.equal(forwarded.status, 200)
  },
  async 'nobody is local behind a proxy' () {
    const body = JSON.stringify({ redirect_uris: [redirect] })
    const answer = await from('127.0.0.1').request(`${stage.issuer}/oauth/register`, { method: 'POST', body, headers: { 'Content-Type': 'application/json' } })
    assert.equal(answer.status, 401)
  },
  async 'guesses are counted by the address of the client' () {
    const guess = async (address, headers = {}, site = stage.issuer) => {
      const body = new URLSearchParams({ grant_type: 'client_credentials', client_id: stage.client.client_id, client_secret: 'wrong' }).toString()
      return (await from(address).request(`${site}/oauth/token`, { method: 'POST', body, headers })).status
    }
    const exhaust = async (address, headers, site) => {
      for (let i = 0; i < 40; ++i) {
        const status = await guess(address, headers(i), site)
        if (status === 429) return i
        assert.equal(status, 401)
      }
      throw new Error(`${address} was never told to wait`)
    }
    assert.ok(await exhaust('127.0.0.2', () => ({})) >= 19)
    assert.equal(await guess('127.0.0.3'), 401)
    // What a client says of itself goes for nothing, through the proxy or past it.
    await exhaust('127.0.0.4', (i) => ({ 'X-Forwarded-For': `203.0.113.${i}`, Forwarded: `for=203.0.113.${i}` }))
    await exhaust('127.0.0.5', (i) => ({ Host: `${name}:${stage.outer}`, 'X-Forwarded-For': `198.51.100.${i}` }), `http://127.0.0.1:${stage.inner}`)
  },
  async 'the numbers are not for everybody' () {
    for (const path of ['/metrics', '/%6detrics', '/metrics?x=1']) {
      const answer = await from('127.0.0.1').request(stage.issuer + path)
      assert.equal(answer.status, 403, path)
      assert.equal(answer.headers['x-trace-id'], undefined, `${path} came through`)
    }
    const token = stage.authority('add-token', 'metrics').trim()
    const numbers = await from('127.0.0.1').request(`http://127.0.0.1:${stage.inner}/metrics`, { headers: { Authorization: `Bearer ${token}` } })
    for (const line of ['latchkey_breakers_open 0', 'latchkey_users 2', 'latchkey_tokens_issued_total{grant="refresh_token"} 1', 'latchkey_limiter_refused']) assert.ok(numbers.text.includes(line), line)
  },
  async 'the live feed comes through' () {
    const browser = from('127.0.0.1')
    let page = await enter(browser, await browser.go(`${stage.issuer}/account`), 'root')
    const key = /class="key">([A-Z2-7 ]+)</.exec(page.text)[1]
    page = await browser.submit(page, { code: totp(key) })
    assert.equal(titleOf(page), 'Keep these recovery codes')
    const upgrade = (origin) => browser.request(`${stage.issuer}/admin/live`, { headers: { Connection: 'Upgrade', Upgrade: 'websocket', Origin: origin, 'Sec-WebSocket-Version': '13', 'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==' } })
    assert.equal((await upgrade('https://evil.example')).status, 403)
    const live = await upgrade(stage.issuer)
    assert.equal(live.status, 101)
    assert.equal((await firstMessage(live)).type, 'counters')
  },
  async 'large bodies and slow heads end at the proxy or behind it' () {
    const answer = await from('127.0.0.1').request(`${stage.issuer}/oauth/token`, { method: 'POST', body: 'x='.padEnd(200 * 1024, 'y') })
    assert.equal(answer.status, 413)
  },
  async 'SIGTERM ends it in order' () {
    const [authority] = stage.running
    authority.kill('SIGTERM')
    await until('the end', () => authority.exitCode !== null)
    assert.equal(authority.exitCode, 0)
    assert.match(authority.said, /Ended in order/)
    const answer = await from('127.0.0.1').request(`${stage.issuer}/health/ready`)
    assert.ok(answer.status >= 502, String(answer.status))
  }
}

let failed = 0
try {
  await stage.open(proxy, join(process.env.EXAMPLES, example))
  for (const [what, run] of Object.entries(cases)) {
    try {
      await run()
      console.log(`pass ${what}`)
    } catch (failure) {
      ++failed
      console.log(`fail ${what}: ${failure?.stack ?? failure}`)
    }
  }
  if (failed) for (const child of stage.running) console.log(child.said)
} finally {
  await stage.close()
}
process.exit(failed ? 1 : 0)
