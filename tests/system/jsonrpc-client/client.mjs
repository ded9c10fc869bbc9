// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
// json-rpc-2.0 against the agent's socket: node client.mjs SOCKET. Says "ok" or what was wrong.
import assert from 'node:assert/strict';
import net from 'node:net';
import readline from 'node:readline';
import {JSONRPCClient, JSONRPCErrorException, createJSONRPCRequest} from 'json-rpc-2.0';

const socket = net.connect(process.argv[2]);
const events = [];
const client = new JSONRPCClient(async (payload) => {
  socket.write(JSON.stringify(payload) + '\n');
});
readline.createInterface({input: socket}).on('line', (line) => {
  const message = JSON.parse(line);
  if (Array.isArray(message) || 'id' in message) client.receive(message);
  else events.push(message);
});

// A hang is told by where it was.
let at = 'connect';
setTimeout(() => {
  console.error(`hangs at ${at}`);
  process.exit(1);
}, 20000).unref();

const failure = async (promise) => {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error('should have failed');
};

const named = await client.request('get_token', {service: 'github', account: 'work'});
assert.equal(named.token, 'token-of-github/work');
const positional = await client.request('get_token', ['github', 'work', 60]);
assert.deepEqual(positional, named);

const missing = await failure(client.request('get_token', ['spotify', 'unknown']));
assert(missing instanceof JSONRPCErrorException);
assert.equal(missing.code, -32001);
assert.equal(missing.data.code, 'not_found');
assert.equal((await failure(client.request('no_such_method'))).code, -32601);
assert.equal((await failure(client.request('get_token', {service: 5}))).code, -32602);

at = 'batch';
// A batch: answers are found by id, whatever their order.
const batch = await client.requestAdvanced([
  createJSONRPCRequest('a', 'status'),
  createJSONRPCRequest('b', 'list_accounts', {service: 'aws'}),
  createJSONRPCRequest('c', 'no_such_method'),
]);
assert.equal(batch.length, 3);
const byId = Object.fromEntries(batch.map((answer) => [answer.id, answer]));
assert.equal(byId.a.result.version, '1.2.3');
assert.equal(byId.b.result.accounts.length, 3);
assert.equal(byId.c.error.code, -32601);

at = 'hundred';
// A hundred at once on one connection.
const many = await Promise.all(
  Array.from({length: 100}, () => client.request('get_token', ['github', 'work'])));
assert(many.every((answer) => answer.token === named.token));

at = 'notifications';
// Notifications: never answered; what they did is told to who has subscribed.
assert.deepEqual((await client.request('subscribe', {topics: ['lock']})).subscribed, ['lock']);
client.notify('lock');
while (events.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
assert.equal(events[0].method, 'event');
assert.equal(events[0].params.state, 'locked');

console.log('ok');
socket.end();
