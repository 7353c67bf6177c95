// SPDX-License-Identifier: MIT

extension CommandCatalog {
  static var frameworkTable: StaticString {
    """
    artisan u* @=migrate:fresh:reset-schema @=migrate:reset:reset-schema @=migrate:refresh:reset-schema @=migrate:rollback:reset-schema @=db:wipe:reset-schema @=env:decrypt:decrypt-secret-file @=config:show:decrypt-secret-file
    console u* @=doctrine:database:drop:reset-schema @=doctrine:schema:drop:reset-schema @=secrets:list:decrypt-secret-file @=debug:dotenv:decrypt-secret-file
    createuser u* @change-cloud
    dbmate u* @=drop:clear-data-store @=down:clear-data-store
    diesel u* @=reset:clear-data-store @=revert:clear-data-store
    django-admin u* --command,-c=p @=flush:clear-data-store @=reset_db:clear-data-store @=zero:clear-data-store @=sqlflush:clear-data-store
    dotnet/ef u* @=drop:clear-data-store
    drizzle-kit u* @=drop:clear-data-store --force!f @f:clear-data-store
    drush u* @=sql-drop:clear-data-store @=sql:drop:clear-data-store
    flask u* @=downgrade:clear-data-store
    flyway u* @=clean:clear-data-store
    goose u* @=reset:clear-data-store @=down:clear-data-store
    hasura u* @=delete:clear-data-store @=clear:clear-data-store
    kafka-consumer-groups u* --reset-offsets!r --execute!e --delete!d @re:clear-data-store @d:clear-data-store
    kafka-consumer-groups.sh &kafka-consumer-groups
    kafka-topics.sh &kafka-topics
    keydb-cli &redis-cli
    knex u* @=migrate:rollback:clear-data-store
    liquibase u* @=drop:clear-data-store
    manage.py &django-admin
    memcflush u* @clear-data-store
    meteor u* @=reset:clear-data-store
    migrate u* @=drop:clear-data-store
    mikro-orm u* @=schema:drop:clear-data-store @=migration:fresh:clear-data-store @=schema:fresh:clear-data-store
    mikro-orm-esm &mikro-orm
    mix/ecto.drop u* @clear-data-store
    mix/ecto.reset u* @clear-data-store
    mix/ecto.rollback u* @clear-data-store
    rabbitmqadmin u* @=delete:clear-data-store @=purge:clear-data-store
    sail u* @=migrate:fresh:clear-data-store @=migrate:reset:clear-data-store @=migrate:refresh:clear-data-store @=db:wipe:clear-data-store
    sequelize u* @=db:drop:clear-data-store @=db:migrate:undo:clear-data-store
    sequelize-cli &sequelize
    sqlx u* @=drop:clear-data-store @=reset:clear-data-store
    symfony u* @=doctrine:database:drop:clear-data-store @=doctrine:schema:drop:clear-data-store
    typeorm u* @=schema:drop:clear-data-store
    typeorm-ts-node-commonjs &typeorm
    typeorm-ts-node-esm &typeorm
    valkey-cli &redis-cli
    wp u* @=eval:clear-data-store @=drop:clear-data-store @=reset:clear-data-store
    zkCli.sh u* @=delete:clear-data-store @=rmr:clear-data-store
    """
  }
}
