// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdio>
#include <latchkey/client.h>

int main()
{
    auto client = latchkey::Client::connect();
    if (!client) {
        std::printf("%s\n", std::string(latchkey::nameOf(client.error().code)).c_str());
        return 1;
    }
    const auto token = client->token("github", "work");
    std::printf("%s\n", token ? token->value.exposeText() : token.error().message.c_str());
    return token ? 0 : 1;
}
