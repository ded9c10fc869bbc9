// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/toml.h"
#include "base/tomleditor.h"
#include "targets.h"

void fuzz::tomlEdit(QByteArrayView bytes)
{
    const QString name = QStringLiteral("x.toml");
    const QString key = QStringLiteral("fuzz");
    const QByteArray text = bytes.toByteArray();
    const auto before = base::parseToml(text, name);
    auto editor = base::TomlEditor::open(text, name);
    FUZZ_CHECK(before.has_value() == editor.has_value());
    if (!editor || before->contains(key))
        return;

    FUZZ_CHECK(editor->set({}, key, QStringLiteral("1")));
    const auto after = base::parseToml(editor->text(), name);
    FUZZ_CHECK(after && after->size() == before->size() + 1);
    FUZZ_CHECK(*base::tomlInteger(*after, key, name) == 1);
    FUZZ_CHECK(editor->remove({}, key));
    FUZZ_CHECK(base::parseToml(editor->text(), name)->size() == before->size());

    for (auto it = before->cbegin(); it != before->cend(); ++it) {
        const QString written = base::tomlKey(it.key());
        for (qsizetype blocks = editor->blocks(written); blocks > 0; --blocks) {
            FUZZ_CHECK(editor->setIn(written, 0, key, QStringLiteral("'x'")));
            FUZZ_CHECK(editor->findBlock(written, {{key, QStringLiteral("x")}}) == 0);
            FUZZ_CHECK(editor->removeBlock(written, 0));
        }
        FUZZ_CHECK(editor->remove({}, written));
        FUZZ_CHECK(!base::parseToml(editor->text(), name)->contains(it.key()));
    }
}
