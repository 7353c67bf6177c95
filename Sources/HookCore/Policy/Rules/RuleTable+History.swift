// SPDX-License-Identifier: MIT

extension RuleTable {
  static var history: StaticString {
    """
    change-ref deny rewrite-history deleting a reference by hand | use git branch -d
    checkout-paths ask discard-changes discarding uncommitted changes of | commit or stash them first
    clear-stash ask drop-stash dropping all stashed work | drop the one that you made, by name
    delete-remote-branch deny - deleting a branch on the remote | ask the user to delete it
    delete-remote-tag deny delete-remote-branch deleting a tag on the remote | ask the user to delete it
    delete-untracked ask - deleting untracked files | list them with git clean -n, then delete by name
    discard-index ask discard-changes discarding what is staged: | commit it first
    drop-stash ask - dropping stashed work | apply it, or keep it
    expire-reflog ask - removing what git could still bring back | leave it to git gc
    force-checkout ask discard-changes discarding uncommitted changes by force: | commit or stash them first
    force-delete-branch ask - deleting a branch with unmerged work | use git branch -d
    force-push deny - force-pushing | push new commits, or ask the user
    force-push-with-lease ask - replacing a branch on the remote | push new commits instead
    hard-reset ask discard-changes discarding uncommitted changes: | commit or stash them first
    merge-pull-request ask push-protected merging a pull request | leave the merge to a reviewer
    mirror-push deny force-push making the remote a mirror, which deletes what is not here | push your branch by name
    move-remote-tag deny force-push moving a tag that others may have | make a new tag
    overwrite-git deny - overwriting what git keeps in | use git commands to change it
    prune-objects ask expire-reflog deleting objects that git could still bring back | leave it to git gc
    push-all-branches ask push-protected pushing all branches, protected ones among them | push your branch by name
    push-protected ask - pushing to a protected branch | push a branch and open a pull request
    remove-changed-files ask discard-changes deleting tracked files with their changes: | use git rm without -f
    restore-worktree ask discard-changes discarding uncommitted changes: | commit or stash them first
    rewrite-history deny - rewriting the history of the repository | ask the user
    """
  }
}
