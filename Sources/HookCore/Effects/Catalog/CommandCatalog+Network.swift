// SPDX-License-Identifier: MIT

extension CommandCatalog {
  static var networkTable: StaticString {
    """
    aria2c p* -d,--dir=p -o,--out=w -i,--input-file=r >network
    curl p* -d,--data,--data-ascii,--data-binary,--data-raw,--data-urlencode,--json,-F,--form,--form-string=us -T,--upload-file=rs -o,--output=w -D,--dump-header=w -c,--cookie-jar=w -b,--cookie=u -K,--config=r -H,--header,--proxy-header=u -X,--request=n -u,--user=n -A,--user-agent=n -e,--referer=n -x,--proxy=p -m,--max-time=n --connect-timeout=n --retry=n -w,--write-out=u -E,--cert=r --key=r --cacert=n --capath=n --netrc-file=r --resolve=p --url=h -r,--range=n --output-dir=n --limit-rate=n -C=n -t=n -Q=n -y=n -Y=n -z=n >network
    dig p* >network
    ftp p*
    host p*
    http p* -o,--output=w -a,--auth=p --session=p >network
    https p* -o,--output=w -a,--auth=p >network
    lftp p* -e=C -c=C -f=x
    mail p* -a=r -A=r -s=p
    mutt p* -a=r
    nc p* -l,--listen!l -z!z -e,-c,--exec,--sh-exec=C -p=p -w=p @l:listen @!z:send-data
    ncat &nc
    netcat &nc
    nslookup p*
    ping p*
    sendmail p* @send-data
    sftp p* -i=r -b=x -P=p
    socat p* @listen
    ssh pc -i,-F=r -p,-l,-o,-L,-R,-D,-J,-W,-b,-c,-e,-m,-O,-Q,-S,-w,-B,-E=p
    ssh-add r*
    ssh-copy-id p* -i=r -p=p -o=p
    ssh-keygen p* -f=p -t=p -b=p -C=p -N=p -y -Y=p -I=p -n=p -s=p
    ssh-keyscan p*
    telnet p* @send-data
    wget p* -O,--output-document=w -o,--output-file=w -i,--input-file=r --post-file,--body-file=rs --post-data,--body-data=ps -P,--directory-prefix=p --header=p -U=p -e=p -t=p -T=p --user=p --password=p --ca-certificate=p --certificate=r --private-key=r --load-cookies=r --save-cookies=w >network
    """
  }
}
