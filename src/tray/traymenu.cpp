// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tray/traymenu.h"

#include "tray/accountverbs.h"
#include "tray/phrases.h"
#include "tray/programwords.h"

#include <algorithm>

namespace tray {

namespace {

const auto actor = QStringLiteral("tray");
constexpr auto gatherFor = std::chrono::milliseconds(120);

//! In a menu an '&' would underline the letter after it.
QString plain(QString text)
{
    return text.replace(QLatin1Char('&'), QLatin1String("&&"));
}

QString nameOf(const core::AccountView &view)
{
    return Phrases::account(Phrases::service(view), view.account.id.account);
}

bool isKey(const core::AccountView &view)
{
    return view.account.kind == core::AccountKind::ApiKey;
}

bool isWorse(const core::AccountView &a, const core::AccountView &b)
{
    if (a.standing != b.standing)
        return a.standing > b.standing;
    if (a.state.expiresAt != b.state.expiresAt)
        return a.state.expiresAt < b.state.expiresAt;
    return a.account.id < b.account.id;
}

//! Those that a token can be copied from, the last used first; as many as the menu shows.
QList<core::AccountView> lastUsed(const QList<core::AccountView> &views)
{
    QList<core::AccountView> used;
    std::copy_if(
        views.begin(), views.end(), std::back_inserter(used), [](const core::AccountView &view) {
            return view.standing != core::Standing::NeedsSignIn;
        });
    const auto shown = std::min<qsizetype>(used.size(), TrayMenu::mostLastUsed);
    std::partial_sort(used.begin(),
                      used.begin() + shown,
                      used.end(),
                      [](const core::AccountView &a, const core::AccountView &b) {
                          if (a.state.lastUsed != b.state.lastUsed)
                              return a.state.lastUsed > b.state.lastUsed;
                          return a.account.id < b.account.id;
                      });
    used.resize(shown);
    return used;
}

} // namespace

TrayMenu::TrayMenu(Needs needs, QObject *parent)
    : QObject(parent)
    , m_needs(std::move(needs))
    , m_menu(std::make_unique<QMenu>())
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(gatherFor);
    connect(&m_soon, &QTimer::timeout, this, &TrayMenu::rebuild);
    connect(m_menu.get(), &QMenu::aboutToShow, this, &TrayMenu::freshen);
    connect(m_menu.get(), &QMenu::aboutToHide, this, [this] {
        if (m_stale)
            rebuildSoon();
    });
    m_changed =
        m_needs.accounts.changed.subscribe([this](const core::AccountId &) { rebuildSoon(); });
    m_reset = m_needs.accounts.reset.subscribe([this] { rebuildSoon(); });
    m_locked =
        m_needs.lock.changed.subscribe([this](const core::LockService::State &) { rebuildSoon(); });
    // Who waits for an answer does not wait for the menu, too.
    m_programAsked = m_needs.consent.waitingChanged.subscribe([this] { rebuild(); });
    m_asked = m_needs.authority.approvalsChanged.subscribe([this] { rebuild(); });
    rebuild();
}

TrayMenu::~TrayMenu() = default;

void TrayMenu::setGround(PanelGround ground)
{
    if (ground == m_ground)
        return;
    m_ground = ground;
    m_glyphs.clear();
    m_shape = 0;
    rebuildSoon();
}

void TrayMenu::rebuildSoon()
{
    // Many changes at once make one menu.
    if (!m_soon.isActive())
        m_soon.start();
}

void TrayMenu::retranslate()
{
    m_shape = 0;
    rebuild();
}

std::size_t TrayMenu::shapeOf(const QList<core::AccountView> &views) const
{
    std::size_t shape =
        qHashMulti(1, static_cast<int>(m_needs.lock.state()), m_needs.lock.reason());
    for (const core::AccountView &view : views)
        shape = qHashMulti(shape,
                           view.account.id,
                           view.providerName,
                           static_cast<int>(view.standing),
                           view.state.renewable);
    for (const core::AccountView &view : lastUsed(views))
        shape = qHashMulti(shape, view.account.id);
    const auto waiting = m_needs.authority.approvals();
    for (const core::ApprovalQuestion &question : waiting)
        shape = qHashMulti(shape, question.id);
    const auto questions = m_needs.consent.waiting();
    for (const core::ConsentQuestion &question : questions)
        shape = qHashMulti(shape, question.id);
    if (isPaused())
        shape = qHashMulti(shape, m_needs.consent.pausedUntil());
    return shape;
}

