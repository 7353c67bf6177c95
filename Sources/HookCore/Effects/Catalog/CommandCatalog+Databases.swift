// SPDX-License-Identifier: MIT

extension CommandCatalog {
  static var databaseTable: StaticString {
    """
    alembic p* --sql!n @!n=downgrade:destroy-data
    bq p* @=rm:destroy-data --query=S
    clickhouse p* -q,--query=S
    clickhouse-client p* -q,--query=S
    cqlsh p* -e=S -f=x
    createdb p*
    dropdb p* @destroy-data
    dropuser p* @destroy-data
    duckdb uS* -c,-s,-cmd=S -init=x
    etcdctl p* @=del:destroy-data
    influx p* -execute=S @=delete:destroy-data @=DROP:destroy-data
    kafka-topics p* --delete!d @d:destroy-data
    litecli u*
    mariadb &mysql
    mongo pu* --eval=E -f,--file=x %javascript
    mongodump p* -o,--out=w --uri=p
    mongoexport p* -o,--out=w
    mongoimport r --file=r -d,-c,--uri=p
    mongorestore p* --drop!d @d:destroy-data
    mongosh &mongo
    mycli p* -e=S
    mysql pS* -e,--execute=S -u,-h,-P,-D=p --defaults-file,--defaults-extra-file=r --pager=C
    mysqladmin p* @=drop:destroy-data @=shutdown:shut-down
    mysqldump p* -r,--result-file=w
    pg_dump p* -f,--file=w -h,-U,-d,-p,-t=p
    pg_dumpall p* -f,--file=w
    pg_restore p* -c,--clean!c -d,-h,-U=p @c:destroy-data
    pgcli p*
    prisma p* --accept-data-loss,--force-reset!d @d:destroy-data @=reset:destroy-data @=execute:destroy-data
    psql p* -c,--command=S -f,--file=x -h,-U,-d,-p,-v=p -o,--output=w
    rabbitmqctl p* @=reset:destroy-data @=force_reset:destroy-data @=purge_queue:destroy-data @=delete_:destroy-data
    redis-cli p* -h,-p,-a,-n=p @=FLUSHALL:destroy-data @=FLUSHDB:destroy-data @=flushall:destroy-data @=flushdb:destroy-data
    snowsql p* -q=S -f=x
    sqlcmd p* -Q,-q=S -i=r -S,-U,-P,-d=p
    sqlite3 uS* -cmd=S -init=x
    sqlplus p*
    usql p* -c=S
    """
  }
}
