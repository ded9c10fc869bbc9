// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QString>

#include <functional>
#include <memory>

//! Work on files that a kill may cut off anywhere. Each method runs in a process of its own, as
//! after a start of the program.
class Scenario
{
public:
    using Step = std::function<base::Result<>()>;

    explicit Scenario(QString folder)
        : m_folder(std::move(folder))
    {}
    virtual ~Scenario() = default;
    Scenario(const Scenario &) = delete;
    Scenario &operator=(const Scenario &) = delete;

    //! Lays the files as they are before the first step.
    [[nodiscard]] virtual base::Result<> prepare() = 0;
    //! What is done then, step by step; each one is done wholly or not at all.
    [[nodiscard]] virtual base::Result<QList<Step>> steps() = 0;
    //! What a start finds now, and that it can work with it.
    [[nodiscard]] virtual base::Result<QByteArray> state() = 0;

protected:
    [[nodiscard]] QString path(const char *name) const
    {
        return m_folder + QLatin1Char('/') + QLatin1String(name);
    }

private:
    QString m_folder;
};

using MakeScenario = std::function<std::unique_ptr<Scenario>(const QString &folder)>;

//! All of them, by name.
[[nodiscard]] QMap<QString, MakeScenario> authorityScenarios();
[[nodiscard]] QMap<QString, MakeScenario> ledgerScenarios();
[[nodiscard]] QMap<QString, MakeScenario> vaultScenarios();
