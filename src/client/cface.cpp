// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <latchkey.h>
#include <latchkey/client.h>
#include <new>

//! The C face over the C++ client: no exception leaves it.
struct latchkey_client
{
    latchkey::Client client;
};

namespace {

using latchkey::Error;
using latchkey::ErrorCode;
using latchkey::Json;
using latchkey::Result;

static_assert(static_cast<int>(ErrorCode::Internal) + 1 == LATCHKEY_INTERNAL);
static_assert(static_cast<int>(ErrorCode::SignInRequired) + 1 == LATCHKEY_SIGN_IN_REQUIRED);
static_assert(static_cast<int>(ErrorCode::Cancelled) + 1 == LATCHKEY_CANCELLED);
static_assert(static_cast<int>(ErrorCode::Busy) + 1 == LATCHKEY_BUSY);

void copy(std::string_view text, char *place, std::size_t size)
{
    std::size_t length = std::min(text.size(), size - 1);
    // Not in the middle of a character.
    while (length > 0 && length < text.size()
           && (static_cast<unsigned char>(text[length]) & 0xc0U) == 0x80U)
        --length;
    std::memcpy(place, text.data(), length);
    place[length] = '\0';
}

latchkey_code put(const Error &from, latchkey_error *to)
{
    const auto code = static_cast<latchkey_code>(static_cast<int>(from.code) + 1);
    if (to) {
        to->code = code;
        to->retryable = from.retryable ? 1 : 0;
        copy(from.message, to->message, sizeof to->message);
        copy(from.remedy, to->remedy, sizeof to->remedy);
    }
    return code;
}

char *newText(std::string_view text)
{
    auto *copied = static_cast<char *>(std::malloc(text.size() + 1));
    if (!copied)
        throw std::bad_alloc();
    std::memcpy(copied, text.data(), text.size());
    copied[text.size()] = '\0';
    return copied;
}

std::string_view textOf(const char *text)
{
    return text ? std::string_view(text) : std::string_view();
}

//! Runs \a work, which returns a code; an exception becomes an error.
template<typename Work>
latchkey_code guarded(latchkey_error *error, const Work &work)
{
    if (error)
        *error = {};
    try {
        return work();
    } catch (const std::exception &) {
        return put({ErrorCode::Internal, "There is not enough memory.", {}, true}, error);
    }
}

} // namespace

latchkey_client *latchkey_connect(const char *socket, int timeout_ms, latchkey_error *error)
{
    latchkey_client *made = nullptr;
    guarded(error, [&] {
        latchkey::Options options;
        options.socket = textOf(socket);
        if (timeout_ms < 0)
            options.timeout.reset();
        else if (timeout_ms > 0)
            options.timeout = latchkey::Milliseconds(timeout_ms);
        auto client = latchkey::Client::connect(std::move(options));
        if (!client)
            return put(client.error(), error);
        made = new latchkey_client{std::move(*client)};
        return LATCHKEY_OK;
    });
    return made;
}

void latchkey_close(latchkey_client *client)
{
    delete client;
}

latchkey_code latchkey_token(latchkey_client *client,
                             const char *service,
                             const char *account,
                             int64_t min_valid_seconds,
                             char **token,
                             int64_t *expires_in,
                             latchkey_error *error)
{
    return guarded(error, [&] {
        latchkey::TokenWish wish;
        if (min_valid_seconds >= 0)
            wish.minValidSeconds = min_valid_seconds;
        const auto answer = client->client.token(textOf(service), textOf(account), wish);
        if (!answer)
            return put(answer.error(), error);
        *token = newText(answer->value.expose());
        if (expires_in)
            *expires_in = answer->expiresIn.value_or(-1);
        return LATCHKEY_OK;
    });
}

latchkey_code latchkey_resolve(latchkey_client *client,
                               const char *reference,
                               char **value,
                               latchkey_error *error)
{
    return guarded(error, [&] {
        const auto answer = client->client.resolve(textOf(reference));
        if (!answer)
            return put(answer.error(), error);
        *value = newText(answer->expose());
        return LATCHKEY_OK;
    });
}

latchkey_code latchkey_call(latchkey_client *client,
                            const char *method,
                            const char *params,
                            char **result,
                            latchkey_error *error)
{
    return guarded(error, [&] {
        const auto given = params ? Json::read(params) : Result<Json>(Json::object());
        if (!given)
            return put({ErrorCode::InvalidInput, "The parameters are not JSON.", {}, false}, error);
        const auto answer = client->client.call(textOf(method), *given);
        if (!answer)
            return put(answer.error(), error);
        *result = newText(answer->written());
        return LATCHKEY_OK;
    });
}

latchkey_code latchkey_notice(latchkey_client *client,
                              int timeout_ms,
                              char **notice,
                              latchkey_error *error)
{
    return guarded(error, [&] {
        std::optional<latchkey::Milliseconds> timeout;
        if (timeout_ms >= 0)
            timeout = latchkey::Milliseconds(timeout_ms);
        auto said = client->client.notice(timeout);
        if (!said)
            return put(said.error(), error);
        Json whole;
        whole.set("method", said->method).set("params", std::move(said->params));
        *notice = newText(whole.written());
        return LATCHKEY_OK;
    });
}

void latchkey_free(char *text)
{
    if (text)
        latchkey::wipe(text, std::strlen(text));
    std::free(text);
}

const char *latchkey_code_name(latchkey_code code)
{
    // The names are literals, so they end with a zero.
    if (code >= LATCHKEY_INTERNAL && code <= LATCHKEY_BUSY)
        return latchkey::nameOf(static_cast<ErrorCode>(static_cast<int>(code) - 1)).data();
    return "ok";
}

size_t latchkey_socket_path(char *path, size_t size)
{
    try {
        const std::string usual = latchkey::socketPath();
        if (path && size > 0)
            copy(usual, path, size);
        return usual.size();
    } catch (const std::exception &) {
        return 0;
    }
}
