// SPDX-License-Identifier: MIT

extension CommandCatalog {
  static var networkTable: StaticString {
    """
    7za &7z
    7zr &7z
    7zz &7z
    ab p*
    aria2c p* -d,--dir=p -o,--out=w -i,--input-file=r >network
    axel p* -o=w >network
    bore p* @open-tunnel
    browser-sync s ~s -v,--version,-h,--help!?
    caddy /
    caddy/file-server p* -r,--root=s -l,--listen,-d,--domain=p @serve-files ~s
    chisel p* @=client:open-tunnel @=server:listen
    cloudflared p* @open-tunnel
    croc r* @share-file ^
    curl p* -d,--data,--data-ascii,--data-binary,--data-raw,--data-urlencode,--json,-F,--form,--form-string=us -T,--upload-file=rs -o,--output=w -D,--dump-header=w -c,--cookie-jar=w -b,--cookie=u -K,--config=rk -H,--header,--proxy-header=u -X,--request=n -u,--user=n -A,--user-agent=n -e,--referer=n -x,--proxy=p -m,--max-time=n --connect-timeout=n --retry=n -w,--write-out=u -E,--cert=r --key=r --cacert=n --capath=n --netrc-file=r --resolve=p --url=h -G,--get!G -r,--range=n --output-dir=W --limit-rate=n -O,--remote-name,--remote-name-all!O --variable,--url-query=us -C=n -t=n -Q=n -y=n -Y=n -z=n >network
    darkhttpd s ~s @serve-files
    dig p* >network ^
    elinks p* >network ^
    fetch p* -o=w >network ^
    ftp u* ^ -u=p
    gh/release/download p* -p,--pattern,-R,--repo,-D,--dir=p -O,--output=w >network
    go/env u*
    hey p*
    host p* ^
    http p* -o,--output=w -a,--auth=p --session=p >network
    http-server s -p,-a=p @serve-files ~s -v,--version,-h,--help!?
    httpd p* -h=s
    https p* -o,--output=w -a,--auth=p >network
    lesspipe r*
    lesspipe.sh r*
    lftp p* -e=C -c=C -f=x ^
    links p* >network ^
    live-server s @serve-files ~s -v,--version,-h,--help!?
    localtunnel p* @open-tunnel
    lynx p* -dump -source >network ^
    mail p* -a=r -A=r -s=p ^
    mailx &mail
    masscan p*
    mc u* @=rm:delete-bucket @=rb:delete-bucket
    msmtp p* @send-mail ^
    mutt p* -a=r ^
    nc p* -l,--listen!l -z!z -e,-c,--exec,--sh-exec=Cx -p=p -w=p @l:listen @!z:send-raw ^ @x:downloaded-code >network
    ncat &nc
    netcat &nc
    ngrok p* @open-tunnel
    nmap p* -iL=r -oN,-oX,-oG=w
    nslookup p* ^
    pastebinit r* -i=r -b,-a,-t=p @share-file ^
    pax s* -r -w
    ping p* ^
    rclone /
    rclone/cat u* >network
    rclone/config p* @=show:print-stored-login @=dump:print-stored-login
    rclone/copy sp
    rclone/copyto sp
    rclone/delete p* @delete-bucket
    rclone/move sp
    rclone/purge p* @delete-bucket
    rclone/sync sp @delete-bucket
    s3cmd u* @=del:delete-bucket @=rb:delete-bucket
    sendmail p* @send-mail ^
    serve s -p,-l=p ~s -v,--version,-h,--help!?
    sftp p* -i=p -b=x -P=p ^
    socat p* @listen
    ssh pc -F=r -R=pt @t:open-tunnel -i,-p,-l,-o,-L,-D,-J,-W,-b,-c,-e,-m,-O,-Q,-S,-w,-B,-E=p
    ssh-add p*
    ssh-agent c
    ssh-copy-id p* -i=p -p=p -o=p @send-raw
    ssh-keygen p* -f=p -y!y -e!y -p!y -t=p -b=p -C=p -N=p -Y=p -I=p -n=p -s=p @=security-hooks-approval:approve-request
    ssh-keyscan p*
    tailscale p* @=funnel:open-tunnel
    tcpdump p* -w=w -r=r -z=C
    telnet p* @send-raw ^ >network
    tftp p* @send-raw ^ >network
    traceroute p* ^
    tshark p* -w=w -r=r
    twistd u* @=web:listen
    w3m p* >network ^
    webfsd u* @listen
    websocat p* @send-raw ^
    wget p* -O,--output-document=w -o,--output-file=w -i,--input-file=rk --post-file,--body-file=rs --post-data,--body-data=ns -P,--directory-prefix=W --header=n -U=n -e=n -t=n -T=n --user=n --password=n --ca-certificate=n --certificate=r --private-key=r --load-cookies=r --save-cookies=w >network
    whois p* ^
    wormhole u* @=send:share-file ^
    wrk p*
    xh &http
    """
  }
}