void TrayMenu::rebuild()
{
    // Lines must not move under the pointer.
    m_stale = m_menu->isVisible();
    if (m_stale)
        return;
    const auto views = m_needs.accounts.list();
    // A token that was used or renewed changes times only: a menu that some panel shows just now
    // stays as it is.
    const std::size_t shape = shapeOf(views);
    if (std::exchange(m_shape, shape) != shape)
        build(views);
    else
        freshen();
    Q_EMIT rebuilt();
}

void TrayMenu::build(const QList<core::AccountView> &views)
{
    m_aging.clear();
    m_menu->clear();
    const auto menus = m_menu->findChildren<QMenu *>(QString(), Qt::FindDirectChildrenOnly);
    for (QMenu *old : menus)
        old->deleteLater();
    addConsent();
    addApproval();
    addSummary(views);
    if (!m_needs.authority.approvals().isEmpty() || !m_needs.consent.waiting().isEmpty()) {
        m_worst = TrayState::Attention;
        m_summary = tr("Somebody waits for your answer");
    }
    if (m_needs.lock.state() == core::LockService::State::Unlocked && !views.isEmpty()) {
        m_menu->addSeparator();
        addLastUsed(views);
        m_menu->addSeparator();
        addServices(views);
    }
    m_menu->addSeparator();
    addDoors();
}

void TrayMenu::freshen()
{
    // A pause may have ended by itself since.
    if (m_soon.isActive() || (m_pauseShown && !isPaused())) {
        m_soon.stop();
        rebuild();
        return;
    }
    for (const Aging &line : std::as_const(m_aging)) {
        if (const auto view = m_needs.accounts.find(line.account))
            line.action->setText(plain(line.needs ? needWords(*view) : stateWords(*view)));
    }
}

void TrayMenu::addConsent()
{
    const auto waiting = m_needs.consent.waiting();
    if (waiting.isEmpty())
        return;
    const auto shown = std::min<qsizetype>(waiting.size(), mostAsking);
    for (const core::ConsentQuestion &question : waiting.first(shown)) {
        connect(m_menu->addAction(plain(ProgramWords::asks(question))),
                &QAction::triggered,
                this,
                &TrayMenu::consentRequested);
    }
    if (shown < waiting.size())
        connect(m_menu->addAction(tr("%1 more ask…").arg(waiting.size() - shown)),
                &QAction::triggered,
                this,
                &TrayMenu::consentRequested);
    m_menu->addSeparator();
}

bool TrayMenu::isPaused() const
{
    const QDateTime until = m_needs.consent.pausedUntil();
    return until.isValid() && until > m_needs.clock.now();
}

void TrayMenu::addPause()
{
    m_pauseShown = isPaused();
    const QDateTime now = m_needs.clock.now();
    QAction *line = m_menu->addAction(
        m_pauseShown ? tr("Pause questions until %1")
                           .arg(Phrases::clock(m_needs.consent.pausedUntil(), now).text)
                     : tr("Pause questions for 1 hour"));
    line->setCheckable(true);
    line->setChecked(m_pauseShown);
    connect(line, &QAction::triggered, this, [this](bool checked) {
        const QDateTime until = m_needs.clock.now().addSecs(3600);
        m_needs.consent.pause(checked ? until : QDateTime(), actor);
        rebuildSoon();
    });
}

void TrayMenu::addApproval()
{
    const auto waiting = m_needs.authority.approvals();
    if (waiting.isEmpty())
        return;
    const core::ApprovalQuestion &first = waiting.constFirst();
    const QString name = first.clientName.isEmpty() ? first.clientId : first.clientName;
    connect(m_menu->addAction(plain(tr("Allow %1 to sign you in…").arg(name))),
            &QAction::triggered,
            this,
            &TrayMenu::approvalRequested);
    m_menu->addSeparator();
}

