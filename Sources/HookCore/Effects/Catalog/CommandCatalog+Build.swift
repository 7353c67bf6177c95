// SPDX-License-Identifier: MIT

extension CommandCatalog {
  static var buildTable: StaticString {
    """
    7z pus*
    bzip2 u*
    claude p* --dangerously-skip-permissions!d --permission-mode=p --settings=pd --setting-sources=pd -p,--print --allow-dangerously-skip-permissions!d --bare!d --safe-mode!d @d:start-unprotected @=bypassPermissions:start-unprotected
    claude-code &claude
    cpio p* -i!i -o!o -F=u
    gunzip u*
    gzip u*
    hookctl /
    hookctl/audit p* @=erase:accept-drift @=retention:accept-drift
    hookctl/drift p* @=accept:accept-drift @=revert:accept-drift
    hookctl/settings p* @accept-drift
    openssl u* -keyout,-newkey=p -in=r -out=w -inkey=r -key=r -passin,-passout,-pass=p -CAfile=p -CA=p -CAkey=r -config=p -subj=p -days=p
    rails p* @=db:drop:destroy-data @=db:reset:destroy-data
    rake &rails
    tar p* -c,--create!c -x,--extract,--get!x -t,--list!t -r,--append!r -u,--update!r -f,--file=u -C,--directory=W --exclude=e -T,--files-from=r -X,--exclude-from=r --checkpoint-action=p --to-command=x -I,--use-compress-program=x --strip-components=p
    unzip up* -d=W -x=p
    xz u*
    zip ws* -r!R -x=p -i=p
    zstd u* -o=w
    """
  }
}
