// SPDX-License-Identifier: MIT

extension RuleNotes {
  static var persistence: StaticString {
    #"""
    change-authorized-keys
    = Whoever's key is there can log in.
    + echo 'ssh-ed25519 AAAA x' >> ~/.ssh/authorized_keys
    + cp x.pub ~/.ssh/authorized_keys
    + tee -a ~/.ssh/authorized_keys < x.pub
    - cat ~/.ssh/authorized_keys
    - ssh-keygen -l -f x.pub
    - echo authorized_keys
    change-cron-file
    = A job of cron runs when nobody looks.
    + echo '* * * * * root x' > /etc/cron.d/x
    + cp scripts/build.sh /etc/cron.daily/
    + echo x >> /var/spool/cron/dev
    - ls /etc/cron.d
    - cat /etc/crontab
    - echo /etc/cron.d/x
    change-git-hook
    = A hook runs at the next commit, push or checkout.
    + echo x > .git/hooks/pre-commit
    + cp scripts/build.sh .git/hooks/post-checkout
    + tee .git/hooks/pre-push < README.md
    - cat .git/hooks/pre-commit
    - ls .git/hooks
    - echo x > .husky.md
    change-git-settings
    = Settings of git can name commands that it runs.
    + echo '[alias]' >> ~/.gitconfig
    + echo x >> ~/.config/git/config
    + sed -i s/a/b/ ~/.config/git/config
    - git config user.email
    - cat .git/config
    - git config --list
    change-login-item
    = It starts with every session of the user.
    + cp x.desktop ~/.config/autostart/
    + touch ~/Library/LaunchAgents/x.plist
    + echo A=1 > ~/.config/environment.d/x.conf
    - ls ~/.config
    - cat ~/.config/autostart/x.desktop
    - echo x > x.desktop
    change-program-startup
    = The program runs or obeys it at its next start.
    + echo x >> ~/.vimrc
    + echo x > ~/.inputrc
    + sed -i s/a/b/ ~/.vimrc
    - cat ~/.vimrc
    - echo x > .editorconfig
    - vim --version
    change-service-unit
    = A unit starts with the machine or the session.
    + echo x > /etc/systemd/system/x.service
    + cp x.service ~/.config/systemd/user/
    + touch ~/.config/systemd/user/x.timer
    - systemctl cat nginx
    - ls /etc/systemd
    - echo x > x.service
    change-shell-profile
    = What stands there runs in every shell from now on.
    + echo 'export A=1' >> ~/.bashrc
    + echo x > ~/.zshrc
    + sed -i s/a/b/ ~/.profile
    - cat ~/.bashrc
    - export A=1
    - echo '>> ~/.bashrc'
    change-ssh-settings
    = Settings of ssh name commands that it runs and hosts that it reaches.
    + echo 'ProxyCommand x' >> ~/.ssh/config
    + echo x > ~/.ssh/rc
    + sed -i s/a/b/ ~/.ssh/config
    - ssh -G host
    - ls ~/.ssh
    - ssh-add -l
    enable-service
    = The service starts again with the machine or the session.
    + systemctl enable x
    + launchctl load ~/x.plist
    + systemctl --user enable x.timer
    - systemctl is-enabled x
    - systemctl status x
    - launchctl list
    schedule-at
    = The job runs when nobody looks.
    + echo ls | at now + 1 hour
    + at -f scripts/build.sh midnight
    + echo ls | batch
    - date
    - sleep 1
    - echo at midnight
    schedule-cron
    = A job of cron runs when nobody looks, also after the session.
    + crontab jobs.txt
    + crontab -e
    + crontab -r
    - crontab -l
    - grep cron docs/guide.md
    - echo '* * * * * x' > jobs.txt
    schedule-timer
    = The service manager keeps running what it is handed, also after the session.
    + systemd-run ls
    + systemd-run --on-calendar=daily ls
    + launchctl submit -l x -- /bin/ls
    - systemctl list-timers
    - launchctl list
    - nohup make
    set-hooks-path
    = Hooks check what is committed; with another path they do not run, or others do.
    + git config core.hooksPath /dev/null
    + git -c core.hooksPath=/dev/null commit -m x
    + git config --global core.hooksPath hooks
    - git config core.hooksPath
    - git config user.name dev
    - git commit -m "core.hooksPath"
    shadow-program
    = Who types the name of the system's program gets this one.
    + cp build/x ~/.local/bin/git
    + ln -s /tmp/x ~/bin/ls
    + install -m 755 build/x /usr/local/bin/git
    - cp build/x ~/.local/bin/x
    - ls ~/.local/bin/git
    - cp /usr/local/bin/git build/
    skip-git-hooks
    = Hooks check for secrets and mistakes before others see them.
    + git commit --no-verify -m x
    + git commit -n -m x
    + git push --no-verify
    - git commit -m x
    - git commit -m "no --no-verify"
    - git push
    unpack-over-home
    = Among the names can be profiles, keys and settings.
    + tar xf x.tar -C ~
    + unzip -o x.zip -d ~
    + cp -r x/. ~
    - tar xf x.tar -C build
    - unzip -l x.zip
    - tar tf x.tar
    """#
  }
}
