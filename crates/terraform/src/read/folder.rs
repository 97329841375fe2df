//! The files of a folder, as Terraform picks them: which are read, in which order, and which
//! override the others.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::{Block, Body, Result, json, native, overrides};
use crate::diagnostic::Diagnostic;
use crate::source::{FileId, Source, Sources, Span, clean};

/// How many bytes are read of all files together.
const MAX_BYTES: usize = 256 << 20;

/// How many files are read.
const MAX_FILES: usize = 20_000;

/// Reads files, and keeps them. Nothing outside of the folders it is asked for is read, not even
/// through symbolic links.
#[derive(Debug)]
pub struct Reader {
    /// The root module's folder, as it was named.
    root: PathBuf,
    /// The same without symbolic links.
    canonical: PathBuf,
    /// The files that were read.
    pub sources: Sources,
    bytes: usize,
    /// What is wrong with files.
    pub problems: Vec<Diagnostic>,
    /// `.tofu` files that were read in place of a `.tf` file of the same name.
    pub twins: Vec<PathBuf>,
}

/// What a file is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Syntax {
    Native,
    Json,
}

/// A file of a module.
struct Listed {
    name: String,
    syntax: Syntax,
    overrides: bool,
}

impl Reader {
    /// A reader of the configuration whose root module is in this folder.
    ///
    /// # Errors
    /// There is no such folder.
    pub fn new(root: &Path) -> std::io::Result<Self> {
        let canonical = root.canonicalize()?;
        std::fs::read_dir(&canonical)?;
        let (sources, problems, twins) = Default::default();
        Ok(Reader { root: root.to_path_buf(), canonical, sources, bytes: 0, problems, twins })
    }

    /// The blocks of the module in this folder, named relative to the root: those of override files
    /// merged into the others.
    ///
    /// # Errors
    /// The folder cannot be listed. What is wrong with its files is added to the problems.
    pub fn module(&mut self, folder: &Path) -> Result<Vec<Block>> {
        let listed = self.list(folder)?;
        if listed.is_empty() && folder.as_os_str().is_empty() {
            let detail =
                format!("{} has no .tf, .tf.json, .tofu or .tofu.json file.", self.root.display());
            return Err(Diagnostic::new(Span::NONE, "No configuration files", detail));
        }
        let mut blocks = Vec::new();
        let mut overriding = Vec::new();
        for file in listed {
            let read = self.body(&folder.join(&file.name), file.syntax);
            let body = match read {
                Ok(body) => body,
                Err(problem) => {
                    self.problems.push(*problem);
                    continue;
                }
            };
            if let Some(argument) = body.attributes().next() {
                let detail = format!(
                    "An argument named \"{}\" is not expected here: a file of Terraform has \
                     blocks.",
                    argument.name
                );
                self.problems.push(*Diagnostic::new(argument.span, "Unsupported argument", detail));
            }
            let target = if file.overrides { &mut overriding } else { &mut blocks };
            target.extend(body.items.into_iter().filter_map(|item| match item {
                super::Item::Block(block) => Some(block),
                super::Item::Attribute(_) => None,
            }));
        }
        for block in overriding {
            if let Err(problem) = overrides::merge(&mut blocks, block) {
                self.problems.push(*problem);
            }
        }
        Ok(blocks)
    }

    /// Whether there is such a file or folder; the path is relative to the root.
    pub fn exists(&self, path: &Path) -> bool {
        self.root.join(path).exists()
    }

    /// The root module's folder, as it was named.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The values of a variable file: native syntax, or JSON if its name says so. The path is
    /// relative to the root.
    ///
    /// # Errors
    /// It cannot be read.
    pub fn values(&mut self, path: &Path) -> Result<Body> {
        self.values_called(path, path)
    }

    fn values_called(&mut self, path: &Path, name: &Path) -> Result<Body> {
        let syntax =
            if path.to_string_lossy().ends_with(".json") { Syntax::Json } else { Syntax::Native };
        let (file, text) = self.text_called(path, name)?;
        match syntax {
            Syntax::Native => native::body(&text, file),
            Syntax::Json => json::values(&text, file),
        }
    }

    /// The values of a variable file that is named on the command line, relative to where the
    /// program runs.
    ///
    /// # Errors
    /// It cannot be read.
    pub fn given_values(&mut self, path: &Path) -> Result<Body> {
        // Who names a file means what it links to.
        let absolute = path
            .canonicalize()
            .or_else(|_| std::path::absolute(path))
            .unwrap_or_else(|_| path.to_path_buf());
        self.values_called(&absolute, path)
    }

    /// The workspace that is selected in the folder.
    pub fn workspace(&self) -> String {
        let selected =
            std::fs::read_to_string(self.root.join(".terraform/environment")).unwrap_or_default();
        let selected = selected.trim();
        if selected.is_empty() { "default".to_owned() } else { selected.to_owned() }
    }

    /// The variable files that Terraform reads by itself, in their order: later ones win.
    ///
    /// # Errors
    /// The folder cannot be listed.
    pub fn automatic_values(&self) -> Result<Vec<PathBuf>> {
        let names = self.names(Path::new(""))?;
        let fixed = ["terraform.tfvars", "terraform.tfvars.json"]
            .into_iter()
            .filter(|name| names.contains(*name));
        let automatic = names
            .iter()
            .map(String::as_str)
            .filter(|name| name.ends_with(".auto.tfvars") || name.ends_with(".auto.tfvars.json"));
        Ok(fixed.chain(automatic).map(PathBuf::from).collect())
    }

