// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/doors/dotenv.h"
#include "cli/doors/gitcredential.h"
#include "cli/doors/mask.h"
#include "cli/doors/template.h"
#include "targets.h"

namespace {

std::string_view view(QByteArrayView bytes)
{
    return {bytes.data(), static_cast<std::size_t>(bytes.size())};
}

} // namespace

void fuzz::gitRequest(QByteArrayView bytes)
{
    const auto request = cli::GitRequest::read(view(bytes));
    if (!request)
        return;
    const std::string_view breaks("\0\r\n", 3);
    for (const std::string *const each : {&request->protocol,
                                          &request->host,
                                          &request->path,
                                          &request->username,
                                          &request->account})
        FUZZ_CHECK(each->find_first_of(breaks) == std::string::npos);
    // An answer has one line for each thing it says, whatever was asked.
    latchkey::Account account;
    account.service = "github";
    account.account = "work";
    account.kind = "oauth";
    const auto answer = cli::gitAnswer(*request, account, "TOKEN", 1);
    FUZZ_CHECK(answer.hasValue());
    const std::string_view text(*answer);
    FUZZ_CHECK(text.ends_with("password_expiry_utc=1\n"));
    FUZZ_CHECK(text.find("\n\n") == std::string_view::npos);
    // A host is a host as a whole.
    const cli::GitChoice choice = cli::chooseAccount(*request, {account}, {});
    const std::string host = request->hostName();
    if (choice.how == cli::GitChoice::How::One)
        FUZZ_CHECK(host == "github" || host == "github.com" || host == "gist.github.com"
                   || host.ends_with(".ghe.com"));
}

void fuzz::dotenv(QByteArrayView bytes)
{
    const auto variables = cli::readDotenv(view(bytes));
    if (!variables) {
        FUZZ_CHECK(variables.error().code == latchkey::ErrorCode::InvalidInput);
        return;
    }
    for (std::size_t i = 0; i < variables->size(); ++i) {
        const cli::Variable &variable = (*variables)[i];
        FUZZ_CHECK(cli::isVariableName(variable.name));
        FUZZ_CHECK(variable.line > 0);
        FUZZ_CHECK(variable.value.expose().find('\0') == std::string_view::npos);
        for (std::size_t j = 0; j < i; ++j)
            FUZZ_CHECK((*variables)[j].name != variable.name);
    }
}

void fuzz::templateText(QByteArrayView bytes)
{
    const std::string_view text = view(bytes);
    const auto pieces = cli::splitTemplate(text);
    if (!pieces)
        return;
    // Words and references, in their order, with nothing lost but braces and blanks.
    const char *at = text.data();
    for (const cli::TemplatePiece &piece : *pieces) {
        FUZZ_CHECK(piece.text.data() >= at);
        FUZZ_CHECK(piece.line > 0 && piece.column > 0);
        at = piece.text.data() + piece.text.size();
    }
    FUZZ_CHECK(at <= text.data() + text.size());
    if (pieces->size() == 1 && !pieces->front().isReference)
        FUZZ_CHECK(pieces->front().text == text);
}

void fuzz::mask(QByteArrayView bytes)
{
    // The first line is the value, the rest the output.
    const std::string_view text = view(bytes);
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos || end < cli::shortestMasked || end > 64)
        return;
    const std::string_view value = text.substr(0, end);
    if (value.find('*') != std::string_view::npos)
        return;
    const std::string_view output = text.substr(end + 1);
    const cli::MaskWords words(cli::spellingsOf(value));
    cli::Mask whole(words);
    std::string shown = whole.pass(output);
    shown += whole.end();
    FUZZ_CHECK(shown.find(value) == std::string::npos);
    cli::Mask pieces(words);
    std::string again;
    for (const char c : output)
        again += pieces.pass(std::string_view(&c, 1));
    again += pieces.end();
    FUZZ_CHECK(again == shown);
}
