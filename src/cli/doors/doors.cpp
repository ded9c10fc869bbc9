// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/doors/doors.h"

#include "cli/verbs/verbs.h"

namespace cli {

namespace {

constexpr Operand reference[]{{"REFERENCE"}};
constexpr Operand command[]{{"COMMAND", Need::Many}};
constexpr Operand action[]{{"ACTION"}};
constexpr Operand file[]{{"FILE"}};
constexpr Operand fileAndPath[]{{"FILE"}, {"PATH"}};
constexpr Operand fileAndValue[]{{"FILE"}, {"PATH"}, {"VALUE", Need::Optional}};

constexpr std::string_view formats = "yaml|json|dotenv|ini|binary";
constexpr Option inputType{
    "--input-type", "TYPE", "what the file is, where its name does not say it", formats};

constexpr Option runOptions[]{
    {"--env",
     "NAME=REFERENCE",
     "a variable for the program; its value may be a plain text",
     "",
     true},
    {"--env-file", "FILE", "variables from a .env file, whose values may be references", "", true},
    {"--mask", "", "show the values as *** in what the program prints", ""},
    {"--no-inherit", "", "of our own environment only PATH, HOME, TERM and the like", ""}};

constexpr Option injectOptions[]{
    {"--in", "FILE", "the template; else standard input", ""},
    {"--out", "FILE", "write there, closed to others, instead of to standard output", ""},
    {"-i", "FILE", "the same as --in", ""},
    {"-o", "FILE", "the same as --out", ""}};

constexpr Option decryptOptions[]{
    {"--extract", "PATH", "one value only: '[\"database\"][\"password\"]'", ""},
    inputType,
    {"--output-type", "TYPE", "print it in another format", formats},
    {"--output", "FILE", "write there, closed to others", ""},
    {"--in-place", "", "replace the encrypted file by the plain one", ""},
    {"-i", "", "the same as --in-place", ""}};

constexpr Option encryptOptions[]{
    {"--age", "RECIPIENTS", "for these age keys (age1…), separated by commas", "", true},
    {"--pgp", "FINGERPRINTS", "for these PGP keys, separated by commas", "", true},
    inputType,
    {"--output", "FILE", "write there instead of to standard output", ""},
    {"--in-place", "", "replace the plain file by the encrypted one", ""},
    {"-i", "", "the same as --in-place", ""}};

constexpr Option editOptions[]{inputType};
constexpr Option setOptions[]{{"--value-stdin", "", "read the value from standard input", ""},
                              {"--text", "", "the value is a text as it stands, not JSON", ""},
                              inputType};

constexpr Verb verbs[]{
    {"resolve",
     "print what a reference stands for",
     reference,
     {},
     "auth://SERVICE/ACCOUNT/TYPE, ref+BACKEND://…, or a text with several of them.",
     &resolveReference,
     {}},
    {"run",
     "run a program with secrets in its environment only",
     command,
     runOptions,
     "Without --mask this process becomes the program. Its exit code is ours in any case.\n"
     "A value that is no reference is passed on as it is.",
     &runCommand,
     {},
     true},
    {"inject",
     "fill the {{ references }} of a template",
     {},
     injectOptions,
     "Whatever stands in braces and is no reference stays. If one cannot be resolved, its line "
     "and\n"
     "column are named and nothing is written.",
     &injectReferences,
     {}},
    {"git-credential",
     "answer git, as its credential helper",
     action,
     {},
     "Set up once with: git config --global credential.helper latchkey\n"
     "ACTION is get, store, erase or capability; git says which.",
     &answerGit,
     {}},
    {"sops decrypt",
     "print the plain text of a SOPS file",
     file,
     decryptOptions,
     {},
     &decryptSops,
     {}},
    {"sops encrypt",
     "encrypt a file for age or PGP keys",
     file,
     encryptOptions,
     "Without recipients .sops.yaml says for whom.",
     &encryptSops,
     {}},
    {"sops edit",
     "open a SOPS file in your editor",
     file,
     editOptions,
     "The editor is the one in SOPS_EDITOR, VISUAL or EDITOR. The plain text lies in memory only,\n"
     "where the system has such a place, and is overwritten and removed afterwards.",
     &editSops,
     {}},
    {"sops set",
     "set one value of a SOPS file",
     fileAndValue,
     setOptions,
     "PATH is written as sops does: '[\"database\"][\"password\"]'. VALUE is JSON; a secret "
     "belongs\n"
     "on standard input, since a command line can be seen by others.",
     &setSops,
     {}},
    {"sops unset", "remove one value of a SOPS file", fileAndPath, editOptions, {}, &unsetSops, {}},
    {"sops info",
     "say for whom a SOPS file is encrypted",
     file,
     editOptions,
     {},
     &describeSops,
     {}},
    {"doctor", "find what is wrong, and say how to mend it", {}, {}, {}, &examine, {}}};

} // namespace

std::span<const Verb> doorVerbs()
{
    return verbs;
}

} // namespace cli
