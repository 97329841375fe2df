//! What the programs around a stack need: a cache folder, and a handler for Ctrl-C.

use std::{
    fs,
    fs::File,
    hash::Hasher,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, bail};
use xxhash_rust::xxh3::Xxh3;

use super::{
    cache::{CACHE_OVERRIDE, cache_folder},
    process::{Ended, Interrupts},
    tool::{PYTHON, TERRAFORM, find, search_path},
};

/// The emulator, as it is built into paytf.
const SOURCES: [(&str, &str); 12] = [
    ("ask.py", include_str!("emulator/ask.py")),
    ("emulator.py", include_str!("emulator/emulator.py")),
    ("gaps.py", include_str!("emulator/gaps.py")),
    ("gaps_compute.py", include_str!("emulator/gaps_compute.py")),
    ("gaps_database.py", include_str!("emulator/gaps_database.py")),
    ("gaps_messaging.py", include_str!("emulator/gaps_messaging.py")),
    ("gaps_network.py", include_str!("emulator/gaps_network.py")),
    ("gaps_quotas.py", include_str!("emulator/gaps_quotas.py")),
    ("gaps_resilience.py", include_str!("emulator/gaps_resilience.py")),
    ("gaps_security.py", include_str!("emulator/gaps_security.py")),
    ("gaps_workflows.py", include_str!("emulator/gaps_workflows.py")),
    (REQUIREMENTS.0, REQUIREMENTS.1),
];
const REQUIREMENTS: (&str, &str) = ("requirements.txt", include_str!("emulator/requirements.txt"));

/// Succeeds where Python can hold the emulator.
const IS_SUFFICIENT: &str = "import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))";

/// The Python environment and the programs of the emulator, and where Terraform keeps its provider:
/// made on first use, shared by all stacks.
#[derive(Debug, Clone)]
pub struct Toolbox {
    folder: PathBuf,
    /// Who hears of Ctrl-C.
    pub interrupts: Interrupts,
}

impl Toolbox {
    /// In the user's cache folder, or where `PAYTF_CACHE_DIR` says.
    ///
    /// # Errors
    /// When there is no such folder and it cannot be made.
    pub fn of_the_user(interrupts: Interrupts) -> Result<Self> {
        let folder = cache_folder()
            .with_context(|| format!("there is no cache folder; name one with {CACHE_OVERRIDE}"));
        Self::at(folder?, interrupts)
    }

    /// In a folder.
    ///
    /// # Errors
    /// When it cannot be made.
    pub fn at(folder: PathBuf, interrupts: Interrupts) -> Result<Self> {
        fs::create_dir_all(&folder)
            .with_context(|| format!("{} cannot be made", folder.display()))?;
        Ok(Self { folder: fs::canonicalize(folder)?, interrupts })
    }

    /// Fails where a tool is missing, before anything is begun.
    ///
    /// # Errors
    /// With what to install.
    pub fn require(&self) -> Result<()> {
        find(&TERRAFORM, &search_path())?;
        self.python3()?;
        Ok(())
    }