void TrayMenu::addSummary(const QList<core::AccountView> &views)
{
    QList<core::AccountView> needy;
    std::copy_if(views.begin(),
                 views.end(),
                 std::back_inserter(needy),
                 [](const core::AccountView &view) { return core::needsPerson(view.standing); });
    std::sort(needy.begin(), needy.end(), isWorse);
    const bool lost = std::any_of(needy.begin(), needy.end(), [](const core::AccountView &view) {
        return view.standing != core::Standing::Expiring;
    });
    switch (m_needs.lock.state()) {
    case core::LockService::State::Locked:
        m_worst = TrayState::Locked;
        m_summary = tr("Locked");
        break;
    case core::LockService::State::StoreUnavailable:
        m_worst = TrayState::Attention;
        m_summary = m_needs.lock.reason().isEmpty() ? tr("The store does not answer")
                                                    : m_needs.lock.reason();
        break;
    case core::LockService::State::Unlocked:
        m_worst = lost               ? TrayState::Attention
                  : !needy.isEmpty() ? TrayState::Expiring
                                     : TrayState::Ok;
        if (needy.isEmpty())
            m_summary = views.isEmpty() ? tr("No accounts yet") : tr("Everything is in order");
        else if (needy.size() == 1)
            m_summary = tr("1 account needs you");
        else
            m_summary = tr("%1 accounts need you").arg(needy.size());
        break;
    }
    const bool tellsWho =
        !needy.isEmpty() && m_needs.lock.state() == core::LockService::State::Unlocked;
    m_menu->addAction(plain(tellsWho ? tr("Needs you") : m_summary))->setEnabled(false);
    if (!tellsWho)
        return;
    const auto shown = std::min<qsizetype>(needy.size(), mostNeedy);
    for (const core::AccountView &view : needy.first(shown)) {
        QAction *line = m_menu->addAction(glyph(view.standing), plain(needWords(view)));
        m_aging.append({line, view.account.id, true});
        const QString key = view.account.id.joined();
        const bool signIn = view.standing == core::Standing::NeedsSignIn;
        connect(line, &QAction::triggered, this, [this, key, signIn] {
            if (signIn)
                Q_EMIT signInRequested(key);
            else
                Q_EMIT accountRequested(key);
        });
    }
    if (shown < needy.size())
        addMore(m_menu.get());
}

void TrayMenu::addLastUsed(const QList<core::AccountView> &views)
{
    const auto used = lastUsed(views);
    QMenu *menu = m_menu->addMenu(tr("Copy token"));
    for (const core::AccountView &view : used) {
        const core::AccountId id = view.account.id;
        connect(menu->addAction(plain(nameOf(view))), &QAction::triggered, this, [this, id] {
            m_needs.verbs.copy(id, actor);
        });
    }
    if (used.size() < views.size())
        addMore(menu);
    menu->setEnabled(!used.isEmpty());
}

void TrayMenu::addServices(const QList<core::AccountView> &views)
{
    QMap<QString, QList<core::AccountView>> services;
    for (const core::AccountView &view : views)
        services[Phrases::service(view)].append(view);
    int left = mostServices;
    for (auto service = services.begin(); service != services.end(); ++service) {
        if (left-- == 0) {
            addMore(m_menu.get());
            return;
        }
        QList<core::AccountView> &of = service.value();
        if (of.size() == 1) {
            addAccount(m_menu.get(), of.front());
            continue;
        }
        std::sort(of.begin(), of.end(), [](const core::AccountView &a, const core::AccountView &b) {
            return a.account.id < b.account.id;
        });
        QMenu *menu = m_menu->addMenu(plain(service.key()));
        const auto worst = std::max_element(
            of.begin(), of.end(), [](const core::AccountView &a, const core::AccountView &b) {
                return a.standing < b.standing;
            });
        menu->setIcon(glyph(worst->standing));
        const auto shown = std::min<qsizetype>(of.size(), mostOfService);
        for (const core::AccountView &view : of.first(shown))
            addAccount(menu, view);
        if (shown < of.size())
            addMore(menu);
    }
}

