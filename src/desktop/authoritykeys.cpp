// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/authoritykeys.h"

#include "tray/phrases.h"

namespace desktop {

using tray::Phrases;
using Stage = core::AuthorityKey::State;

AuthorityKeys::AuthorityKeys(core::AuthorityService &authority,
                             const base::Clock &clock,
                             QObject *parent)
    : AuthorityList(parent)
    , m_authority(authority)
    , m_clock(clock)
{}

int AuthorityKeys::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant AuthorityKeys::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const core::AuthorityKey &key = m_rows[index.row()];
    const auto wordsOf = [](Stage stage) {
        switch (stage) {
        case Stage::Next:
            return tr("Next");
        case Stage::Active:
            return tr("Signs");
        case Stage::Retiring:
            return tr("Retiring");
        case Stage::Revoked:
            return tr("Revoked");
        }
        Q_UNREACHABLE();
    };
    switch (role) {
    case KeyIdRole:
        return key.id;
    case Qt::DisplayRole:
    case AlgorithmRole:
        return key.algorithm;
    case StageRole:
        return core::nameOf(key.state);
    case StageWordsRole:
        return wordsOf(key.state);
    case WhenRole:
        return whenOf(key);
    case FromRole:
        return placeOf(key.createdAt);
    case SignsRole:
        return placeOf(key.activeAt);
    case RetiresRole:
        return placeOf(key.retiringAt.isValid() ? key.retiringAt : m_last);
    case GoneRole:
        return placeOf(key.goneAt.isValid() ? key.goneAt : m_last);
    default:
        return {};
    }
}

QHash<int, QByteArray> AuthorityKeys::roleNames() const
{
    return {{KeyIdRole, "keyId"},
            {AlgorithmRole, "algorithm"},
            {StageRole, "stage"},
            {StageWordsRole, "stageWords"},
            {WhenRole, "when"},
            {FromRole, "from"},
            {SignsRole, "signs"},
            {RetiresRole, "retires"},
            {GoneRole, "gone"}};
}

QString AuthorityKeys::whenOf(const core::AuthorityKey &key) const
{
    const QDateTime now = m_clock.now();
    switch (key.state) {
    case Stage::Next:
        return tr("published; signs %1", "then 'in 5 h'")
            .arg(Phrases::until(key.activeAt, now).text);
    case Stage::Active:
        return tr("began %1", "then '3 h ago'").arg(Phrases::since(key.activeAt, now).text);
    case Stage::Retiring:
        return key.goneAt.isValid() ? tr("still verifies; gone %1", "then 'in 5 h'")
                                          .arg(Phrases::until(key.goneAt, now).text)
                                    : tr("still verifies");
    case Stage::Revoked:
        return tr("verifies nothing any more");
    }
    Q_UNREACHABLE();
}

QString AuthorityKeys::nextWords() const
{
    const QDateTime next = m_authority.status().nextRollOver;
    if (!next.isValid())
        return {};
    return tr("Next roll-over %1", "then 'in 5 h 12 min'")
        .arg(Phrases::until(next, m_clock.now()).text);
}

QString AuthorityKeys::firstWords() const
{
    return m_first.isValid() ? Phrases::since(m_first, m_clock.now()).text : QString();
}

QString AuthorityKeys::lastWords() const
{
    return m_last.isValid() ? Phrases::until(m_last, m_clock.now()).text : QString();
}

qreal AuthorityKeys::placeOf(const QDateTime &at) const
{
    const qint64 whole = m_first.msecsTo(m_last);
    if (!at.isValid() || !m_first.isValid() || whole <= 0)
        return 0;
    return std::clamp(
        static_cast<qreal>(m_first.msecsTo(at)) / static_cast<qreal>(whole), 0.0, 1.0);
}

void AuthorityKeys::reload()
{
    const int epoch = ++m_epoch;
    QCoro::connect(
        m_authority.keys(), this, [this, epoch](base::Result<QList<core::AuthorityKey>> keys) {
            if (epoch != m_epoch)
                return;
            if (!keys)
                return fail(keys.error());
            take(std::move(*keys));
        });
}

void AuthorityKeys::take(QList<core::AuthorityKey> keys)
{
    // Keys of one algorithm stand together, the one that signs first.
    const auto rank = [](const core::AuthorityKey &key) {
        return key.state == Stage::Active ? 0 : key.state == Stage::Next ? 1 : 2;
    };
    std::stable_sort(keys.begin(), keys.end(), [&rank](const auto &a, const auto &b) {
        return a.algorithm != b.algorithm ? a.algorithm < b.algorithm : rank(a) < rank(b);
    });
    m_first = {};
    m_last = {};
    for (const core::AuthorityKey &key : std::as_const(keys)) {
        for (const QDateTime &at : {key.createdAt, key.activeAt, key.retiringAt, key.goneAt}) {
            if (!at.isValid())
                continue;
            if (!m_first.isValid() || at < m_first)
                m_first = at;
            if (!m_last.isValid() || at > m_last)
                m_last = at;
        }
    }
    place(m_rows, std::move(keys), [](const core::AuthorityKey &key) { return key.id; });
    settle();
}

void AuthorityKeys::freshen()
{
    AuthorityList::freshen();
    Q_EMIT stateChanged();
}

void AuthorityKeys::rollOver()
{
    run<void>(m_authority.rollOver(), [this] {
        Q_EMIT done(
            tr("The next keys sign now; the old ones verify until what they signed has ended."));
        reload();
    });
}

void AuthorityKeys::revoke(const QString &keyId)
{
    run<void>(m_authority.revokeKey(keyId), [this] {
        Q_EMIT done(tr("The key is revoked."));
        reload();
    });
}

} // namespace desktop
