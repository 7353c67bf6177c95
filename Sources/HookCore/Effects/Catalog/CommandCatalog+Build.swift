// SPDX-License-Identifier: MIT

extension CommandCatalog {
  static var buildTable: StaticString {
    """
    7z pus* -o?W
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
    hookctl/approvals p* --key=p --output=p --reason=p --state-dir=p @=approve:approve-request @=deny:approve-request
    hookctl/audit p* @=erase:erase-records @=retention:erase-records
    hookctl/doctor p*
    hookctl/drift p* @=accept:accept-drift @=revert:accept-drift
    hookctl/explain p* --payload=r
    hookctl/install p* @change-wiring
    hookctl/rules p*
    hookctl/settings p* @change-wiring
    hookctl/uninstall p* @change-wiring
    openssl u* >decoded -keyout,-newkey=p -in=r -out=w -inkey=r -key=r -passin,-passout,-pass=p -CAfile=p -CA=p -CAkey=r -config=p -subj=p -days=p
    rails /p* @=db:drop:reset-schema @=db:reset:reset-schema @=db:purge:reset-schema @=db:migrate:reset:reset-schema @=db:schema:load:reset-schema @=db:structure:load:reset-schema @=db:seed:replant:reset-schema @=db:truncate:reset-schema @=db:rollback:reset-schema @=credentials:show:decrypt-secret-file @=credentials:edit:decrypt-secret-file @=secrets:show:decrypt-secret-file @=secrets:edit:decrypt-secret-file @=encrypted:show:decrypt-secret-file
    rake &rails
    tar p* -c,--create!c -x,--extract,--get!x -t,--list!t -r,--append!r -u,--update!r -f,--file=u -C,--directory=W --exclude=eD -T,--files-from=r -X,--exclude-from=r --checkpoint-action=p --to-command=x -I,--use-compress-program=x --strip-components=p
    unzip uw* -d=W -x=p -l,-t,-v,-Z!?
    xz u*
    zip ws* -r!R -x,--exclude=e* -i,--include=i* -m!m @m:remove-changed-files -TT,--unzip-command=C
    zstd u* -o=w
    """
  }
}
