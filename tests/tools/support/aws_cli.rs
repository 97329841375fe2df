//! The AWS command line of the emulator's Python environment, as `aws` on a PATH of its own.

use super::{Emulator, python};
use anyhow::{Context, Result};
use std::{
    env, fs,
    os::unix::fs::PermissionsExt,
    path::Path,
    process::{Command, Output},
};
use tempfile::TempDir;

/// A shell whose `aws` speaks to the emulator and writes down what it was asked.
pub struct AwsShell {
    folder: TempDir,
    environment: Vec<(String, String)>,
}

impl AwsShell {
    /// A shell for one emulator.
    pub fn new(emulator: &Emulator) -> Result<Self> {
        let folder =
            tempfile::Builder::new().prefix("aws-").tempdir_in(env!("CARGO_TARGET_TMPDIR"))?;
        // Not the environment's own script: it names the place where the environment was made, not
        // where it is.
        let (python, asked) = (python()?, folder.path().join("asked"));
        // For rds and sqs it takes the endpoint from its words only.
        let call = format!("exec {python:?} -m awscli --endpoint-url \"$AWS_ENDPOINT_URL\" \"$@\"");
        let wrapper = format!("#!/bin/sh\necho \"$@\" >>{asked:?}\n{call}\n");
        // Behind the proxy the emulator finds a bucket in the name of the host.
        fs::write(
            folder.path().join("config"),
            "[default]\ns3 =\n    addressing_style = virtual\n",
        )?;
        fs::create_dir(folder.path().join("bin"))?;
        let program = folder.path().join("bin/aws");
        fs::write(&program, wrapper)?;
        fs::set_permissions(&program, fs::Permissions::from_mode(0o755))?;
        Ok(Self { folder, environment: emulator.at().environment() })
    }

    /// Runs `sh` with these arguments in a folder.
    pub fn run(&self, folder: &Path, arguments: &[&str]) -> Result<Output> {
        let path = format!(
            "{}:{}",
            self.folder.path().join("bin").display(),
            env::var_os("PATH").unwrap_or_default().to_string_lossy()
        );
        let mut shell = Command::new("sh");
        shell.args(arguments).current_dir(folder).env_clear();
        // Nothing of the user's: neither profiles nor proxies.
        shell
            .envs(self.environment.iter().cloned())
            .env("PATH", path)
            .env("HOME", self.folder.path());
        shell
            .env("AWS_CONFIG_FILE", self.folder.path().join("config"))
            .env("AWS_EC2_METADATA_DISABLED", "true");
        shell.output().with_context(|| format!("sh {arguments:?} cannot be started"))
    }

    /// Every `aws` command so far: the words after the program's name.
    pub fn asked(&self) -> Result<Vec<Vec<String>>> {
        let lines = fs::read_to_string(self.folder.path().join("asked"))?;
        Ok(lines.lines().map(|line| line.split_whitespace().map(str::to_owned).collect()).collect())
    }
}
