// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority/people/approvals.h"

#include "authority/words.h"
#include "crypto/digest.h"
#include "crypto/random.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace authority {

using core::ApprovalQuestion;

namespace {

QString toJson(const ApprovalQuestion &question)
{
    const QJsonObject object{
        {QStringLiteral("client"), question.clientId},
        {QStringLiteral("name"), question.clientName},
        {QStringLiteral("user"), question.user},
        {QStringLiteral("scopes"), QJsonArray::fromStringList(question.scopes)},
        {QStringLiteral("resources"), QJsonArray::fromStringList(question.resources)},
        {QStringLiteral("returns_to"), question.returnsTo},
        {QStringLiteral("known"), question.isKnown},
        {QStringLiteral("first_party"), question.isFirstParty},
        {QStringLiteral("self_registered"), question.isSelfRegistered},
        {QStringLiteral("number"), question.number},
        {QStringLiteral("rememberable"), question.isRememberable}};
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QStringList textsOf(const QJsonValue &value)
{
    QStringList texts;
    const QJsonArray array = value.toArray();
    for (const QJsonValue &text : array)
        texts.append(text.toString());
    return texts;
}

ApprovalQuestion questionOf(const QVariantList &row)
{
    const QJsonObject object = QJsonDocument::fromJson(row[1].toString().toUtf8()).object();
    ApprovalQuestion question;
    question.id = row[0].toString();
    question.clientId = object[QStringLiteral("client")].toString();
    question.clientName = object[QStringLiteral("name")].toString();
    question.user = object[QStringLiteral("user")].toString();
    question.scopes = textsOf(object[QStringLiteral("scopes")]);
    question.resources = textsOf(object[QStringLiteral("resources")]);
    question.returnsTo = object[QStringLiteral("returns_to")].toString();
    question.isKnown = object[QStringLiteral("known")].toBool();
    question.isFirstParty = object[QStringLiteral("first_party")].toBool();
    question.isSelfRegistered = object[QStringLiteral("self_registered")].toBool();
    question.isRememberable = object[QStringLiteral("rememberable")].toBool();
    question.number = object[QStringLiteral("number")].toString();
    question.until = QDateTime::fromMSecsSinceEpoch(row[2].toLongLong(), Qt::UTC);
    return question;
}

} // namespace

Approvals::Approvals(ledger::Database &database, const base::Clock &clock)
    : m_database(database)
    , m_clock(clock)
{}

QString Approvals::numberOf(const QString &interaction, const QString &visitHash)
{
    // Both are secrets of one browser: nobody else can make a page with the number of its page.
    const QByteArray hash = crypto::digest(crypto::Hash::Sha256,
                                           (interaction + QLatin1Char('\n') + visitHash).toUtf8());
    const auto byte = [&](qsizetype at) { return static_cast<unsigned char>(hash.at(at)); };
    return QString::number(10 + (byte(0) * 256 + byte(1)) % 90);
}

base::Result<> Approvals::ask(const Interaction &interaction,
                              const core::AuthorityUser &as,
                              bool isKnown,
                              bool isRememberable,
                              const QString &visitHash)
{
    TRY(const State present, state(interaction.id, visitHash));
    if (present != State::None)
        return {};
    ApprovalQuestion question;
    question.id = QString::fromLatin1(crypto::randomToken(12));
    question.clientId = interaction.clientId;
    question.clientName = interaction.clientName;
    question.user = as.name;
    question.scopes = interaction.scopes;
    question.resources = interaction.resources;
    question.returnsTo = interaction.returnsTo;
    question.isKnown = isKnown;
    question.isFirstParty = interaction.isFirstParty;
    question.isSelfRegistered = interaction.isSelfRegistered;
    question.number = numberOf(interaction.id, visitHash);
    question.isRememberable = isRememberable;
    question.until = m_clock.now().addSecs(patience.count());
    TRY_VOID(m_database.change(
        QStringLiteral("INSERT INTO authority_approvals (id, interaction, visit_hash, user_id,"
                       " question, state, created_at, until) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
        {question.id,
         interaction.id,
         visitHash,
         as.id,
         toJson(question),
         QStringLiteral("waiting"),
         m_clock.now().toMSecsSinceEpoch(),
         question.until.toMSecsSinceEpoch()}));
    asked.announce(question);
    changed.announce();
    return {};
}

base::Result<Approvals::State> Approvals::state(const QString &interaction,
                                                const QString &visitHash) const
{
    TRY(const auto rows,
        m_database.rows(QStringLiteral("SELECT state, until FROM authority_approvals"
                                       " WHERE interaction = ? AND visit_hash = ?"
                                       " ORDER BY created_at DESC LIMIT 1"),
                        {interaction, visitHash}));
    if (rows.isEmpty())
        return State::None;
    const QString word = rows.first()[0].toString();
    if (word == QLatin1String("allowed"))
        return State::Allowed;
    if (word == QLatin1String("waiting"))
        return rows.first()[1].toLongLong() > m_clock.now().toMSecsSinceEpoch() ? State::Waiting
                                                                                : State::Denied;
    return word == QLatin1String("withdrawn") ? State::None : State::Denied;
}

base::Result<bool> Approvals::spend(const QString &interaction, const QString &visitHash)
{
    TRY(const int spent,
        m_database.changed(QStringLiteral("UPDATE authority_approvals SET state = 'used'"
                                          " WHERE interaction = ? AND visit_hash = ?"
                                          " AND state = 'allowed'"),
                           {interaction, visitHash}));
    return spent > 0;
}

base::Result<> Approvals::withdraw(const QString &interaction, const QString &visitHash)
{
    TRY_VOID(m_database.change(
        QStringLiteral("UPDATE authority_approvals SET state = 'withdrawn'"
                       " WHERE interaction = ? AND visit_hash = ? AND state = 'waiting'"),
        {interaction, visitHash}));
    changed.announce();
    return {};
}

base::Result<QList<ApprovalQuestion>> Approvals::waiting() const
{
    TRY(const auto rows,
        m_database.rows(QStringLiteral("SELECT id, question, until FROM authority_approvals"
                                       " WHERE state = 'waiting' AND until > ?"
                                       " ORDER BY created_at LIMIT 100"),
                        {m_clock.now().toMSecsSinceEpoch()}));
    QList<ApprovalQuestion> questions;
    for (const QVariantList &row : rows)
        questions.append(questionOf(row));
    return questions;
}

base::Result<ApprovalQuestion> Approvals::answer(const QString &id, bool allow)
{
    TRY(const auto rows,
        m_database.rows(
            QStringLiteral("SELECT id, question, until FROM authority_approvals WHERE id = ?"),
            {id}));
    TRY(const int answered,
        m_database.changed(QStringLiteral("UPDATE authority_approvals SET state = ?"
                                          " WHERE id = ? AND state = 'waiting' AND until > ?"),
                           {allow ? QStringLiteral("allowed") : QStringLiteral("denied"),
                            id,
                            m_clock.now().toMSecsSinceEpoch()}));
    if (rows.isEmpty() || answered == 0) {
        return base::fail(base::ErrorCode::NotFound,
                          Words::tr("Nobody waits for this answer any more."));
    }
    changed.announce();
    return questionOf(rows.first());
}

base::Result<> Approvals::cleanUp()
{
    return m_database.change(QStringLiteral("DELETE FROM authority_approvals WHERE until < ?"),
                             {m_clock.now().addSecs(-3600).toMSecsSinceEpoch()});
}

} // namespace authority
