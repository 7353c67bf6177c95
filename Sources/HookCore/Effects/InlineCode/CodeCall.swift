// SPDX-License-Identifier: MIT

/// What the functions of other languages do with their arguments, as data.
///
/// One line a function: its name, whole or from the last full stop on, then one letter an
/// argument; the last letter stands for all further ones. Letters: `r` read, `w` write, `d` delete,
/// `D` delete with all that is in it, `s` read with all
/// that is in it, `m` moved away, `o` opened as the next argument says, `C` text
/// for a shell, `I` a file or address of code, `E` code, `X` data destroyed, `p` mere text, `u` used; `>` before the letters: the object that it is a
/// method of is written, `<` read, `-` deleted.
enum CodeCall {
  /// The letters for `name`, whose last part is `last`; nil where the function is not known.
  static func roles(of name: [UInt8], last: [UInt8], _ language: CodeLanguage) -> [UInt8]? {
    // A shell's in most languages, the interpreter's own in some.
    if last.equals("exec"), language == .python { return [0x45] }
    if last.equals("include") || last.equals("require") || last.equals("include_once")
      || last.equals("require_once"), language == .php
    {
      return [0x49]
    }
    if last.equals("load") || last.equals("loadstring"), language == .lua { return [0x45] }
    if last.equals("drop") || last.equals("remove"), name.hasPrefix("db."), language == .javascript
    {
      return [0x58]
    }
    var lines = CatalogText(table).split(0x0A)
    var found: [UInt8]?
    while let line = lines.next() {
      let end = line.offset(of: 0x20)
      let key = line.slice(0, end)
      let roles = line.slice(min(end + 1, line.count), line.count)
      if key.equals(name) { return roles.bytes }
      if key.equals(last) { found = roles.bytes }
    }
    return found
  }

  private static var table: StaticString {
    """
    File.delete d
    File.open o
    File.read r
    File.rename mw
    File.write wp
    Deno.remove d
    Deno.removeSync d
    Path.new u
    appendFile wp
    appendFileSync wp
    assert p
    assertEqual p
    append p
    add p
    check_call C
    check_output C
    child_process.exec C
    console.error p
    console.log p
    copy rw
    copy2 rw
    copyFile rw
    copyFileSync rw
    copyfile rw
    copytree sw
    cp rw
    cpSync sw
    cp_r sw
    createReadStream r
    createWriteStream w
    describe p
    die p
    echo p
    endsWith p
    endswith p
    equals p
    accessSync p
    exist p
    exists p
    existsSync p
    file_exists p
    getmtime p
    getsize p
    is_dir p
    is_file p
    isdir p
    isfile p
    lexists p
    lstatSync p
    os.stat p
    statSync p
    error p
    eval E
    evaluate E
    exec C
    execFile C
    execFileSync C
    execSync C
    execa C
    execaSync C
    execl Cp
    execlp Cp
    execv C
    execve C
    execvp C
    expect p
    file r
    file_get_contents r
    file_put_contents wp
    find p
    fopen o
    fputs p
    fs.rm D
    fs.rmSync D
    fs.remove D
    fs.removeSync D
    fs.unlink d
    getoutput C
    getstatusoutput C
    gsub p
    import p
    includes p
    indexOf p
    info p
    io.open o
    io.popen C
    it p
    log p
    match p
    move mw
    open o
    os.execute C
    os.popen C
    os.remove d
    os.removedirs d
    os.rename mw
    os.replace mw
    os.rmdir d
    os.system C
    os.unlink d
    p p
    passthru C
    pipe p
    popen C
    Popen C
    popen2 C
    popen3 C
    pp p
    pprint p
    print p
    print_r p
    printf p
    proc_open C
    puts p
    read_bytes <
    read_text <
    readFile r
    readFileSync r
    readLines r
    readfile r
    readlines r
    readTextFile r
    readTextFileSync r
    remove_tree D
    rename mw
    renameSync mw
    replace p
    replaceAll p
    require p
    rimraf D
    rimrafSync D
    rm_r D
    rm_rf D
    rmSync D
    rmdir d
    rmdirSync d
    rmtree D
    say p
    shell_exec C
    spawn C
    spawnSync C
    split p
    sprintf p
    startsWith p
    startswith p
    sub p
    subprocess.call C
    subprocess.run C
    subprocess.Popen C
    text <
    arrayBuffer <
    symlink rw
    symlinkSync rw
    system C
    syscall p
    test p
    touch w
    unlink -d
    unlinkSync d
    var_dump p
    warn p
    write p
    write_bytes >p
    write_text >p
    writeFile wp
    writeFileSync wp
    writeTextFile wp
    writeTextFileSync wp
    FileUtils.remove_dir D
    FileUtils.remove_entry D
    FileUtils.rm_rf D
    deleteMany X
    delete_all X
    destroy_all X
    dropCollection X
    dropDatabase X
    dropUser X
    drop_database X
    emptyDir D
    emptyDirSync D
    import_module p
    remove_dir D
    remove_entry_secure D
    removedirs d
    removeSync D
    rimraf.sync D
    del.sync D
    promises.rm D
    fsPromises.rm D
    rm D
    script C
    send2trash D
    truncate w
    truncateSync w
    """
  }

