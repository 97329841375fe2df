//! [`Tree`]: the root module and the modules that it calls, each by the calls that lead to it.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use indexmap::IndexMap;
use serde::Deserialize;

use super::declare;
use super::declared::{Mode, Module};
use crate::diagnostic::Diagnostic;
use crate::read::folder::Reader;
use crate::read::{Block, Result};
use crate::source::{Span, clean};

/// How many calls of modules there may be, those of modules of modules included.
const MAX_CALLS: usize = 10_000;

/// How deep modules may call modules.
const MAX_DEPTH: usize = 50;

/// The modules of a configuration; the root is the first.
#[derive(Debug)]
pub(super) struct Tree {
    pub nodes: Vec<Node>,
}

impl Tree {
    /// The modules, each once, whatever calls it has.
    pub fn modules(&self) -> impl Iterator<Item = &Module> {
        let mut seen = HashSet::new();
        let modules = self.nodes.iter().map(|node| &*node.module);
        modules.filter(move |module| seen.insert(std::ptr::from_ref(*module)))
    }

    /// Whether anything is declared that Terraform keeps in no plan.
    pub fn has_ephemeral(&self) -> bool {
        self.modules().any(|module| {
            module.variables.values().any(|variable| variable.ephemeral)
                || module.outputs.values().any(|output| output.ephemeral)
                || module.resources.keys().any(|name| name.mode == Mode::Ephemeral)
        })
    }
}

/// A module, as one call has it.
#[derive(Debug)]
pub(super) struct Node {
    pub module: Arc<Module>,
    /// The calling module, and the name of the call.
    pub parent: Option<(usize, Arc<str>)>,
    /// The modules that it calls; `None` where the source is not available.
    pub children: IndexMap<Arc<str>, Option<usize>>,
    /// The names of the calls that lead to it.
    pub path: Vec<Arc<str>>,
}

impl Node {
    /// `module.a.module.b.`, before what is in it.
    pub fn prefix(&self) -> String {
        self.path.iter().map(|name| format!("module.{name}.")).collect()
    }
}

/// `.terraform/modules/modules.json`, as `terraform init` writes it.
#[derive(Debug, Default, Deserialize)]
struct Installed {
    #[serde(rename = "Modules", default)]
    modules: Vec<InstalledModule>,
}

#[derive(Debug, Deserialize)]
struct InstalledModule {
    #[serde(rename = "Key")]
    key: String,
    #[serde(rename = "Dir")]
    folder: PathBuf,
}

/// Where the blocks of modules come from.
trait Modules {
    /// The blocks of the module in a folder, relative to the root.
    fn blocks(&mut self, folder: &Path) -> Result<Vec<Block>>;

    /// Whether there is such a folder.
    fn exists(&self, folder: &Path) -> bool;
}

impl Modules for Reader {
    fn blocks(&mut self, folder: &Path) -> Result<Vec<Block>> {
        self.module(folder)
    }

    fn exists(&self, folder: &Path) -> bool {
        Reader::exists(self, folder)
    }
}

/// Where there is nothing but the modules that are declared already.
struct Declared;

impl Modules for Declared {
    fn blocks(&mut self, _: &Path) -> Result<Vec<Block>> {
        Ok(Vec::new())
    }

    fn exists(&self, _: &Path) -> bool {
        false
    }
}

/// Reads the root module and all modules that it calls.
pub(super) fn read(reader: &mut Reader) -> Result<Tree> {
    let installed = installed(reader)?;
    let mut problems = Vec::new();
    let tree = load(reader, HashMap::new(), installed, &mut problems);
    reader.problems.extend(problems);
    tree
}

/// The tree of modules that are declared, by folder; the root's is empty.
pub(super) fn of_declared(
    modules: HashMap<PathBuf, Arc<Module>>,
    problems: &mut Vec<Diagnostic>,
) -> Result<Tree> {
    load(&mut Declared, modules, HashMap::new(), problems)
}

