//! `database-setup.sh` run for real against a PostgreSQL of this machine.

mod server;
mod stack;

use std::collections::BTreeSet;
use std::fs;
use std::process::Output;

use anyhow::{Context, Result};
use paytf::config::{Config, Profile, RowsQuery};
use paytf::files::of_stack;
use paytf::render::Format;

use server::Server;
use stack::Stack;

/// The types of columns that the Data API can answer with, by their names in PostgreSQL.
/// Source: Amazon Aurora User Guide, "Amazon RDS Data API operations reference".
const DATA_API_TYPES: [&str; 12] = [
    "bigint",
    "boolean",
    "character varying",
    "date",
    "double precision",
    "integer",
    "json",
    "jsonb",
    "numeric",
    "real",
    "text",
    "uuid",
];

/// The statements that a page has the Data API run.
fn statements(page: &str) -> impl Iterator<Item = &str> {
    page.split("--sql ").skip(1).filter_map(|rest| {
        let quote = rest.chars().next().filter(|first| ['\'', '"'].contains(first))?;
        rest[1..].split(quote).next()
    })
}

#[test]
fn the_data_api_can_answer_every_query_of_the_pages() -> Result<()> {
    let server = Server::start()?;
    let config = Config::defaults(Profile::Production, "test".parse().context("a suffix")?);
    let files = of_stack(&config, Format::Json, Vec::new().into())?;
    let pages = files.iter().filter(|(path, _)| path.ends_with(".md"));
    let mut all = BTreeSet::from([RowsQuery::EVERY_ROW.to_owned()]);
    for (_, page) in pages {
        let page = String::from_utf8_lossy(page);
        all.extend(statements(&page).map(|statement| statement.replace("$pid", "1")));
    }
    assert!(all.len() > 3, "{all:#?}");
    for statement in all {
        let described = format!(
            "CREATE TEMP VIEW answer AS {statement}; SELECT attname, format_type(atttypid, NULL) \
             FROM pg_attribute WHERE attrelid = 'answer'::regclass AND attnum > 0"
        );
        let columns = server.sql("payadmin", "payments", &described)?;
        assert!(!columns.is_empty(), "{statement} answers nothing");
        for column in columns.lines() {
            let kind = column.split('|').nth(1).unwrap_or_default();
            assert!(DATA_API_TYPES.contains(&kind), "{column} of {statement}");
        }
    }
    Ok(())
}

const USER: (&str, &str) = ("secret-database-user-test", "payment_service");
const READER: (&str, &str) = ("secret-database-reader-test", "restore_reader");

fn migrate(server: &Server) -> Result<String> {
    server.sql(
        "payadmin",
        "payments",
        "CREATE TABLE payments.payment (id bigserial PRIMARY KEY, amount bigint)",
    )
}

#[test]
fn the_tasks_read_and_write_rows_and_change_nothing_else() -> Result<()> {
    let server = Server::start()?;
    let stack = Stack::of(Profile::Production, &server)?;
    stack.succeed(&[])?;
    // A table that is made later belongs to the same rights.
    migrate(&server)?;
    let by_tasks = |sql: &str| stack.as_user(USER.0, USER.1, sql);
    by_tasks("INSERT INTO payment (amount) VALUES (1), (2)")?;
    by_tasks("UPDATE payment SET amount = 3 WHERE id = 1")?;
    assert_eq!(by_tasks("SELECT sum(amount) FROM payment")?, "5");
    for refused in [
        "DROP TABLE payment",
        "TRUNCATE payment",
        "ALTER TABLE payment ADD COLUMN card text",
        "CREATE TABLE payments.more (id int)",
        "CREATE TABLE public.more (id int)",
        "CREATE ROLE another",
        "SET ROLE payadmin",
    ] {
        let refusal =
            by_tasks(refused).err().with_context(|| format!("{refused} was done"))?.to_string();
        assert!(
            refusal.contains("permission denied") || refusal.contains("must be owner"),
            "{refused}: {refusal}"
        );
    }
    let reading = |sql: &str| stack.as_user(READER.0, READER.1, sql);
    assert_eq!(reading(RowsQuery::EVERY_ROW)?, "2", "the rows that the restore test counts");
    assert!(reading("DELETE FROM payments.payment").is_err());
    Ok(())
}

#[test]
fn a_second_run_changes_no_password_and_new_ones_come_when_asked_for() -> Result<()> {
    let server = Server::start()?;
    let stack = Stack::of(Profile::Production, &server)?;
    stack.succeed(&[])?;
    let first = stack.password(USER.0)?;
    migrate(&server)?;
    stack.succeed(&[])?;
    assert_eq!(stack.password(USER.0)?, first);
    // What was broken off between the secret and the database is repaired.
    server.sql("rdsadmin", "payments", "ALTER ROLE payment_service PASSWORD 'another'")?;
    stack.succeed(&[])?;
    stack.as_user(USER.0, USER.1, "SELECT 1")?;
    stack.succeed(&["--new-passwords"])?;
    assert_ne!(stack.password(USER.0)?, first);
    stack.as_user(USER.0, USER.1, "SELECT 1")?;
    Ok(())
}

#[test]
fn no_password_is_in_the_log_of_the_database_or_on_a_command_line() -> Result<()> {
    let server = Server::start()?;
    let stack = Stack::of(Profile::Production, &server)?;
    stack.succeed(&[])?;
    let log = fs::read_to_string(server.log())?;
    assert!(
        log.contains("AUDIT: ") && log.contains("ALTER ROLE payment_service"),
        "the audit is on: {log}"
    );
    let calls = fs::read_to_string(stack.path("calls"))?;
    for secret in [USER.0, READER.0] {
        let password = stack.password(secret)?;
        assert!(!log.contains(&password) && !calls.contains(&password), "{secret}");
    }
    Ok(())
}

#[test]
fn without_a_proxy_and_a_data_api_the_user_signs_in_by_iam_alone() -> Result<()> {
    let server = Server::start()?;
    let stack = Stack::of(Profile::Development, &server)?;
    stack.succeed(&[])?;
    stack.succeed(&[])?;
    let members = "SELECT pg_has_role('payment_service', 'rds_iam', 'member')";
    assert_eq!(server.sql("rdsadmin", "payments", members)?, "t");
    let password = "SELECT rolpassword IS NULL FROM pg_authid WHERE rolname = 'payment_service'";
    assert_eq!(server.sql("rdsadmin", "payments", password)?, "t");
    // The same database behind a proxy: now the password opens it.
    let proxied = Stack::of(Profile::Production, &server)?;
    proxied.succeed(&[])?;
    assert_eq!(server.sql("rdsadmin", "payments", members)?, "f");
    proxied.as_user(USER.0, USER.1, "SELECT 1")?;
    Ok(())
}

#[test]
fn what_is_wrong_is_said() -> Result<()> {
    let server = Server::start()?;
    let stack = Stack::of(Profile::Production, &server)?;
    let message = |output: Output| String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(message(stack.run(&["--rotate"])?).contains("the only argument is --new-passwords"));
    let secret = r#"{"username": "payment_service", "password": "it's"}"#;
    fs::write(stack.path("secrets").join(USER.0), secret)?;
    let output = stack.run(&[])?;
    assert!(!output.status.success());
    assert!(message(output).contains("run with --new-passwords"));
    fs::remove_file(stack.path("secrets/master"))?;
    assert!(message(stack.run(&[])?).contains("PostgreSQL refused"));
    Ok(())
}
