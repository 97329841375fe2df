//! Chromium without a window, and axe, which looks for what people with disabilities stumble over.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::{Mutex, PoisonError};

use anyhow::{Context, Result, bail, ensure};
use tempfile::TempDir;

/// The release of axe, in the Python package that carries it.
const AXE_PACKAGE: &str = "axe-playwright-python==0.1.8";
const AXE: &str = "axe_playwright_python/axe.min.js";
const NAMES: [&str; 3] = ["chromium", "chromium-browser", "google-chrome"];

/// A browser with a profile of its own.
pub struct Browser {
    program: PathBuf,
    folder: TempDir,
}

/// What a browser printed.
pub struct Printed {
    pub pages: usize,
    /// What the page wrote to the browser's console.
    pub console: Vec<String>,
}

impl Browser {
    /// The browser of this machine.
    pub fn new() -> Result<Self> {
        let path = std::env::var_os("PATH").unwrap_or_default();
        let folders: Vec<_> = std::env::split_paths(&path).collect();
        let mut programs =
            NAMES.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name)));
        let program = programs.find(|program| program.is_file()).context(
            "no Chromium on PATH, and this test needs it; install it (Debian and Ubuntu: apt-get \
             install chromium)",
        )?;
        Ok(Self { program, folder: tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR"))? })
    }

    /// A page in a file.
    pub fn page(&self, html: &str) -> Result<PathBuf> {
        let path = self.folder.path().join("page.html");
        fs::write(&path, html)?;
        Ok(path)
    }

    /// Prints a page.
    pub fn print(&self, page: &Path) -> Result<Printed> {
        let pdf = self.folder.path().join("page.pdf");
        let output = self.run(
            &[&format!("--print-to-pdf={}", pdf.display()), "--enable-logging=stderr"],
            page,
        )?;
        let words = String::from_utf8_lossy(&output.stderr).into_owned();
        let content = fs::read(&pdf).with_context(|| format!("nothing was printed: {words}"))?;
        let text = String::from_utf8_lossy(&content);
        let console =
            words.lines().filter(|line| line.contains("CONSOLE")).map(str::to_owned).collect();
        Ok(Printed { pages: text.matches("/Type /Page\n").count(), console })
    }

    /// What axe finds, one line each. The page's own policy would forbid the script, so the copy
    /// that is looked at has none.
    pub fn accessibility(&self, html: &str) -> Result<Vec<String>> {
        let (before, after) = html.rsplit_once("</body>").context("the page has no body")?;
        let script = format!(
            "<script>{}</script><script>axe.run().then(found => {{ document.body.textContent = \
             'AXE' + JSON.stringify(found.violations.map(it => it.id + ': ' + it.nodes.map(node \
             => node.target + ' ' + node.failureSummary).join('; '))) + 'EXA'; \
             }});</script></body>",
            axe()?
        );
        let policy = "http-equiv=\"Content-Security-Policy\"";
        let page =
            self.page(&format!("{}{script}{after}", before.replace(policy, "name=\"policy\"")))?;
        let output = self.run(&["--dump-dom", "--virtual-time-budget=60000"], &page)?;
        let shown = String::from_utf8(output.stdout)?;
        let found = shown.split("AXE[").nth(1).and_then(|rest| rest.split("]EXA").next());
        let found = found.with_context(|| {
            format!("axe gave no answer: {}", String::from_utf8_lossy(&output.stderr))
        })?;
        // The browser writes text as HTML.
        let found = found.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
        Ok(serde_json::from_str(&format!("[{found}]"))?)
    }

    fn run(&self, arguments: &[&str], page: &Path) -> Result<Output> {
        let mut chromium = Command::new(&self.program);
        chromium.args([
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
        ]);
        chromium.args([
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
        ]);
        // Nothing is reached, so a page that needs the network shows it.
        chromium.arg("--host-resolver-rules=MAP * ~NOTFOUND");
        chromium.arg(format!("--user-data-dir={}", self.folder.path().join("profile").display()));
        let output = chromium.args(arguments).arg(format!("file://{}", page.display())).output()?;
        ensure!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        Ok(output)
    }
}

/// The script, fetched once from the package registry of Python.
fn axe() -> Result<String> {
    static ONCE: Mutex<()> = Mutex::new(());
    let _one_at_a_time = ONCE.lock().unwrap_or_else(PoisonError::into_inner);
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("axe");
    let script = folder.join(AXE);
    if !script.is_file() {
        let mut pip = Command::new("python3");
        pip.args([
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
            "--no-deps",
            "--target",
        ]);
        let output = pip.arg(&folder).arg(AXE_PACKAGE).output()?;
        if !output.status.success() {
            bail!("{AXE_PACKAGE} cannot be had: {}", String::from_utf8_lossy(&output.stderr));
        }
    }
    Ok(fs::read_to_string(script)?)
}
