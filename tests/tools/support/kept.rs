//! What Terraform answers without asking any AWS is made once, by whichever test asks first, and
//! kept below `target/`: a plan takes ten seconds, and many questions are asked of it. An answer is
//! found by the hash of all that it depends on, so what has changed is asked again, and nothing
//! that is kept ever has to be changed.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

/// What nobody has asked for in this time is removed.
const KEPT_FOR: Duration = Duration::from_secs(7 * 24 * 3600);

/// A folder with answers.
pub struct Kept(PathBuf);

/// All that an answer depends on.
#[derive(Clone, Default)]
pub struct Key(Sha256);

impl Key {
    /// Something by name: an option, a version, a file.
    pub fn with(mut self, name: &str, content: impl AsRef<[u8]>) -> Self {
        // Each with its length, so that no two keys are made of the same bytes.
        for part in [name.as_bytes(), content.as_ref()] {
            self.0.update((part.len() as u64).to_le_bytes());
            self.0.update(part);
        }
        self
    }

    /// Every file of a configuration. What Terraform has downloaded is named in its lock file, by
    /// version and hash.
    pub fn with_files(mut self, folder: &Path) -> Result<Self> {
        let mut paths = Vec::new();
        collect(folder, &mut paths)?;
        paths.sort();
        for path in paths {
            let name =
                path.strip_prefix(folder)?.to_str().context("a file's name is UTF-8")?.to_owned();
            self = self.with(&name, fs::read(&path)?);
        }
        Ok(self)
    }

    fn name(self) -> String {
        self.0.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        match entry.file_name().to_str() {
            Some(".terraform" | "tfplan") => {}
            _ if entry.file_type()?.is_dir() => collect(&entry.path(), paths)?,
            _ => paths.push(entry.path()),
        }
    }
    Ok(())
}

impl Kept {
    /// In a folder, which is made.
    pub fn at(folder: PathBuf) -> Result<Self> {
        fs::create_dir_all(&folder)?;
        Ok(Self(folder))
    }

    /// The answer that is kept, or else the one that is made now. One is made at a time, over all
    /// processes: two cores are busy with one plan, and whoever waits for the same plan finds
    /// it.
    pub fn answer(&self, key: Key, make: impl FnOnce() -> Result<String>) -> Result<String> {
        let path = self.0.join(key.name());
        if let Some(answer) = read(&path)? {
            return Ok(answer);
        }
        let lock = File::create(self.0.join("making.lock"))?;
        lock.lock()?;
        if let Some(answer) = read(&path)? {
            return Ok(answer);
        }
        self.forget()?;
        let answer = make()?;
        let mut file = tempfile::NamedTempFile::new_in(&self.0)?;
        file.write_all(answer.as_bytes())?;
        // Only what is whole has the name.
        file.persist(&path)?;
        Ok(answer)
    }

    fn forget(&self) -> Result<()> {
        for entry in fs::read_dir(&self.0)? {
            let entry = entry?;
            let age =
                SystemTime::now().duration_since(entry.metadata()?.modified()?).unwrap_or_default();
            if age > KEPT_FOR && entry.file_name() != "making.lock" {
                fs::remove_file(entry.path())?;
            }
        }
        Ok(())
    }
}

