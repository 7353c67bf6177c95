// SPDX-License-Identifier: MIT

extension CommandCatalog {
  static var textTable: StaticString {
    """
    ack pr* -f=r
    ag pr* --pager=C --ignore=p -G=p --hidden,-u,--unrestricted!R ~R:s
    b2sum r*
    base32 r -d,--decode!d >d:decoded
    base64 r -d,-D,--decode!d >d:decoded
    basenc r* -w=p -d,--decode!d >d:decoded
    bat r* -l,--language=p --style=p --theme=p
    bzcat r*
    cksum r*
    cmp rr
    colordiff &diff
    column r* -s,--separator=p -t
    comm rr
    csplit r p*
    cut r* -b,-c,-d,-f,--bytes,--characters,--delimiter,--fields=p
    delta rr
    diff rr -r,--recursive!R -x,--exclude=p -U,--unified?p -C=p
    difft rr
    dos2unix rw
    ed w* -s -p=p %other
    egrep &grep
    emacs u* -f=p --eval,-eval,--execute=E -l,--load=x %other
    ex w* -c=p -s
    expand r*
    fgrep &grep
    fmt r*
    fold r* -w,--width=p
    grep pr* -e,--regexp=P -f,--file=rP -r,-R,--recursive,--dereference-recursive!R -l,--files-with-matches,-L,--files-without-match,-c,--count,-q,--quiet,--silent!l -m,--max-count=p -A,--after-context=p -B,--before-context=p -C,--context=p --include=i --exclude=e --exclude-from=r --exclude-dir=p --color?p -d=p -D=p ~R:s
    gvim &vim
    head r* -n,--lines=p -c,--bytes=p
    hexdump r* -n=p -s=p -e=p
    hexyl r* -n=p
    iconv r* -f,--from-code=p -t,--to-code=p -o,--output=w
    join rr -t=p -1=p -2=p -o=p -a=p -v=p -e=p
    jq pr* --arg=p --argjson=p --slurpfile=p --rawfile=p -f,--from-file=rP --indent=p
    less r*
    look pr
    md5 r*
    md5sum r*
    more r*
    most r*
    nano u*
    nl r* -b=p -s=p -w=p
    nvim &vim
    od r* -t=p -A=p -N=p -j=p
    paste r* -d,--delimiters=p
    patch wr -i,--input=r -o,--output=w -p=p -d,--directory=W
    pr r*
    rg pr* --pre=C -e,--regexp=P -f,--file=rP -g,--glob=p -t,--type=p -T=p -A=p -B=p -C=p -m=p -M=p --ignore-file=r -r,--replace=p --max-depth=p -.,--hidden!R -uu,-uuu!R -u,--unrestricted!u --no-ignore ~R:s
    sed pr* -e,--expression=P -f,--file=xP -i,--in-place?pi -l=p
    sha1sum r*
    sha256sum r*
    sha512sum r*
    shasum r* -a=p
    sort r* -k,--key=p -t,--field-separator=p -o,--output=w -T=p -S=p --files0-from=r --compress-program=C
    split rp -b=p -l=p -n=p --filter=C
    sponge w -a
    strings r* -n=p -t=p
    sum r*
    tac r* -s=p
    tail r* -n,--lines=p -c,--bytes=p -s=p --pid=p
    tee w*
    tsort r
    unexpand r*
    uniq rw -f=p -s=p -w=p
    vi &vim
    view r*
    vim u* -c,--cmd=E -S=x -u,-U,-i,-T,-w,-W,-s=p -es,-Es,-e,-E!i --version!? %other
    wc r* --files0-from=r
    xxd rw -c=p -g=p -l=p -s=p -o=p
    yq pr* -i,--inplace!i
    zcat r*
    zgrep pr*
    zless r*
    """
  }
}
