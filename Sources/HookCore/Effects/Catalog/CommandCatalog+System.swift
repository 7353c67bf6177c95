// SPDX-License-Identifier: MIT

extension CommandCatalog {
  static var systemTable: StaticString {
    """
    adduser p* @change-users
    at p* -f=x @schedule-job
    batch p* @schedule-job
    blkdiscard w @format-device
    chpasswd p* @change-users
    chroot pc
    chrt pc
    chsh p* @change-users
    crontab x -l!l -u=p -r @!l:schedule-job
    cryptsetup p* @format-device
    dash c
    doas c -u=p -C=r @elevate
    dpkg p* -i,--install!i @i:install-foreign
    env c
    fdisk p* -l!l @!l:format-device
    firejail c
    flock pc -c=C -w,-E=p
    gpasswd p* @change-users
    groupadd p* @change-users
    halt p* @shut-down
    insmod p* @change-kernel
    ionice c -c,-n,-p=p
    iptables p* -L!l -S!l @!l:change-firewall
    kill p* -l!l
    killall p*
    launchctl /
    launchctl/load u* @change-service
    launchctl/unload u* @change-service
    ltrace c -o=w -e=p
    mkfs p* @format-device
    mkfs.ext4 p* @format-device
    mkfs.xfs p* @format-device
    mkswap p* @format-device
    modprobe p* @change-kernel
    mount p* -t,-o=p @elevate
    nft p* @change-firewall
    nice c -n,--adjustment=p
    nohup c
    nsenter c -t,--target=p @elevate
    numactl c -C,-N,-m=p
    parallel c -j,--jobs=p -a,--arg-file=r -I=P -n,-N,-L,-P,-S=p
    parted p* -l!l @!l:format-device
    passwd p* @change-users
    pkexec c --user=p @elevate
    pkill p* -f -u=p
    poweroff p* @shut-down
    prlimit c --pid=p
    reboot p* @shut-down
    rmmod p* @change-kernel
    runuser pc -u=p -c=C @elevate
    screen c -S,-c,-e,-h,-p,-s,-t,-T=p
    script p -c,--command=C
    setcap p* @set-id-bit
    setfacl p* -m,-x=p -R
    setpriv c --reuid,--regid=p
    setsid c
    shutdown p* @shut-down
    stdbuf c -i,--input,-o,--output,-e,--error=p
    strace c -o=w -e=p -p=p -s=p
    su p* -c,--command=C -s,--shell=p @elevate
    sudo c -u,--user,-g,--group,-h,-p,-C,-D,-R,-T,-U,-r,-t=p -l,--list!l -v,--validate!l -K!l -k @!l:elevate
    swapoff p* @change-kernel
    sysctl p* -w,--write!w -p!w @w:change-kernel
    systemctl / -H,-M,-t,-n,-o=p
    systemctl/disable p* @change-service
    systemctl/enable p* @change-service
    systemctl/halt p* @shut-down
    systemctl/mask p* @change-service
    systemctl/poweroff p* @shut-down
    systemctl/reboot p* @shut-down
    systemctl/restart p* @change-service
    systemctl/start p* @change-service
    systemctl/status p*
    systemctl/stop p* @change-service
    taskset pc -p
    time c -f,-o=p
    timeout pc -s,--signal,-k,--kill-after=p
    tmux p* -c=C
    ufw p* @=status:change-firewall @=disable:change-firewall @=allow:change-firewall @=delete:change-firewall
    umount p*
    unshare c
    useradd p* @change-users
    userdel p* @change-users
    usermod p* @change-users
    visudo p* @change-users
    watch c -n,--interval=p
    wipefs p* @format-device
    xargs c -I,--replace=P -i=P -a,--arg-file=r -n,-L,-P,-s,-d,-E,--max-args,--max-lines,--max-procs,--delimiter=p
    """
  }
}
