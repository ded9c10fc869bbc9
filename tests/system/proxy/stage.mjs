// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The authority and a reverse proxy as real programs, with the configuration that the documents show.
import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, connect } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'

export const name = 'auth.example.org'
export const password = 'seven-otters-juggle-quartz'

const paths = [...process.env.PATH.split(delimiter), '/usr/sbin', '/sbin']
export const programOf = (program) => paths.map((path) => join(path, program)).find(existsSync)

export async function freePort () {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.on('listening', resolve))
  const { port } = server.address()
  await new Promise((resolve) => server.close(resolve))
  return port
}

export async function until (what, question) {
  const end = Date.now() + 60000
  while (Date.now() < end) {
    if (await question()) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`${what} did not happen in a minute`)
}

const listens = (port) => new Promise((resolve) => {
  const socket = connect(port, '127.0.0.1')
  socket.on('connect', () => { socket.destroy(); resolve(true) })
  socket.on('error', () => resolve(false))
})

export class Stage {
  constructor (program) {
    this.program = program
    this.folder = mkdtempSync(join(tmpdir(), 'latchkey-proxy-'))
    this.running = []
    for (const part of ['config', 'data', 'run', 'state', 'cache']) mkdirSync(join(this.folder, part), { mode: 0o700 })
    this.environment = {
      PATH: process.env.PATH,
      HOME: this.folder,
      LC_ALL: 'C.UTF-8',
      XDG_CONFIG_HOME: join(this.folder, 'config'),
      XDG_DATA_HOME: join(this.folder, 'data'),
      XDG_RUNTIME_DIR: join(this.folder, 'run'),
      XDG_STATE_HOME: join(this.folder, 'state'),
      XDG_CACHE_HOME: join(this.folder, 'cache'),
      LATCHKEY_STORE_KIND: 'age_file'
    }
  }

  start (program, args, environment = this.environment) {
    const child = spawn(program, args, { env: environment, stdio: ['ignore', 'ignore', 'pipe'], cwd: this.folder })
    child.said = ''
    child.stderr.on('data', (text) => { child.said += text })
    this.running.push(child)
    return child
  }

  authority (...words) {
    return execFileSync(this.program, ['authority', ...words], { env: this.environment, input: password + '\n', encoding: 'utf8', stdio: ['pipe', 'pipe', 'inherit'] })
  }

  async open (proxy, example) {
    this.inner = await freePort()
    this.outer = await freePort()
    this.issuer = `https://${name}:${this.outer}`
    this.certify()
    this.authority('add-user', 'ada')
    this.authority('add-user', 'root', '--role', 'admin')
    this.client = JSON.parse(this.authority('add-client', 'Ledger', '--redirect', 'http://127.0.0.1/callback', '--confidential'))
    const child = this.start(this.program, ['authority', 'serve', '--port', String(this.inner), '--public-url', this.issuer, '--trusted-proxy', '127.0.0.1'])
    await until('the authority', () => { if (child.exitCode !== null) throw new Error(child.said); return listens(this.inner) })
    const front = this.start(...(proxy === 'nginx' ? this.nginx(example) : this.haproxy(example)))
    await until(proxy, () => { if (front.exitCode !== null) throw new Error(front.said); return listens(this.outer) })
  }

  certify () {
    const file = (end) => join(this.folder, `${name}.${end}`)
    execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2', '-subj', `/CN=${name}`, '-addext', `subjectAltName=DNS:${name}`, '-keyout', file('key'), '-out', file('crt')], { stdio: 'ignore' })
    this.ca = readFileSync(file('crt'))
    writeFileSync(file('pem'), Buffer.concat([this.ca, readFileSync(file('key'))]), { mode: 0o600 })
  }

  // The example as it stands but for ports and paths, which a test cannot have.
  filled (example, changes) {
    let text = readFileSync(example, 'utf8')
    for (const [there, here] of [...changes, ['127.0.0.1:7420', `127.0.0.1:${this.inner}`]]) {
      if (!text.includes(there)) throw new Error(`${example} does not have: ${there}`)
      text = text.replaceAll(there, here)
    }
    return text
  }

  nginx (example) {
    const text = this.filled(example, [
      ['listen 443 ssl', `listen 127.0.0.1:${this.outer} ssl`],
      ['/etc/ssl/auth.example.org.pem', join(this.folder, `${name}.crt`)],
      ['/etc/ssl/private/auth.example.org.key', join(this.folder, `${name}.key`)]])
    const own = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((kind) => `${kind}_temp_path ${this.folder}/${kind};`).join(' ')
    // nginx as root would drop to a user who may not read the key.
    const user = process.getuid() === 0 ? 'user root;' : ''
    writeFileSync(join(this.folder, 'nginx.conf'), `daemon off; ${user} pid ${this.folder}/nginx.pid; error_log stderr warn; events {}\nhttp { access_log off; ${own}\n${text}}\n`)
    return [programOf('nginx'), ['-p', this.folder, '-e', 'stderr', '-c', join(this.folder, 'nginx.conf')]]
  }

  haproxy (example) {
    const text = this.filled(example, [
      ['bind :443', `bind 127.0.0.1:${this.outer}`],
      ['/etc/ssl/private/auth.example.org.pem', join(this.folder, `${name}.pem`)]])
    writeFileSync(join(this.folder, 'haproxy.cfg'), text)
    return [programOf('haproxy'), ['-db', '-f', join(this.folder, 'haproxy.cfg')]]
  }

  async close () {
    for (const child of this.running.reverse()) {
      child.kill('SIGTERM')
      if (child.exitCode === null && child.signalCode === null) await new Promise((resolve) => child.on('exit', resolve))
    }
    rmSync(this.folder, { recursive: true, force: true })
  }
}
