// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/signinwizard.h"

#include "core/settingspecs.h"
#include "tray/accountverbs.h"
#include "tray/erroraction.h"
#include "tray/phrases.h"

namespace desktop {

namespace {

const auto actor = QStringLiteral("window");

std::optional<core::SignInMethod> methodFrom(const QString &name)
{
    using enum core::SignInMethod;
    for (const core::SignInMethod method : {Browser, Device, ApiKey}) {
        if (nameOf(method) == name)
            return method;
    }
    return {};
}

} // namespace

SignInWizard::SignInWizard(core::SignInService &signIn,
                           core::AccountService &accounts,
                           const base::Clock &clock,
                           tray::AccountVerbs &verbs,
                           core::Browser &browser,
                           QObject *parent)
    : QObject(parent)
    , m_signIn(signIn)
    , m_accounts(accounts)
    , m_clock(clock)
    , m_verbs(verbs)
    , m_browser(browser)
{
    m_tick.setInterval(1000);
    connect(&m_tick, &QTimer::timeout, this, &SignInWizard::countDown);
    m_progressed = m_signIn.progress.subscribe(
        [this](const core::SignInProgress &progress) { follow(progress); });
}

SignInWizard::~SignInWizard()
{
    stopWaiting();
}

void SignInWizard::restart()
{
    stopWaiting();
    m_provider = {};
    m_issuer.clear();
    m_scopes.clear();
    m_name.clear();
    m_id = {};
    m_again = false;
    m_progress = {};
    checkName();
    Q_EMIT choiceChanged();
    enter(State::ChoosingService);
}

void SignInWizard::restartFor(const QString &accountKey)
{
    // Asked twice (by a notification, then by the window that it opened), one page is enough.
    const bool over = m_state == State::Done || m_state == State::Failed;
    if (m_again && !over && accountKey == this->accountKey())
        return;
    restart();
    const auto id = core::AccountId::parse(accountKey);
    const auto view = id ? m_accounts.find(*id) : std::nullopt;
    if (!view)
        return;
    const core::Account &account = view->account;
    core::Provider provider;
    provider.id = account.provider;
    provider.methods = {core::SignInMethod::Browser};
    const auto all = m_signIn.providers();
    for (const core::Provider &known : all) {
        if (known.id == account.provider || (account.provider.isEmpty() && known.id == id->service))
            provider = known;
    }
    if (provider.name.isEmpty()) {
        provider.name = tray::Phrases::service(*view);
        provider.letters = view->letters;
        provider.tone = view->tone;
    }
    choose(provider);
    m_again = true;
    m_service = id->service;
    if (!account.scopes.isEmpty())
        m_scopes = account.scopes.join(QLatin1Char(' '));
    setName(id->account);
    if (account.kind == core::AccountKind::ApiKey) {
        m_method = core::SignInMethod::ApiKey;
        Q_EMIT choiceChanged();
        enter(State::EnteringKey);
        return;
    }
    if (m_method == core::SignInMethod::ApiKey)
        m_method = core::SignInMethod::Browser;
    Q_EMIT choiceChanged();
    begin();
}

void SignInWizard::chooseService(const QString &providerId)
{
    const auto all = m_signIn.providers();
    for (const core::Provider &provider : all) {
        if (provider.id == providerId) {
            choose(provider);
            setName(freeName());
            enter(State::ChoosingMethod);
            return;
        }
    }
}

void SignInWizard::chooseOther(const QString &address)
{
    m_provider = {};
    m_issuer = address.trimmed();
    Q_EMIT choiceChanged();
    enter(State::EnteringIssuer);
}

void SignInWizard::useIssuer(const QString &address, const QString &serviceName)
{
    const QString typed = address.trimmed();
    QUrl url(typed.contains(QLatin1String("://")) ? typed : QLatin1String("https://") + typed,
             QUrl::StrictMode);
    const bool local =
        url.host() == QLatin1String("localhost") || url.host() == QLatin1String("127.0.0.1");
    if (!url.isValid() || url.host().isEmpty())
        return complain(tr("That is not an address. It begins with https://."));
    if (url.scheme() != QLatin1String("https") && !local)
        return complain(
            tr("Use an address with https://; a password would be readable on the way."));
    core::Provider provider;
    provider.id = url.toString(QUrl::StripTrailingSlash);
    provider.issuer = provider.id;
    provider.name = serviceName.trimmed().isEmpty() ? url.host() : serviceName.trimmed();
    provider.letters = provider.name.left(2);
    provider.methods = {core::SignInMethod::Browser, core::SignInMethod::Device};
    m_issuer = provider.id;
    choose(provider);
    m_service = serviceName.trimmed().isEmpty() ? url.host() : serviceName.trimmed();
    setName(freeName());
    enter(State::ChoosingMethod);
}

void SignInWizard::useOtherKey(const QString &serviceName)
{
    const QString typed = serviceName.trimmed();
    if (typed.isEmpty())
        return complain(tr("Say which service it is; that is its name in the list."));
    core::Provider provider;
    if (const auto known = m_signIn.guess(typed.toLower()))
        provider = *known;
    else
        provider.name = typed;
    if (provider.letters.isEmpty())
        provider.letters = typed.left(2);
    choose(provider);
    m_service = typed;
    m_method = core::SignInMethod::ApiKey;
    setName(freeName());
    if (m_id.isEmpty())
        return complain(m_nameProblem);
    Q_EMIT choiceChanged();
    enter(State::EnteringKey);
}

void SignInWizard::choose(const core::Provider &provider)
{
    m_provider = provider;
    m_service = provider.id;
    m_scopes = provider.scopes.join(QLatin1Char(' '));
    m_method = provider.methods.isEmpty() ? core::SignInMethod::ApiKey : provider.methods.front();
    Q_EMIT choiceChanged();
}

void SignInWizard::chooseMethod(const QString &method)
{
    const auto chosen = methodFrom(method);
    if (!chosen || *chosen == m_method)
        return;
    m_method = *chosen;
    Q_EMIT choiceChanged();
}

void SignInWizard::setScopes(const QString &scopes)
{
    if (scopes == m_scopes)
        return;
    m_scopes = scopes;
    Q_EMIT choiceChanged();
}

QString SignInWizard::freeName() const
{
    const QString first = QStringLiteral("main");
    for (int i = 1; i < 100; ++i) {
        const QString name = i == 1 ? first : QStringLiteral("%1-%2").arg(first).arg(i);
        const auto id = core::AccountId::parse(m_service, name);
        if (!id || !m_accounts.find(*id))
            return name;
    }
    return first;
}

void SignInWizard::setName(const QString &name)
{
    m_name = name;
    checkName();
}

void SignInWizard::checkName()
{
    m_nameProblem.clear();
    m_nameNote.clear();
    m_id = {};
    if (!m_service.isEmpty() || !m_name.isEmpty()) {
        const auto id = core::AccountId::parse(m_service, m_name);
        if (!id) {
            m_nameProblem = m_name.trimmed().isEmpty() ? tr("Give it a name.") : id.error().message;
        } else {
            m_id = *id;
            if (m_accounts.find(m_id))
                m_nameNote = tr("%1 is there already. This signs it in again.")
                                 .arg(tray::Phrases::account(m_provider.name, m_id.account));
        }
    }
    Q_EMIT nameChanged();
}

void SignInWizard::begin()
{
    if (m_id.isEmpty()) {
        checkName();
        return;
    }
    if (m_method == core::SignInMethod::ApiKey)
        return enter(State::EnteringKey);
    enter(State::Preparing);
    const int epoch = ++m_epoch;
    QCoro::connect(
        m_signIn.hasClient(m_provider.id), this, [this, epoch](const base::Result<bool> &known) {
            if (epoch != m_epoch)
                return;
            if (!known)
                fail(known.error());
            else if (*known)
                startSignIn();
            else
                enter(State::EnteringClient);
        });
}

void SignInWizard::saveClient(const QString &clientId, const QString &clientSecret)
{
    if (clientId.trimmed().isEmpty())
        return complain(tr("Paste the client id that %1 shows you.").arg(serviceName()));
    if (clientSecretNeeded() && clientSecret.trimmed().isEmpty())
        return complain(tr("%1 wants the client secret too.").arg(serviceName()));
    core::ClientCredentials client;
    client.clientId = clientId.trimmed();
    // Zeroes what the text field shares with us as well; the page empties it anyway.
    QString typed = clientSecret;
    QByteArray bytes = typed.toUtf8();
    client.clientSecret = base::Secret(QByteArrayView(bytes).trimmed());
    base::wipe(bytes);
    base::wipe(typed);
    enter(State::Preparing);
    const int epoch = ++m_epoch;
    QCoro::connect(m_signIn.setClient(m_provider.id, std::move(client)),
                   this,
                   [this, epoch](const base::Result<> &result) {
                       if (epoch != m_epoch)
                           return;
                       if (result)
                           startSignIn();
                       else
                           fail(result.error());
                   });
}

void SignInWizard::checkKey(const QString &key)
{
    // Not wiped: the text belongs to the field, in which a person still types.
    if (key.isEmpty())
        return complain({});
    const auto checked = core::checkApiKey(base::Secret::take(key.toUtf8()));
    complain(checked ? QString() : checked.error().message);
}

void SignInWizard::beginWithKey(const QString &key, const QString &identity, const QString &expires)
{
    auto checked = core::checkApiKey(base::Secret::take(key.toUtf8()));
    if (!checked)
        return complain(checked.error().message);
    const auto end = tray::endOfDay(expires);
    if (!end)
        return complain(end.error().message + QLatin1Char(' ') + end.error().remedy);
    if (m_id.isEmpty())
        return complain(m_nameProblem);
    QString typed = key;
    base::wipe(typed);
    enter(State::Finishing);
    const int epoch = ++m_epoch;
    // The catalog's id, unless the service was named by hand.
    QCoro::connect(m_accounts.addApiKey(
                       m_id, m_provider.id, identity.trimmed(), *std::move(checked), *end, actor),
                   this,
                   [this, epoch](const base::Result<> &result) {
                       if (epoch != m_epoch)
                           return;
                       if (!result)
                           return fail(result.error());
                       enter(State::Done);
                       Q_EMIT finished(accountKey());
                   });
}

void SignInWizard::startSignIn()
{
    core::SignInRequest request;
    request.account = m_id;
    request.provider = m_provider.id;
    request.method = m_method;
    request.scopes = m_scopes.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    request.actor = actor;
    m_progress = {};
    m_secondsLeft = m_secondsTotal = 0;
    m_signInId.clear();
    enter(State::Preparing);
    // It may report before begin() has told us its id.
    m_beginning = true;
    const auto id = m_signIn.begin(request);
    m_beginning = false;
    if (!id)
        return fail(id.error());
    if (m_state != State::Done && m_state != State::Failed)
        m_signInId = *id;
}

void SignInWizard::follow(const core::SignInProgress &progress)
{
    if (m_beginning && m_signInId.isEmpty() && progress.account == m_id)
        m_signInId = progress.signInId;
    if (m_signInId.isEmpty() || progress.signInId != m_signInId)
        return;
    m_progress = progress;
    Q_EMIT progressChanged();
    using Step = core::SignInProgress::Step;
    switch (progress.step) {
    case Step::Preparing:
        return enter(State::Preparing);
    case Step::WaitingForBrowser:
        enter(State::WaitingForBrowser);
        return startCountDown();
    case Step::WaitingForCode:
        enter(State::WaitingForCode);
        return startCountDown();
    case Step::Finishing:
        return enter(State::Finishing);
    case Step::Done:
        m_signInId.clear();
        enter(State::Done);
        Q_EMIT finished(accountKey());
        return;
    case Step::Failed:
        m_signInId.clear();
        return fail(progress.error.value_or(base::Error{}));
    case Step::Cancelled:
        m_signInId.clear();
        return enter(State::ChoosingMethod);
    }
}

void SignInWizard::switchMethod(const QString &method)
{
    const auto chosen = methodFrom(method);
    if (!chosen || *chosen == core::SignInMethod::ApiKey)
        return;
    stopWaiting();
    m_method = *chosen;
    Q_EMIT choiceChanged();
    startSignIn();
}

void SignInWizard::fail(const base::Error &error)
{
    stopWaiting();
    if (error.code == base::ErrorCode::Cancelled)
        return enter(State::ChoosingMethod);
    const tray::ErrorAction action = tray::errorAction(error.code);
    m_error = error;
    m_errorTitle = action.title;
    m_errorAction = QStringLiteral("retry");
    m_errorActionLabel = tr("Try again");
    if (error.code == base::ErrorCode::InvalidInput && m_method != core::SignInMethod::ApiKey) {
        m_errorAction = QStringLiteral("client");
        m_errorActionLabel = tr("Change the client…");
    } else if (action.key == QLatin1String("unlock") || action.key == QLatin1String("settings")) {
        m_errorAction = action.key;
        m_errorActionLabel = action.label;
    }
    enter(State::Failed);
}

void SignInWizard::complain(const QString &problem)
{
    if (problem == m_fieldProblem)
        return;
    m_fieldProblem = problem;
    Q_EMIT fieldProblemChanged();
}

void SignInWizard::enter(State state)
{
    const bool waits = state == State::WaitingForBrowser || state == State::WaitingForCode;
    if (!waits)
        m_tick.stop();
    if (state != m_state)
        complain({});
    m_state = state;
    Q_EMIT stateChanged();
}

void SignInWizard::stopWaiting()
{
    ++m_epoch;
    m_tick.stop();
    if (m_signInId.isEmpty())
        return;
    const QString id = m_signInId;
    m_signInId.clear();
    m_signIn.cancel(id);
}

void SignInWizard::startCountDown()
{
    m_secondsTotal = 0;
    countDown();
    m_secondsTotal = m_secondsLeft;
    Q_EMIT secondsChanged();
    if (m_progress.until.isValid())
        m_tick.start();
}

void SignInWizard::countDown()
{
    const qint64 left = m_progress.until.isValid() ? m_clock.now().secsTo(m_progress.until) : 0;
    m_secondsLeft = static_cast<int>(std::max<qint64>(0, left));
    Q_EMIT secondsChanged();
}

} // namespace desktop
