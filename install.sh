#!/bin/sh
# SPDX-License-Identifier: MIT
#
# Builds the hooks, installs them, wires them into the settings of Claude Code, and proves that they block.
# What it did is undone when a block was not proven, when anything fails, and on an interrupt.

set -eu
umask 022
LC_ALL=C
export LC_ALL

usage() {
  cat <<'EOF'
Build and install the security hooks, and wire them into the settings of Claude Code

usage: ./install.sh [--user | --project DIR | --managed] [options]
       ./install.sh --uninstall [--user | --project DIR | --managed] [options]

  --user           wire ~/.claude/settings.json (default)
  --project DIR    wire DIR/.claude/settings.json
  --managed        wire a drop-in of the managed settings, which no project can turn off;
                   needs root
  --prefix DIR     install below DIR: hooks to libexec/security-hooks, hookctl to bin
                   (default: ~/.local, with --managed /usr/local)
  --build-dir DIR  install the executables in DIR instead of building them: for packages,
                   and to build as yourself what root installs
  --dry-run        print every action and do none
  --uninstall      take out what was installed; the audit log stays
  --help           this text

DESTDIR, where it is set, goes before every path written to, for packages; nothing is
proven then, since the wired paths are not yet in place.

Exit status: 0 done, 1 a block was not proven, 64 and above as in sysexits(3).
EOF
}

say() { printf '%s\n' "$*"; }

# die STATUS MESSAGE
die() {
  printf 'install.sh: error: %s\n' "$2" >&2
  exit "$1"
}

