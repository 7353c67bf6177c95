// SPDX-License-Identifier: MIT

extension RuleNotes {
  static var destruction: StaticString {
    #"""
    change-mode-of-tree
    = Modes and owners of a whole tree cannot be put back.
    + chmod -R 777 /
    + chown -R dev ~
    + chmod -R 755 /usr
    - chmod -R u+rw build
    - chmod +x scripts/build.sh
    - chown -R dev build
    change-volume
    = Volumes hold file systems; removing or re-keying one loses them.
    + lvremove vg/lv
    + zfs destroy pool/data
    + zpool destroy pool
    - zfs list
    - zpool status
    - lvs
    delete-backup
    = A backup is what is left when all else is lost.
    + tmutil delete /Volumes/B/x
    + tmutil deletelocalsnapshots /
    + tmutil delete -d /Volumes/B -t 2026-01-01
    - tmutil listbackups
    - tmutil status
    - echo tmutil delete
    delete-everything
    = A bare pattern takes along what nobody looked at.
    + rm -rf *
    + rm -rf ./*
    + rm -f *
    - rm -rf build/*
    - rm -f *.o
    - ls *
    delete-git
    = The history goes with every branch that was not pushed.
    + rm -rf .git
    + rm -rf .git/refs
    + find . -name .git -exec rm -rf {} +
    - rm -f .git/index.lock
    - ls .git
    - rm .gitignore
    delete-home
    = A home holds what exists nowhere else.
    + rm -rf ~
    + rm -rf "$HOME"
    + rm -rf /home/dev
    - rm -rf ~/.cache/pip
    - ls ~
    - echo 'rm -rf ~'
    delete-logs
    = Logs say what happened; without them nobody can find out.
    + journalctl --vacuum-time=1s
    + journalctl --vacuum-size=1M
    + journalctl --rotate --vacuum-time=1s
    - journalctl -u nginx
    - journalctl --disk-usage
    - journalctl -n 50
    delete-outside-project
    = Files elsewhere are not this task's, and git cannot bring them back.
    + rm -rf ~/Documents
    + rm -rf /opt/app
    + rm -rf ../other
    - rm -rf /tmp/app
    - rm -rf build
    - ls ~/Documents
    delete-project
    = The project goes with its history and with what was never committed.
    + rm -rf /home/dev/project
    + rm -rf "$PWD"
    + cd src && rm -rf ..
    - rm -rf node_modules .build dist
    - rm -rf src/util/__pycache__
    - ls ..
    delete-root
    = Nothing on the machine outlives it.
    + rm -rf /
    + rm -rf --no-preserve-root /
    + rm -rf /*
    - rm -rf ./build
    - git commit -m "never rm -rf /"
    - echo 'rm -rf /'
    delete-system
    = The machine may not start again.
    + rm -rf /usr/lib
    + rm /etc/hosts
    + rm -rf /bin
    - ls /usr/lib
    - rm -rf /tmp/x
    - apt list --installed
    delete-unknown
    = With an empty or wrong value the same command deletes something else.
    + rm -rf "$dir"
    + rm -rf $dir/
    + rm -rf "$(cat path.txt)"
    - dir=build; rm -rf "$dir"
    - rm -rf "build/$name"
    - echo "rm -rf $dir"
    fork-bomb
    = It starts itself until the machine stops answering.
    + :(){ :|:& };:
    + f() { f | f & }; f
    + b() { b & b; }; b
    - f() { echo x; }; f
    - f() { g | h; }; f
    - echo ':(){ :|:& };:'
    format-device
    = A new file system forgets all files.
    + mkfs.ext4 /dev/sdb1
    + mkfs -t xfs /dev/sdb1
    + mkswap /dev/sdb2
    - lsblk
    - df -h
    - echo mkfs.ext4 /dev/sdb1
    overwrite-device
    = A write to a device goes past the file system and ruins it.
    + dd if=README.md of=/dev/sda
    + cat README.md > /dev/sda1
    + cp README.md /dev/nvme0n1
    - dd if=/dev/zero of=image.bin bs=1M count=1
    - echo x > /dev/null
    - ls /dev
    partition-device
    = A changed partition table loses what lay in the old one.
    + fdisk /dev/sda
    + parted /dev/sda mklabel gpt
    + diskutil partitionDisk disk2 GPT
    - fdisk -l
    - diskutil list
    - parted -l
    wipe-device
    = Erased is erased.
    + wipefs -a /dev/sdb
    + blkdiscard /dev/sdb
    + hdparm --security-erase x /dev/sdb
    - lsblk -f
    - hdparm -i /dev/sda
    - echo wipefs -a /dev/sdb
    """#
  }
}
