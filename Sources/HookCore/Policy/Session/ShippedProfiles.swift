// SPDX-License-Identifier: MIT

/// The stages and phases that ship: a policy document like any other, which is read when one of
/// them is chosen.
package enum ShippedProfiles {
  static func profile(_ kind: StageKind, _ name: [UInt8]) -> StageProfile? {
    guard names(kind).contains(name), let document else { return nil }
    for profile in document.profiles(kind) where profile.name == name { return profile }
    return nil
  }

  /// The profiles as a document; a test reads it.
  package static var document: PolicyDocument? { try? PolicyReader.read([UInt8](text)) }

  /// The names, for those who look for one.
  static func names(_ kind: StageKind) -> Words {
    switch kind {
    case .stage: Words("requirement pull-request verification pre-merge")
    case .phase: Words("read-only limited-write constrained-automation scheduled-low-risk")
    }
  }

  package static var text: StaticString {
    """
    {
      "version": 1,
      "lists": {
        "looking": ["Read", "Grep", "Glob", "Bash", "Monitor", "WebFetch", "WebSearch", "Agent", "Task",
          "TodoWrite", "TaskCreate", "TaskUpdate", "TaskGet", "TaskList", "TaskOutput",
          "TaskStop", "ListAgents", "ToolSearch", "BashOutput", "KillShell", "AskUserQuestion",
          "ExitPlanMode", "EnterPlanMode", "ReportFindings"],
        "look": ["ls *", "cat *", "head *", "tail *", "wc *", "nl *", "file *", "stat *", "tree *", "du *",
          "df *", "pwd", "cd *", "basename *", "dirname *", "realpath *", "readlink *", "which *",
          "type *", "command -v *", "echo *", "printf *", "true", "false", ":", "test *", "[ *", "[[ *",
          "sleep *", "date *", "uname *", "id", "whoami", "hostname", "exit *", "return *", "shift *",
          "local *", "export *", "set *", "shopt *", "read *", "wait *", "break *", "continue *",
          "grep *", "egrep *", "fgrep *", "rg *", "ag *", "ack *", "find *", "fd *", "locate *",
          "sort *", "uniq *", "cut *", "tr *", "paste *", "join *", "comm *", "column *", "fold *",
          "rev *", "tac *", "seq *", "diff *", "cmp *", "cksum *", "md5sum *", "sha1sum *",
          "sha256sum *", "shasum *", "strings *", "xxd *", "od *", "hexdump *", "sed -n *", "jq *",
          "yq *", "less *", "more *", "xargs *", "bash -c *", "sh -c *", "env *", "time *",
          "timeout *", "git log *", "git show *", "git diff *", "git status *", "git blame *",
          "git annotate *", "git ls-files *", "git ls-tree *", "git grep *", "git rev-parse *",
          "git rev-list *", "git describe *", "git shortlog *", "git cat-file *", "git merge-base *",
          "git name-rev *", "git diff-tree *", "git branch", "git branch --list *", "git branch -a",
          "git branch -v", "git branch -vv", "git branch -r", "git branch --show-current",
          "git branch --contains *", "git tag", "git tag -l *", "git tag --list *", "git remote",
          "git remote -v", "git remote show *", "git stash list *", "git worktree list *",
          "git reflog", "git reflog show *", "git for-each-ref *", "git check-ignore *",
          "git --no-pager log *", "git --no-pager diff *", "git --no-pager show *", "git --version",
          "gh pr view *", "gh pr diff *", "gh pr list *", "gh pr checks *", "gh pr status *",
          "gh issue view *", "gh issue list *", "gh issue status *", "gh run view *", "gh run list *",
          "gh release list *", "gh release view *", "gh repo view *", "glab mr view *",
          "glab mr diff *", "glab mr list *", "glab issue view *", "glab issue list *"],
        "reports": ["reports/**", "report.md", "review.md", "/*-report.md", "/*-report.json",
          "/*.sarif"],
        "documentation": ["*.md", "*.rst", "*.adoc", "docs/**", "doc/**", "**/*.docc/**", "CHANGELOG*",
          "README*", "LICENSE*"],
        "tests": ["**/test/**", "**/tests/**", "**/Tests/**", "**/spec/**", "**/specs/**",
          "**/__tests__/**", "**/testdata/**", "**/fixtures/**", "test_*.py", "*_test.*",
          "*_spec.rb", "*.test.*", "*.spec.*", "*Test.java", "*Test.kt", "*Tests.swift",
          "conftest.py"],
        "production": ["infra/**", "terraform/**", "deploy/**", "deployment/**", "k8s/**", "helm/**",
          "**/prod/**", "**/production/**", "*.prod.*", "*.production.*", "*.tfvars"],
        "pipeline": [".github/**", ".gitlab-ci.yml", ".gitlab/**", ".circleci/**", "Jenkinsfile",
          "azure-pipelines.yml", ".buildkite/**", "bitbucket-pipelines.yml", "CODEOWNERS"],
        "locks": ["package-lock.json", "yarn.lock", "pnpm-lock.yaml", "Cargo.lock", "poetry.lock",
          "uv.lock", "Gemfile.lock", "go.sum", "Package.resolved", "composer.lock"],
        "merging": ["merge-pull-request", "push-protected", "Bash(git merge *)", "Bash(gh pr merge *)",
          "Bash(glab mr merge *)"],
        "operating": ["family:infrastructure", "family:privilege", "family:persistence"]
      },
      "stages": {
        "requirement": {
          "title": "requirements: reads only",
          "tools": "@looking", "commands": "@look", "writable": []
        },
        "pull-request": {
          "title": "pull request: reads, and reports are written",
          "tools": ["@looking", "Write", "Edit"],
          "commands": ["@look", "mkdir *", "tee *", "cp *", "touch *"],
          "writable": "@reports", "closed": ["@production", "@pipeline"]
        },
        "verification": {
          "title": "verification: documentation and tests are written",
          "writable": ["@documentation", "@tests", "@reports"],
          "closed": ["@production", "@pipeline"],
          "deny": ["@merging", "@operating", "family:history"]
        },
        "pre-merge": {
          "title": "before the merge: merging needs approval",
          "closed": ["@production", "@pipeline"],
          "ask": "@merging", "deny": "@operating"
        }
      },
      "phases": {
        "read-only": {
          "title": "read-only pilot",
          "tools": "@looking", "commands": "@look", "writable": []
        },
        "limited-write": {
          "title": "limited write: files that are not core",
          "writable": ["@documentation", "@tests", "@reports"],
          "closed": ["@production", "@pipeline"],
          "ask": ["Bash(git push *)", "Bash(gh pr create *)"],
          "deny": ["@merging", "@operating", "family:history"]
        },
        "constrained-automation": {
          "title": "constrained automation: all but production and pipelines",
          "writable": "**", "closed": ["@production", "@pipeline"],
          "ask": "install-foreign", "deny": ["@merging", "@operating"]
        },
        "scheduled-low-risk": {
          "title": "scheduled tasks of low risk: documentation, tests, lock files",
          "writable": ["@documentation", "@tests", "@reports", "@locks"],
          "closed": ["@production", "@pipeline"],
          "deny": ["@merging", "@operating", "family:history", "family:opaque", "install-foreign",
            "send-data"]
        }
      }
    }
    """
  }
}
