// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "references/documents/flatfiles.h"
#include "references/documents/json.h"
#include "references/documents/yaml.h"
#include "references/sops/metadata.h"
#include "references/sops/sealedvalue.h"
#include "targets.h"

using namespace references;

namespace {

bool isSame(const Documents &a, const Documents &b)
{
    return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin());
}

void readMetadata(const Node &root)
{
    if (const Node *const part = root.find("sops")) {
        if (const auto metadata = SopsMetadata::read(*part)) {
            const QByteArray time = metadata->lastModified();
            FUZZ_CHECK(!time.contains('.'));
            const auto back = unflattened(flattened(metadata->node()));
            Q_UNUSED(back)
        }
    }
}

} // namespace

//! The first byte chooses the format, so that one corpus serves the whole reader of SOPS files.
void fuzz::sopsReader(QByteArrayView bytes)
{
    if (bytes.isEmpty())
        return;
    const QByteArrayView text = bytes.sliced(1);
    switch (bytes.front()) {
    case 'j':
        if (const auto node = readJson(text)) {
            readMetadata(*node);
            const auto written = writeJson(*node);
            FUZZ_CHECK(written.has_value());
            const auto again = readJson(written->expose());
            // A float without a fraction comes back as an integer; the second time nothing changes.
            FUZZ_CHECK(again.has_value());
            const auto twice = writeJson(*again);
            FUZZ_CHECK(twice && twice->expose() == written->expose());
        }
        break;
    case 'e':
        if (const auto node = readDotenv(text)) {
            const auto flat = unflattened(*node);
            Q_UNUSED(flat)
            const auto written = writeDotenv(*node);
            if (written) {
                const auto again = readDotenv(written->expose());
                FUZZ_CHECK(again.has_value());
                FUZZ_CHECK(*again == *node);
            }
        }
        break;
    case 'i':
        if (const auto node = readIni(text)) {
            readMetadata(*node);
            if (const auto written = writeIni(*node))
                FUZZ_CHECK(readIni(written->expose()).has_value());
        }
        break;
    case 'v': {
        const auto value = openValue(text, base::Secret(QByteArray(32, 'k')), "a:");
        FUZZ_CHECK(!value || isSealedValue(text));
        break;
    }
    default:
        if (const auto documents = readYaml(text)) {
            readMetadata(documents->front());
            const base::Secret written = writeYaml(*documents);
            const auto again = readYaml(written.expose());
            FUZZ_CHECK(again.has_value());
            const base::Secret twice = writeYaml(*again);
            FUZZ_CHECK(twice.expose() == written.expose());
            FUZZ_CHECK(isSame(*readYaml(twice.expose()), *again));
        }
        break;
    }
}
