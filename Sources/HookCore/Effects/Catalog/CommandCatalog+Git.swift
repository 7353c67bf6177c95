// SPDX-License-Identifier: MIT

extension CommandCatalog {
  static var gitTable: StaticString {
    """
    git/add u* --pathspec-from-file=r -f,--force!Rf -A,--all ~f:s
    git/am r*
    git/apply r* --exclude=p --include=p
    git/archive p* -o,--output=w --format=p --prefix=p
    git/bisect p*
    git/blame p* -L=p
    git/branch p* -D!D -d,--delete!d -f,--force!f -m,-M=p @D:force-delete-branch @df:force-delete-branch
    git/bundle p*
    git/cat-file p*
    git/checkout p* -b,-B=p -f,--force!f @f:discard-changes
    git/checkout-index p* -f!f -a @f:discard-changes
    git/cherry-pick p*
    git/clean p* -f,--force!f -n,--dry-run!n -e,--exclude=p @f!n:delete-untracked
    git/clone p* -b,--branch=p --depth=p -c,--config=p -o=p
    git/commit u* -m,--message=p -F,--file=r -C,-c=p --author=p --date=p -t=r -n,--no-verify!v @v:change-git-hooks
    git/config p*
    git/describe p*
    git/diff p*
    git/diff-tree p*
    git/difftool p* -x,--extcmd=C -t,--tool=p
    git/fast-export p*
    git/fetch p* --depth=p
    git/filter-branch p* @rewrite-history
    git/filter-repo p* @rewrite-history
    git/format-patch p* -o=p
    git/fsck p*
    git/gc p* --prune?pp @p:expire-reflog
    git/grep pr* -e=P -f=rP --no-index,--untracked!R ~R:s
    git/hash-object r* -t=p
    git/init p*
    git/interpret-trailers u*
    git/log p* -n=p -S,-G=p --format=p --author=p --since=p --until=p --grep=p
    git/ls-files p* -x=p
    git/ls-remote p*
    git/ls-tree p*
    git/merge p* -m=p -s=p -X=p
    git/merge-base p*
    git/mv m*w
    git/notes p* -F,--file=r -m=p
    git/prune p* @expire-reflog
    git/pull p*
    git/push p* --no-verify!v --all!A @v:change-git-hooks @A:push-protected -f,--force!f --force-with-lease?pl --force-if-includes -d,--delete!d --mirror!m --prune!m -n,--dry-run!n --tags!t -o,--push-option=p --repo=p @m:force-push
    git/range-diff p*
    git/read-tree p* --empty!e --reset!e @e:discard-changes
    git/rebase p* --onto=p -x,--exec=p -s=p -X=p
    git/reflog p* --expire?p @=expire:expire-reflog @=delete:expire-reflog
    git/remote p*
    git/replace p*
    git/reset p* --hard!h --merge!h @h:discard-changes
    git/restore p* -s,--source=p -S,--staged!S -W,--worktree!W @!S:discard-changes @SW:discard-changes
    git/rev-list p*
    git/rev-parse p*
    git/revert p*
    git/rm p* -r!R --cached!c -f,--force!f @f!c:discard-changes
    git/shortlog p*
    git/show p*
    git/show-ref p*
    git/sparse-checkout p*
    git/stash / -m=p
    git/stash/apply p*
    git/stash/branch p*
    git/stash/clear p* @drop-stash
    git/stash/create p*
    git/stash/drop p* @drop-stash
    git/stash/list p*
    git/stash/pop p*
    git/stash/push p* -m,--message=p
    git/stash/save p*
    git/stash/show p*
    git/status p*
    git/submodule p*
    git/switch p* -c,-C,--create,--force-create=p --discard-changes!f -f,--force!f @f:discard-changes
    git/symbolic-ref p*
    git/tag p* -d,--delete -m=p -F=r
    git/update-index u*
    git/update-ref p* -d!d @d:rewrite-history
    git/worktree p* -b,-B=p -f,--force!f @f:discard-changes
    """
  }
}
