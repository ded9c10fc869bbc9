// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/desktopapp.h"

#include "desktop/imageproviders.h"
#include "tray/accountverbs.h"
#include "tray/phrases.h"
#include "tray/systemlook.h"

#include <QDir>
#include <QEvent>
#include <QGuiApplication>
#include <QQmlEngine>

namespace desktop {

DesktopApp::DesktopApp(Needs needs, QObject *parent)
    : QObject(parent)
    , m_needs(std::move(needs))
{
    m_notice = new Notice(this);
    m_preferences = new Preferences(m_needs.settings, m_needs.look, this);
    m_accounts = new AccountsModel(m_needs.accounts, m_needs.clock, m_needs.verbs, this);
    m_details = new AccountDetails({m_needs.accounts,
                                    m_needs.tokens,
                                    m_needs.store,
                                    m_needs.activity,
                                    m_needs.clock,
                                    m_needs.verbs,
                                    [this] { return warnBefore(); }},
                                   this);
    m_services = new ServicesModel(m_needs.signIn, this);
    m_wizard = new SignInWizard(
        m_needs.signIn, m_needs.accounts, m_needs.clock, m_needs.verbs, m_needs.browser, this);
    m_activity = new ActivityModel(m_needs.activity, m_needs.accounts, m_needs.clock, this);
    m_authority = new AuthorityView(m_needs.authority, m_needs.clock, m_needs.clipboard, this);
    m_approval = new ApprovalView(m_needs.authority, m_needs.clock, this);
    m_consent = new ConsentView(m_needs.consent, m_needs.accounts, m_needs.clock, this);
    m_programs = new ProgramsView(m_needs.consent, m_needs.accounts, m_needs.clock, this);
    m_store = new StoreView(
        m_needs.store, m_needs.accounts, {m_needs.restores, &m_needs.clipboard}, this);
    m_lock = new LockView(m_needs.lock, this);

    m_settingChanged =
        m_needs.settings.changed.subscribe([this](const QString &) { takeSettings(); });
    connect(m_accounts, &AccountsModel::signInRequested, this, &DesktopApp::requestSignIn);
    connect(m_details, &AccountDetails::signInRequested, this, &DesktopApp::requestSignIn);
    connect(m_details, &AccountDetails::acted, this, &DesktopApp::act);
    connect(m_notice, &Notice::acted, this, &DesktopApp::act);
    connect(m_authority, &AuthorityView::done, this, [this](const QString &words) {
        m_notice->tell(words);
    });
    connect(m_authority, &AuthorityView::failed, this, [this](const base::Error &error) {
        m_notice->complain(error);
    });
    connect(m_programs, &ProgramsView::questionsRequested, this, &DesktopApp::consentRequested);
    connect(m_programs->remembered(), &ProgramsModel::done, m_notice, [this](const QString &words) {
        m_notice->tell(words);
    });
    connect(m_programs->remembered(),
            &ProgramsModel::failed,
            m_notice,
            [this](const base::Error &error) { m_notice->complain(error); });
    qGuiApp->installEventFilter(this);
    takeSettings();
    tellOfVerbs();
}

DesktopApp::~DesktopApp() = default;

void DesktopApp::install(QQmlEngine &engine) const
{
    engine.addImageProvider(QStringLiteral("icon"), new IconProvider);
    engine.addImageProvider(QStringLiteral("brand"), new BrandProvider);
    engine.addImportPath(QStringLiteral(":/qt/qml"));
}

void DesktopApp::takeSettings()
{
    m_accounts->setTimeStyle(m_preferences->times() == QLatin1String("clock")
                                 ? tray::TimeStyle::Clock
                                 : tray::TimeStyle::Relative);
    m_activity->setKeptDays(m_preferences->auditKeepDays());
}

QList<std::chrono::seconds> DesktopApp::warnBefore() const
{
    QList<std::chrono::seconds> spans;
    const QStringList texts = m_preferences->warnBefore();
    for (const QString &text : texts) {
        if (const auto span = core::parseSpan(text))
            spans.append(*span);
    }
    return spans;
}

void DesktopApp::tellOfVerbs()
{
    // The drawer tells about its own account; nobody reads while the window is closed.
    const auto isElsewhere = [this](const core::AccountId &id) {
        return m_active && m_details->accountKey() != id.joined();
    };
    connect(
        &m_needs.verbs, &tray::AccountVerbs::copied, this, [=, this](const auto &id, int seconds) {
            if (isElsewhere(id))
                m_notice->tell(seconds > 0
                                   ? tr("Copied. Cleared from the clipboard in %1 s.").arg(seconds)
                                   : tr("Copied."),
                               {},
                               id.joined());
        });
    connect(&m_needs.verbs, &tray::AccountVerbs::refreshed, this, [=, this](const auto &id) {
        if (isElsewhere(id))
            m_notice->tell(tr("%1 is refreshed.").arg(nameOf(id)), {}, id.joined());
    });
    connect(&m_needs.verbs,
            &tray::AccountVerbs::failed,
            this,
            [=, this](const core::AccountId &id, const base::Error &error) {
                if (isElsewhere(id))
                    m_notice->complain(error, id.joined());
            });
    connect(&m_needs.verbs,
            &tray::AccountVerbs::removed,
            this,
            [this](const core::AccountId &id, const QString &remark) {
                if (m_active)
                    m_notice->tell(tr("%1 is removed.").arg(id.joined()), remark);
            });
    const auto several = [this](const QString &words, int failed, const base::Error &error) {
        if (!m_active)
            return;
        if (failed > 0)
            m_notice->complain(base::Error(error).within(words));
        else
            m_notice->tell(words);
    };
    connect(&m_needs.verbs,
            &tray::AccountVerbs::refreshedSeveral,
            this,
            [several](int done, int failed, const base::Error &error) {
                several(failed > 0 ? tr("%1 refreshed, %2 failed").arg(done).arg(failed)
                                   : tr("%1 accounts are refreshed.").arg(done),
                        failed,
                        error);
            });
    connect(&m_needs.verbs,
            &tray::AccountVerbs::removedSeveral,
            this,
            [several](int done, int failed, const base::Error &error) {
                several(failed > 0 ? tr("%1 removed, %2 failed").arg(done).arg(failed)
                                   : tr("%1 accounts are removed.").arg(done),
                        failed,
                        error);
            });
}

QString DesktopApp::nameOf(const core::AccountId &id) const
{
    const auto view = m_needs.accounts.find(id);
    return view ? tray::Phrases::account(tray::Phrases::service(*view), id.account) : id.joined();
}

QString DesktopApp::accountsFile() const
{
    QString file = m_needs.paths.accountsFile();
    if (file.startsWith(QDir::homePath() + QLatin1Char('/')))
        file.replace(0, QDir::homePath().size(), QLatin1Char('~'));
    return file;
}

void DesktopApp::setActive(bool active)
{
    m_active = active;
    m_accounts->setActive(active);
    m_details->setActive(active);
    m_activity->setActive(active);
    m_authority->setActive(active);
    m_programs->setActive(active);
    if (!active)
        m_notice->dismiss();
}

void DesktopApp::setTrayMissing(bool missing)
{
    if (missing == m_trayMissing)
        return;
    m_trayMissing = missing;
    Q_EMIT trayMissingChanged();
}

void DesktopApp::requestPage(const QString &page)
{
    Q_EMIT pageRequested(page);
}

void DesktopApp::requestAddAccount()
{
    m_wizard->restart();
    Q_EMIT addAccountRequested();
}

void DesktopApp::requestAccount(const QString &accountKey)
{
    m_details->show(accountKey);
    Q_EMIT accountRequested(accountKey);
}

void DesktopApp::requestSignIn(const QString &accountKey)
{
    m_wizard->restartFor(accountKey);
    Q_EMIT signInRequested(accountKey);
}

void DesktopApp::act(const QString &action, const QString &accountKey)
{
    if (action == QLatin1String("sign_in")) {
        requestSignIn(accountKey);
    } else if (action == QLatin1String("retry")) {
        m_needs.verbs.retry();
    } else if (action == QLatin1String("settings")) {
        requestPage(QStringLiteral("settings"));
    } else if (action == QLatin1String("unlock")) {
        // With a passphrase the locked page asks for it; it shows by itself.
        if (m_lock->needsPassphrase())
            requestPage(QStringLiteral("accounts"));
        else
            m_lock->unlock({});
    }
}

void DesktopApp::quit()
{
    m_needs.quit();
}

void DesktopApp::dismissTrayMissing()
{
    setTrayMissing(false);
}

void DesktopApp::openAccountsFile()
{
    openLink(QUrl::fromLocalFile(m_needs.paths.accountsFile()));
}

void DesktopApp::openLink(const QUrl &link)
{
    if (const auto result = m_needs.browser.open(link); !result)
        m_notice->complain(result.error());
}

void DesktopApp::copyText(const QString &text)
{
    m_needs.verbs.copyText(text);
}

bool DesktopApp::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == qGuiApp && event->type() == QEvent::LanguageChange) {
        m_accounts->retranslate();
        m_details->retranslate();
        m_services->reload();
        m_wizard->retranslate();
        m_activity->reload();
        m_authority->retranslate();
        m_approval->retranslate();
        m_consent->retranslate();
        m_programs->retranslate();
        takeSettings();
        Q_EMIT retranslated();
    }
    return QObject::eventFilter(watched, event);
}

} // namespace desktop
