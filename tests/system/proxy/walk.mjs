// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A browser without a screen: cookies, forms and redirects over TLS, from an address of one's choice.
import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import http from 'node:http'
import https from 'node:https'

export class Browser {
  constructor (options) {
    this.options = options // ca, from: 127.0.0.x
    this.cookies = new Map()
  }

  request (url, { method = 'GET', headers = {}, body } = {}) {
    const target = new URL(url)
    const jar = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    return new Promise((resolve, reject) => {
      const sent = (target.protocol === 'https:' ? https : http).request(target, {
        method,
        ca: this.options.ca,
        servername: target.hostname,
        localAddress: this.options.from,
        lookup: (_name, _options, found) => _options.all ? found(null, [{ address: '127.0.0.1', family: 4 }]) : found(null, '127.0.0.1', 4),
        headers: { ...(jar ? { Cookie: jar } : {}), ...(body === undefined ? {} : { 'Content-Type': 'application/x-www-form-urlencoded', 'Content-Length': Buffer.byteLength(body) }), ...headers },
        agent: false,
        timeout: 20000
      }, (answer) => {
        const parts = []
        answer.on('data', (part) => parts.push(part))
        answer.on('end', () => {
          for (const cookie of answer.headers['set-cookie'] ?? []) {
            const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie)
            if (/max-age=0/i.test(cookie)) this.cookies.delete(name)
            else this.cookies.set(name, value)
          }
          resolve({ status: answer.statusCode, headers: answer.headers, text: Buffer.concat(parts).toString() })
        })
      })
      sent.on('upgrade', (answer, socket, head) => resolve({ status: answer.statusCode, headers: answer.headers, socket, head }))
      sent.on('timeout', () => sent.destroy(new Error(`${method} ${url} took too long`)))
      sent.on('error', reject)
      sent.end(body)
    })
  }

  // Follows redirects as long as they stay on this site.
  async go (url, init) {
    let answer = await this.request(url, init)
    let at = new URL(url)
    while (answer.status === 303) {
      const next = new URL(answer.headers.location, at)
      if (next.origin !== at.origin) return { ...answer, url: at.href, away: next.href }
      at = next
      answer = await this.request(at)
    }
    return { ...answer, url: at.href }
  }

  // Fills the first form of a page in.
  submit (page, fields) {
    const action = /<form method="post" action="([^"]+)"/.exec(page.text)[1].replaceAll('&amp;', '&')
    const hidden = [...page.text.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)]
    const body = new URLSearchParams([...hidden.map(([, name, value]) => [name, value]), ...Object.entries(fields)])
    const target = new URL(action, page.url)
    return this.go(target, { method: 'POST', body: body.toString(), headers: { Origin: target.origin, 'Sec-Fetch-Site': 'same-origin' } })
  }
}

export const titleOf = (page) => /<h1>(.*?)<\/h1>/.exec(page.text)?.[1]

// RFC 6238 by somebody else than the product.
export function totp (key, now = Date.now()) {
  const bits = [...key.replaceAll(' ', '')].map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0')).join('')
  const secret = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(now / 30000)))
  const digest = createHmac('sha1', secret).update(counter).digest()
  return String((digest.readUInt32BE(digest[19] & 15) & 0x7fffffff) % 1000000).padStart(6, '0')
}

// The first text message of a WebSocket.
export function firstMessage ({ socket, head }) {
  return new Promise((resolve, reject) => {
    let bytes = head
    const look = () => {
      if (bytes.length < 4) return
      const short = bytes[1] & 127
      const length = short === 126 ? bytes.readUInt16BE(2) : short
      const begin = short === 126 ? 4 : 2
      if (bytes.length < begin + length) return
      assert.equal(bytes[0], 0x81)
      socket.destroy()
      resolve(JSON.parse(bytes.subarray(begin, begin + length)))
    }
    socket.on('data', (part) => { bytes = Buffer.concat([bytes, part]); look() })
    socket.on('error', reject)
    socket.setTimeout(20000, () => reject(new Error('no message came')))
    look()
  })
}
