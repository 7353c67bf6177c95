// SPDX-License-Identifier: MIT

extension CommandCatalog {
  static var frameworkTable: StaticString {
    """
    artisan u* @=migrate:fresh:destroy-data @=migrate:reset:destroy-data @=migrate:refresh:destroy-data @=migrate:rollback:destroy-data @=db:wipe:destroy-data @=env:decrypt:print-secret-store @=config:show:print-secret-store
    console u* @=doctrine:database:drop:destroy-data @=doctrine:schema:drop:destroy-data @=secrets:list:print-secret-store @=debug:dotenv:print-secret-store
    createuser u* @change-cloud
    dbmate u* @=drop:destroy-data @=down:destroy-data
    diesel u* @=reset:destroy-data @=revert:destroy-data
    django-admin u* --command,-c=p @=flush:destroy-data @=reset_db:destroy-data @=zero:destroy-data @=sqlflush:destroy-data
    dotnet/ef u* @=drop:destroy-data
    drizzle-kit u* @=drop:destroy-data --force!f @f:destroy-data
    drush u* @=sql-drop:destroy-data @=sql:drop:destroy-data
    flask u* @=downgrade:destroy-data
    flyway u* @=clean:destroy-data
    goose u* @=reset:destroy-data @=down:destroy-data
    hasura u* @=delete:destroy-data
    kafka-topics.sh &kafka-topics
    keydb-cli &redis-cli
    knex u* @=migrate:rollback:destroy-data
    liquibase u* @=drop:destroy-data
    manage.py &django-admin
    memcflush u* @destroy-data
    meteor u* @=reset:destroy-data
    migrate u* @=drop:destroy-data
    mikro-orm u* @=schema:drop:destroy-data @=migration:fresh:destroy-data @=schema:fresh:destroy-data
    mikro-orm-esm &mikro-orm
    mix/ecto.drop u* @destroy-data
    mix/ecto.reset u* @destroy-data
    mix/ecto.rollback u* @destroy-data
    rabbitmqadmin u* @=delete:destroy-data @=purge:destroy-data
    sail u* @=migrate:fresh:destroy-data @=migrate:reset:destroy-data @=migrate:refresh:destroy-data @=db:wipe:destroy-data
    sequelize u* @=db:drop:destroy-data @=db:migrate:undo:destroy-data
    sequelize-cli &sequelize
    sqlx u* @=drop:destroy-data @=reset:destroy-data
    symfony u* @=doctrine:database:drop:destroy-data @=doctrine:schema:drop:destroy-data
    typeorm u* @=schema:drop:destroy-data
    typeorm-ts-node-commonjs &typeorm
    typeorm-ts-node-esm &typeorm
    valkey-cli &redis-cli
    wp u* @=eval:destroy-data @=drop:destroy-data @=reset:destroy-data
    zkCli.sh u* @=delete:destroy-data @=rmr:destroy-data
    """
  }
}
