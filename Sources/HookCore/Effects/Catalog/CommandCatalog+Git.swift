// SPDX-License-Identifier: MIT

extension CommandCatalog {
  static var gitTable: StaticString {
    """
    git/add u* --pathspec-from-file=r -f,--force!Rf -A,--all ~f:s
    git/am r* --no-verify!v -n!v @v:skip-git-hooks
    git/annotate &git/blame
    git/apply r* --exclude=p --include=w --directory=W
    git/archive p* -o,--output=w --format=p --prefix=p
    git/bisect p*
    git/blame p* -L=p
    git/branch p* -D!D -d,--delete!d -f,--force!f -m,-M=p @D:force-delete-branch @df:force-delete-branch @f:force-delete-branch
    git/bundle p*
    git/cat-file p* --batch,--batch-check!b
    git/check-ignore p*
    git/checkout p* -b,-B=p -f,--force!f @f:force-checkout
    git/checkout-index u* -f!f -a --prefix=p @f:force-checkout
    git/cherry-pick p*
    git/clean p* -f,--force!f -n,--dry-run!n -e,--exclude=p @f!n:delete-untracked
    git/clone p* -b,--branch=p --depth=p -c,--config=p -o=p
    git/commit u* -m,--message=p -F,--file=r -C,-c=p --author=p --date=p -t=r -n,--no-verify!v @v:skip-git-hooks
    git/config p*
    git/credential u* @=fill:print-git-host-token
    git/credential-cache u* @=get:print-git-host-token
    git/credential-manager u* @=get:print-git-host-token
    git/credential-osxkeychain u* @=get:print-git-host-token
    git/credential-store u* @=get:print-git-host-token
    git/crypt &git-crypt
    git/daemon u* @listen
    git/describe p*
    git/diff p* --output=w
    git/diff-files u*
    git/diff-index u*
    git/diff-tree p* --output=w
    git/difftool p* -x,--extcmd=C -t,--tool=p
    git/fast-export p*
    git/fetch p* --depth=p
    git/filter-branch p* @rewrite-history
    git/filter-repo p* @rewrite-history
    git/format-patch p* -o=p
    git/fsck p*
    git/gc p* --prune?pp @p:prune-objects
    git/grep pr* -O,--open-files-in-pager?C -e=P -f=rP --no-index,--untracked!R ~R:s
    git/hash-object r* -t=p
    git/init p*
    git/instaweb u* @listen
    git/interpret-trailers u*
    git/lfs /
    git/lfs/migrate u* @=import:rewrite-history @=export:rewrite-history
    git/lfs/prune u* @expire-reflog
    git/log p* --output=w -n=p -S,-G=p --format=p --author=p --since=p --until=p --grep=p
    git/ls-files p* -x=p
    git/ls-remote p*
    git/ls-tree p*
    git/merge p* -m=p -s=p -X=p --no-verify!v @v:skip-git-hooks
    git/merge-base p*
    git/merge-file r*
    git/mv m*w
    git/notes p* -F,--file=r -m=p
    git/prune p* @prune-objects
    git/pull p*
    git/push p* --no-verify!v --all!A @v:skip-git-hooks @A:push-all-branches -f,--force!f --force-with-lease?pl --force-if-includes -d,--delete!d --mirror!m --prune!m -n,--dry-run!n --tags!t -o,--push-option=p --repo=p @m:mirror-push
    git/push-to u*
    git/range-diff p*
    git/read-tree p* --empty!e --reset!e -u!e @e:discard-index
    git/rebase p* --onto=p -x,--exec=p -s=p -X=p
    git/reflog p* --expire?p @=expire:expire-reflog @=delete:expire-reflog
    git/remote p*
    git/replace p* -l,--list!l -d=p
    git/request-pull u*
    git/reset p* --hard!h --merge!h @h:hard-reset
    git/restore p* -s,--source=p -S,--staged!S -W,--worktree!W @!S:restore-worktree @SW:restore-worktree
    git/rev-list p*
    git/rev-parse p*
    git/revert p*
    git/rm p* -r!R --cached!c -f,--force!f @f!c:remove-changed-files
    git/secret &git-secret
    git/send-email u*
    git/shortlog p*
    git/show p* --output=w
    git/show-ref p*
    git/sparse-checkout p*
    git/stash / -m=p
    git/stash/apply p*
    git/stash/branch p*
    git/stash/clear p* @clear-stash
    git/stash/create p*
    git/stash/drop p* @drop-stash
    git/stash/list p*
    git/stash/pop p*
    git/stash/push u* -m,--message=p -u,--include-untracked -a,--all!R ~R:s -k -S
    git/stash/save p*
    git/stash/show p*
    git/status p*
    git/submodule p* @=deinit:remove-changed-files
    git/switch p* -c,-C,--create,--force-create=p --discard-changes!f -f,--force!f @f:force-checkout
    git/symbolic-ref p* -d,--delete!d @d=HEAD:change-ref
    git/tag p* -d,--delete -a -s -m=p -F,--file=r -u=p
    git/update-index u*
    git/update-ref p* -d!d @d:change-ref @=refs/heads/main:force-delete-branch @=refs/heads/master:force-delete-branch
    git/var u* -l!l @l:print-environment
    git/worktree p* -b,-B=p -f,--force!f @f:force-checkout
    hg /
    hg/purge p* @delete-untracked
    hg/strip p* @rewrite-history
    jj /
    jj/abandon p* @force-delete-branch
    svn /
    svn/delete p* @=http:delete-remote-branch @=svn:delete-remote-branch
    svn/rm &svn/delete
    """
  }
}
