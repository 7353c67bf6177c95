// SPDX-License-Identifier: MIT

extension CommandCatalog {
  static var fileTable: StaticString {
    """
    chattr pg* -R!R
    chflags pg* -R!R
    chgrp pg* -R,--recursive!R --reference=p
    chmod g* -R,--recursive!R --reference=p
    chown pg* -R,--recursive!R --reference=p --from=p
    cp r*w -n,--no-clobber!N -t,--target-directory=W -R,-r,-a,--archive,--recursive!R -S,--suffix=p --parents
    ditto r*w --!R
    du p*
    file p* -f,--files-from=r
    getfacl p*
    getfattr p*
    gio /
    gio/trash d* -f --!R
    install r*w -t,--target-directory=W -m,--mode=p -o,--owner=p -g,--group=p -S,--suffix=p -D -d
    link Lw
    ln L*w -t,--target-directory=W -S,--suffix=p
    ls p*
    lsattr p*
    mkdir p* -m,--mode=p
    mkfifo p* -m=p
    mktemp p*
    mv m*w -t,--target-directory=W -S,--suffix=p
    readlink p*
    realpath p*
    rename pu*
    rm d* -R,-r,--recursive!R -f,--force!f
    rmdir d*
    rsync s*w -n,--dry-run!n -e,--rsh=C --exclude=eD --include=i --exclude-from=r --include-from=r --files-from=r --password-file=r -f,--filter=p --log-file=w --backup-dir=p --link-dest=p --bwlimit=p --delete,--delete-after,--delete-before,--delete-during,--delete-delay,--delete-excluded,--del!X
    scp s*w -i=p -P=p -o=p -F=r -S=p -J=p -l=p -c=p
    shred d* -n,--iterations=p -s,--size=p -u!u
    srm d* -r!R
    stat p*
    touch w* -r,--reference=p -d,--date=p -t=p
    trash d*
    tree p* -o=w
    truncate t* -s,--size=p -r,--reference=p
    unlink d*
    """
  }
}
