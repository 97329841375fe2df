//! The program as its user meets it: what it writes, what it refuses, what it says, and its exit
//! code.

mod difference;
mod environments;
mod existing;
mod fresh;
mod init;
mod refused;
mod show;
mod words;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use assert_cmd::Command;
use assert_cmd::assert::Assert;
use tempfile::TempDir;

const PAYTF: &str = env!("CARGO_BIN_EXE_paytf");

/// An empty folder to work in.
struct Workdir {
    folder: TempDir,
}

impl Workdir {
    fn new() -> Self {
        Workdir { folder: TempDir::new().unwrap() }
    }

    fn path(&self, below: &str) -> PathBuf {
        self.folder.path().join(below)
    }

    fn write(&self, below: &str, content: &str) {
        let path = self.path(below);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }

    fn read(&self, below: &str) -> String {
        fs::read_to_string(self.path(below)).unwrap()
    }

    /// Runs paytf here, without anything of this terminal.
    fn paytf(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(PAYTF);
        command.current_dir(self.folder.path()).args(arguments);
        for variable in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "COLUMNS"] {
            command.env_remove(variable);
        }
        command
    }

    /// Runs `paytf gen --suffix staging` with more arguments.
    fn generate(&self, more: &[&str]) -> Assert {
        self.paytf(&[&["gen", "--suffix", "staging"], more].concat()).assert()
    }

    /// The paths of all files and links below here, and of the folders that hold nothing.
    fn everything(&self) -> Vec<String> {
        self.state("").into_keys().collect()
    }

    /// Content and time of every file below a folder; a symbolic link is not followed.
    fn state(&self, below: &str) -> BTreeMap<String, (Vec<u8>, SystemTime)> {
        let mut state = BTreeMap::new();
        collect(&self.path(below), &self.path(below), &mut state);
        state
    }
}

fn collect(root: &Path, folder: &Path, state: &mut BTreeMap<String, (Vec<u8>, SystemTime)>) {
    for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        let metadata = path.symlink_metadata().unwrap();
        if metadata.is_dir() && fs::read_dir(&path).unwrap().next().is_some() {
            collect(root, &path, state);
        } else {
            let content = if metadata.is_file() { fs::read(&path).unwrap() } else { Vec::new() };
            let name = path.strip_prefix(root).unwrap().to_str().unwrap().to_owned();
            state.insert(name, (content, metadata.modified().unwrap()));
        }
    }
}

fn stdout(assert: &Assert) -> String {
    String::from_utf8(assert.get_output().stdout.clone()).unwrap()
}

fn stderr(assert: &Assert) -> String {
    String::from_utf8(assert.get_output().stderr.clone()).unwrap()
}
