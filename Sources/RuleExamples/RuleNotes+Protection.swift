// SPDX-License-Identifier: MIT

extension RuleNotes {
  static var protection: StaticString {
    #"""
    accept-drift
    = Whether a change of settings is right is for a person to say.
    + hookctl drift accept
    + hookctl drift revert
    + hookctl drift accept --json
    - hookctl drift status
    - hookctl explain 'cat .env'
    - echo hookctl drift accept
    approve-request
    = Who asks for something cannot be the one who allows it.
    + hookctl approvals approve ABCDEFGHIJKL --key ~/.ssh/id_ed25519
    + hookctl approvals deny ABCDEFGHIJKL --reason no
    + ssh-keygen -Y sign -n security-hooks-approval -f key.pub statement
    - hookctl approvals list
    - hookctl approvals show ABCDEFGHIJKL
    - ssh-keygen -Y verify -n git -f allowed -I dev -s x.sig
    change-client-settings
    = The settings say which hooks run and what is allowed.
    + echo '{}' > .claude/settings.json
    + rm ~/.claude/settings.json
    + sed -i s/a/b/ .claude/settings.local.json
    - cat .claude/settings.json
    - ls .claude
    - echo .claude/settings.json
    change-hook-files
    = A hook that is replaced allows everything.
    + rm ~/.local/libexec/security-hooks/hook-guard
    + cp README.md ~/.local/libexec/security-hooks/hook-guard
    + rm ~/.local/bin/hookctl
    - ls ~/.local/libexec/security-hooks
    - ~/.local/bin/hookctl doctor
    - which hook-guard
    change-policy
    = The policy says what is allowed.
    + echo '{}' > .claude/security-hooks.json
    + rm /etc/security-hooks/policy.json
    + touch ~/.config/security-hooks/policy.json
    - cat .claude/security-hooks.json
    - ls /etc/security-hooks
    - echo security-hooks.json
    change-record
    = The record shows what was done, the baseline what was accepted.
    + rm -rf ~/.local/state/security-hooks
    + echo x > ~/.local/state/security-hooks/log
    + truncate -s 0 /var/lib/security-hooks/1000/log
    - hookctl audit verify
    - ls ~/.local/state
    - hookctl audit path
    change-settings-place
    = Other settings have no hooks in them.
    + CLAUDE_CONFIG_DIR=/tmp/x claude -p hello
    + CLAUDE_CONFIG_DIR=/tmp/x
    + export FOO=1; CLAUDE_CONFIG_DIR=. ls
    - echo "$CLAUDE_CONFIG_DIR"
    - printenv CLAUDE_CONFIG_DIR
    - grep CLAUDE_CONFIG_DIR docs/guide.md
    change-wiring
    = Hooks that are not wired do not run.
    + hookctl settings unwire
    + hookctl settings merge x
    + hookctl settings
    - hookctl doctor
    - hookctl --help
    - hookctl explain ls
    erase-records
    = The record of what was done is not for the one who did it to erase.
    + hookctl audit erase
    + hookctl audit retention
    + hookctl audit erase --all
    - hookctl audit verify
    - hookctl audit path
    - echo hookctl audit erase
    start-unprotected
    = A client without its protections does whatever it is told.
    + claude --dangerously-skip-permissions -p x
    + claude --bare -p x
    + claude --permission-mode bypassPermissions
    - claude --version
    - claude -p hello
    - echo --dangerously-skip-permissions
    stop-client
    = Ending the client is for the user to do.
    + pkill claude
    + killall claude
    + pkill -f claude
    - pgrep claude
    - killall node
    - echo killall claude
    stop-hooks
    = A call whose hook is stopped is a call that nobody judges.
    + pkill hook-guard
    + killall hook-audit
    + pkill -f hook-drift
    - pgrep hook-guard
    - pkill webpack
    - echo pkill hook-guard
    """#
  }
}
