//! The floor: a program that holds the bytes `paytf gen` wrote, compiled here, and does nothing but
//! write or read them.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};

/// The program but for its `FOLDERS` and `FILES`.
const PROGRAM: &str = include_str!("floor_program.rs");

/// The compiled floor.
pub struct Floor {
    program: PathBuf,
    /// How many files it writes for one environment.
    pub files: usize,
    /// How large the deployment package among them is.
    pub package_mb: f64,
}

impl Floor {
    /// Lets `paytf` write one environment below `place`, and compiles a program that holds the same
    /// bytes.
    pub fn build(place: &Path, paytf: &str) -> Result<Self> {
        let ready = place.join("ready");
        run(Command::new(paytf).args(["gen", "--suffix", "staging", "--out"]).arg(&ready))?;
        let (mut folders, mut files) = (Vec::new(), Vec::new());
        list(&ready.join("staging"), "", &mut folders, &mut files)?;
        let mut source = PROGRAM.to_owned();
        write!(
            source,
            "const FOLDERS: &[&str] = &{folders:?};\nconst FILES: &[(&str, &[u8])] = &["
        )?;
        for file in &files {
            write!(source, "({file:?}, include_bytes!({:?})),", ready.join("staging").join(file))?;
        }
        source += "];\n";
        let (path, program) = (place.join("floor.rs"), place.join("floor"));
        fs::write(&path, source)?;
        run(Command::new("rustc").args(["--edition", "2024", "-O", "-o"]).args([&program, &path]))?;
        let package = ready.join("staging").join(paytf::stack::VALIDATION_PACKAGE);
        Ok(Floor {
            program,
            files: files.len(),
            package_mb: fs::metadata(package)?.len() as f64 / 1e6,
        })
    }

    /// Writes `count` environments below `out`.
    pub fn write(&self, out: &Path, count: usize) -> Command {
        let mut command = Command::new(&self.program);
        command.arg("write").arg(out).arg(count.to_string());
        command
    }

    /// Reads every file of the environments below `out`.
    pub fn read(&self, out: &Path) -> Command {
        let mut command = Command::new(&self.program);
        command.arg("read").arg(out);
        command
    }
}

fn run(command: &mut Command) -> Result<()> {
    let output = command.output().with_context(|| format!("cannot run {command:?}"))?;
    ensure!(
        output.status.success(),
        "{command:?} failed: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    Ok(())
}

/// The folders, outermost first, and the files below `root`.
fn list(
    root: &Path,
    below: &str,
    folders: &mut Vec<String>,
    files: &mut Vec<String>,
) -> Result<()> {
    for entry in fs::read_dir(root.join(below))? {
        let entry = entry?;
        let path = Path::new(below).join(entry.file_name()).display().to_string();
        if entry.file_type()?.is_dir() {
            folders.push(path.clone());
            list(root, &path, folders, files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
}
