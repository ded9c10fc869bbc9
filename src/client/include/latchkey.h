/* SPDX-FileCopyrightText: 2026 The Latchkey authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <stddef.h>
#include <stdint.h>

/* The client of Latchkey's agent for C. One client is for one thread. Text that a function hands
 * out belongs to the caller until latchkey_free(), which overwrites it first. */

#ifdef __cplusplus
extern "C" {
#endif

typedef struct latchkey_client latchkey_client;

/* What went wrong. latchkey_code_name() gives the names of the wire: "not_found". */
typedef enum latchkey_code {
    LATCHKEY_OK = 0,
    LATCHKEY_INTERNAL = 1,
    LATCHKEY_INVALID_INPUT = 2,
    LATCHKEY_NOT_FOUND = 3,
    LATCHKEY_LOCKED = 4,
    LATCHKEY_DENIED = 5,
    LATCHKEY_SIGN_IN_REQUIRED = 6,
    LATCHKEY_EXPIRED = 7,
    LATCHKEY_UNREACHABLE = 8,
    LATCHKEY_TIMED_OUT = 9,
    LATCHKEY_TOOL_FAILED = 10,
    LATCHKEY_CONFLICT = 11,
    LATCHKEY_CORRUPT = 12,
    LATCHKEY_UNSUPPORTED = 13,
    LATCHKEY_CANCELLED = 14,
    LATCHKEY_NO_AGENT = 15,
    LATCHKEY_BUSY = 16
} latchkey_code;

/* Filled by the function that fails; may be NULL where nobody reads it. */
typedef struct latchkey_error
{
    latchkey_code code;
    int retryable;
    char message[512];
    char remedy[512];
} latchkey_error;

/* Connects to the agent. socket: NULL for the usual one. timeout_ms: how long a call may take; 0
 * for 120 s, negative for ever. NULL: see error. */
latchkey_client *latchkey_connect(const char *socket, int timeout_ms, latchkey_error *error);
void latchkey_close(latchkey_client *client);

/* A token or key that is good for min_valid_seconds (negative: the agent's 60). expires_in may be
 * NULL; it gets the seconds that are left, or -1 where there is no end. */
latchkey_code latchkey_token(latchkey_client *client,
                             const char *service,
                             const char *account,
                             int64_t min_valid_seconds,
                             char **token,
                             int64_t *expires_in,
                             latchkey_error *error);

/* The value of auth://service/account/type, of ref+..., or of a text with such references. */
latchkey_code latchkey_resolve(latchkey_client *client,
                               const char *reference,
                               char **value,
                               latchkey_error *error);

/* Any method, with JSON in and out. params: NULL for none. */
latchkey_code latchkey_call(latchkey_client *client,
                            const char *method,
                            const char *params,
                            char **result,
                            latchkey_error *error);

/* Waits at most timeout_ms (negative: for ever) for what the agent says by itself after the method
 * "subscribe": {"method":"event","params":{...}}. */
latchkey_code latchkey_notice(latchkey_client *client,
                              int timeout_ms,
                              char **notice,
                              latchkey_error *error);

/* Overwrites and frees; NULL does nothing. */
void latchkey_free(char *text);

const char *latchkey_code_name(latchkey_code code);

/* The usual socket. Returns the length of the path; more than size - 1: it was cut. */
size_t latchkey_socket_path(char *path, size_t size);

#ifdef __cplusplus
}
#endif
