#!/usr/bin/zsh -f
# SPDX-FileCopyrightText: 2026 The Latchkey authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What zsh makes of each LINE when Tab is pressed behind it, on a terminal as a person has it.
# usage: completion.zsh FOLDER LINE…     (FOLDER/_latchkey is the script to be loaded)
zmodload zsh/zpty || exit 77
folder=$1
shift
zpty shell zsh -f -i
zpty -w shell "PS1= PS2= RPS1=; unsetopt prompt_cr"
zpty -w shell "fpath=(${(q)folder} \$fpath); autoload -Uz compinit; compinit -u -d ${(q)folder}/dump"
zpty -w shell "show() { print -r -- \"[begin]\${BUFFER}[end]\"; BUFFER= }; zle -N show; bindkey '^X' show"
zpty -w shell "bindkey '^I' complete-word; setopt no_list_beep no_auto_list; print re''ady"
zpty -r -m shell answer '*ready*'
for line; do
    zpty -w -n shell "$line"$'\t\x18'
    zpty -r -m shell answer '*\[begin\]*\[end\]*'
    print -r -- "${${answer##*\[begin\]}%%\[end\]*}"
done
zpty -d shell
