//! [`Server`]: a PostgreSQL of this machine, set up as RDS does.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::CommandExt;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};
use tempfile::TempDir;

/// A PostgreSQL that ends with the test. As on RDS, it has the role `rds_iam`, and its master user
/// is no superuser.
pub struct Server {
    place: TempDir,
    pub programs: PathBuf,
    pub port: u16,
}

impl Server {
    pub fn start() -> Result<Self> {
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

    pub fn log(&self) -> PathBuf {
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
    pub fn sql(&self, user: &str, database: &str, sql: &str) -> Result<String> {
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

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.run("pg_ctl", &["stop", "--mode=immediate", "--silent"]);
    }
}

/// What psql prints for SQL, without anything around it; its first error ends it.
pub fn answer(psql: &mut Command, sql: &str) -> Result<String> {
    let quiet =
        ["--no-psqlrc", "--quiet", "--no-align", "--tuples-only", "--set", "ON_ERROR_STOP=1"];
    let output = psql.args(quiet).args(["--command", sql]).output()?;
    match output.status.success() {
        true => Ok(String::from_utf8(output.stdout)?.trim().to_owned()),
        false => bail!("{}", String::from_utf8_lossy(&output.stderr)),
    }
}
