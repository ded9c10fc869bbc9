// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Cedar's own authorizer (cedar-wasm) behind lines of JSON: one question a line on standard input, one
// answer a line on standard output, the end of the input is the end. See README.md.

import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { setFlagsFromString } from 'node:v8';

// Node 20 (V8 11.3) dies in its deoptimizer after some ten thousand inlined calls into WebAssembly.
setFlagsFromString('--no-turbo-inline-js-wasm-calls');

const cedar = createRequire(import.meta.url)('@cedar-policy/cedar-wasm/nodejs');

const sentences = (errors) => errors.map((error) => error.message).join('; ');

function parse({ policies }) {
  const answer = cedar.checkParsePolicySet({ staticPolicies: policies });
  return answer.type === 'success' ? { parses: true } : { parses: false, error: sentences(answer.errors) };
}

function decide({ policies, entities, requests }) {
  const answers = requests.map((request) => {
    const answer = cedar.isAuthorized({ ...request, policies: { staticPolicies: policies }, entities });
    if (answer.type !== 'success') return { error: sentences(answer.errors) };
    const { decision, diagnostics } = answer.response;
    return {
      decision,
      reason: diagnostics.reason,
      errors: diagnostics.errors.map((error) => error.policyId),
      messages: diagnostics.errors.map((error) => `${error.policyId}: ${error.error.message}`),
    };
  });
  return { answers };
}

// Nanoseconds a decision, at cedar-wasm's best: policies parsed beforehand. Entities cross with each call.
function bench({ policies, entities, requests, seconds }) {
  const ready = cedar.preparsePolicySet('bench', { staticPolicies: policies });
  if (ready.type !== 'success') return { error: sentences(ready.errors) };
  const call = (request) =>
    cedar.statefulIsAuthorized({ ...request, preparsedPolicySetId: 'bench', validateRequest: false, entities });
  const first = call(requests[0]);
  if (first.type !== 'success') return { error: sentences(first.errors) };
  let count = 0;
  const begin = process.hrtime.bigint();
  const end = begin + BigInt(Math.round(seconds * 1e9));
  while (process.hrtime.bigint() < end) {
    call(requests[count % requests.length]);
    count += 1;
  }
  return { nanoseconds: Number(process.hrtime.bigint() - begin) / count, count };
}

const operations = { parse, decide, bench };
for await (const line of createInterface({ input: process.stdin })) {
  const question = JSON.parse(line);
  let answer;
  try {
    answer = operations[question.op](question);
  } catch (error) {
    answer = { error: String(error) };
  }
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
