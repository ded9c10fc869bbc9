/* SPDX-FileCopyrightText: 2026 The Latchkey authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <latchkey.h>

#include <stdio.h>

int main(void)
{
    latchkey_error error;
    char *token = NULL;
    latchkey_client *client = latchkey_connect(NULL, 0, &error);
    if (!client) {
        printf("%s\n", latchkey_code_name(error.code));
        return 1;
    }
    if (latchkey_token(client, "github", "work", -1, &token, NULL, &error) == LATCHKEY_OK)
        printf("%s\n", token);
    else
        printf("%s\n", error.message);
    latchkey_free(token);
    latchkey_close(client);
    return 0;
}