    /// The folder; it exists.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The folder with the emulator's programs, which is written if it does not exist yet.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn emulator_sources(&self) -> Result<PathBuf> {
        self.made(&format!("emulator-{}", hash(SOURCES)), |folder| {
            fs::create_dir(folder)?;
            for (name, content) in SOURCES {
                fs::write(folder.join(name), content)?;
            }
            Ok(())
        })
    }

    /// The interpreter of an environment that has the emulator's requirements, made if it does not
    /// exist yet.
    ///
    /// # Errors
    /// When Python is missing or too old, or a requirement cannot be had.
    pub fn python(&self) -> Result<PathBuf> {
        let requirements = self.emulator_sources()?.join(REQUIREMENTS.0);
        self.environment(&hash([REQUIREMENTS]), &requirements, |_| Ok(()))
    }

    /// The interpreter of an environment with more requirements than the emulator's, made if it
    /// does not exist yet.
    ///
    /// # Errors
    /// When Python is missing or too old, or a requirement cannot be had.
    pub fn python_with(&self, requirements: &Path) -> Result<PathBuf> {
        let packages = |python: &Path| {
            self.succeed(
                Command::new(python)
                    .args(["-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]),
            )
        };
        let emulator = packages(&self.python()?)?;
        let text = fs::read_to_string(requirements)?;
        self.environment(&hash([REQUIREMENTS, ("", &text)]), requirements, |python| {
            // A path configuration file: what the emulator has is not installed twice.
            Ok(fs::write(Path::new(packages(python)?.trim()).join("emulator.pth"), emulator)?)
        })
    }

    /// The interpreter of an environment with these requirements, made if it does not exist yet.
    fn environment(
        &self,
        hash: &str,
        requirements: &Path,
        complete: impl FnOnce(&Path) -> Result<()>,
    ) -> Result<PathBuf> {
        let python3 = self.python3()?;
        let environment = self.made(&format!("emulator-venv-{hash}"), |environment| {
            self.succeed(Command::new(&python3).args(["-m", "venv", "--clear"]).arg(environment))?;
            let python = environment.join("bin/python");
            let mut pip = Command::new(&python);
            pip.args([
                "-m",
                "pip",
                "install",
                "--quiet",
                "--disable-pip-version-check",
                "--no-deps",
                "-r",
            ]);
            self.succeed(pip.arg(requirements))?;
            complete(&python)
        })?;
        Ok(environment.join("bin/python"))
    }

    /// The user's Python, which must be able to make the environment.
    ///
    /// # Errors
    /// When it is missing or cannot.
    pub fn python3(&self) -> Result<PathBuf> {
        let python3 = find(&PYTHON, &search_path())?;
        let ended =
            self.interrupts.run(Command::new(&python3).args(["-c", IS_SUFFICIENT]), &mut |_| ())?;
        if ended.code != 0 {
            bail!(
                "`{}` is too old or lacks its venv module; {}",
                python3.display(),
                PYTHON.how_to_get
            );
        }
        Ok(python3)
    }

    /// A folder that is made once. Processes run at the same time: a lock lets one of them make it,
    /// and the rename shows only what is whole.
    fn made(&self, name: &str, make: impl FnOnce(&Path) -> Result<()>) -> Result<PathBuf> {
        let folder = self.folder.join(name);
        let _lock = self.lock("emulator")?;
        if !folder.is_dir() {
            let unfinished = folder.with_extension("unfinished");
            if unfinished.exists() {
                fs::remove_dir_all(&unfinished)?;
            }
            make(&unfinished)?;
            fs::rename(&unfinished, &folder)?;
        }
        Ok(folder)
    }

    /// Waits until no other process holds the lock of this name.
    pub(super) fn lock(&self, name: &str) -> Result<File> {
        let lock = File::create(self.folder.join(name).with_extension("lock"))?;
        lock.lock()?;
        Ok(lock)
    }

    /// What a command that must succeed printed.
    fn succeed(&self, command: &mut Command) -> Result<String> {
        let Ended { code, stdout, stderr } = self.interrupts.run(command, &mut |_| ())?;
        if code != 0 {
            bail!("{command:?} failed with exit code {code}:\n{stdout}{stderr}");
        }
        Ok(stdout)
    }
}

fn hash<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> String {
    let mut hasher = Xxh3::new();
    for (name, content) in files {
        hasher.write(name.as_bytes());
        hasher.write(content.as_bytes());
    }
    format!("{:016x}", hasher.digest())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn the_whole_emulator_is_built_in() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/sandbox/emulator");
        let entries = fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap());
        assert_eq!(
            entries
                .filter(|name| !matches!(&**name, "README.md" | "__pycache__"))
                .collect::<BTreeSet<_>>(),
            SOURCES.map(|file| file.0.to_owned()).into()
        );
    }

    #[test]
    fn what_was_left_unfinished_is_made_again_and_what_is_whole_is_kept() {
        let folder = tempfile::tempdir().unwrap();
        let toolbox = Toolbox::at(folder.path().to_owned(), Interrupts::default()).unwrap();
        let fail = toolbox.made("thing", |thing| {
            fs::create_dir(thing)?;
            bail!("no more")
        });
        assert!(fail.is_err() && !folder.path().join("thing").exists());
        let thing = toolbox.made("thing", |thing| Ok(fs::create_dir(thing)?)).unwrap();
        assert!(thing.is_dir());
        assert!(toolbox.made("thing", |_| bail!("made twice")).is_ok());
    }
}