    /// A text that is no file: the value of `--var`.
    pub fn add_text(&mut self, name: &str, text: &str) -> FileId {
        self.sources.add(Source::new(name, text))
    }

    /// A file's text, where it may be read; the path is relative to the root.
    ///
    /// # Errors
    /// It cannot be read, is too large, no UTF-8, or leads out of its folder.
    pub fn text(&mut self, path: &Path) -> Result<(FileId, std::sync::Arc<str>)> {
        self.text_called(path, path)
    }

    /// The same, of a file that messages call by another name.
    fn text_called(&mut self, path: &Path, name: &Path) -> Result<(FileId, std::sync::Arc<str>)> {
        let bytes = self.bytes_of(path).map_err(|reason| {
            let file = self.sources.add(Source::new(name, ""));
            Diagnostic::new(Span::new(file, 0, 0), "Failed to read file", reason)
        })?;
        let text = match String::from_utf8(bytes) {
            Ok(text) => text,
            Err(problem) => {
                let valid = problem.utf8_error().valid_up_to();
                let start =
                    String::from_utf8_lossy(problem.as_bytes().get(..valid).unwrap_or_default())
                        .into_owned();
                let file = self.sources.add(Source::new(name, start));
                let span = Span::new(file, valid as u32, valid as u32);
                return Err(Diagnostic::new(
                    span,
                    "Invalid character encoding",
                    "All input files must be UTF-8 encoded; this byte is not.",
                ));
            }
        };
        let file = self.sources.add(Source::new(name, text));
        match self.sources.get(file) {
            Some(source) => Ok((file, source.text().clone())),
            None => Ok((file, "".into())),
        }
    }

    fn bytes_of(&mut self, path: &Path) -> std::result::Result<Vec<u8>, String> {
        let at = self.root.join(path);
        let target = at.canonicalize().map_err(|problem| problem.to_string())?;
        // A module may be beside the root, where its source says so; a link may not lead there.
        let folder =
            clean(&self.canonical.join(path)).parent().map(Path::to_path_buf).unwrap_or_default();
        if !target.starts_with(&self.canonical) && !target.starts_with(&folder) {
            return Err("The file is a symbolic link that leads out of the configuration; copy \
                        the file, or link within it."
                .to_owned());
        }
        let size = std::fs::metadata(&target).map_err(|problem| problem.to_string())?;
        self.bytes = self.bytes.saturating_add(usize::try_from(size.len()).unwrap_or(usize::MAX));
        if !size.is_file() {
            return Err("It is no file.".to_owned());
        }
        if self.bytes > MAX_BYTES {
            return Err(format!(
                "All files together are larger than {} MiB, of which no more is read.",
                MAX_BYTES >> 20
            ));
        }
        if self.sources.iter().count() >= MAX_FILES {
            return Err(format!("More than {MAX_FILES} files are not read."));
        }
        std::fs::read(&target).map_err(|problem| problem.to_string())
    }

    fn body(&mut self, path: &Path, syntax: Syntax) -> Result<Body> {
        let (file, text) = self.text(path)?;
        match syntax {
            Syntax::Native => native::body(&text, file),
            Syntax::Json => json::body(&text, file),
        }
    }

    /// All names in a folder, sorted by bytes, as Terraform sorts.
    fn names(&self, folder: &Path) -> Result<BTreeSet<String>> {
        let at = self.root.join(folder);
        let listed = std::fs::read_dir(&at).and_then(|entries| {
            entries
                .map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()))
                .collect::<std::io::Result<_>>()
        });
        listed.map_err(|problem| {
            let detail = format!("The folder {} cannot be listed: {problem}.", at.display());
            Diagnostic::new(Span::NONE, "Failed to read module directory", detail)
        })
    }

    fn list(&mut self, folder: &Path) -> Result<Vec<Listed>> {
        let names = self.names(folder)?;
        let mut files = Vec::new();
        for name in &names {
            let Some((stem, syntax, tofu)) = parts(name) else { continue };
            if ignored(name) || self.root.join(folder).join(name).is_dir() {
                continue;
            }
            if !tofu
                && names.contains(&format!(
                    "{stem}.tofu{}",
                    if syntax == Syntax::Json { ".json" } else { "" }
                ))
            {
                self.twins.push(folder.join(name));
                continue;
            }
            files.push(Listed {
                name: name.clone(),
                syntax,
                overrides: stem == "override" || stem.ends_with("_override"),
            });
        }
        Ok(files)
    }
}

/// The name without its ending, what is in the file, and whether it is OpenTofu's alone.
fn parts(name: &str) -> Option<(&str, Syntax, bool)> {
    let endings = [
        (".tf.json", Syntax::Json, false),
        (".tofu.json", Syntax::Json, true),
        (".tf", Syntax::Native, false),
        (".tofu", Syntax::Native, true),
    ];
    endings.into_iter().find_map(|(ending, syntax, tofu)| {
        name.strip_suffix(ending).map(|stem| (stem, syntax, tofu))
    })
}

/// Hidden files, and what editors leave.
fn ignored(name: &str) -> bool {
    name.starts_with('.') || name.ends_with('~') || (name.starts_with('#') && name.ends_with('#'))
}
