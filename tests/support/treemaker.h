// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "references/documents/node.h"

#include <QRandomGenerator>

#include <iterator>

//! Trees of every kind of value, with the texts that writers of YAML get wrong.
class TreeMaker
{
public:
    explicit TreeMaker(quint32 seed)
        : m_random(seed)
    {}

    references::Node map(int depth)
    {
        references::Node node = references::Node::map();
        const int count = 1 + number(4);
        for (int i = 0; i < count; ++i) {
            if (number(4) == 0)
                node.addComment(" a comment: with 'signs'");
            node.set(QByteArray::number(i) + text(), value(depth));
        }
        return node;
    }

private:
    int number(int below) { return int(m_random.bounded(quint32(below))); }

    QByteArray text()
    {
        static const QByteArray words[] = {"plain",       "",          " ",          "two words",
                                           "a: b",        "#c",        "x #y",       "- z",
                                           "true",        "null",      "~",          "12",
                                           "1.5",         "0x1F",      "1:20",       "yes",
                                           "line\nbreak", "line\n",    "\n",         "a\n\n\nb\n\n",
                                           " lead\nx",    "tab\there", "\"quoted\"", "it's",
                                           "back\\slash", "naïve ☃ 𝄞", "{a}",        "[b]",
                                           "&c",          "*d",        "!e",         "|",
                                           ">",           "%f",        "@g",         "`h`",
                                           "ends:",       "---",       "...",        "2026-01-02",
                                           "a, b",        "\r\n",      "\xc2\x85",   "\xe2\x80\xa8",
                                           "\x01\x7f",    "=",         "<<",         "?",
                                           "? k",         ":",         ": v",        "-",
                                           "-1x",         "  \n  ",    "x\n \ny",    "k:\tv"};
        return words[number(int(std::size(words)))];
    }

    references::Node value(int depth)
    {
        switch (number(depth > 0 ? 9 : 6)) {
        case 0:
            // sops before 3.13.2 reads the integers of JSON as floats: 53 bits.
            return references::Node::integer(qint64(m_random.generate64()) >> 11);
        case 1:
            return references::Node::boolean(number(2) == 0);
        case 2:
            return references::Node();
        case 3:
            return references::Node(references::Kind::Float, base::Secret(QByteArrayView("0.125")));
        case 6:
            return map(depth - 1);
        case 7:
        case 8: {
            references::Node list = references::Node::list();
            for (int count = number(4); count > 0; --count)
                list.append(value(depth - 1));
            return list;
        }
        default:
            return references::Node::text(text());
        }
    }

    QRandomGenerator m_random;
};
