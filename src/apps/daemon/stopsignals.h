// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <memory>

class QSocketNotifier;

namespace apps {

//! SIGTERM, SIGINT and SIGHUP as Qt signals. A second SIGTERM or SIGINT ends the program at once.
//! On Windows the console's own way of ending is left alone.
class StopSignals : public QObject
{
    Q_OBJECT

public:
    //! What SIGHUP means.
    enum class Hangup {
        Ends, //!< what it means by itself
        Reloads
    };

    explicit StopSignals(Hangup hangup = Hangup::Ends);
    ~StopSignals() override;

Q_SIGNALS:
    void raised();
    void reloadAsked();

private:
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace apps
