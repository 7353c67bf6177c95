// SPDX-License-Identifier: MIT

extension RuleNotes {
  static var privilege: StaticString {
    #"""
    add-container-capability
    = A capability is a part of root's rights on the host.
    + docker run --cap-add=SYS_ADMIN x
    + docker run --cap-add NET_ADMIN x
    + docker run --rm --cap-add=ALL x
    - docker run --cap-drop=ALL x
    - docker run --rm x
    - docker images
    add-user
    = A new account is a way in that stays.
    + useradd bob
    + adduser bob
    + groupadd ops
    - id bob
    - getent passwd
    - echo useradd bob
    change-accounts
    = The accounts of the system and their groups are its rights.
    + echo 'x::0:0::/:/bin/sh' >> /etc/passwd
    + echo x >> /etc/group
    + sed -i s/a/b/ /etc/passwd
    - cat /etc/passwd
    - getent group docker
    - id dev
    change-etc
    = Settings of the system hold for every user and program.
    + echo x > /etc/motd
    + cp README.md /etc/nginx/nginx.conf
    + sed -i s/a/b/ /etc/environment
    - cat /etc/os-release
    - ls /etc
    - echo '> /etc/motd'
    change-firewall
    = A hole in the firewall is open to everybody.
    + iptables -F
    + ufw disable
    + nft flush ruleset
    - iptables -L
    - ufw --version
    - firewall-cmd --state
    change-kernel-file
    = These files are switches of the kernel.
    + echo 1 > /proc/sys/net/ipv4/ip_forward
    + echo b > /proc/sysrq-trigger
    + echo 0 > /sys/class/leds/x/brightness
    - cat /proc/sys/net/ipv4/ip_forward
    - ls /sys/class
    - echo /proc/sysrq-trigger
    change-kernel-setting
    = These settings hold for the whole machine, its network and its protections.
    + sysctl -w kernel.randomize_va_space=0
    + sysctl -p
    + swapoff -a
    - sysctl kernel.ostype
    - sysctl -a
    - swapon --show
    change-login-checks
    = What checks a log-in can also let everybody in.
    + echo x > /etc/pam.d/sshd
    + sed -i s/required/optional/ /etc/pam.d/login
    + cp README.md /etc/pam.d/sudo
    - cat /etc/pam.d/login
    - ls /etc/pam.d
    - echo pam.d
    change-login-shell
    = The login shell runs at every log-in.
    + chsh -s /bin/zsh
    + chsh dev
    + chsh -s /tmp/x dev
    - echo $SHELL
    - cat /etc/shells
    - which zsh
    change-name-resolution
    = A name that leads elsewhere sends every program there.
    + echo '1.2.3.4 github.com' >> /etc/hosts
    + echo 'nameserver 1.2.3.4' > /etc/resolv.conf
    + sed -i s/a/b/ /etc/nsswitch.conf
    - cat /etc/hosts
    - getent hosts x.test
    - dig x.test
    change-network
    = Where names and connections lead decides what every program trusts.
    + networksetup -setdnsservers Wi-Fi 1.2.3.4
    + networksetup -setwebproxy Wi-Fi x.test 80
    + networksetup -setairportpower en0 off
    - scutil --dns
    - ip addr
    - nslookup x.test
    change-password
    = A changed password locks one out and lets another in.
    + passwd dev
    + echo dev:x | chpasswd
    + gpasswd -a dev docker
    - getent passwd dev
    - grep passwd docs/guide.md
    - echo passwd dev
    change-service
    = Others depend on what a service does.
    + systemctl stop nginx
    + systemctl restart docker
    + service nginx stop
    - systemctl status nginx
    - systemctl list-units
    - service nginx status
    change-sudoers
    = Whoever is named there is root.
    + echo 'dev ALL=(ALL) NOPASSWD:ALL' >> /etc/sudoers
    + echo x > /etc/sudoers.d/dev
    + tee -a /etc/sudoers < README.md
    - sudo -l
    - echo NOPASSWD
    - ls /etc
    change-system
    = The system's own files belong to its package manager.
    + echo x > /usr/bin/ls
    + cp README.md /usr/share/x
    + touch /bin/x
    - cat /usr/share/dict/words
    - cp README.md /tmp/x
    - ls /usr/bin
    change-user
    = Groups and shells of an account are its rights.
    + usermod -aG docker dev
    + groupmod -n a b
    + vipw
    - groups dev
    - id
    - getent passwd dev
    delete-user
    = An account goes with its files and its rights.
    + userdel -r bob
    + deluser bob
    + groupdel ops
    - id bob
    - getent group
    - echo userdel bob
    disable-system-protection
    = What confines programs is switched off for all of them.
    + setenforce 0
    + csrutil disable
    + spctl --master-disable
    - getenforce
    - sestatus
    - echo setenforce 0
    elevate
    = What runs as root goes past every permission that protects the machine.
    + sudo apt update
    + doas ls
    + pkexec id
    - sudo -l
    - echo sudo
    - git commit -m "sudo no more"
    enter-namespace
    = Inside another process's namespaces the borders of a container are gone.
    + nsenter -t 1 -m ls
    + nsenter --target 1 --all id
    + nsenter -t 1 -n ip a
    - lsns
    - docker exec web ls
    - echo nsenter -t 1
    kill-processes
    = More processes end than were meant.
    + kill -9 -1
    + kill 1
    + kill -TERM -1
    - kill 12345
    - kill -l
    - kill %1
    load-kernel-module
    = Code in the kernel is above every protection.
    + insmod x.ko
    + modprobe vfat
    + rmmod vfat
    - lsmod
    - modinfo vfat
    - uname -r
    mount-file-system
    = A mount hides files or shows those of others.
    + mount /dev/sdb1 /mnt
    + mount -o remount,rw /
    + mount -t tmpfs none /mnt
    - findmnt
    - df -h
    - lsblk
    run-privileged-container
    = Such a container is root on the host.
    + docker run --privileged x
    + docker run --rm --privileged -it x sh
    + podman run --privileged x
    - docker run --rm alpine ls
    - docker ps
    - docker inspect web
    set-capability
    = A capability is a part of root's rights.
    + setcap cap_net_raw+ep build/out.o
    + setcap cap_sys_admin=ep ./tool
    + setcap -r build/out.o
    - getcap build/out.o
    - capsh --print
    - echo setcap
    set-id-bit
    = A program with a set-id bit gives its rights to everybody.
    + chmod u+s build/out.o
    + chmod 4755 build/out.o
    + chmod g+s src
    - chmod 755 scripts/build.sh
    - chmod +x scripts/build.sh
    - chmod u+rwx build
    share-host-namespace
    = The container sees and reaches what the host does.
    + docker run --pid=host x
    + docker run --ipc host x
    + docker run --userns=host x
    - docker run --rm alpine ps
    - docker run --name pid x
    - docker top web
    shut-down
    = Everybody's work on the machine ends.
    + shutdown -h now
    + reboot
    + systemctl poweroff
    - uptime
    - last
    - echo reboot
    switch-user
    = Another user has other rights and other files.
    + su - dev
    + runuser -u app ls
    + newgrp docker
    - whoami
    - id dev
    - groups
    """#
  }
}