  /// Functions that fetch what they return.
  static func fetches(_ name: [UInt8], last: [UInt8]) -> Bool {
    last.equals("urlopen") || last.equals("fetch") || last.equals("urlretrieve")
      || name.equals("requests.get") || name.equals("requests.post") || name.equals("httpx.get")
      || name.equals("axios.get") || name.equals("URI.open") || name.equals("Net::HTTP.get")
      || name.equals("http.get") || name.equals("https.get") || name.equals("curl_exec")
      || last.equals("recv") || name.equals("LWP::Simple::get")
  }

  /// Functions that list the names in a directory, or below it.
  static func lists(_ path: [UInt8], last: [UInt8]) -> Bool {
    last.equals("listdir") || last.equals("scandir") || last.equals("walk")
      || last.equals("iterdir") || last.equals("rglob") || last.equals("readdir")
      || last.equals("readdirSync") || last.equals("opendir") || last.equals("opendirSync")
      || path.equals("Dir.entries") || path.equals("Dir.foreach") || path.equals("Dir.children")
      || path.equals("Dir.each_child") || path.equals("Find.find")
  }

  /// Whether a pattern leaves no name out.
  static func isEverything(_ pattern: [UInt8]) -> Bool {
    let pattern = pattern.hasPrefix("./") ? Array(pattern.dropFirst(2)) : pattern
    return pattern.equals("*") || pattern.equals("**") || pattern.equals("**/*")
      || pattern.equals("*.*")
  }

  /// Functions that call another one for each of their elements.
  static func iterates(_ last: [UInt8]) -> Bool {
    last.equals("each") || last.equals("map") || last.equals("forEach")
      || last.equals("flatMap") || last.equals("flat_map") || last.equals("each_with_index")
  }

  /// Functions that keep some of the names that a directory lists.
  static func narrows(_ last: [UInt8]) -> Bool {
    last.equals("endswith") || last.equals("endsWith") || last.equals("end_with")
      || last.equals("startswith") || last.equals("startsWith") || last.equals("start_with")
      || last.equals("fnmatch") || last.equals("splitext") || last.equals("extname")
      || last.equals("suffix") || last.equals("match") || last.equals("test")
  }

  /// Functions that decode their argument.
  static func decodes(_ last: [UInt8]) -> Bool {
    last.equals("b64decode") || last.equals("base64_decode") || last.equals("atob")
      || last.equals("decode64") || last.equals("strict_decode64") || last.equals("decode_base64")
      || last.equals("urlsafe_b64decode") || last.equals("decodebytes") || last.equals("pack")
      || last.equals("unpack")
  }

  /// Functions that show what they are given.
  static func shows(_ last: [UInt8]) -> Bool {
    last.equals("print") || last.equals("log") || last.equals("puts") || last.equals("p")
      || last.equals("pp") || last.equals("pprint") || last.equals("print_r")
      || last.equals("var_dump") || last.equals("echo") || last.equals("write")
      || last.equals("dumps") || last.equals("stringify") || last.equals("say")
      || last.equals("dump") || last.equals("var_export") || last.equals("inspect")
      || last.equals("table") || last.equals("dir")
  }
}