void TrayMenu::addAccount(QMenu *menu, const core::AccountView &view)
{
    const core::AccountId id = view.account.id;
    const bool lost = view.standing == core::Standing::NeedsSignIn;
    QMenu *own = menu->addMenu(glyph(view.standing),
                               plain(menu == m_menu.get() ? nameOf(view) : id.account));
    QAction *state = own->addAction(plain(stateWords(view)));
    state->setEnabled(false);
    m_aging.append({state, id, false});
    if (lost) {
        connect(own->addAction(isKey(view) ? tr("Replace the key…") : tr("Sign in again…")),
                &QAction::triggered,
                this,
                [this, id] { Q_EMIT signInRequested(id.joined()); });
        return;
    }
    connect(own->addAction(tr("Copy token")), &QAction::triggered, this, [this, id] {
        m_needs.verbs.copy(id, actor);
    });
    QAction *refresh = own->addAction(tr("Refresh"));
    refresh->setEnabled(view.state.renewable);
    connect(refresh, &QAction::triggered, this, [this, id] { m_needs.verbs.refresh({id}, actor); });
}

void TrayMenu::addMore(QMenu *menu)
{
    connect(menu->addAction(tr("More…")), &QAction::triggered, this, &TrayMenu::openRequested);
}

void TrayMenu::addDoors()
{
    const auto door = [this](const QString &words, void (TrayMenu::*request)()) {
        connect(m_menu->addAction(words), &QAction::triggered, this, request);
    };
    door(tr("Add account…"), &TrayMenu::addRequested);
    door(tr("Open Latchkey"), &TrayMenu::openRequested);
    addPause();
    if (m_needs.lock.state() == core::LockService::State::Unlocked)
        door(tr("Lock"), &TrayMenu::lockRequested);
    else
        door(tr("Unlock…"), &TrayMenu::unlockRequested);
    m_menu->addSeparator();
    door(tr("Settings…"), &TrayMenu::settingsRequested);
    door(tr("Quit"), &TrayMenu::quitRequested);
}

QString TrayMenu::stateWords(const core::AccountView &view) const
{
    const QString when =
        Phrases::standing(view.state, view.standing, m_needs.clock.now(), TimeStyle::Relative).text;
    const QString name = view.standing == core::Standing::NeedsSignIn
                             ? (isKey(view) ? tr("Needs a new key") : tr("Needs a new sign-in"))
                             : Phrases::name(view.standing);
    return when.isEmpty() ? name : tr("%1, %2", "standing and time").arg(name, when);
}

QString TrayMenu::needWords(const core::AccountView &view) const
{
    const QDateTime now = m_needs.clock.now();
    switch (view.standing) {
    case core::Standing::NeedsSignIn:
        return (isKey(view) ? tr("%1: replace the key…") : tr("%1: sign in again…"))
            .arg(nameOf(view));
    case core::Standing::Expired:
        return tr("%1: expired %2…")
            .arg(nameOf(view), Phrases::since(view.state.expiresAt, now).text);
    default:
        return tr("%1: ends %2…").arg(nameOf(view), Phrases::until(view.state.expiresAt, now).text);
    }
}

QIcon TrayMenu::glyph(core::Standing standing)
{
    struct Glyph
    {
        const char *name;
        uint onLight;
        uint onDark;
    };
    const auto of = [standing]() -> Glyph {
        switch (standing) {
        case core::Standing::Valid:
            return {"circle-check", 0x14744a, 0x62cb98};
        case core::Standing::Checking:
        case core::Standing::NoExpiry:
            return {"infinity", 0x666773, 0x9495a2};
        case core::Standing::Expiring:
            return {"hourglass", 0x8a5200, 0xf0b454};
        case core::Standing::Expired:
            return {"octagon-x", 0xb4232c, 0xff8c88};
        case core::Standing::NeedsSignIn:
            return {"log-in", 0x8a2c8f, 0xe39be6};
        }
        Q_UNREACHABLE();
    };
    QIcon &icon = m_glyphs[static_cast<int>(standing)];
    if (icon.isNull()) {
        const Glyph glyph = of();
        icon = menuPicture(QLatin1String(glyph.name),
                           QColor(m_ground == PanelGround::Dark ? glyph.onDark : glyph.onLight));
    }
    return icon;
}

} // namespace tray
