// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTranslator>

//! Every translated text about forty per cent longer, with umlauts: finds what a German window
//! would break.
class Pseudo : public QTranslator
{
public:
    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char *,
                                    const char *source,
                                    const char *,
                                    int) const override
    {
        QString longer;
        for (const QChar c : QString::fromUtf8(source)) {
            switch (c.unicode()) {
            case 'a':
                longer += QStringLiteral("ää");
                break;
            case 'e':
                longer += QStringLiteral("ee");
                break;
            case 'o':
                longer += QStringLiteral("öö");
                break;
            case 'u':
                longer += QStringLiteral("üü");
                break;
            case 'i':
                longer += QStringLiteral("ie");
                break;
            default:
                longer += c;
            }
        }
        return longer;
    }
};

//! Every translated text as one that is read from the right: a mark in front makes it so, and the
//! letters stay readable for who looks at the pictures.
class PseudoFromTheRight : public QTranslator
{
public:
    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char *,
                                    const char *source,
                                    const char *,
                                    int) const override
    {
        return QChar(0x200F) + QString::fromUtf8(source);
    }
};
