// SPDX-License-Identifier: MIT

extension CommandCatalog {
  static var databaseTable: StaticString {
    """
    dropdb p* @destroy-data
    dropuser p* @destroy-data
    mongo p* --eval=p
    mongodump p* -o,--out=w
    mysql p* -e,--execute=p -u,-h,-P,-D=p --defaults-file,--defaults-extra-file=r
    mysqldump p* -r,--result-file=w
    pg_dump p* -f,--file=w -h,-U,-d,-p,-t=p
    pg_dumpall p* -f,--file=w
    psql p* -c,--command=p -f,--file=x -h,-U,-d,-p,-v=p -o,--output=w
    redis-cli p* -h,-p,-a,-n=p @=FLUSHALL:destroy-data @=FLUSHDB:destroy-data @=flushall:destroy-data @=flushdb:destroy-data
    sqlite3 u*
    """
  }
}
