// SPDX-License-Identifier: MIT

extension CommandCatalog {
  static var systemTable: StaticString {
    """
    aa-complain u* @change-kernel
    aa-disable u* @change-kernel
    aa-teardown p* @change-kernel
    adduser p* @change-users
    apt-mark u*
    arch c
    at p* -l!l -V!l -f=x @!l:schedule-job
    auditctl p* @change-service
    batch p* @schedule-job
    bfg u* @rewrite-history
    bfg.jar &bfg
    blkdiscard w @format-device
    btrfs u* @=delete:format-device
    busctl u* @=call:change-service
    busybox c
    bwrap c --bind,--ro-bind,--dev-bind,--symlink,--setenv=p --dev,--proc,--tmpfs,--chdir,--dir,--unsetenv=p --unshare-all --die-with-parent
    caffeinate c -t,-w=p
    capsh p* -c=C @=--:unknown-code
    catchsegv c
    cgexec c -g=p
    chkconfig u* @change-service
    chpasswd p* @change-users
    chpst c
    chroot pc
    chrt pc
    chsh p* -l,--list-shells!l @!l:change-users
    cli.js u* --dangerously-skip-permissions!d @d:start-unprotected
    concurrently C* -n,--names,-c=p
    crontab x -l!l -u=p -r @!l:schedule-job
    cryptsetup p* @format-device
    csrutil p* @change-kernel
    dash c
    dbus-run-session c
    dbus-send u* @change-service
    defaults u* @=write:change-service @=delete:change-service @=import:change-service
    deluser p* @change-users
    direnv/allow u* @schedule-job
    direnv/dump u* @print-environment
    direnv/edit u* @schedule-job
    diskutil p* @=erase:format-device @=partition:format-device @=zero:format-device @=secureErase:format-device @=delete:format-device @=deleteContainer:format-device @=deleteVolume:format-device
    dmesg p*
    dmsetup p* @format-device
    doas c -u=p -C=r @elevate
    dpkg p* -i,--install!i @i:install-foreign
    dscl p* @=-create:change-users @=-delete:change-users @=-passwd:change-users @=-append:change-users
    dseditgroup u* @change-users
    entr c
    env c
    faillock p*
    fakeroot c -l,-s,-i,-b=p
    faketime pc -f=p
    fallocate w -l,--length,-o,--offset=p
    fc u* -l!l @l:print-secret-store
    fdisk p* -l!l @!l:format-device
    firejail c
    firewall-cmd p* --list-all!l --state!l @!l:change-firewall
    flock pc -c=C -w,-E=p
    gcore u* @print-environment
    gdb u* -ex,-eval-command=C -x,-command=x
    gpasswd p* @change-users
    groupadd p* @change-users
    groupdel p* @change-users
    groupmod p* @change-users
    gsettings u* @=set:change-service @=reset:change-service
    halt p* @shut-down
    hdiutil u* @=erase:format-device
    hdparm p* --security-erase!e --security-erase-enhanced!e @e:format-device
    history u*
    hostnamectl p*
    hyperfine C* -w,--warmup,-r,--runs,-n,--export-json,--export-markdown=p -p,--prepare=C
    init p @=0:shut-down @=6:shut-down @=1:shut-down
    insmod p* @change-kernel
    ionice c -c,-n,-p=p
    ip p*
    iptables p* -L!l -S!l @!l:change-firewall
    journalctl p* --vacuum-time,--vacuum-size=pv @v:delete-containers
    kexec p* @change-kernel
    kill p* -l!l -s=p
    killall p* -s=p @=hook-:stop-hooks @=claude:stop-hooks
    launchctl /
    launchctl/asuser pc
    launchctl/bootout p* @change-service
    launchctl/bootstrap pu* @change-service
    launchctl/disable p* @change-service
    launchctl/enable p* @change-service
    launchctl/export u* @print-environment
    launchctl/getenv p* @print-environment
    launchctl/kickstart p* @change-service
    launchctl/list p*
    launchctl/load u* @change-service
    launchctl/print p*
    launchctl/print-environment p* @print-environment
    launchctl/setenv p* @change-service
    launchctl/submit pc @schedule-job
    launchctl/unload u* @change-service
    ldconfig p*
    lldb u* -o,--one-line,-O=C -s,--source=x
    localectl p*
    loginctl p* @=terminate:kill-processes @=kill:kill-processes
    losetup p* @format-device
    ltrace c -o=w -e=p
    lvremove p* @format-device
    machinectl pc @elevate
    mdadm p* @format-device
    mke2fs p* @format-device
    mkfs p* @format-device
    mkfs.btrfs p* @format-device
    mkfs.ext4 p* @format-device
    mkfs.fat p* @format-device
    mkfs.ntfs p* @format-device
    mkfs.vfat p* @format-device
    mkfs.xfs p* @format-device
    mkswap p* @format-device
    modprobe p* -n,--dry-run,--show!n -c,--showconfig!n --show-depends!n @!n:change-kernel
    mount p* -t,-o,-O=n -a,--all!a @=:elevate @a:elevate
    netsh u* @=key=clear:print-secret-store
    networksetup p* @change-firewall
    newfs p* @format-device
    newgrp p* @elevate
    nft p* @change-firewall
    nice c -n,--adjustment=p
    nmcli p* -s,--show-secrets!s @s:print-secret-store
    nodemon xu* -x,--exec=C -w,--watch,-e,--ext=p
    nohup c
    nsenter c -t,--target=p @elevate
    numactl c -C,-N,-m=p
    nvme u* @=format:format-device @=sanitize:format-device
    nvram p* @change-kernel
    osacompile u*
    parallel c -j,--jobs=p -a,--arg-file=r -I=P -n,-N,-L,-P,-S=p
    parted p* -l!l @!l:format-device
    passwd p* -S,--status!s @!s:change-users
    perf /
    perf/record c -o=w -e,-F,-p=p
    perf/stat c -o=w -e=p
    perf/trace c
    pfctl p* @change-firewall
    pkexec c --user=p @elevate
    pkill p* -f -u=p @=hook-:stop-hooks @=claude:stop-hooks
    pm2 p* @=startup:schedule-job @=save:schedule-job
    pmset p*
    poweroff p* @shut-down
    prlimit c --pid=p
    proxychains c -f=r
    proxychains4 &proxychains
    pvremove u* @format-device
    pwconv p* @change-users
    rc-update u* @change-service
    reboot p* @shut-down
    rlwrap c
    rmmod p* @change-kernel
    robocopy s*w
    run0 c --user=p @elevate
    runsv u
    runuser pc -u=p -c=C @elevate
    screen c -S,-c,-e,-h,-p,-s,-t,-T=p
    script pc -c,--command=C
    scutil p*
    security/add-trusted-cert u* @change-kernel
    security/authorizationdb u* @change-users
    service p* @=stop:change-service
    setarch pc
    setcap p* @set-id-bit
    setenforce p* @change-kernel
    setfacl pg* -m,-x,-M,-X=p -R!R -b -k
    setpriv c --reuid,--regid=p
    setsid c
    sfdisk p* -l!l @!l:format-device
    sg pC @elevate
    sgdisk p* -Z!z --zap-all!z @format-device
    shutdown p* @shut-down
    softlimit c
    softwareupdate p*
    spctl p* @change-kernel
    start-stop-daemon p* -x,--exec=x -a,--startas=x @change-service
    stdbuf c -i,--input,-o,--output,-e,--error=p
    strace c -o=w -e=p -p=p -s=p
    su p* -c,--command=C -s,--shell=p @elevate
    sudo c -u,--user,-g,--group,-h,-p,-C,-D,-R,-T,-U,-r,-t=p -l,--list!l -v,--validate!l -K!l -k @!l:elevate
    sudoedit w* -u=p @elevate
    supervisorctl p* @=stop:change-service @=shutdown:change-service @=add:change-service @=remove:change-service @=restart:change-service
    swapoff p* @change-kernel
    sysadminctl u* @change-users
    sysctl p* -w,--write!w -p!w @w:change-kernel
    systemctl / -H,-M,-t,-n,-o=p
    systemctl/daemon-reload p*
    systemctl/disable p* @change-service
    systemctl/edit p* @change-service
    systemctl/enable p* @change-service
    systemctl/halt p* @shut-down
    systemctl/kill p* @change-service
    systemctl/link p* @change-service
    systemctl/mask p* @change-service
    systemctl/poweroff p* @shut-down
    systemctl/reboot p* @shut-down
    systemctl/restart p* @change-service
    systemctl/set-environment p* @change-service
    systemctl/show-environment p* @print-environment
    systemctl/start p* @change-service
    systemctl/status p*
    systemctl/stop p* @change-service
    systemd-inhibit c --what,--who,--why,--mode=p
    systemd-run c -p,--property,--unit,-u,--description,--uid,--gid,--on-calendar,--on-active=p @schedule-job
    systemsetup u* @change-service
    taskset pc -p
    telinit &init
    time c -f,-o=p
    timedatectl p*
    timeout pc -s,--signal,-k,--kill-after=p
    tmutil p* @=delete:delete-in-cloud @=disable:change-service
    tmux C* -s,-t,-n,-x,-y,-L,-S,-f=p -c=C
    torify c
    torsocks c
    toybox c
    ufw p* @=enable:change-firewall @=deny:change-firewall @=reject:change-firewall @=limit:change-firewall @=default:change-firewall @=reset:change-firewall @=reload:change-firewall @=disable:change-firewall @=allow:change-firewall @=delete:change-firewall
    umount p* @elevate
    unbuffer c
    unshare c
    update-alternatives p*
    update-ca-certificates u* @change-kernel
    update-ca-trust u* @change-kernel
    update-rc.d u* @change-service
    useradd p* @change-users
    userdel p* @change-users
    usermod p* @change-users
    valgrind c --tool=p
    vgremove u* @format-device
    vipw p* @change-users
    visudo p* -c,--check!c @!c:change-users
    watch c -n,--interval=p
    wipe d* -r!R -f
    wipefs p* @format-device
    xargs c -I,--replace=P -i=P -a,--arg-file=r -n,-L,-P,-s,-d,-E,--max-args,--max-lines,--max-procs,--delimiter=p
    xvfb-run c -s,--server-args,-n,-e=p
    zfs p* @=destroy:format-device
    zpool p* @=destroy:format-device
    """
  }
}