# The absolute form of a path.
absolute() {
  case $1 in
    /*) printf '%s\n' "$1" ;;
    *) printf '%s\n' "${PWD%/}/$1" ;;
  esac
}

parse_arguments() {
  scope='' project='' prefix='' build='' dry=no uninstall=no
  while [ $# -gt 0 ]; do
    option=$1
    shift
    case $option in
      --user) set_scope user ;;
      --managed) set_scope managed ;;
      --dry-run) dry=yes ;;
      --uninstall) uninstall=yes ;;
      --help | -h)
        usage
        exit 0
        ;;
      --project | --prefix | --build-dir)
        [ -n "${1:-}" ] || die 64 "$option needs a value; see ./install.sh --help"
        case $option in
          --project)
            set_scope project
            project=$1
            ;;
          --prefix) prefix=$(absolute "$1") ;;
          --build-dir) build=$(absolute "$1") ;;
        esac
        shift
        ;;
      *) die 64 "unknown argument $option; see ./install.sh --help" ;;
    esac
  done
  scope=${scope:-user}
}

set_scope() {
  [ -z "$scope" ] || die 64 "--user, --project and --managed exclude each other"
  scope=$1
}

# Where everything goes.
choose_places() {
  source_dir=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
  home=${HOME:-}
  destination=${DESTDIR:-}
  destination=${destination%/}
  case $scope in
    user)
      [ -d "$home" ] || die 78 "HOME is not set to a directory; whose settings are meant?"
      settings=$home/.claude/settings.json
      ;;
    project)
      [ -d "$project" ] || die 66 "no such directory: $project"
      project=$(CDPATH='' cd -- "$project" && pwd)
      settings=$project/.claude/settings.json
      ;;
    managed)
      if [ "$(uname)" = Darwin ]; then
        settings='/Library/Application Support/ClaudeCode/managed-settings.d/50-security-hooks.json'
      else
        settings=/etc/claude-code/managed-settings.d/50-security-hooks.json
      fi
      prefix=${prefix:-/usr/local}
      ;;
  esac
  if [ -z "$prefix" ]; then
    [ -n "$home" ] || die 78 'HOME is not set; say where to install with --prefix DIR'
    prefix=$home/.local
  fi
  prefix=${prefix%/}
  libexec=$prefix/libexec/security-hooks
  manifest=$destination$libexec/manifest
  target=$destination$settings
  state=''
  if [ "$scope" != managed ] && [ -n "$home" ] && [ -z "$destination" ]; then
    state=$home/.local/state/security-hooks
  fi
  case $prefix$settings$destination in
    *'
'*) die 64 'a path with a line break cannot be installed to' ;;
  esac
}

# Who may do this.
check_user() {
  if [ "$scope" = managed ]; then
    [ -n "$destination" ] || [ "$(id -u)" -eq 0 ] || [ "$dry" = yes ] ||
      die 77 '--managed needs root; build first, then: sudo ./install.sh --managed --build-dir .build/release'
  elif [ -n "$home" ] && [ "$(id -u)" -eq 0 ]; then
    [ -n "$(find "$home" -prune -user 0)" ] ||
      die 77 "$home belongs to another user; run this as that user, without sudo"
  fi
}

# ---- undoing ---------------------------------------------------------------------------------------------------------

# begin: from here on, whatever ends the script undoes what it did
begin() {
  work=$(mktemp -d "${TMPDIR:-/tmp}/security-hooks.XXXXXX")
  kept=0 made='' committed=no
  trap finish EXIT
  trap 'exit 129' HUP
  trap 'exit 130' INT
  trap 'exit 143' TERM
}

finish() {
  status=$?
  trap - EXIT
  trap '' HUP INT TERM
  if [ "$committed" = no ]; then
    undo
    [ "$status" -ne 0 ] || status=70
  fi
  rm -rf "$work"
  exit "$status"
}

undo() {
  changed=$kept
  while [ "$kept" -gt 0 ]; do
    IFS= read -r path <"$work/$kept.path"
    rm -f -- "$path.new.$$"
    if [ -e "$work/$kept.old" ]; then
      replace "$work/$kept.old" "$path" || say "install.sh: cannot put back $path; it is in $work/$kept.old" >&2
    else
      rm -f -- "$path"
    fi
    kept=$((kept - 1))
  done
  printf '%s' "$made" | while IFS= read -r directory; do rmdir -- "$directory" 2>/dev/null || :; done
  [ "$changed" -eq 0 ] || say 'install.sh: everything is as it was before' >&2
}

# keep PATH: remember the file, or that there is none, before it is changed
keep() {
  kept=$((kept + 1))
  [ ! -e "$1" ] || cp -p -- "$1" "$work/$kept.old"
  printf '%s\n' "$1" >"$work/$kept.path"
}

# replace FILE PATH: readers of PATH see the old content or the new, never a part
replace() {
  if [ -L "$2" ]; then
    cat -- "$1" >"$2"
  else
    cp -p -- "$1" "$2.new.$$" && mv -f -- "$2.new.$$" "$2"
  fi
}

# make_directory PATH [MODE]: with its parents; what is made is remembered
make_directory() {
  [ ! -d "$1" ] || return 0
  case "
$made" in
    *"
$1
"*) return 0 ;;
  esac
  make_directory "$(dirname -- "$1")"
  if [ "$dry" = yes ]; then
    say "make directory $1"
  else
    mkdir -m "${2:-755}" -- "$1" || die 73 "cannot make the directory $1"
  fi
  made="$1
$made"
}

# ---- install ---------------------------------------------------------------------------------------------------------

build_executables() {
  if [ -n "$build" ]; then
    [ -x "$build/hookctl" ] || die 66 "no executables in $build; run swift build -c release"
    return 0
  fi
  build=$source_dir/.build/release
  command -v swift >/dev/null 2>&1 ||
    die 69 'no Swift toolchain; get Swift 6.2 or later from https://www.swift.org/install, put swift on PATH, try again'
  if [ "$dry" = yes ]; then
    say "build in $source_dir"
  else
    say "building in $source_dir"
    (cd -- "$source_dir" && swift build -c release --quiet) || die 70 'the build failed; nothing was installed'
  fi
}

# install_executable NAME DIRECTORY
install_executable() {
  path=$2/$1
  if [ -x "$path" ] && [ ! -L "$path" ] && cmp -s -- "$build/$1" "$path"; then
    say "unchanged $path"
  elif [ "$dry" = yes ]; then
    say "install $path"
  else
    keep "$path"
    rm -f -- "$path.new.$$"
    cp -- "$build/$1" "$path.new.$$" || die 74 "cannot write to $2"
    chmod 755 "$path.new.$$"
    mv -f -- "$path.new.$$" "$path"
    say "installed $path"
  fi
}

wire_settings() {
  set -- settings merge --file "$target" --libexec "$libexec"
  if [ "$dry" = yes ]; then
    say "wire the hooks in $target"
    [ ! -x "$build/hookctl" ] || "$build/hookctl" "$@" --dry-run
    return 0
  fi
  keep "$target"
  [ -e "$target" ] || created=$target
  "$build/hookctl" "$@"
}

# What --uninstall has to know: which settings are wired, and what was not there before.
write_manifest() {
  [ ! -f "$manifest" ] || cat -- "$manifest" >"$work/manifest"
  [ -f "$work/manifest" ] || printf '%s\n' '# written by install.sh; read by install.sh --uninstall' >"$work/manifest"
  {
    printf 'wired %s\n' "$settings"
    [ -z "$created" ] || printf 'created %s\n' "${created#"$destination"}"
    printf '%s' "$made" | while IFS= read -r directory; do printf 'created %s\n' "${directory#"$destination"}"; done
  } >"$work/lines"
  while IFS= read -r line; do
    grep -qxF -e "$line" "$work/manifest" || printf '%s\n' "$line" >>"$work/manifest"
  done <"$work/lines"
  cmp -s -- "$work/manifest" "$manifest" && return 0
  keep "$manifest"
  replace "$work/manifest" "$manifest"
}

# Runs the wired commands on what they have to block.
prove() {
  if [ -n "$destination" ]; then
    say "proven: nothing, since $destination is not the place the hooks will run from; run hookctl doctor there"
    return 0
  fi
  "$prefix/bin/hookctl" doctor --file "$settings" ||
    die 1 'the hooks were not proven to block; see the lines that begin with fail'
}

install_all() {
  build_executables
  created=''
  make_directory "$destination$libexec"
  make_directory "$destination$prefix/bin"
  make_directory "$(dirname -- "$target")"
  [ -z "$state" ] || make_directory "$state" 700
  for name in hook-guard hook-audit hook-drift; do install_executable "$name" "$destination$libexec"; done
  install_executable hookctl "$destination$prefix/bin"
  wire_settings
  if [ "$dry" = yes ]; then
    say 'run hookctl doctor; undo all of this where a block is not proven'
    return 0
  fi
  write_manifest
  prove
}

# ---- uninstall -------------------------------------------------------------------------------------------------------

# The hookctl that takes the hooks out of the settings.
find_hookctl() {
  for hookctl in "$destination$prefix/bin/hookctl" "${build:-$source_dir/.build/release}/hookctl"; do
    [ ! -x "$hookctl" ] || return 0
  done
  build_executables
  hookctl=$build/hookctl
}

unwire_settings() {
  [ -e "$target" ] || return 0
  if [ "$dry" = yes ]; then
    say "take the hooks out of $target"
    return 0
  fi
  keep "$target"
  "$hookctl" settings merge --remove --file "$target"
  if was_created "$settings" && [ "$(tr -d ' \t\r\n' <"$target")" = '{}' ]; then rm -f -- "$target"; fi
}

was_created() { [ -f "$manifest" ] && grep -qxF -e "created $1" "$manifest"; }

# remove PATH: a file of ours
remove() {
  [ -e "$1" ] || return 0
  if [ "$dry" = yes ]; then
    say "remove $1"
  else
    keep "$1"
    rm -f -- "$1"
    say "removed $1"
  fi
}

# Removes the directories that install.sh made, where nothing is in them, the innermost first.
remove_directories() {
  sed -n 's/^created //p' "$1" | sort -r | while IFS= read -r path; do
    [ -d "$destination$path" ] || continue
    if [ "$dry" = yes ]; then
      say "remove $destination$path where it is empty"
    else
      rmdir -- "$destination$path" 2>/dev/null || :
    fi
  done
}

# Keeps of the manifest what is still true after this scope is gone.
shorten_manifest() {
  while IFS= read -r line; do
    case $line in
      "wired $settings") ;;
      'created '*) [ ! -e "$destination${line#created }" ] || printf '%s\n' "$line" ;;
      *) printf '%s\n' "$line" ;;
    esac
  done <"$manifest" >"$work/manifest"
  keep "$manifest"
  replace "$work/manifest" "$manifest"
}

uninstall_all() {
  if [ -e "$target" ]; then find_hookctl; fi
  unwire_settings
  : >"$work/old"
  [ ! -f "$manifest" ] || cat -- "$manifest" >"$work/old"
  others=$(sed -n 's/^wired //p' "$work/old" | grep -vxF -e "$settings" || :)
  if [ -n "$others" ]; then
    [ "$dry" = yes ] || remove_directories "$work/old"
    [ "$dry" = yes ] || shorten_manifest
    say "kept the executables, since these settings still name them: $others"
    return 0
  fi
  for name in hook-guard hook-audit hook-drift manifest; do remove "$destination$libexec/$name"; done
  remove "$destination$prefix/bin/hookctl"
  if [ -n "$state" ] && [ -d "$state/drift" ]; then
    if [ "$dry" = yes ]; then say "remove $state/drift"; else rm -rf -- "$state/drift"; fi
  fi
  remove_directories "$work/old"
  if [ -n "$state" ] && [ -d "$state/audit" ]; then say "kept the audit log in $state"; fi
}

main() {
  parse_arguments "$@"
  choose_places
  check_user
  begin
  if [ "$uninstall" = yes ]; then uninstall_all; else install_all; fi
  committed=yes
}

main "$@"
