// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <cstdio>
#include <cstdlib>

//! The entry points of the fuzzers, one a parser of outside bytes. Each is a plain function, so
//! that libFuzzer can call it with what it makes up and every test run with the committed corpus.
namespace fuzz {

void callbackRequest(QByteArrayView bytes);
void tokenReply(QByteArrayView bytes);
void accountsFile(QByteArrayView bytes);
void providerFile(QByteArrayView bytes);
void ageHeader(QByteArrayView bytes);
void tomlEdit(QByteArrayView bytes);
void redactor(QByteArrayView bytes);
void requestHead(QByteArrayView bytes);
void cedarPolicy(QByteArrayView bytes);
void reference(QByteArrayView bytes);
void valsText(QByteArrayView bytes);
void sopsReader(QByteArrayView bytes);
void authorizeRequest(QByteArrayView bytes);
void clientMetadata(QByteArrayView bytes);
void clientProof(QByteArrayView bytes);
void rpcRequest(QByteArrayView bytes);
void oidcAgentRequest(QByteArrayView bytes);
void consentRule(QByteArrayView bytes);
void commandLine(QByteArrayView bytes);
void gitRequest(QByteArrayView bytes);
void dotenv(QByteArrayView bytes);
void templateText(QByteArrayView bytes);
void mask(QByteArrayView bytes);

} // namespace fuzz

//! What has to hold for every input; a fuzzer reports it as a crash.
#define FUZZ_CHECK(condition)                                                                   \
    do {                                                                                        \
        if (!(condition)) {                                                                     \
            std::fprintf(stderr, "%s:%d: does not hold: %s\n", __FILE__, __LINE__, #condition); \
            std::abort();                                                                       \
        }                                                                                       \
    } while (false)
