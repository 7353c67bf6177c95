// SPDX-License-Identifier: MIT

extension CommandCatalog {
  static var databaseTable: StaticString {
    """
    alembic p* --sql!n @!n=downgrade:reset-schema
    bq /p* @=rm:drop-database --query=S
    clickhouse p* -q,--query=S
    clickhouse-client p* -q,--query=S
    cqlsh p* -e=S -f=x
    createdb p*
    dropdb p* @drop-database
    dropuser p* @drop-database
    duckdb uS* -c,-s,-cmd=S -init=x
    etcdctl p* --prefix!p --from-key!p @=del:clear-data-store @p=get:print-cluster-secret @=/registry/secrets:print-cluster-secret
    influx p* -execute=S @=delete:clear-data-store @=DROP:clear-data-store
    kafka-topics p* --delete!d @d:clear-data-store
    litecli u*
    mariadb &mysql
    mongo pu* --eval=E -f,--file=x %javascript
    mongodump p* -o,--out=w --uri=p
    mongoexport p* -o,--out=w
    mongoimport r --file=r -d,-c,--uri=p
    mongorestore p* --drop!d @d:clear-data-store
    mongosh &mongo
    mycli p* -e=S
    mysql pS* -e,--execute=S -u,-h,-P,-D=p --defaults-file,--defaults-extra-file=r --pager=C
    mysqladmin p* @=drop:drop-database @=shutdown:shut-down
    mysqldump p* -r,--result-file=w
    pg_dump p* -f,--file=w -h,-U,-d,-p,-t=p
    pg_dumpall p* -f,--file=w
    pg_restore p* -c,--clean!c -d,-h,-U=p @c:clear-data-store
    pgcli p*
    prisma p* --accept-data-loss,--force-reset!d @d:reset-schema @=reset:reset-schema @=execute:reset-schema
    psql p* -c,--command=S -f,--file=x -h,-U,-d,-p,-v=p -o,--output=w
    rabbitmqctl p* @=reset:clear-data-store @=force_reset:clear-data-store @=purge_queue:clear-data-store @=delete_:clear-data-store
    redis-cli p* -h,-p,-a,-n=p @=FLUSHALL:clear-data-store @=FLUSHDB:clear-data-store @=flushall:clear-data-store @=flushdb:clear-data-store @=dbfilename:clear-data-store
    snowsql p* -q=S -f=x
    sqlcmd p* -Q,-q=S -i=r -S,-U,-P,-d=p
    sqlite3 uS* -cmd=S -init=x
    sqlplus p*
    usql p* -c=S
    """
  }
}
