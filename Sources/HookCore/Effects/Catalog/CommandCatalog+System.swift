// SPDX-License-Identifier: MIT

extension CommandCatalog {
  static var systemTable: StaticString {
    """
    aa-complain u* @disable-system-protection
    aa-disable u* @disable-system-protection
    aa-teardown p* @disable-system-protection
    aarch64 c
    adduser p* @add-user
    apt-mark u*
    arch c
    at p* -l!l -V!l -f=x @!l:schedule-at
    auditctl p* @change-service
    badblocks p* -w!w -b,-c=p @w:wipe-device
    batch p* @schedule-at
    bfg u* @rewrite-history
    bfg.jar &bfg
    blkdiscard w @wipe-device
    btrfs u* @=delete:format-device
    busctl u* @=call:change-service
    busybox c
    bwrap c --bind,--ro-bind,--dev-bind,--symlink,--setenv=p --dev,--proc,--tmpfs,--chdir,--dir,--unsetenv=p --unshare-all --die-with-parent
    caffeinate c -t,-w=p
    capsh p* -c=C @=--:unknown-code
    catchsegv c
    cgexec c -g=p
    chkconfig u* @change-service
    chpasswd p* @change-password
    chpst c
    chroot pc @enter-namespace
    chrt pc
    chsh p* -l,--list-shells!l @!l:change-login-shell
    cli.js u* --dangerously-skip-permissions!d @d:start-unprotected
    compgen p* -A=p
    concurrently C* -n,--names,-c=p
    crontab x -l!l -u=p -r @!l:schedule-cron
    cryptsetup p* @change-volume
    csrutil p* @disable-system-protection
    darwin-rebuild &nixos-rebuild
    dash c
    dbus-run-session c
    dbus-send u* @change-service
    defaults u* @=write:change-service @=delete:change-service @=import:change-service
    deluser p* @delete-user
    direnv/allow u* @schedule-timer
    direnv/dump u* @print-environment
    direnv/edit u* @schedule-timer
    diskutil p* @=erase:partition-device @=partition:partition-device @=zero:partition-device @=secureErase:partition-device @=delete:partition-device @=deleteContainer:partition-device @=deleteVolume:partition-device
    dmesg p*
    dmsetup p* @change-volume
    doas c -u=p -C=r @elevate
    dpkg p* -i,--install!i @i:install-local-archive
    dscl p* @=-create:change-user @=-delete:change-user @=-passwd:change-user @=-append:change-user -create,-delete,-passwd,-append,-change,-merge!c @c:change-user
    dseditgroup u* @change-user
    entr c
    env c
    faillock p*
    fakeroot c -l,-s,-i,-b=p
    faketime pc -f=p
    fallocate w -l,--length,-o,--offset=p
    fc u* -l!l @l:print-stored-login
    fdisk p* -l!l @!l:partition-device
    firejail c
    firewall-cmd p* --list-all!l --state!l @!l:change-firewall
    flock pc -c=C -w,-E=p
    fuser p* -k,--kill!k -n=p @k=/:kill-processes
    gcore u* @print-environment
    gdb u* -ex,-eval-command=C -x,-command=x
    gosu pc @elevate
    gpasswd p* @change-password
    groupadd p* @add-user
    groupdel p* @delete-user
    groupmod p* @change-user
    gsettings u* @=set:change-service @=reset:change-service
    halt p* @shut-down
    hdiutil u* @=erase:format-device
    hdparm p* --security-erase!e --security-erase-enhanced!e @e:wipe-device
    history u*
    hostnamectl p*
    hyperfine C* -w,--warmup,-r,--runs,-n,--export-json,--export-markdown=p -p,--prepare=C
    i386 c
    i486 c
    i586 c
    i686 c
    init p @=0:shut-down @=6:shut-down @=1:shut-down
    insmod p* @load-kernel-module
    ionice c -c,-n,-p=p
    ip p*
    ip6tables &iptables
    iptables p* -L!l -S!l @!l:change-firewall
    journalctl p* --vacuum-time,--vacuum-size=pv @v:delete-logs
    kexec p* @load-kernel-module
    kill p* -l!l -s=p
    killall p* -s=p -u,--user=pu @u:kill-processes @=hook-:stop-hooks @=claude:stop-client
    killall5 p* @kill-processes
    launchctl /
    launchctl/asuser pc
    launchctl/bootout p* @change-service
    launchctl/bootstrap pu* @enable-service
    launchctl/disable p* @change-service
    launchctl/enable p* @enable-service
    launchctl/export u* @print-service-environment
    launchctl/getenv p*
    launchctl/kickstart p* @change-service
    launchctl/list p*
    launchctl/load u* @enable-service
    launchctl/print p*
    launchctl/print-environment p* @print-service-environment
    launchctl/setenv p* @change-service
    launchctl/submit pc @schedule-timer
    launchctl/unload u* @change-service
    ldconfig p*
    linux32 c
    linux64 c
    lldb u* -o,--one-line,-O=C -s,--source=x
    localectl p*
    loginctl p* @=terminate:kill-processes @=kill:kill-processes @=enable-linger:enable-service
    losetup p* @change-volume
    ltrace c -o=w -e=p
    lvremove p* @change-volume
    machinectl pc @elevate
    mdadm p* @change-volume
    mke2fs p* @format-device
    mkfs p* @=:format-device
    mkfs.btrfs p* @=:format-device
    mkfs.ext4 p* @=:format-device
    mkfs.fat p* @=:format-device
    mkfs.ntfs p* @=:format-device
    mkfs.vfat p* @=:format-device
    mkfs.xfs p* @=:format-device
    mkswap p* @format-device
    modprobe p* -n,--dry-run,--show!n -c,--showconfig!n --show-depends!n @!n:load-kernel-module
    mount p* -t,-o,-O=n -a,--all!a @=:mount-file-system @a:mount-file-system
    netsh u* @=key=clear:print-stored-login
    networksetup p* @change-network
    newfs p* @format-device
    newgrp p* @switch-user
    nft p* @change-firewall
    nice c -n,--adjustment=p
    nixos-rebuild p* @=switch:apply-infrastructure @=boot:apply-infrastructure
    nmcli p* -s,--show-secrets!s @s:print-stored-login
    nodemon xu* -x,--exec=C -w,--watch,-e,--ext=p
    nohup c
    nsenter c -t,--target=p @enter-namespace
    numactl c -C,-N,-m=p
    nvme u* @=format:format-device @=sanitize:format-device
    nvram p* @disable-system-protection
    osacompile u*
    parallel c -j,--jobs=p -a,--arg-file=r -I=P -n,-N,-L,-P,-S=p
    parted p* -l!l @!l:partition-device
    passwd p* -S,--status!s @!s:change-password
    perf /
    perf/record c -o=w -e,-F,-p=p
    perf/stat c -o=w -e=p
    perf/trace c
    pfctl p* @change-firewall
    pkexec c --user=p @elevate
    pkill p* -f -u,--euid,-U,--uid=pu @u:kill-processes @=hook-:stop-hooks @=claude:stop-client
    pm2 p* @=startup:schedule-timer @=save:schedule-timer
    pmset p*
    poweroff p* @shut-down
    prlimit c --pid=p
    proxychains c -f=r
    proxychains4 &proxychains
    pvremove u* @format-device
    pwconv p* @change-user
    rc-service p* @=stop:change-service @=restart:change-service
    rc-update u* @change-service
    reboot p* @shut-down
    rlwrap c
    rmmod p* @load-kernel-module
    robocopy s*w
    run0 c --user=p @elevate
    runsv u
    runuser pc -u=p -c=C @switch-user
    screen c -S,-c,-e,-h,-p,-s,-t,-T=p
    script pc -c,--command=C
    scutil p*
    security/add-trusted-cert u* @disable-system-protection
    security/authorizationdb u* @change-user
    service p* @=stop:change-service
    setarch c
    setcap p* @set-capability
    setenforce p* @disable-system-protection
    setfacl g* -m,-x,-M,-X=p -R!R -b -k
    setpriv c --reuid,--regid=pe @e:elevate
    setsid c
    sfdisk p* -l!l @!l:partition-device
    sg pC @switch-user
    sgdisk p* -Z!z --zap-all!z @partition-device
    shutdown p* @shut-down
    skill &killall
    softlimit c
    softwareupdate p*
    spctl p* --master-disable,--global-disable,--disable,--add,--remove,--reset-default!d @d:disable-system-protection
    start-stop-daemon u* -x,--exec=x -a,--startas=x @change-service
    stdbuf c -i,--input,-o,--output,-e,--error=p
    strace c -o=w -e=p -p=p -s=p
    su p* -c,--command=C -s,--shell=p @switch-user
    su-exec pc @elevate
    sudo c -u,--user,-g,--group,-h,-p,-C,-D,-R,-T,-U,-r,-t=p -l,--list!l -v,--validate!l -V,--version!l -K!l -k @!l:elevate
    sudoedit w* -u=p @elevate
    supervisorctl p* @=stop:change-service @=shutdown:change-service @=add:change-service @=remove:change-service @=restart:change-service
    swapoff p* @change-kernel-setting
    sysadminctl u* @change-user
    sysctl p* -w,--write!w -p!w @w:change-kernel-setting
    systemctl / -H,-M,-t,-n,-o=p
    systemctl/daemon-reload p*
    systemctl/disable p* @change-service
    systemctl/edit p* @enable-service
    systemctl/enable p* @enable-service
    systemctl/halt p* @shut-down
    systemctl/kill p* @change-service
    systemctl/link p* @enable-service
    systemctl/mask p* @change-service
    systemctl/poweroff p* @shut-down
    systemctl/reboot p* @shut-down
    systemctl/restart p* @change-service
    systemctl/set-environment p* @change-service
    systemctl/show-environment p* @print-service-environment
    systemctl/start p* @change-service
    systemctl/status p*
    systemctl/stop p* @change-service
    systemd-inhibit c --what,--who,--why,--mode=p
    systemd-run c -p,--property,--unit,-u,--description,--uid,--gid,--on-calendar,--on-active=p @schedule-timer
    systemsetup u* @change-service
    taskset pc -p
    tccutil p* @=reset:disable-system-protection
    telinit &init
    time c -f,-o=p
    timedatectl p*
    timeout pc -s,--signal,-k,--kill-after=p
    tmutil p* @=delete:delete-backup @=disable:change-service
    tmux C* -s,-t,-n,-x,-y,-L,-S,-f=p -c=C @=show-env:print-environment @=showenv:print-environment
    torify c
    torsocks c
    toybox c
    ufw p* @=enable:change-firewall @=deny:change-firewall @=reject:change-firewall @=limit:change-firewall @=default:change-firewall @=reset:change-firewall @=reload:change-firewall @=disable:change-firewall @=allow:change-firewall @=delete:change-firewall
    umount p* @elevate
    uname26 c
    unbuffer c
    unshare c
    update-alternatives p* --install!i --set!i @i:change-service
    update-ca-certificates u* @disable-system-protection
    update-ca-trust u* @disable-system-protection
    update-rc.d u* @change-service
    useradd p* @add-user
    userdel p* @delete-user
    usermod p* @change-user
    valgrind c --tool=p
    vgremove u* @format-device
    vipw p* @change-user
    visudo p* -c,--check!c @!c:change-user
    watch c -n,--interval=p -x,--exec!x
    wipe d* -r!R -f
    wipefs p* @wipe-device
    x86_64 c
    xargs c -I,--replace=P -i=P -a,--arg-file=r -n,-L,-P,-s,-d,-E,--max-args,--max-lines,--max-procs,--delimiter=p
    xvfb-run c -s,--server-args,-n,-e=p
    zfs p* @=destroy:change-volume @=rollback:change-volume
    zpool p* @=destroy:change-volume
    """
  }
}
