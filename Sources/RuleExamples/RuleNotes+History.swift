// SPDX-License-Identifier: MIT

extension RuleNotes {
  static var history: StaticString {
    #"""
    change-ref
    = A reference that is deleted by hand leaves its commits without a name.
    + git update-ref -d refs/heads/old
    + git update-ref -d HEAD
    + git -C . update-ref -d refs/tags/v1
    - git update-ref refs/heads/new HEAD
    - git show-ref
    - git rev-parse HEAD
    checkout-paths
    = The working copy of these files is replaced, and nothing keeps what was there.
    + git checkout -- .
    + git checkout .
    + git checkout HEAD -- src/a.txt
    - git checkout main
    - git checkout -b feature/y
    - git diff -- src/a.txt
    clear-stash
    = It drops every stash, also those of other tasks.
    + git stash clear
    + git -C . stash clear
    + cd src && git stash clear
    - git stash
    - git stash show
    - git stash apply
    delete-remote-branch
    = Others may have work there.
    + git push origin --delete old
    + git push -d origin old
    + git push origin :old
    - git branch -d old
    - git push origin old
    - git push --dry-run --delete origin old
    delete-remote-tag
    = Releases and builds of others refer to it.
    + git push origin --delete v1.2.0
    + git push origin :refs/tags/v1
    + git push -d origin refs/tags/v1
    - git tag -d v1.2.0
    - git push origin v1.2.0
    - git tag -l
    delete-untracked
    = Files that git does not know cannot be brought back by git.
    + git clean -fd
    + git clean -fdx
    + git clean --force
    - git clean -n
    - git clean -nfd
    - git status --ignored
    discard-index
    = What was staged with care is in no commit yet.
    + git read-tree --empty
    + git read-tree --reset HEAD
    + git read-tree --reset -u main
    - git read-tree HEAD
    - git write-tree
    - git ls-files
    drop-stash
    = A stash that is dropped is hard to find again.
    + git stash drop
    + git stash drop stash@{1}
    + git -C . stash drop
    - git stash pop
    - git stash list
    - git stash push -m wip
    expire-reflog
    = The reflog is the last way back to a lost commit.
    + git reflog expire --expire=now --all
    + git reflog delete HEAD@{1}
    + git reflog expire --all
    - git reflog
    - git reflog show main
    - git gc
    force-checkout
    = Force throws away what would have been in the way.
    + git checkout -f main
    + git switch --discard-changes main
    + git worktree remove --force ../wt
    - git checkout main
    - git switch main
    - git worktree remove ../wt
    force-delete-branch
    = Commits that only this branch has lose their name.
    + git branch -D old
    + git branch -d -f old
    + git branch --delete --force old
    - git branch -d old
    - git branch
    - git branch -m old new
    force-push
    = Commits of others on that branch are lost.
    + git push --force
    + git push -f origin feature/x
    + git push origin +feature/x
    - git push origin feature/x
    - git commit -m "no git push --force"
    - git push --dry-run --force
    force-push-with-lease
    = The branch on the remote is replaced, though not behind anybody's back.
    + git push --force-with-lease
    + git push --force-with-lease origin feature/x
    + git push --force-with-lease=feature/x origin feature/x
    - git push origin feature/x
    - git push --dry-run --force-with-lease
    - git pull --rebase
    hard-reset
    = Changes that were never committed are in no reflog: they are gone.
    + git reset --hard
    + git reset --hard HEAD~1
    + git reset --merge
    - git reset
    - git reset --soft HEAD~1
    - git commit -m "explain git reset --hard"
    merge-pull-request
    = A merge is a decision about the shared branch.
    + gh pr merge 12
    + gh pr merge --squash 12
    + gh pr merge --auto --merge 12
    - gh pr view 12
    - gh pr create -t x -b y
    - gh pr checks 12
    mirror-push
    = Branches that are not here are deleted there.
    + git push --mirror
    + git push --mirror origin
    + git push --prune origin
    - git clone --mirror https://x.test/r.git
    - git push origin feature/x
    - git remote prune origin
    move-remote-tag
    = A tag that moves gives others something else under the same name.
    + git push --force origin v1.2.0
    + git push -f origin refs/tags/v1
    + git push origin +refs/tags/v2
    - git push origin v1.2.0
    - git push --tags
    - git tag v1.2.0
    overwrite-git
    = The repository is damaged when its files are written past git.
    + echo x > .git/HEAD
    + cp README.md .git/index
    + echo x > .git/refs/heads/main
    - cat .git/HEAD
    - echo '*.log' >> .git/info/exclude
    - echo x > .gitattributes
    prune-objects
    = Objects that no branch names are the last copy of lost work.
    + git prune
    + git gc --prune=now
    + git prune --expire=now
    - git gc
    - git fetch --prune
    - git remote prune origin
    push-all-branches
    = It pushes protected branches along, and half-done work.
    + git push --all
    + git push --all origin
    + git push origin --all
    - git push
    - git push origin feature/x
    - git fetch --all
    push-protected
    = Others build on this branch; what lands there was to be reviewed.
    + git push origin main
    + git push origin HEAD:master
    + git push origin feature/x:release/1.0
    - git push origin feature/x
    - git push -u origin HEAD
    - git push --dry-run origin main
    remove-changed-files
    = Force deletes files whose changes are in no commit.
    + git rm -f src/a.txt
    + git rm -rf src
    + git rm --force docs/guide.md
    - git rm src/a.txt
    - git rm --cached src/a.txt
    - git rm -f --cached src/a.txt
    restore-worktree
    = The working copy of these files is replaced, and nothing keeps what was there.
    + git restore .
    + git restore src/a.txt
    + git restore -SW src/a.txt
    - git restore --staged src/a.txt
    - git restore --staged .
    - git status
    rewrite-history
    = Every commit gets another name; all clones are cut off.
    + git filter-branch --tree-filter true HEAD
    + git filter-repo --path src
    + git filter-branch --msg-filter cat
    - git rebase main
    - git log --follow src/a.txt
    - git commit --amend -m x
    """#
  }
}
