//! `database-setup.sh` run for real against a PostgreSQL of this machine, with the AWS command line
//! played by a script.
//!
//! RDS gives its servers the role `rds_iam` and a master user who is no superuser; so does this
//! test.

use std::collections::BTreeSet;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::CommandExt;
use std::path::PathBuf;
use std::process::{Command, Output};

use anyhow::{Context, Result, bail, ensure};
use paytf::config::{Config, Profile, RowsQuery};
use paytf::files::of_stack;
use paytf::render::Format;
use tempfile::TempDir;

/// Answers as the AWS CLI would; the database behind the Data API is the one of this test.
const AWS: &str = r#"#!/bin/sh
set -eu
cd "$(dirname "$0")/.."
echo "$*" >>calls
service=$1 operation=$2
shift 2
while [ $# -gt 0 ]; do
    case $1 in
        --secret-id) secret=$2 ;;
        --secret-arn) secret=${2#arn:} ;;
        --secret-string) content=${2#file://} ;;
        --sql) sql=${2#file://} ;;
    esac
    shift
done
case "$service $operation" in
    'rds describe-db-clusters') printf 'arn:cluster\tlocalhost\tarn:master\n' ;;
    'secretsmanager describe-secret') echo "arn:$secret" ;;
    'secretsmanager get-secret-value')
        cat "secrets/${secret#arn:}" 2>/dev/null || { echo 'An error occurred (ResourceNotFoundException)' >&2; exit 254; } ;;
    'secretsmanager put-secret-value') cp "$content" "secrets/$secret" ;;
    'secretsmanager get-random-password') od -An -N20 -tx1 /dev/urandom | tr -d ' \n' ;;
    'rds-data execute-statement')
        PGPASSWORD=$(jq -r .password "secrets/$secret") PGUSER=$(jq -r .username "secrets/$secret") PGHOST=localhost PGDATABASE=payments \
            psql --no-psqlrc --quiet --set ON_ERROR_STOP=1 --command "$(cat "$sql")" ;;
    *) echo "not played: $service $operation" >&2; exit 2 ;;
esac
"#;

/// The certificates of RDS are not those of this server.
const CURL: &str = "#!/bin/sh\nexit 0\n";

/// A PostgreSQL that ends with the test.
struct Server {
    place: TempDir,
    programs: PathBuf,
    port: u16,
}

impl Server {
    fn start() -> Result<Self> {
        let versions = fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
        let programs = versions
            .map(|version| version.path().join("bin"))
            .find(|bin| bin.join("initdb").exists());
        let programs = programs.context(
            "PostgreSQL with pgaudit is needed: apt-get install postgresql postgresql-15-pgaudit \
             jq",
        )?;
        let port = std::net::TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let server = Server { place: tempfile::tempdir()?, programs, port };
        fs::set_permissions(server.place.path(), fs::Permissions::from_mode(0o777))?;
        server.run(
            "initdb",
            &["--auth-local=trust", "--auth-host=scram-sha-256", "--username=rdsadmin"],
        )?;
        let options = format!(
            "-p {port} -k {} -c listen_addresses=localhost -c shared_preload_libraries=pgaudit -c \
             pgaudit.log=ddl,role -c log_statement=ddl -c log_min_duration_statement=1000 -c \
             fsync=off",
            server.place.path().display()
        );
        let log = server.log();
        server.run(
            "pg_ctl",
            &[
                "start",
                "--wait",
                "--silent",
                "--options",
                &options,
                "--log",
                &log.to_string_lossy(),
            ],
        )?;
        server.sql(
            "rdsadmin",
            "postgres",
            "CREATE ROLE rds_iam; CREATE ROLE rds_superuser;
             CREATE ROLE payadmin LOGIN CREATEROLE PASSWORD 'of the master: \\ and @';
             GRANT rds_iam TO payadmin WITH ADMIN OPTION;",
        )?;
        server.sql("rdsadmin", "postgres", "CREATE DATABASE payments OWNER payadmin")?;
        // Aurora lets the master user make the extensions of its list, which here takes a
        // superuser.
        server.sql("rdsadmin", "payments", "CREATE EXTENSION pgaudit")?;
        Ok(server)
    }

    fn log(&self) -> PathBuf {
        self.place.path().join("log")
    }

