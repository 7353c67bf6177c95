// SPDX-License-Identifier: MIT

extension CommandCatalog {
  static var buildTable: StaticString {
    """
    7z pus*
    bzip2 u*
    claude /p* --dangerously-skip-permissions!d --permission-mode=p --settings=pd --setting-sources=pd -p,--print --allow-dangerously-skip-permissions!d --bare!d --safe-mode!d --permission-prompt-tool=pd --mcp-config,--plugin-dir=p --add-dir=s --append-system-prompt,--system-prompt,--model,--output-format,--allowedTools,--allowed-tools,-r,--resume=p @d:start-unprotected @=bypassPermissions:start-unprotected
    claude-code &claude
    claude/config u* @=set:start-unprotected @=add:start-unprotected @=remove:start-unprotected
    claude/mcp u* -e,--env,-s,--scope,-t,--transport,-H,--header=p @=add:start-unprotected @=remove:start-unprotected @=reset-:start-unprotected
    claude/plugin u* @=install:start-unprotected @=add:start-unprotected @=disable:start-unprotected @=enable:start-unprotected @=uninstall:start-unprotected @=remove:start-unprotected
    claude/plugins &claude/plugin
    cpio p* -i!i -o!o -F=u -D,--directory=W
    gunzip u*
    gzip u* -r!R ~R:s
    hookctl /
    hookctl/audit p* @=erase:accept-drift @=retention:accept-drift
    hookctl/drift p* @=accept:accept-drift @=revert:accept-drift
    hookctl/settings p* @accept-drift
    openssl u* -keyout,-newkey=p -in=r -out=w -inkey=r -key=r -passin,-passout,-pass=p -CAfile=p -CA=p -CAkey=r -config=p -subj=p -days=p
    rails /p* @=db:drop:destroy-data @=db:reset:destroy-data @=db:purge:destroy-data @=db:migrate:reset:destroy-data @=db:schema:load:destroy-data @=db:structure:load:destroy-data @=db:seed:replant:destroy-data @=db:truncate:destroy-data @=db:rollback:destroy-data @=credentials:show:print-secret-store @=credentials:edit:print-secret-store @=secrets:show:print-secret-store @=secrets:edit:print-secret-store @=encrypted:show:print-secret-store
    rake &rails
    tar p* -c,--create!c -x,--extract,--get!x -t,--list!t -r,--append!r -u,--update!r -f,--file=u -C,--directory=W --exclude=e -T,--files-from=r -X,--exclude-from=r --checkpoint-action=p --to-command=x -I,--use-compress-program=x --strip-components=p
    unzip uw* -d=W -x=p -l,-t,-v,-Z!?
    xz u*
    zip ws* -r!R -x=p -i=p -m!m @m:discard-changes
    zstd u* -o=w
    """
  }
}
