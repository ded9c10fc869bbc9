// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/redactor.h"
#include "base/secret.h"
#include "base/settings.h"
#include "base/tomleditor.h"
#include "core/settingspecs.h"
#include "core/tokenset.h"
#include "figures.h"

using namespace std::chrono_literals;

namespace {

void secretClone(benchmark::State &state)
{
    const base::Secret secret(QByteArray(1500, 'x'));
    for ([[maybe_unused]] auto _ : state)
        benchmark::DoNotOptimize(secret.clone());
}
BENCHMARK(secretClone);

void tokenSetParse(benchmark::State &state)
{
    core::TokenSet set;
    set.accessToken = base::Secret(QByteArray(1500, 'a'));
    set.refreshToken = base::Secret(QByteArray(200, 'r'));
    set.expiresAt = QDateTime({2026, 11, 22}, {13, 0}, Qt::UTC);
    set.scopes = {QStringLiteral("openid"), QStringLiteral("profile")};
    const base::Secret entry = set.serialized();
    for ([[maybe_unused]] auto _ : state)
        benchmark::DoNotOptimize(core::TokenSet::parse(entry));
    allow(state, 100us);
}
BENCHMARK(tokenSetParse);

void settingsLookup(benchmark::State &state)
{
    const base::Settings settings(core::settingSpecs(), {});
    const QString key = core::setting::clipboardSeconds;
    for ([[maybe_unused]] auto _ : state)
        benchmark::DoNotOptimize(settings.number(key));
    allow(state, 1us);
}
BENCHMARK(settingsLookup);

void redactLogLine(benchmark::State &state)
{
    const QString line =
        QStringLiteral("refresh of github/work: POST https://github.com/login/oauth/"
                       "access_token answered 200 in 312 ms, the token lasts 8 h");
    for ([[maybe_unused]] auto _ : state)
        benchmark::DoNotOptimize(base::redacted(line));
    allow(state, 50us);
}
BENCHMARK(redactLogLine);

void editTomlOfManyBlocks(benchmark::State &state)
{
    QByteArray text;
    for (int i = 0; i < state.range(0); ++i)
        text +=
            "[[accounts]]\nservice = \"github\"\naccount = \"" + QByteArray::number(i) + "\"\n\n";
    auto editor = base::TomlEditor::open(text, QStringLiteral("accounts.toml"));
    if (!editor) {
        state.SkipWithError("the text is wrong");
        return;
    }
    const QString label = QStringLiteral("label");
    qint64 round = 0;
    for ([[maybe_unused]] auto _ : state) {
        const auto done = editor->setIn(
            QStringLiteral("accounts"), state.range(0) / 2, label, QString::number(++round));
        if (!done)
            state.SkipWithError(qPrintable(done.error().message));
    }
}
BENCHMARK(editTomlOfManyBlocks)->Arg(40)->Arg(1000);

} // namespace