    fn run(&self, program: &str, arguments: &[&str]) -> Result<()> {
        let mut command = Command::new(self.programs.join(program));
        command
            .args(arguments)
            .env("PGDATA", self.place.path().join("data"))
            .current_dir(self.place.path());
        // PostgreSQL refuses to run as root.
        let id = |of: &[&str]| -> Result<u32> {
            Ok(String::from_utf8(Command::new("id").args(of).output()?.stdout)?.trim().parse()?)
        };
        if id(&["-u"])? == 0 {
            command.gid(id(&["-g", "postgres"])?).uid(id(&["-u", "postgres"])?);
        }
        let output = command.output()?;
        ensure!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
        Ok(())
    }

    /// Runs SQL through the server's socket, where nobody is asked for a password.
    fn sql(&self, user: &str, database: &str, sql: &str) -> Result<String> {
        let mut psql = Command::new(self.programs.join("psql"));
        psql.args([
            "--username",
            user,
            "--dbname",
            database,
            "--port",
            &self.port.to_string(),
            "--host",
        ]);
        answer(psql.arg(self.place.path()), sql)
    }
}

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

/// What psql prints for SQL, without anything around it; its first error ends it.
fn answer(psql: &mut Command, sql: &str) -> Result<String> {
    let quiet =
        ["--no-psqlrc", "--quiet", "--no-align", "--tuples-only", "--set", "ON_ERROR_STOP=1"];
    let output = psql.args(quiet).args(["--command", sql]).output()?;
    match output.status.success() {
        true => Ok(String::from_utf8(output.stdout)?.trim().to_owned()),
        false => bail!("{}", String::from_utf8_lossy(&output.stderr)),
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.run("pg_ctl", &["stop", "--mode=immediate", "--silent"]);
    }
}

/// A stack's script, and what stands for AWS.
struct Stack {
    place: TempDir,
    port: u16,
    programs: PathBuf,
}

impl Stack {
    fn of(profile: Profile, server: &Server) -> Result<Self> {
        let stack = Stack {
            place: tempfile::tempdir()?,
            port: server.port,
            programs: server.programs.clone(),
        };
        let config = Config::defaults(profile, "test".parse().context("a suffix")?);
        let files = of_stack(&config, Format::Json, Vec::new().into())?;
        fs::write(stack.path("database-setup.sh"), &files["database-setup.sh"])?;
        fs::create_dir_all(stack.path("secrets"))?;
        fs::create_dir_all(stack.path("bin"))?;
        let master = r#"{"username": "payadmin", "password": "of the master: \\ and @"}"#;
        fs::write(stack.path("secrets/master"), master)?;
        // The certificates that the script asks for are not this server's.
        let psql = format!(
            "#!/bin/sh\nunset PGSSLMODE PGSSLROOTCERT\nPGPORT={} exec {}/psql \"$@\"\n",
            server.port,
            server.programs.display()
        );
        for (name, content) in [("aws", AWS), ("curl", CURL), ("psql", &psql)] {
            let program = stack.path("bin").join(name);
            fs::write(&program, content)?;
            fs::set_permissions(program, fs::Permissions::from_mode(0o755))?;
        }
        Ok(stack)
    }

    fn path(&self, name: &str) -> PathBuf {
        self.place.path().join(name)
    }

    fn run(&self, arguments: &[&str]) -> Result<Output> {
        let path = format!("{}:{}", self.path("bin").display(), std::env::var("PATH")?);
        let mut command = Command::new("sh");
        command
            .arg("database-setup.sh")
            .args(arguments)
            .current_dir(self.place.path())
            .env("PATH", path);
        Ok(command.env("PGPORT", self.port.to_string()).output()?)
    }

    fn succeed(&self, arguments: &[&str]) -> Result<()> {
        let output = self.run(arguments)?;
        let message = String::from_utf8_lossy(&output.stderr);
        ensure!(
            output.status.success(),
            "{message}\n{}",
            fs::read_to_string(self.path("calls")).unwrap_or_default()
        );
        Ok(())
    }

    /// The password in a secret.
    fn password(&self, secret: &str) -> Result<String> {
        let secret: serde_json::Value =
            serde_json::from_slice(&fs::read(self.path("secrets").join(secret))?)?;
        Ok(secret["password"].as_str().context("a password")?.to_owned())
    }

    /// Signs in over TCP, as RDS Proxy does, and runs SQL.
    fn as_user(&self, secret: &str, user: &str, sql: &str) -> Result<String> {
        let mut psql = Command::new(self.programs.join("psql"));
        psql.args([
            "--host=localhost",
            "--dbname=payments",
            "--username",
            user,
            "--port",
            &self.port.to_string(),
        ]);
        answer(psql.env("PGPASSWORD", self.password(secret)?), sql)
    }
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
