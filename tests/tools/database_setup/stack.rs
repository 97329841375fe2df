//! [`Stack`]: the script of a stack, with the AWS command line played by another script.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use std::process::{Command, Output};

use anyhow::{Context, Result, ensure};
use paytf::config::{Config, Profile};
use paytf::files::of_stack;
use paytf::render::Format;
use tempfile::TempDir;

use super::server::{Server, answer};

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

/// The script in a folder of its own, with the programs that it calls.
pub struct Stack {
    place: TempDir,
    port: u16,
    programs: PathBuf,
}

impl Stack {
    pub fn of(profile: Profile, server: &Server) -> Result<Self> {
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

    pub fn path(&self, name: &str) -> PathBuf {
        self.place.path().join(name)
    }

    pub fn run(&self, arguments: &[&str]) -> Result<Output> {
        let path = format!("{}:{}", self.path("bin").display(), std::env::var("PATH")?);
        let mut command = Command::new("sh");
        command
            .arg("database-setup.sh")
            .args(arguments)
            .current_dir(self.place.path())
            .env("PATH", path);
        Ok(command.env("PGPORT", self.port.to_string()).output()?)
    }

    pub fn succeed(&self, arguments: &[&str]) -> Result<()> {
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
    pub fn password(&self, secret: &str) -> Result<String> {
        let secret: serde_json::Value =
            serde_json::from_slice(&fs::read(self.path("secrets").join(secret))?)?;
        Ok(secret["password"].as_str().context("a password")?.to_owned())
    }

    /// Signs in over TCP, as RDS Proxy does, and runs SQL.
    pub fn as_user(&self, secret: &str, user: &str, sql: &str) -> Result<String> {
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