/// The tree of the modules that are there; `installed` has the folders of those that `terraform
/// init` has fetched, by the names of the calls.
fn load(
    source: &mut dyn Modules,
    modules: HashMap<PathBuf, Arc<Module>>,
    installed: HashMap<String, PathBuf>,
    problems: &mut Vec<Diagnostic>,
) -> Result<Tree> {
    let mut loader =
        Loader { source, problems, installed, modules, tree: Tree { nodes: Vec::new() } };
    let root = loader.module(Path::new(""))?;
    loader.tree.nodes.push(Node {
        module: root,
        parent: None,
        children: IndexMap::new(),
        path: Vec::new(),
    });
    // Nodes are added behind while this goes on.
    let mut at = 0;
    while at < loader.tree.nodes.len() {
        loader.calls(at)?;
        at += 1;
    }
    Ok(loader.tree)
}

fn installed(reader: &mut Reader) -> Result<HashMap<String, PathBuf>> {
    let path = Path::new(".terraform/modules/modules.json");
    if !reader.exists(path) {
        return Ok(HashMap::new());
    }
    let (file, text) = reader.text(path)?;
    let installed: Installed = serde_json::from_str(&text).map_err(|problem| {
        let detail = format!(
            "The list of installed modules cannot be read: {problem}. Run `terraform init` again."
        );
        Diagnostic::new(Span::new(file, 0, 0), "Invalid module manifest", detail)
    })?;
    Ok(installed.modules.into_iter().map(|module| (module.key, module.folder)).collect())
}

struct Loader<'a> {
    source: &'a mut dyn Modules,
    problems: &'a mut Vec<Diagnostic>,
    /// The folder of each module that `terraform init` has fetched, by the names of the calls
    /// joined by dots.
    installed: HashMap<String, PathBuf>,
    modules: HashMap<PathBuf, Arc<Module>>,
    tree: Tree,
}

impl Loader<'_> {
    fn module(&mut self, folder: &Path) -> Result<Arc<Module>> {
        if let Some(module) = self.modules.get(folder) {
            return Ok(module.clone());
        }
        let blocks = self.source.blocks(folder)?;
        let module = Arc::new(declare::module(folder.to_path_buf(), blocks, self.problems));
        self.modules.insert(folder.to_path_buf(), module.clone());
        Ok(module)
    }

    fn calls(&mut self, at: usize) -> Result<()> {
        let Some(node) = self.tree.nodes.get(at) else { return Ok(()) };
        let (module, parent_path) = (node.module.clone(), node.path.clone());
        for (name, call) in &module.calls {
            let mut path = parent_path.clone();
            path.push(name.clone());
            if path.len() > MAX_DEPTH || self.tree.nodes.len() > MAX_CALLS {
                let detail = format!(
                    "Modules may call modules {MAX_DEPTH} levels deep and {MAX_CALLS} times at \
                     most: does this module call itself?"
                );
                return Err(Diagnostic::new(call.source_span, "Too many module calls", detail));
            }
            let Some(folder) = self.folder(&module.folder, &call.source, &path) else {
                self.child(at, name, None);
                continue;
            };
            if !self.modules.contains_key(&folder) && !self.source.exists(&folder) {
                let detail = format!(
                    "There is no folder {}, which this call names as its source.",
                    folder.display()
                );
                self.problems.push(*Diagnostic::new(
                    call.source_span,
                    "Unreadable module directory",
                    detail,
                ));
                self.child(at, name, None);
                continue;
            }
            let module = self.module(&folder)?;
            let child = self.tree.nodes.len();
            self.tree.nodes.push(Node {
                module,
                parent: Some((at, name.clone())),
                children: IndexMap::new(),
                path,
            });
            self.child(at, name, Some(child));
        }
        Ok(())
    }

    fn child(&mut self, at: usize, name: &Arc<str>, child: Option<usize>) {
        if let Some(node) = self.tree.nodes.get_mut(at) {
            node.children.insert(name.clone(), child);
        }
    }

    /// The folder of a module that is available.
    fn folder(&self, caller: &Path, source: &str, path: &[Arc<str>]) -> Option<PathBuf> {
        if ["./", "../"].iter().any(|prefix| source.starts_with(prefix))
            || matches!(source, "." | "..")
        {
            return Some(clean(&caller.join(source)));
        }
        let folder = self.installed.get(&path.join("."))?;
        let inside = folder.is_relative() && self.source.exists(folder);
        inside.then(|| clean(folder))
    }
}