/// The answer in a file; its time is then that of the last question.
fn read(path: &Path) -> Result<Option<String>> {
    if !path.exists() {
        return Ok(None);
    }
    File::options().append(true).open(path)?.set_modified(SystemTime::now())?;
    Ok(Some(fs::read_to_string(path)?))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::sync::atomic::{AtomicUsize, Ordering};

    use anyhow::bail;

    use super::*;
    use crate::support::{Terraform, Workdir};

    fn place() -> (tempfile::TempDir, Kept) {
        let folder = tempfile::tempdir().unwrap();
        let kept = Kept::at(folder.path().to_owned()).unwrap();
        (folder, kept)
    }

    #[test]
    fn an_answer_is_made_once_for_everyone_who_asks() {
        let (folder, kept) = place();
        let key = || Key::default().with("main.tf", "a");
        assert_eq!(kept.answer(key(), || Ok("first".into())).unwrap(), "first");
        let other = Kept::at(folder.path().to_owned()).unwrap();
        assert_eq!(other.answer(key(), || bail!("made twice")).unwrap(), "first");
        let made = AtomicUsize::new(0);
        std::thread::scope(|scope| {
            for _ in 0..8 {
                scope.spawn(|| {
                    let make = || {
                        // Long enough for the others to ask.
                        std::thread::sleep(Duration::from_millis(200));
                        Ok(made.fetch_add(1, Ordering::SeqCst).to_string())
                    };
                    assert_eq!(
                        kept.answer(Key::default().with("main.tf", "b"), make).unwrap(),
                        "0"
                    );
                });
            }
        });
    }

    #[test]
    fn what_differs_in_anything_has_a_key_of_its_own() {
        let names = [
            Key::default(),
            Key::default().with("main.tf", "a"),
            Key::default().with("main.tf", "b"),
            Key::default().with("other.tf", "a"),
            Key::default().with("main.t", "fa"),
            Key::default().with("main.tf", "a").with("", ""),
        ]
        .map(Key::name);
        let different: BTreeSet<_> = names.iter().collect();
        assert_eq!(different.len(), names.len());
    }

    #[test]
    fn a_failure_is_not_kept_and_what_nobody_asks_for_is_removed() {
        let (folder, kept) = place();
        let key = |content| Key::default().with("main.tf", content);
        assert!(kept.answer(key("a"), || bail!("no")).is_err());
        assert_eq!(kept.answer(key("a"), || Ok("yes".into())).unwrap(), "yes");
        let file = folder.path().join(key("a").name());
        let long_ago = SystemTime::now() - KEPT_FOR - Duration::from_secs(60);
        File::options().append(true).open(&file).unwrap().set_modified(long_ago).unwrap();
        kept.answer(key("b"), || Ok("other".into())).unwrap();
        assert!(!file.exists() && folder.path().join(key("b").name()).exists());
    }

    /// A stale plan is never used: whatever a plan depends on is changed, and the plan with it.
    #[test]
    fn a_plan_follows_every_file_variable_and_state_that_it_is_made_of() -> Result<()> {
        const STACK: &str =
            "variable \"x\" {\n  default = 1\n}\noutput \"y\" {\n  value = \"${var.x} one\"\n}\n";
        let planned = |terraform: &Terraform| -> Result<String> {
            Ok(terraform.plan()?.json["planned_values"]["outputs"]["y"]["value"]
                .as_str()
                .unwrap_or_default()
                .to_owned())
        };
        let stack = |text: &str| -> Result<Terraform> {
            let terraform = Terraform::offline(Workdir::of(&[("main.tf", text)])?)?;
            // Without a provider a plan takes no time.
            fs::remove_file(terraform.dir.path().join("offline_override.tf.json"))?;
            Ok(terraform)
        };
        let terraform = stack(STACK)?;
        assert_eq!(planned(&terraform)?, "1 one");
        assert_eq!(planned(&stack(STACK)?)?, "1 one");
        terraform.dir.write("main.tf", STACK.replace("one", "two"))?;
        assert_eq!(planned(&terraform)?, "1 two");
        terraform.dir.write("terraform.tfvars", "x = 2\n")?;
        assert_eq!(planned(&terraform)?, "2 two");
        fs::remove_file(terraform.dir.path().join("terraform.tfvars"))?;
        assert_eq!(planned(&terraform.variable("x", "3"))?, "3 two");

        let terraform = stack(STACK)?;
        assert!(terraform.plan()?.has_changes());
        let outputs = r#"{"y": {"value": "1 one", "type": "string"}}"#;
        let state = format!(
            r#"{{"version": 4, "serial": 1, "lineage": "x", "outputs": {outputs}, "resources": []}}"#
        );
        terraform.dir.write("terraform.tfstate", state)?;
        assert!(!terraform.plan()?.has_changes());
        Ok(())
    }
}
